/** The beginning of a long list in an order, without bringing all of the list into it. */

/**
 * The first rows as sorting would give them: rows that compare equal stay in the order of the list.
 *
 * @param most how many rows; 0 or more
 * @example
 * firstInOrder([3, 1, 2], (a, b) => a - b, 2); // [1, 2]
 */
export function firstInOrder<T>(
  all: readonly T[],
  compare: (a: T, b: T) => number,
  most: number,
): readonly T[] {
  // Putting each row in its place among the first costs more than sorting where these are many.
  if (most * 8 > all.length) return all.toSorted(compare).slice(0, most);
  const first = all.slice(0, most).sort(compare);
  for (let at = most; at < all.length; at += 1) {
    const row = all[at] as T;
    const last = first.at(-1);
    if (last === undefined || compare(row, last) >= 0) continue;
    first.pop();
    first.splice(placeOf(row, first, compare), 0, row);
  }
  return first;
}

/** After the last row that does not come after it. */
function placeOf<T>(row: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(sorted[middle] as T, row) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
