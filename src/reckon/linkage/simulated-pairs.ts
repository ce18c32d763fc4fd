/**
 * Records of known truth for tests and benches: persons from Ewens' distribution with the prior of the posterior, and for each
 * pair of records a weight as a perfect model would give it. No names, no text: evidence alone.
 */
import { openDraws } from '../estimate/random-draws.ts';
import type { Uniform } from '../estimate/seeded-chance.ts';
import type { WeighedPairs } from './resolve.ts';

export interface SimulatedPairs {
  readonly records: number;
  readonly pairs: WeighedPairs;
  readonly priorBits: number;
  /** The person of each record. */
  readonly persons: readonly number[];
  /** How many persons there are. */
  readonly people: number;
}

/**
 * Draws persons, then the weight of every pair.
 *
 * @param theta Ewens' parameter: the larger, the fewer records of one person
 * @param distance how far the weights of one person's pairs and of others lie apart, in their standard deviations: the
 *   logarithm of the likelihood ratio has mean ± distance² / 2 and variance distance²
 * @example
 * simulatePairs(200, { theta: 400, distance: 5 }, seededUniform(1, 0)).people;
 */
export function simulatePairs(
  records: number,
  { theta, distance }: { readonly theta: number; readonly distance: number },
  uniform: Uniform,
): SimulatedPairs {
  const draws = openDraws(uniform);
  const persons: number[] = [];
  let people = 0;
  for (let record = 0; record < records; record += 1) {
    const like = Math.floor(uniform() * (theta + record));
    const known = persons[like];
    persons.push(known ?? people);
    if (known === undefined) people += 1;
  }
  const priorBits = -Math.log2(theta);
  const left: number[] = [];
  const right: number[] = [];
  const weight: number[] = [];
  for (let a = 0; a < records; a += 1)
    for (let b = a + 1; b < records; b += 1) {
      const mean = ((persons[a] === persons[b] ? 1 : -1) * distance ** 2) / 2;
      left.push(a);
      right.push(b);
      weight.push((mean + distance * draws.normal()) / Math.LN2 + priorBits);
    }
  const pairs = {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weight: Float32Array.from(weight),
  };
  return { records, pairs, priorBits, persons, people };
}
