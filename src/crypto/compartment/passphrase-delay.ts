/**
 * How long to wait before the next try of a passphrase: nothing after one or two wrong ones, then 2, 4, 8 seconds and
 * so on, at most 15 minutes. It slows whoever sits at this program; whoever has copied the file can try elsewhere, at
 * the cost of Argon2id a try.
 */

const FREE_TRIES = 2;
const MOST_MS = 15 * 60_000;

/** Wrong tries since the last right one. */
export interface FailedTries {
  readonly count: number;
  /** Milliseconds since 1970 of the last one. */
  readonly last: number;
}

/** No wrong try yet. */
export const NO_FAILED_TRIES: FailedTries = Object.freeze({ count: 0, last: 0 });

/**
 * Milliseconds to wait before the next try; 0 for none. Wait so long, then let one try through: a clock that was set
 * back does not shorten the wait, and does not make it endless.
 *
 * @param now milliseconds since 1970
 * @example
 * waitBeforeTry({ count: 3, last: now }, now); // 2000
 */
export function waitBeforeTry({ count, last }: FailedTries, now: number): number {
  const full = delayOf(count);
  const passed = now - last;
  return passed < 0 ? full : Math.max(0, full - passed);
}

/**
 * The tries after another wrong one.
 *
 * @example
 * const tries = afterFailure(NO_FAILED_TRIES, now); // { count: 1, last: now }
 */
export function afterFailure({ count }: FailedTries, now: number): FailedTries {
  return Object.freeze({ count: count + 1, last: now });
}

function delayOf(count: number): number {
  return count <= FREE_TRIES ? 0 : Math.min(MOST_MS, 1000 * 2 ** (count - FREE_TRIES));
}
