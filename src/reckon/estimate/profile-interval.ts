/**
 * The interval of the unseen people by profile likelihood (Cormack 1992; Rivest & Baillargeon 2007): the numbers whose
 * best multinomial likelihood lies within 1.9207 of the highest, half of the 95 % point of chi-square with one degree
 * of freedom.
 */
import { logGamma } from './log-gamma.ts';

export interface ProfileInterval {
  /** Unseen persons with the highest likelihood, and the limits. */
  readonly best: number;
  readonly low: number;
  /** Null: the likelihood does not fall again within any number looked at. */
  readonly high: number | null;
}

const DROP = 1.92072941034706;
/** Numbers above this are not looked at. */
const FARTHEST = 1e12;
const STEPS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The multinomial log-likelihood of a number of unseen people, given what a model expects in each cell then.
 *
 * @param counts persons by history, without those on no list
 * @param expected by history; index 0: on no list
 * @example
 * multinomialLogLikelihood(kosovo.counts, 6000, fit.expected);
 */
export function multinomialLogLikelihood(
  counts: readonly number[],
  unseen: number,
  expected: Float64Array,
): number {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const people = seen + unseen;
  let sum = logGamma(people + 1) - logGamma(unseen + 1);
  sum += unseen === 0 ? 0 : unseen * Math.log((expected[0] ?? 0) / people);
  for (let i = 1; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    if (count > 0) sum += count * Math.log((expected[i] ?? 0) / people);
  }
  return sum;
}

/**
 * Best number and limits of a log-likelihood with one peak.
 *
 * @param logLikelihood of a number of unseen people; null where it cannot be computed
 * @param start a number of unseen people near the best, above 0
 * @returns null when the likelihood cannot be computed near the best
 * @example
 * profileInterval(logLikelihood, 5957);
 */
export function profileInterval(
  logLikelihood: (unseen: number) => number | null,
  start: number,
): ProfileInterval | null {
  const at = (logUnseen: number): number => logLikelihood(Math.exp(logUnseen)) ?? Number.NEGATIVE_INFINITY;
  const centre = Math.log(Math.max(start, 1e-3));
  const peak = highest(at, centre - 3, centre + 3);
  const top = at(peak);
  if (!Number.isFinite(top)) return null;
  const inside = (logUnseen: number): boolean => at(logUnseen) > top - DROP;
  const least = Math.log(1e-4);
  const low = inside(least) ? least : edge(inside, peak, least);
  let far = peak + 0.5;
  while (inside(far) && far < Math.log(FARTHEST)) far += 0.5;
  const high = inside(far) ? null : Math.exp(edge(inside, peak, far));
  return { best: Math.exp(peak), low: low === least ? 0 : Math.exp(low), high };
}

/** Golden-section search. */
function highest(value: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let c = b - GOLDEN * (b - a);
  let d = a + GOLDEN * (b - a);
  let [atC, atD] = [value(c), value(d)];
  for (let step = 0; step < STEPS && b - a > 1e-9; step += 1) {
    if (atC > atD) {
      [b, d, atD] = [d, c, atC];
      c = b - GOLDEN * (b - a);
      atC = value(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + GOLDEN * (b - a);
      atD = value(d);
    }
  }
  return (a + b) / 2;
}

/** Where it goes out, between a place inside and one outside. */
function edge(isInside: (x: number) => boolean, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let step = 0; step < STEPS && Math.abs(far - near) > 1e-9; step += 1) {
    const middle = (near + far) / 2;
    if (isInside(middle)) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}
