/** What `onrecord people` reaches outside for: the engine that compares pairs. */
import type { LinkRecords } from '../desk/ports/pair-linking.ts';
import { readNameTables } from './name-tables.ts';

/**
 * Opens the engine; it is loaded when it is first asked.
 *
 * @param threads null: one for each core
 * @example
 * const linked = await peopleEngine(null)(columns, rows, { recall: 0.8, recordOf: [0, 1] });
 */
export function peopleEngine(threads: number | null): LinkRecords {
  return async (columns, rows, { recall, recordOf }) => {
    const [{ linkRecords }, { availableParallelism }, names] = await Promise.all([
      import('../engine/duckdb/link-records.ts'),
      import('node:os'),
      readNameTables(),
    ]);
    return linkRecords(columns, rows, {
      recall,
      recordOf,
      names,
      threads: threads ?? availableParallelism(),
    });
  };
}
