/**
 * Goes on with a check after something that cannot be read: a log that was changed may be unreadable further on, which must
 * not hide what was found. Without an earlier finding that explains it, the error stands.
 */
import type { VerifyFault } from './verify-fault.ts';

/** Runs one part of a check; `otherwise` is the result of one that could not be read. */
export type ReadOn = <T>(item: string, otherwise: T, part: () => Promise<T>) => Promise<T>;

/**
 * Makes the runner of the parts of a check.
 *
 * @param beside what a check that goes on beside this one finds; waited for only after an error
 * @example
 * const unless = readOn(faults);
 * const captures = await unless('captures', [], () => desk.store.captures());
 */
export function readOn(
  faults: VerifyFault[],
  beside: () => Promise<readonly VerifyFault[]> = async () => [],
): ReadOn {
  return async (item, otherwise, part) => {
    const before = faults.length;
    try {
      return await part();
    } catch (error) {
      if (before === 0 && (await beside()).length === 0) throw error;
      const message =
        'This could not be read to its end, because of what was changed: more may differ than is told.';
      faults.push({ check: 'log', item, message });
      return otherwise;
    }
  };
}
