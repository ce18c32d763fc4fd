/**
 * What persons decided and what lists declare, brought together before anything is drawn: records that must be one person are
 * bound into one unit, units that must not be one are kept apart. What contradicts itself is told with the decisions that
 * make it, and nothing is drawn until one of them is taken back.
 */
import { disjointSets } from './components.ts';
import type { Bindings } from './resolve.ts';

/** Lists by record: the place of each record's list, and which lists declare that nobody stands on them twice. */
export interface ListsOfRecords {
  /** 0-based place of the list, by record. */
  readonly listOf: ArrayLike<number>;
  /** By list: whether it is declared free of duplicates. */
  readonly free: readonly boolean[];
}

/** Decisions that cannot all hold. */
export interface Contradiction {
  /** `different`: the two records are also decided to be different. `list`: both stand on a list declared free of duplicates. */
  readonly kind: 'different' | 'list';
  /** The two records, 0-based. */
  readonly between: readonly [number, number];
  /** The records that the decisions "one person" lead through, from the first of the two to the second. */
  readonly chain: readonly number[];
}

export interface BoundRecords {
  /** The unit of each record, as its lowest record. */
  readonly unitOf: Int32Array;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Binds records into units and finds every contradiction.
 *
 * @param lists null: no list is declared free of duplicates
 * @example
 * bindRecords(3, { same: [[0, 1], [1, 2]], different: [[0, 2]] }, null).contradictions; // between 0 and 2, chain 0, 1, 2
 */
export function bindRecords(
  records: number,
  { same, different }: Bindings,
  lists: ListsOfRecords | null,
): BoundRecords {
  const sets = disjointSets(records);
  for (const [a, b] of same) sets.join(a, b);
  const unitOf = Int32Array.from({ length: records }, (_, at) => sets.find(at));
  const beside = new Map<number, number[]>();
  for (const [a, b] of same) {
    put(beside, a, b);
    put(beside, b, a);
  }
  const contradictions: Contradiction[] = different.flatMap(([a, b]) =>
    unitOf[a] === unitOf[b] ? [{ kind: 'different', between: [a, b], chain: chainOf(beside, a, b) }] : [],
  );
  if (lists !== null) contradictions.push(...againstLists(unitOf, beside, lists));
  return { unitOf, contradictions };
}

/** Records of one unit that stand on one list declared free of duplicates. */
function againstLists(
  unitOf: Int32Array,
  beside: ReadonlyMap<number, readonly number[]>,
  { listOf, free }: ListsOfRecords,
): readonly Contradiction[] {
  const first = new Map<string, number>();
  const found: Contradiction[] = [];
  for (const record of [...beside.keys()].sort((a, b) => a - b)) {
    const list = listOf[record] ?? -1;
    if (free[list] !== true) continue;
    const key = `${unitOf[record]} ${list}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, record);
    else found.push({ kind: 'list', between: [earlier, record], chain: chainOf(beside, earlier, record) });
  }
  return found;
}

/** The shortest way from one record to another along decisions "one person". */
function chainOf(
  beside: ReadonlyMap<number, readonly number[]>,
  from: number,
  to: number,
): readonly number[] {
  const cameFrom = new Map<number, number>([[from, from]]);
  for (const at of cameFrom.keys()) {
    if (at === to) break;
    for (const next of beside.get(at) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, at);
  }
  const chain = [to];
  for (let at = to; at !== from; ) {
    at = cameFrom.get(at) ?? from;
    chain.unshift(at);
  }
  return chain;
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const had = map.get(key);
  if (had === undefined) map.set(key, [value]);
  else had.push(value);
}
