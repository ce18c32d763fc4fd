/** The option `--threads` of commands that work on several cores. */
import { type Options, usageError } from './command.ts';

/** More threads than any collection on one machine makes use of. */
const MOST_THREADS = 64;

/**
 * The number given; null: one for each core.
 *
 * @param name of the command
 * @throws OnRecordError `bad-usage`
 * @example
 * threadsOf({ threads: '2' }, 'propose'); // 2
 */
export function threadsOf({ threads }: Options, name: string): number | null {
  if (threads === undefined) return null;
  const number = typeof threads === 'string' && /^\d{1,3}$/u.test(threads) ? Number(threads) : Number.NaN;
  if (!(number <= MOST_THREADS))
    throw usageError(`--threads must be a whole number from 0 to ${MOST_THREADS}`, name);
  return number;
}
