/**
 * One linkage as a table of capture histories: who stands on which lists. A table for each posterior linkage is what the
 * estimate averages over (`estimate/linkage-average.ts`).
 */
import { type CaptureTable, captureTable } from '../estimate/capture-table.ts';

/**
 * Counts the persons of a linkage by the lists that they stand on.
 *
 * @param persons the person of each record
 * @param listOf the list of each record, 0-based
 * @param lists names of the lists, 12 at most
 * @example
 * listHistories(Int32Array.of(0, 0, 2), [0, 1, 1], ['A', 'B']).counts; // [0, 0, 1, 1]: one on B alone, one on both
 */
export function listHistories(
  persons: Int32Array,
  listOf: ArrayLike<number>,
  lists: readonly string[],
): CaptureTable {
  const histories = new Map<number, number>();
  for (const [record, person] of persons.entries())
    histories.set(person, (histories.get(person) ?? 0) | (1 << (listOf[record] ?? 0)));
  const counts = new Map<number, number>();
  for (const history of histories.values()) counts.set(history, (counts.get(history) ?? 0) + 1);
  return captureTable(lists, counts);
}
