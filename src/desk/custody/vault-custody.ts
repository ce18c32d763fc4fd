/** Whose log a vault's is, how far it goes, what left it, and when everything was last checked. */
import type { LogEntry } from '../../record/log-entry.ts';
import type { Desk } from '../desk.ts';
import { type LogHead, logHead } from '../log-head.ts';

/** A check that was written into the log. */
export interface LastCheck extends Pick<LogEntry, 'seq' | 'at' | 'agent'> {
  readonly captures: number;
  readonly entries: number;
  /** 0: nothing differed. */
  readonly faults: number;
}

export interface VaultCustody {
  /** First line of every checkpoint: the name of the log. */
  readonly origin: string;
  /** Verifier key, as it is given to those who check. */
  readonly vkey: string;
  /** Null while the log is empty. */
  readonly head: LogHead | null;
  /** Names of the partner organisations that sign checkpoints. */
  readonly witnesses: readonly string[];
  /** Checkpoints that left the vault, by how. */
  readonly anchored: Readonly<Record<'exported' | 'witnessed' | 'timestamped', number>>;
  /** Null: no check was ever logged. */
  readonly lastCheck: LastCheck | null;
}

/**
 * Tells it.
 *
 * @example
 * (await vaultCustody(desk)).origin; // 'onrecord.log/…'
 */
export async function vaultCustody({ store }: Pick<Desk, 'store'>): Promise<VaultCustody> {
  const anchored = { exported: 0, witnessed: 0, timestamped: 0 };
  for (const { body } of await store.entriesWith('checkpoint-anchored'))
    if (body?.action === 'checkpoint-anchored') anchored[body.how] += 1;
  const { witnesses } = await store.settings();
  return {
    origin: store.identity.origin,
    vkey: store.identity.vkey,
    head: await logHead(store),
    witnesses: witnesses.map(({ name }) => name),
    anchored,
    lastCheck: lastOf(await store.entriesWith('fixity-checked')),
  };
}

function lastOf(checks: readonly LogEntry[]): LastCheck | null {
  const last = checks.at(-1);
  if (last?.body?.action !== 'fixity-checked') return null;
  const { seq, at, agent, body } = last;
  return { seq, at, agent, captures: body.captures, entries: body.entries, faults: body.faults };
}
