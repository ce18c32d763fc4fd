/**
 * How strongly two spellings speak for one name, in bits: how much likelier the pair is when the Latin spelling was written
 * from the other than when both were drawn letter by letter. All ways of writing one from the other are summed. It compares
 * spellings; it says nothing about persons.
 */
import { LETTERS, latinNumbers, type NameCosts, ownBits } from './name-costs.ts';

/** Chance of a letter that is dropped or put in where the data never showed it. */
const FLOOR = 2 ** -16;
/** Letters beyond which a name is cut: longer ones are whole sentences in the wrong field. */
const MOST = 48;

/** A name of the own script, prepared for many comparisons. */
export interface PreparedName {
  readonly length: number;
  /** For each letter: the trees of the parts of one and of two letters that start there; 0 where never seen. */
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly bits: number;
}

/**
 * Prepares a name.
 *
 * @param own letters of the own script, see `ownLetters`
 * @example
 * const name = prepareName(costs, 'محمد');
 */
export function prepareName(costs: NameCosts, own: string): PreparedName {
  const letters = own.slice(0, MOST);
  const part = (from: number, long: number): number => costs.roots.get(letters.slice(from, from + long)) ?? 0;
  return {
    length: letters.length,
    one: Int32Array.from({ length: letters.length }, (_, at) => part(at, 1)),
    two: Int32Array.from({ length: letters.length }, (_, at) => (at + 1 < letters.length ? part(at, 2) : 0)),
    bits: ownBits(costs, letters),
  };
}

/**
 * The evidence of a pair of spellings in bits; negative where chance explains the pair better, -Infinity where a side has no
 * letters.
 *
 * @param latin letters a to z, see `latinLetters`
 * @example
 * nameEvidence(costs, prepareName(costs, 'محمد'), 'muhammad') > 10; // true
 */
export function nameEvidence(costs: NameCosts, name: PreparedName, latin: string): number {
  const n = name.length;
  const w = Math.min(latin.length, MOST);
  if (n === 0 || w === 0) return Number.NEGATIVE_INFINITY;
  const letters = latinNumbers(latin.slice(0, w));
  let chance = 0;
  for (const letter of letters) chance += costs.latin[letter] ?? 0;
  return name.bits + chance + Math.log2(sumOfWays(costs, name, letters));
}

/** Sums over all alignments, one row of cells a letter of the own script. */
function sumOfWays(
  { after, chance, roots }: NameCosts,
  { length: n, one, two }: PreparedName,
  letters: Int32Array,
): number {
  const w = letters.length;
  const empty = (roots.get('') ?? 0) * LETTERS;
  const insert = Float64Array.from(letters, (letter) => chance[after[empty + letter] ?? 0] || FLOOR);
  let here = new Float64Array(w + 1);
  let next = new Float64Array(w + 1);
  let later = new Float64Array(w + 1);
  here[0] = 1;
  for (let i = 0; i <= n; i += 1) {
    const first = i < n ? (one[i] as number) : 0;
    const both = i < n ? (two[i] as number) : 0;
    const drop = chance[first] || FLOOR;
    for (let j = 0; j <= w; j += 1) {
      const from = here[j] as number;
      if (from === 0) continue;
      if (j < w) here[j + 1] = (here[j + 1] as number) + from * (insert[j] as number);
      if (i === n) continue;
      next[j] = (next[j] as number) + from * drop;
      follow(first, j, from, next);
      follow(both, j, from, later);
    }
    if (i === n) break;
    [here, next, later] = [next, later, here];
    later.fill(0);
  }
  return here[w] as number;

  /** Adds what the steps of one part lead to, for up to three Latin letters; ends where no step goes on. */
  function follow(root: number, from: number, weight: number, into: Float64Array): void {
    let node = root;
    for (let at = from; node !== 0 && at < w; at += 1) {
      node = after[node * LETTERS + (letters[at] as number)] as number;
      into[at + 1] = (into[at + 1] as number) + weight * (chance[node] as number);
    }
  }
}
