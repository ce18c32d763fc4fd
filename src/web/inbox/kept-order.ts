/** Rows that are told anew while somebody looks at them stay where they are: what others do moves nothing away under the hand. */

/**
 * The rows in the order in which they were shown; those that came since stand at the end.
 *
 * @param shown ids in their order
 * @example
 * inKeptOrder([{ id: 'b' }, { id: 'a' }, { id: 'c' }], ['a', 'b']).map(({ id }) => id); // ['a', 'b', 'c']
 */
export function inKeptOrder<T extends { readonly id: string }>(
  rows: readonly T[],
  shown: readonly string[],
): readonly T[] {
  const places = new Map(shown.map((id, at) => [id, at]));
  const placeOf = ({ id }: T): number => places.get(id) ?? shown.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}
