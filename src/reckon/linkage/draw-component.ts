/** Draws from the posterior of one component: exactly where it is small, else by chains from dispersed starts. */
import { diagnose } from '../estimate/chain-diagnostics.ts';
import type { Uniform } from '../estimate/seeded-chance.ts';
import { exactPartitions, MOST_EXACT_UNITS } from './exact-partitions.ts';
import type { LinkageComponent } from './linkage-blocks.ts';
import { pairsTogether, pairTally } from './pair-tally.ts';
import { openPartitionChain, type PartitionChain } from './partition-chain.ts';

export interface DrawnComponent {
  /** Records of each unit. */
  readonly units: readonly (readonly number[])[];
  /** Persons by draw. */
  readonly persons: Uint16Array;
  /** Whole partitions, evenly spread over the draws: the block of each unit. */
  readonly kept: readonly Uint16Array[];
  /** Chance that two units are one person. */
  readonly together: (a: number, b: number) => number;
  readonly point: Uint16Array;
  /** Null: summed exactly. 1 where the chains never moved from one and the same partition. */
  readonly rHat: number | null;
  readonly effective: number;
}

export interface DrawOptions {
  readonly draws: number;
  readonly kept: number;
  readonly chains: number;
}

/** Sweeps before the first draw and between draws; both grow fourfold when chains disagree, so often. */
const WARM_UP = 100;
const BETWEEN = 2;
const TRIES = 3;
/** Chains go on until they are well within the bounds of a refusal. */
const SETTLED = 1.03;
const ENOUGH = 200;
/** Moves a chain may take in one try: what bounds the time of a large component. */
const MOST_MOVES = 150_000;

/**
 * Draws from a component.
 *
 * @param chanceOf chance for each chain
 * @example
 * drawComponent(component, { draws: 1000, kept: 100, chains: 4 }, (chain) => seededUniform(1, chain)).persons;
 */
export function drawComponent(
  component: LinkageComponent,
  options: DrawOptions,
  chanceOf: (chain: number) => Uniform,
): DrawnComponent {
  return component.units.length <= MOST_EXACT_UNITS
    ? drawExactly(component, options, chanceOf(0))
    : drawByChains(component, options, chanceOf);
}

function drawExactly(
  component: LinkageComponent,
  { draws, kept }: DrawOptions,
  uniform: Uniform,
): DrawnComponent {
  const exact = exactPartitions(component);
  const every = draws / kept;
  const persons = new Uint16Array(draws);
  const whole: Uint16Array[] = [];
  for (let at = 0; at < draws; at += 1) {
    const drawn = exact.draw(uniform);
    persons[at] = 1 + drawn.reduce((most, block) => Math.max(most, block), 0);
    if (at % every === 0) whole.push(drawn);
  }
  const { together, point } = exact;
  return {
    units: component.units,
    persons,
    kept: whole,
    together,
    point,
    rHat: null,
    effective: draws,
  };
}

interface Told {
  readonly persons: Float64Array;
  /** Pairs of units in one block: tells partitions apart that have equally many persons. */
  readonly pairs: Float64Array;
}

function drawByChains(
  component: LinkageComponent,
  options: DrawOptions,
  chanceOf: (chain: number) => Uniform,
): DrawnComponent {
  const { draws, chains, kept } = options;
  const length = draws / chains;
  const every = draws / kept;
  const opened: readonly PartitionChain[] = Array.from({ length: chains }, (_, chain) =>
    openPartitionChain(component, chain % 2 === 0 ? 'apart' : 'joined', chanceOf(chain)),
  );
  const most = Math.max(1, Math.floor(MOST_MOVES / component.units.length / length));
  for (let attempt = 0; ; attempt += 1) {
    const between = Math.min(BETWEEN * 4 ** attempt, most);
    const warmUp = attempt === 0 ? WARM_UP : 0;
    const whole: Uint16Array[] = [];
    const tally = pairTally(component.units.length);
    const told = opened.map((chain, which) => {
      for (let sweep = 0; sweep < warmUp; sweep += 1) chain.sweep();
      const one: Told = { persons: new Float64Array(length), pairs: new Float64Array(length) };
      for (let at = 0; at < length; at += 1) {
        for (let sweep = 0; sweep < between; sweep += 1) chain.sweep();
        const blocks = chain.blocks();
        one.persons[at] = chain.persons();
        one.pairs[at] = pairsTogether(blocks);
        tally.add(blocks);
        if ((which * length + at) % every === 0) whole.push(blocks);
      }
      return one;
    });
    const people = judge(told.map(({ persons }) => persons));
    const pairs = judge(told.map((one) => one.pairs));
    const rHat = Math.max(people.rHat, pairs.rHat);
    const effective = Math.min(people.effective, pairs.effective);
    if ((rHat > SETTLED || effective < ENOUGH) && attempt + 1 < TRIES && between < most) continue;
    return {
      units: component.units,
      persons: Uint16Array.from(told.flatMap(({ persons }) => [...persons])),
      kept: whole,
      together: tally.share,
      point: tally.least(whole),
      rHat,
      effective,
    };
  }
}

/** R-hat and effective draws; chains that all stand still at one value agree. */
function judge(chains: readonly Float64Array[]): { readonly rHat: number; readonly effective: number } {
  const first = chains[0]?.[0];
  if (chains.every((chain) => chain.every((value) => value === first)))
    return { rHat: 1, effective: chains.reduce((sum, { length }) => sum + length, 0) };
  const { rHat, effective } = diagnose(chains);
  return { rHat: rHat ?? Number.POSITIVE_INFINITY, effective };
}
