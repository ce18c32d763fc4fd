/**
 * How many people stand on which lists: one count for each capture history. The only input of every estimate; no person
 * is in it. What stands on no list is never in a table: that is what is estimated.
 */

/** Counts of people by capture history. */
export interface CaptureTable {
  /** Names of the lists, in the order of the bits of a history. */
  readonly lists: readonly string[];
  /**
   * Persons by history, length 2^lists: bit i of the index is set when the person is on list i. Index 0 is 0: nobody
   * has counted those.
   */
  readonly counts: readonly number[];
}

/** More would need 2^13 cells, and no estimate of so many lists is known to be of use. */
export const MOST_LISTS = 12;

/**
 * Lists in a history.
 *
 * @example
 * listsIn(0b101); // 2
 */
export function listsIn(history: number): number {
  let left = history;
  let many = 0;
  while (left !== 0) {
    left &= left - 1;
    many += 1;
  }
  return many;
}

/**
 * A table of these counts.
 *
 * @param cells pairs of history and persons; pairs with the same history add up
 * @example
 * captureTable(['A', 'B', 'C'], [[0b001, 40], [0b010, 30], [0b100, 20], [0b011, 6]]).counts; // [0, 40, 30, 6, 20, 0, 0, 0]
 */
export function captureTable(
  lists: readonly string[],
  cells: Iterable<readonly [history: number, persons: number]>,
): CaptureTable {
  const counts = new Array<number>(2 ** lists.length).fill(0);
  for (const [history, persons] of cells) if (history > 0) counts[history] = (counts[history] ?? 0) + persons;
  return Object.freeze({ lists: Object.freeze([...lists]), counts: Object.freeze(counts) });
}

/**
 * People in the table: those on at least one list.
 *
 * @example
 * recorded(captureTable(['A', 'B', 'C'], [[0b001, 40], [0b011, 6]])); // 46
 */
export function recorded(table: CaptureTable): number {
  return table.counts.reduce((sum, count) => sum + count, 0);
}

/**
 * People on all of these lists, whatever else they are on.
 *
 * @param subset bits of lists; 0 gives all people
 * @example
 * onAll(table, 0b011); // on the first and on the second list
 */
export function onAll(table: CaptureTable, subset: number): number {
  return table.counts.reduce((sum, count, history) => ((history & subset) === subset ? sum + count : sum), 0);
}

/**
 * The table that the other lists alone would give: people found on this list only drop out of it.
 *
 * @param list index of the list, 0-based
 * @example
 * withoutList(table, 2).lists.length; // one less
 */
export function withoutList(table: CaptureTable, list: number): CaptureTable {
  return captureTable(
    table.lists.filter((_, index) => index !== list),
    table.counts.map((count, history) => [squeezed(history, list), count] as const),
  );
}

/**
 * The people of one list as seen by the others: a population whose size is known.
 *
 * @param list index of the list, 0-based
 * @example
 * const { table: seen, size } = peopleOfList(table, 0); // `size` people, of whom `recorded(seen)` are on another list
 */
export function peopleOfList(
  table: CaptureTable,
  list: number,
): { readonly table: CaptureTable; readonly size: number } {
  const bit = 1 << list;
  const cells = table.counts.flatMap((count, history) =>
    (history & bit) === 0 ? [] : [[squeezed(history, list), count] as const],
  );
  const lists = table.lists.filter((_, index) => index !== list);
  return { table: captureTable(lists, cells), size: onAll(table, bit) };
}

/** A history without the bit of one list. */
function squeezed(history: number, list: number): number {
  const below = (1 << list) - 1;
  return (history & below) | ((history >> 1) & ~below);
}

/**
 * A history in names, for people.
 *
 * @example
 * namesIn(table, 0b011); // ['A', 'B']
 */
export function namesIn(table: Pick<CaptureTable, 'lists'>, history: number): readonly string[] {
  return table.lists.filter((_, index) => (history & (1 << index)) !== 0);
}

/**
 * Pairs of lists that hold exactly the same people: one list under two names. Taken for two they would make it seem that
 * hardly anybody was missed.
 *
 * @example
 * identicalLists(table); // [['A', 'B']]
 */
export function identicalLists(table: CaptureTable): readonly (readonly [string, string])[] {
  const { lists, counts } = table;
  const apart = (a: number, b: number): boolean =>
    counts.some((count, history) => count > 0 && ((history >> a) & 1) !== ((history >> b) & 1));
  return lists.flatMap((first, a) =>
    lists
      .slice(a + 1)
      .flatMap((second, after) => (apart(a, a + 1 + after) ? [] : [[first, second] as const])),
  );
}
