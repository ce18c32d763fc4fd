/** What `onrecord people` reaches outside for: the engine that compares pairs. */
import type { LinkRecords } from '../desk/ports/pair-linking.ts';

/**
 * Opens the engine; it is loaded when it is first asked.
 *
 * @param threads null: one for each core
 * @example
 * const linked = await peopleEngine(null)(columns, rows, { recall: 0.8 });
 */
export function peopleEngine(threads: number | null): LinkRecords {
  return async (columns, rows, { recall }) => {
    const [{ linkRecords }, { availableParallelism }] = await Promise.all([
      import('../engine/duckdb/link-records.ts'),
      import('node:os'),
    ]);
    return linkRecords(columns, rows, { recall, threads: threads ?? availableParallelism() });
  };
}
