/** Records that are joined by a chain of possible links: what is decided in one component does not touch another. */

/** Merged sets of whole numbers from 0. */
export interface DisjointSets {
  /** The set's name: one of its members. */
  find(member: number): number;
  /** Joins two sets and returns the name of the whole. */
  join(a: number, b: number): number;
}

/**
 * Every number a set of its own.
 *
 * @example
 * const sets = disjointSets(3);
 * sets.join(0, 2);
 * sets.find(0) === sets.find(2); // true
 */
export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, at) => at);
  const find = (member: number): number => {
    let at = member;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = parent[at] ?? at;
    }
    return at;
  };
  return {
    find,
    join: (a, b) => {
      const [low, high] = [find(a), find(b)].sort((one, other) => one - other) as [number, number];
      parent[high] = low;
      return low;
    },
  };
}

/**
 * The components with two members or more, in the order of their first member; members in ascending order.
 *
 * @param size how many records there are
 * @param links pairs of records, 0-based
 * @example
 * componentsOf(4, [[0, 3], [3, 1]]); // [[0, 1, 3]]
 */
export function componentsOf(
  size: number,
  links: Iterable<readonly [number, number]>,
): readonly (readonly number[])[] {
  const sets = disjointSets(size);
  for (const [a, b] of links) sets.join(a, b);
  const members = new Map<number, number[]>();
  for (let at = 0; at < size; at += 1) {
    const name = sets.find(at);
    const had = members.get(name);
    if (had === undefined) members.set(name, [at]);
    else had.push(at);
  }
  return [...members.values()].filter(({ length }) => length > 1);
}
