/**
 * The components of a linkage: records bound by decisions or joined by possible pairs. A component that is too large for a
 * sampler is cut where its pairs are weakest, and that is told.
 */
import type { ListsOfRecords } from './bind-records.ts';
import { disjointSets } from './components.ts';
import { type EvidencePair, type LinkageComponent, linkageComponent } from './linkage-blocks.ts';
import { type Bindings, NO_BINDINGS, type WeighedPairs } from './resolve.ts';

export interface ComponentsInput {
  readonly records: number;
  readonly pairs: WeighedPairs;
  /** Within each weight, in bits. */
  readonly priorBits: number;
  readonly lists: ListsOfRecords | null;
  readonly bindings?: Bindings;
}

export interface ComponentsOptions {
  /** Bits. */
  readonly possible: number;
  /** Bits of evidence. */
  readonly unseen: number;
  readonly mostUnits: number;
}

export interface PossibleComponents {
  /** Those of two units or more, in the order of their lowest record. */
  readonly components: readonly LinkageComponent[];
  /** By record, the place of its component; -1 where it hangs together with none. */
  readonly componentOf: Int32Array;
  readonly cut: readonly { readonly records: number; readonly at: number }[];
}

/** The threshold rises by so many bits at a time where a component is too large. */
const STEP = 2;

/**
 * Cuts the records into components.
 *
 * @param unitOf the unit of each record, as its lowest record
 * @example
 * possibleComponents(input, bound.unitOf, { possible: -7, unseen: -10, mostUnits: 500 }).components.length;
 */
export function possibleComponents(
  input: ComponentsInput,
  unitOf: Int32Array,
  options: ComponentsOptions,
): PossibleComponents {
  const { records, pairs, priorBits, lists, bindings = NO_BINDINGS } = input;
  const { left, right, weight } = pairs;
  const freeListOf = (record: number): number | null => {
    const list = lists?.listOf[record] ?? -1;
    return lists?.free[list] === true ? list : null;
  };
  const decided = new Set(bindings.different.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const mayJoin = (at: number): boolean => {
    const [a, b] = [left[at] ?? 0, right[at] ?? 0];
    const list = freeListOf(a);
    return (list === null || list !== freeListOf(b)) && !decided.has(`${a} ${b}`);
  };
  const usable = Array.from({ length: left.length }, (_, at) => at).filter(
    (at) => (weight[at] ?? 0) >= options.possible && mayJoin(at),
  );
  const made = cutAt({ units: unitOf, pairs, among: usable }, options);
  const components = made.groups.map((units) => {
    const members = new Map<number, number[]>();
    for (const unit of units) members.set(unit, []);
    return members;
  });
  const componentOf = new Int32Array(records).fill(-1);
  for (let record = 0; record < records; record += 1) {
    const at = made.groupOf.get(unitOf[record] ?? record);
    if (at === undefined) continue;
    componentOf[record] = at;
    components[at]?.get(unitOf[record] ?? record)?.push(record);
  }
  const inside = components.map((): EvidencePair[] => []);
  const joining = new Set(made.joining);
  for (let at = 0; at < left.length; at += 1) {
    const [a, b] = [left[at] ?? 0, right[at] ?? 0];
    const component = componentOf[a] ?? -1;
    if (component < 0 || component !== componentOf[b]) continue;
    const evidence = ((weight[at] ?? 0) - priorBits) * Math.LN2;
    inside[component]?.push({ left: a, right: b, evidence, possible: joining.has(at) });
  }
  const differentIn = components.map((): (readonly [number, number])[] => []);
  for (const [a, b] of bindings.different) {
    const component = componentOf[a] ?? -1;
    if (component >= 0 && component === componentOf[b]) differentIn[component]?.push([a, b]);
  }
  const rules = { logTheta: -priorBits * Math.LN2, unseen: options.unseen * Math.LN2 };
  return {
    components: components.map((units, at) =>
      linkageComponent(
        {
          units: [...units.values()],
          pairs: inside[at] ?? [],
          different: differentIn[at] ?? [],
          freeListOf,
        },
        rules,
      ),
    ),
    componentOf,
    cut: made.cut,
  };
}

interface Grouped {
  /** Units of each component, by their lowest record. */
  readonly groups: readonly (readonly number[])[];
  readonly groupOf: ReadonlyMap<number, number>;
  /** Pairs that join. */
  readonly joining: readonly number[];
  readonly cut: PossibleComponents['cut'];
}

function cutAt(
  {
    units,
    pairs: { left, right, weight },
    among,
  }: { readonly units: Int32Array; readonly pairs: WeighedPairs; readonly among: readonly number[] },
  { possible, mostUnits }: ComponentsOptions,
): Grouped {
  const unitAt = (side: Int32Array, at: number): number => units[side[at] ?? 0] ?? 0;
  const done: number[][] = [];
  const joining: number[] = [];
  const cut: { records: number; at: number }[] = [];
  let open: readonly { readonly pairs: readonly number[]; readonly at: number }[] = [
    { pairs: among, at: possible },
  ];
  while (open.length > 0) {
    const next: { pairs: readonly number[]; at: number }[] = [];
    for (const { pairs, at: threshold } of open) {
      const sets = disjointSets(units.length);
      for (const at of pairs) sets.join(unitAt(left, at), unitAt(right, at));
      const byGroup = new Map<number, { members: Set<number>; pairs: number[] }>();
      for (const at of pairs) {
        const name = sets.find(unitAt(left, at));
        const group = byGroup.get(name) ?? { members: new Set(), pairs: [] };
        byGroup.set(name, group);
        group.members.add(unitAt(left, at)).add(unitAt(right, at));
        group.pairs.push(at);
      }
      for (const { members, pairs: own } of byGroup.values()) {
        if (members.size < 2) continue;
        if (members.size <= mostUnits) {
          done.push([...members].sort((a, b) => a - b));
          joining.push(...own);
        } else {
          const higher = threshold + STEP;
          cut.push({ records: members.size, at: higher });
          next.push({ pairs: own.filter((at) => (weight[at] ?? 0) >= higher), at: higher });
        }
      }
    }
    open = next;
  }
  const groups = done.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const groupOf = new Map(groups.flatMap((group, at) => group.map((unit) => [unit, at] as const)));
  return { groups, groupOf, joining, cut };
}
