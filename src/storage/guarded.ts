/** Work whose faults come out in the house's words. */

/**
 * Gives a runner: what the work throws is turned into another fault.
 *
 * @param faultOf what is thrown in place of what was caught
 * @example
 * const guarded = guardedBy((error) => storageFault(error, dir));
 * await guarded(() => readFile(path));
 */
export function guardedBy(faultOf: (error: unknown) => unknown): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      throw faultOf(error);
    }
  };
}
