/**
 * Limits tries to sign in, by account and by where they come from. A try is counted before it is looked at, so that many at once
 * get no more than one after another. Where somebody comes from is kept as a hash, and forgotten.
 */
import { keyedHash } from '../../crypto/keyed-hash.ts';
import type { Team } from './team.ts';

/** Seconds for which a row of tries counts. */
export const TRY_WINDOW = 900;
/** Tries within it. */
export const MOST_TRIES = { account: 10, address: 100 } as const;

/** Too many tries: nothing is looked at until the time is over. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';
  /** Seconds. */
  readonly wait = TRY_WINDOW;
}

/** Who tries. */
export interface Trying {
  /** Name or other mark of the account; null: none was named. */
  readonly account: string | null;
  /** Network address; null: not known. */
  readonly address: string | null;
}

/**
 * Counts a try.
 *
 * @throws TooManyTries
 * @example
 * await countTry(team, { account: 'mira', address: '192.0.2.7' });
 */
export async function countTry(team: Team, trying: Trying): Promise<void> {
  const now = team.clock();
  const since = new Date(now.getTime() - TRY_WINDOW * 1000).toISOString();
  let over = false;
  for (const kind of ['account', 'address'] as const) {
    const named = trying[kind];
    if (named === null) continue;
    const count = await team.store.countTry(keyOf(team, kind, named), now.toISOString(), since);
    over ||= count > MOST_TRIES[kind];
  }
  if (over) throw new TooManyTries();
}

/**
 * Forgets the tries of an account: it was signed in to.
 *
 * @example
 * await forgiveTries(team, 'mira');
 */
export async function forgiveTries(team: Team, account: string): Promise<void> {
  await team.store.forgetTries(keyOf(team, 'account', account));
}

function keyOf(team: Team, kind: string, named: string): string {
  return keyedHash(team.key, `team tries ${kind}`, named);
}
