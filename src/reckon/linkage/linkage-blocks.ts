/**
 * One component of a linkage as the samplers see it: units of records, the evidence between them, and what must not come
 * together. A set of units is a block when it may be one person: its units hang together by possible pairs, and no two of
 * them are kept apart. The posterior of a partition is the product over its blocks of
 *
 *     θ · (size − 1)! · product over pairs of records in the block of m / u
 *
 * The first two factors are Ewens' distribution over partitions with θ = (1 − λ) / λ: two records are one person with chance
 * λ before anything is compared, the prior of the Fellegi–Sunter model, and every further record of a person costs it once.
 * The last is the likelihood of Sadinle 2014 with m and u held at what the model learned. Natural logarithms throughout.
 */

/** Two records with the evidence for one person, prior left out. */
export interface EvidencePair {
  /** Records, 0-based. */
  readonly left: number;
  readonly right: number;
  /** log of m / u. */
  readonly evidence: number;
  /** Whether the pair alone may join two units: it lies above the threshold. */
  readonly possible: boolean;
}

export interface BlockRules {
  /** log θ. */
  readonly logTheta: number;
  /** What a pair of records that was not compared counts for: log of m / u. */
  readonly unseen: number;
}

/** Units are numbered 0-based within the component. */
export interface LinkageComponent {
  /** Records of each unit, 0-based over the whole linkage. */
  readonly units: readonly (readonly number[])[];
  /** By unit, the units that a possible pair ties it to; none of them is kept apart from it. */
  readonly near: readonly (readonly number[])[];
  /** By unit, evidence between it and others where it is not that of unseen pairs: what it adds to that. */
  readonly beyond: readonly ReadonlyMap<number, number>[];
  /** By unit, evidence among its own records. */
  readonly within: Float64Array;
  /** Whether two units must not be one person. */
  readonly apart: (a: number, b: number) => boolean;
  readonly rules: BlockRules;
}

export interface ComponentInput {
  /** Records of each unit. */
  readonly units: readonly (readonly number[])[];
  /** Compared pairs between records of the component. */
  readonly pairs: readonly EvidencePair[];
  /** Pairs of records that persons decided to be two people. */
  readonly different: readonly (readonly [number, number])[];
  /** The list of a record where that list is declared free of duplicates; null where not. */
  readonly freeListOf: (record: number) => number | null;
}

/** log of (size − 1)!, by size. */
const LOG_ORDERS: number[] = [0, 0];

/**
 * The prior of a block of so many records: log θ and the ways to order them.
 *
 * @example
 * blockPrior(3, { logTheta: 10, unseen: -7 }); // 10 + log 2
 */
export function blockPrior(size: number, { logTheta }: BlockRules): number {
  for (let at = LOG_ORDERS.length; at <= size; at += 1)
    LOG_ORDERS.push((LOG_ORDERS[at - 1] ?? 0) + Math.log(at - 1));
  return logTheta + (LOG_ORDERS[size] ?? 0);
}

/**
 * The evidence between two units of a component, all their pairs of records.
 *
 * @example
 * evidenceBetween(component, 0, 1);
 */
export function evidenceBetween({ units, beyond, rules }: LinkageComponent, a: number, b: number): number {
  const pairs = (units[a]?.length ?? 0) * (units[b]?.length ?? 0);
  return pairs * rules.unseen + (beyond[a]?.get(b) ?? 0);
}

/**
 * Builds a component.
 *
 * @example
 * linkageComponent({ units: [[0], [1]], pairs: [{ left: 0, right: 1, evidence: 12, possible: true }], different: [], freeListOf: () => null }, rules);
 */
export function linkageComponent(input: ComponentInput, rules: BlockRules): LinkageComponent {
  const { units, pairs } = input;
  const unitOf = new Map(units.flatMap((records, unit) => records.map((record) => [record, unit] as const)));
  const apart = apartness(input, unitOf);
  const near = units.map(() => new Set<number>());
  const beyond = units.map(() => new Map<number, number>());
  const within = Float64Array.from(units, ({ length }) => ((length * (length - 1)) / 2) * rules.unseen);
  for (const { left, right, evidence, possible } of pairs) {
    const a = unitOf.get(left) ?? 0;
    const b = unitOf.get(right) ?? 0;
    if (a === b) {
      within[a] = (within[a] ?? 0) + evidence - rules.unseen;
      continue;
    }
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = beyond[one];
      row?.set(other, (row.get(other) ?? 0) + evidence - rules.unseen);
      if (possible && !apart(a, b)) near[one]?.add(other);
    }
  }
  return { units, near: near.map((row) => [...row].sort((a, b) => a - b)), beyond, within, apart, rules };
}

function apartness(
  { units, different, freeListOf }: ComponentInput,
  unitOf: ReadonlyMap<number, number>,
): LinkageComponent['apart'] {
  const decided = units.map(() => new Set<number>());
  for (const [one, other] of different) {
    const a = unitOf.get(one);
    const b = unitOf.get(other);
    if (a === undefined || b === undefined) continue;
    decided[a]?.add(b);
    decided[b]?.add(a);
  }
  const lists = units.map((records) => records.map(freeListOf).filter((list) => list !== null));
  return (a, b) => decided[a]?.has(b) === true || lists[a]?.some((list) => lists[b]?.includes(list)) === true;
}

/**
 * Whether units hang together by possible pairs among themselves.
 *
 * @param members units, one at least
 * @example
 * hangsTogether(component, [0, 2]);
 */
export function hangsTogether({ near }: LinkageComponent, members: readonly number[]): boolean {
  if (members.length < 2) return true;
  const left = new Set(members.slice(1));
  const reached = [members[0] ?? 0];
  for (let at = reached.pop(); at !== undefined && left.size > 0; at = reached.pop())
    for (const next of near[at] ?? []) if (left.delete(next)) reached.push(next);
  return left.size === 0;
}

/**
 * The logarithm of a block's factor; minus infinity where the units cannot be one person.
 *
 * @example
 * logBlock(component, [0, 1]);
 */
export function logBlock(component: LinkageComponent, members: readonly number[]): number {
  const { units, within, apart, rules } = component;
  let sum = 0;
  let size = 0;
  for (const [at, a] of members.entries()) {
    size += units[a]?.length ?? 0;
    sum += within[a] ?? 0;
    for (let beside = at + 1; beside < members.length; beside += 1) {
      const b = members[beside] ?? 0;
      if (apart(a, b)) return Number.NEGATIVE_INFINITY;
      sum += evidenceBetween(component, a, b);
    }
  }
  return hangsTogether(component, members) ? sum + blockPrior(size, rules) : Number.NEGATIVE_INFINITY;
}
