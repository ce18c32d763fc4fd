/**
 * What totals the origins' figures can add up to, by simulation (rule `total-simulation-1`). In each draw every count takes
 * the figure of one of its origins, each as likely as the others and independent of other counts; a range gives a number
 * within it; counts that may share people share between all they can and none, evenly. The interval holds 95 of 100 draws.
 * It shows how far apart the sources are. It is no confidence interval: what no source says is not in it.
 */
import type { Bounds } from '../../record/quantity.ts';
import { seededUniform, type Uniform } from '../estimate/seeded-chance.ts';
import { connected, fewestPeople, greedySet } from './fewest-people.ts';
import type { ReckonedTotal } from './total.ts';

export const SIMULATION_RULE = 'total-simulation-1';
export const DRAWS = 4_000;
/** Chosen once; any other gives nearly the same. */
export const DEFAULT_SEED = 20_240_101;
/** Counts that hang together and whose fewest people are settled exactly in every draw. */
const EXACT_IN_DRAWS = 10;

export interface SimulatedTotal {
  readonly rule: typeof SIMULATION_RULE;
  readonly seed: number;
  readonly draws: number;
  /** 2.5, 50 and 97.5 of 100 draws lie at or below; persons, or the measure's unit. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** True where a figure is an "at least": the draws take its number, and the upper end is open. */
  readonly openAbove: boolean;
}

/**
 * Simulates a total.
 *
 * @returns null when no count states a number
 * @example
 * simulateTotal(reckoned, { seed: 20_240_101 }); // { low: 31, middle: 38, high: 47, … }
 */
export function simulateTotal(
  { counts, overlaps }: ReckonedTotal,
  { seed = DEFAULT_SEED, draws = DRAWS }: { readonly seed?: number; readonly draws?: number } = {},
): SimulatedTotal | null {
  const figures = counts.map((count) => count.figures.filter(isNumber));
  if (figures.length === 0 || figures.some((some) => some.length === 0)) return null;
  const groups = connected(overlaps);
  const uniform = seededUniform(seed, 0);
  const drawn = new Float64Array(figures.length);
  const totals = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (const [at, some] of figures.entries()) {
      const inside = counts[at]?.surelyInside === true ? 1 : uniform();
      drawn[at] = Math.round(inside * drawFigure(some[Math.floor(uniform() * some.length)], uniform));
    }
    let total = 0;
    for (const group of groups) total += together(group, { drawn, overlaps, uniform });
    totals[draw] = total;
  }
  totals.sort();
  const at = (share: number): number =>
    Math.round(totals[Math.min(draws - 1, Math.floor(share * draws))] ?? 0);
  const openAbove = figures.some((some) => some.some(({ best, high }) => high === null && best === null));
  return { rule: SIMULATION_RULE, seed, draws, low: at(0.025), middle: at(0.5), high: at(0.975), openAbove };
}

function isNumber({ low, best, high }: Bounds): boolean {
  return low !== null || best !== null || high !== null;
}

/**
 * A number within a figure: a best between two ends is the peak of a triangle; a range without one is even; "at least 14"
 * is 14; "about 100" is 100; "up to 30" is even from 0.
 */
function drawFigure(figure: Bounds | undefined, uniform: Uniform): number {
  if (figure === undefined) return 0;
  const { low, best, high } = figure;
  if (high === null) return best ?? low ?? 0;
  if (best === null) return (low ?? 0) + uniform() * (high - (low ?? 0));
  const from = low ?? best;
  if (high === from) return from;
  const peak = (best - from) / (high - from);
  const u = uniform();
  return u < peak
    ? from + Math.sqrt(u * (high - from) * (best - from))
    : high - Math.sqrt((1 - u) * (high - from) * (high - best));
}

/** People behind counts that hang together: between the fewest and all of them. */
function together(
  group: readonly number[],
  {
    drawn,
    overlaps,
    uniform,
  }: {
    readonly drawn: Float64Array;
    readonly overlaps: readonly (readonly number[])[];
    readonly uniform: Uniform;
  },
): number {
  const sum = group.reduce((total, at) => total + (drawn[at] ?? 0), 0);
  if (group.length === 1) return sum;
  const weights = Array.from(drawn);
  const fewest =
    group.length <= EXACT_IN_DRAWS
      ? fewestWithin(group, weights, overlaps)
      : greedySet(group, weights, overlaps);
  return fewest + uniform() * (sum - fewest);
}

function fewestWithin(
  group: readonly number[],
  weights: readonly number[],
  overlaps: readonly (readonly number[])[],
): number {
  const place = new Map(group.map((at, index) => [at, index]));
  const own = group.map((at) => weights[at] ?? 0);
  const among = group.map((at) => (overlaps[at] ?? []).flatMap((other) => place.get(other) ?? []));
  return fewestPeople(own, among).sum;
}
