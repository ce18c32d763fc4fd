/**
 * What another process made while this one was choosing: an actor of the same name, a proposition under the same blocking key.
 * Looked at once, before the first entry of an append is written, so that nothing is ever made twice by two writers at once.
 */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import { foldName } from '../../record/actor.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { GroupKey } from '../projection/projection.ts';

/** What an append makes anew. */
export interface Made {
  /** As `foldName` gives them. */
  readonly names: readonly string[];
  /** Blocking keys. */
  readonly keys: readonly string[];
  /** Entries that the log had when they were chosen. */
  readonly since: number;
}

/**
 * Gathers it; null: no entry asks for it, or nothing is made.
 *
 * @example
 * madeBy([{ ...entry, madeSince: 12 }], groupKey)?.names; // ['harbour daily']
 */
export function madeBy(entries: readonly NewEntry[], groupKey: GroupKey): Made | null {
  const names = new Set<string>();
  const keys = new Set<string>();
  let since = Number.POSITIVE_INFINITY;
  for (const { body, madeSince } of entries) {
    if (madeSince === undefined) continue;
    if (
      body.action !== 'source-captured' &&
      body.action !== 'claims-proposed' &&
      body.action !== 'links-proposed'
    )
      continue;
    since = Math.min(since, madeSince);
    for (const actor of body.actors) for (const { text } of actor.names) names.add(foldName(text));
    if (body.action === 'claims-proposed') for (const one of body.propositions) keys.add(groupKey(one));
  }
  names.delete('');
  return names.size + keys.size === 0 ? null : { names: [...names], keys: [...keys], since };
}

/**
 * Refuses the append.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * if (found.length > 0) refuseMade();
 */
export function refuseMade(): never {
  const message = 'Another process wrote the same actor or proposition meanwhile.';
  throw new OnRecordError('vault-busy', `${message} Nothing of this step was stored. Run it again.`, {
    faults: [{ path: 'madeSince', message }],
  });
}
