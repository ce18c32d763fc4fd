/**
 * Who is who with its uncertainty: linkages drawn from their posterior. Records hang together in components by pairs above a
 * threshold; what is drawn in one does not touch another. Small components are summed exactly (`exact-partitions.ts`), larger
 * ones are sampled by chains that must agree (`partition-chain.ts`): if they do not, no interval is given. What persons
 * decided holds in every draw. The same records, decisions and seed give the same draws.
 */
import { type Refused, refused } from '../estimate/method-outcome.ts';
import { seededUniform } from '../estimate/seeded-chance.ts';
import { bindRecords, type Contradiction, type ListsOfRecords } from './bind-records.ts';
import { type DrawnComponent, drawComponent } from './draw-component.ts';
import { expectedChange, type KeptPartition } from './expected-change.ts';
import { possibleComponents } from './possible-components.ts';
import { type Bindings, NO_BINDINGS, type WeighedPairs } from './resolve.ts';
import { probabilityOf } from './weights.ts';

export interface PosteriorInput {
  /** How many records there are. */
  readonly records: number;
  readonly pairs: WeighedPairs;
  /** The prior odds within each weight, in bits: `priorBits` of the model. */
  readonly priorBits: number;
  /** Null: lists play no part. */
  readonly lists: ListsOfRecords | null;
  readonly bindings?: Bindings;
}

export interface PosteriorOptions {
  /** Whole number, 0 or more. */
  readonly seed: number;
  /** Pairs below this weight, in bits, join nothing: about one in 130 at -7. */
  readonly possible: number;
  /** What a pair that was not compared counts for, in bits of evidence, prior left out. */
  readonly unseen: number;
  /** Draws of the number of people; a multiple of `chains` and of `kept`. */
  readonly draws: number;
  /** Of these, linkages that are kept whole. */
  readonly kept: number;
  /** Chains for each component that is sampled, half of them from either end. */
  readonly chains: number;
  /** Units in a component at most: a larger one is cut where its pairs are weakest. */
  readonly mostUnits: number;
}

export const POSTERIOR_DEFAULTS: PosteriorOptions = {
  seed: 1,
  possible: -7,
  unseen: -10,
  draws: 1000,
  kept: 100,
  chains: 4,
  mostUnits: 500,
};

/** Median and 95 % of the posterior, in whole persons. */
export interface PeopleInterval {
  readonly status: 'told';
  readonly people: number;
  readonly low: number;
  readonly high: number;
}

export interface PosteriorDiagnostics {
  /** Components of two units or more; of these summed exactly, and sampled. */
  readonly components: number;
  readonly exact: number;
  readonly sampled: number;
  /** Records in the largest. */
  readonly largest: number;
  /** Worst R-hat over sampled components; null: none was sampled. */
  readonly rHat: number | null;
  /** Effective draws of the number of people. */
  readonly effective: number;
  /** Components whose chains disagree, by their records, 0-based. */
  readonly unsettled: readonly (readonly number[])[];
  /** Components cut because they were too large, and the weight in bits at which. */
  readonly cut: readonly { readonly records: number; readonly at: number }[];
  /** One person's pairs to be expected among pairs below the threshold: they are in no draw. */
  readonly leftOut: number;
}

export interface PosteriorLinkage {
  /** Distinct people on the lists. */
  readonly people: PeopleInterval | Refused;
  /** By pair of the input: chance that the two records are one person, 0 to 1. */
  readonly together: Float64Array;
  /** By pair of the input: by how many persons an answer is expected to move the number of people. */
  readonly change: Float64Array;
  /** The reading of least expected loss: the person of each record, as the lowest record of the same person. */
  readonly point: Int32Array;
  /** Linkages kept whole. */
  readonly kept: number;
  /** One of them, 0-based: the person of each record, as in `point`. */
  readonly linkage: (draw: number) => Int32Array;
  readonly diagnostics: PosteriorDiagnostics;
}

/** What is told of a linkage without the linkages kept whole: plain data, which passes from one process to another. */
export type PosteriorReading = Omit<PosteriorLinkage, 'linkage'>;

/** Decisions that contradict each other: nothing is drawn. */
export interface Contradicted {
  readonly status: 'contradicted';
  readonly contradictions: readonly Contradiction[];
}

export type PosteriorOutcome<P extends PosteriorReading = PosteriorLinkage> =
  | ({ readonly status: 'drawn' } & P)
  | Contradicted;

/** The bounds of convergence; they are ours, and they are shown. */
export const MOST_R_HAT = 1.05;
export const LEAST_EFFECTIVE = 100;

/**
 * Draws linkages.
 *
 * @param onDrawn told after each component, with how many are drawn and how many there are
 * @example
 * posteriorLinkage({ records: 2, pairs: { left: Int32Array.of(0), right: Int32Array.of(1), weight: Float32Array.of(0) }, priorBits: -9, lists: null }); // one or two people at even odds
 */
export function posteriorLinkage(
  input: PosteriorInput,
  given: Partial<PosteriorOptions> = {},
  onDrawn?: (done: number, of: number) => void,
): PosteriorOutcome {
  const options = { ...POSTERIOR_DEFAULTS, ...given };
  const { records, pairs } = input;
  const bound = bindRecords(records, input.bindings ?? NO_BINDINGS, input.lists);
  if (bound.contradictions.length > 0)
    return { status: 'contradicted', contradictions: bound.contradictions };
  const { components, componentOf, cut } = possibleComponents(input, bound.unitOf, options);
  const drawn = components.map((component, at) => {
    const one = drawComponent(component, options, (chain) =>
      seededUniform(options.seed, at * options.chains + chain),
    );
    onDrawn?.(at + 1, components.length);
    return one;
  });
  const sampled = drawn.filter(({ rHat }) => rHat !== null);
  const unsettled = drawn.filter(isUnsettled);
  const counts = peopleOf(new Set(bound.unitOf).size, drawn, options.draws);
  const effective = Math.min(options.draws, ...sampled.map((one) => one.effective));
  const { together, change } = byPair(pairs, bound.unitOf, drawn);
  return {
    status: 'drawn',
    people: unsettled.length > 0 ? notConverged(unsettled) : intervalOf(counts),
    together,
    change,
    point: labelled(bound.unitOf, drawn, ({ point }) => point),
    kept: options.kept,
    linkage: (draw) => labelled(bound.unitOf, drawn, ({ kept }) => kept[draw]),
    diagnostics: {
      components: drawn.length,
      exact: drawn.length - sampled.length,
      sampled: sampled.length,
      largest: drawn.reduce((most, one) => Math.max(most, one.units.flat().length), 0),
      rHat: sampled.length === 0 ? null : Math.max(...sampled.map(({ rHat }) => rHat ?? 1)),
      effective: Math.round(effective),
      unsettled: unsettled.map(({ units }) => units.flat().sort((a, b) => a - b)),
      cut,
      leftOut: leftOut(pairs, componentOf),
    },
  };
}

function isUnsettled({ rHat, effective }: DrawnComponent): boolean {
  return rHat !== null && (rHat > MOST_R_HAT || effective < LEAST_EFFECTIVE);
}

function notConverged(unsettled: readonly DrawnComponent[]): Refused {
  const largest = Math.max(...unsettled.map(({ units }) => units.flat().length));
  const many = unsettled.length === 1 ? 'One group of records' : `${unsettled.length} groups of records`;
  return refused({
    rule: 'not-converged',
    reason: `${many} (the largest of ${largest}) can be read in ways between which the chains did not settle. Decide pairs in the queue, or add columns that tell these people apart.`,
  });
}

/** People in each draw. */
function peopleOf(units: number, drawn: readonly DrawnComponent[], draws: number): Float64Array {
  const alone = units - drawn.reduce((sum, component) => sum + component.units.length, 0);
  const counts = new Float64Array(draws).fill(alone);
  for (const { persons } of drawn)
    for (let at = 0; at < draws; at += 1) counts[at] = (counts[at] ?? 0) + (persons[at] ?? 0);
  return counts;
}

function intervalOf(counts: Float64Array): PeopleInterval {
  const sorted = Float64Array.from(counts).sort();
  const at = (level: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? 0;
  return { status: 'told', people: at(0.5), low: at(0.025), high: at(0.975) };
}

/** The person of each record under one partition of every component. */
function labelled(
  unitOf: Int32Array,
  drawn: readonly DrawnComponent[],
  blocksOf: (component: DrawnComponent) => Uint16Array | undefined,
): Int32Array {
  const persons = Int32Array.from(unitOf);
  for (const component of drawn) {
    const blocks = blocksOf(component);
    const lowest = new Map<number, number>();
    for (const [unit, records] of component.units.entries()) {
      const block = blocks?.[unit] ?? unit;
      const own = Math.min(...records);
      lowest.set(block, Math.min(own, lowest.get(block) ?? own));
    }
    for (const [unit, records] of component.units.entries())
      for (const record of records) persons[record] = lowest.get(blocks?.[unit] ?? unit) ?? record;
  }
  return persons;
}

/** What the draws say about each pair of the input. */
function byPair(
  { left, right }: WeighedPairs,
  unitOf: Int32Array,
  drawn: readonly DrawnComponent[],
): { readonly together: Float64Array; readonly change: Float64Array } {
  const place = new Map<
    number,
    { readonly of: DrawnComponent; readonly kept: Kept; readonly unit: number }
  >();
  for (const of of drawn) {
    const kept = of.kept.map((blocks): KeptPartition => ({ blocks, persons: new Set(blocks).size }));
    for (const [unit, records] of of.units.entries())
      for (const record of records) place.set(record, { of, kept, unit });
  }
  const together = new Float64Array(left.length);
  const change = new Float64Array(left.length);
  for (const [at, a] of left.entries()) {
    const b = right[at] ?? 0;
    const [one, other] = [place.get(a), place.get(b)];
    if (unitOf[a] === unitOf[b]) together[at] = 1;
    else if (one !== undefined && one.of === other?.of) {
      const p = one.of.together(one.unit, other.unit);
      together[at] = p;
      if (p > UNSURE && p < 1 - UNSURE) change[at] = expectedChange([one.unit, other.unit], p, one.kept);
    }
  }
  return { together, change };
}

type Kept = readonly KeptPartition[];

/** A pair this close to certain moves nothing worth counting. */
const UNSURE = 0.001;

function leftOut({ left, right, weight }: WeighedPairs, componentOf: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) {
    const component = componentOf[left[at] ?? 0] ?? -1;
    if (component < 0 || component !== componentOf[right[at] ?? 0]) sum += probabilityOf(weight[at] ?? 0);
  }
  return sum;
}
