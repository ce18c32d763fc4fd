/** A signed head that left the vault: from now on verify holds the log to it. */

import type { LogEntry } from '../record/log-entry.ts';
import type { Desk } from './desk.ts';

/** The head that somebody outside now holds. */
export interface GivenHead {
  /** Entries covered. */
  readonly size: number;
  /** The signed note. */
  readonly checkpoint: string;
  /** To whom; null: not known. */
  readonly to: string | null;
}

/**
 * Logs it.
 *
 * @returns the entry that says so
 * @example
 * await noteGivenAway(desk, { size: seq, checkpoint, to: null }, 'A. Archivist');
 */
export async function noteGivenAway(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  { size, checkpoint, to }: GivenHead,
  agent: string,
): Promise<LogEntry> {
  const body = {
    ...({ action: 'checkpoint-anchored', how: 'exported', size, checkpoint } as const),
    ...{ token: null, authority: null, anchoredAt: null, to },
  };
  const [logged] = await store.append([{ at: clock().toISOString(), agent, subject: 'log', body }]);
  if (logged === undefined) throw new TypeError('the store logged nothing');
  return logged;
}
