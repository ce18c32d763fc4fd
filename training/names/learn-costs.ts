/**
 * Learns what the steps between a name's own letters and Latin letters cost, by expectation maximisation over all alignments
 * of the pairs: a step takes 0–2 letters of the own script to 0–3 Latin ones (Ristad and Yianilos 1998; Jiampojamarn, Kondrak
 * and Sherif 2007). Steps of more letters start rarer, every count is discounted, and pairs that do not fit (translations among
 * the transliterations) weigh less from the fourth round on. Deterministic.
 */
import { LONGEST, type StoredNameCosts } from '../../src/reckon/linkage/names/name-costs.ts';

/** A name in its own letters and in Latin ones, both folded. */
export interface LetterPair {
  readonly own: string;
  readonly latin: string;
  /** How much the pair counts. */
  readonly weight: number;
}

const ROUNDS = 12;
/** Expected uses taken off each step in every round: steps without support die. */
const DISCOUNT = 0.3;
/** How much rarer a step starts for each letter beyond the first on either side. */
const LONGER = 0.3;
/** Where a step starts that writes nothing or comes from nothing. */
const EMPTY = 0.05;
/** Bits a letter beyond which a pair is held to be a translation: half weight there. */
const MISFIT = 5;

/**
 * Learns one script's costs.
 *
 * @example
 * learnCosts([{ own: 'ана', latin: 'ana', weight: 1 }]).steps.length;
 */
export function learnCosts(pairs: readonly LetterPair[]): Omit<StoredNameCosts, 'version' | 'made'> {
  const ids = new Map<string, number>();
  const lattices = pairs.map((pair) => latticeOf(pair, ids));
  const steps = [...ids.keys()];
  let chance = scaled(Float64Array.from(steps, startOf));
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = new Float64Array(steps.length);
    for (const [at, pair] of pairs.entries())
      count(pair, lattices[at] ?? new Int32Array(), chance, counts, round >= 3);
    chance = scaled(counts.map((uses) => Math.max(0, uses - DISCOUNT)));
  }
  const kept = steps.flatMap((step, id) =>
    (chance[id] ?? 0) > 0 ? [{ step, chance: chance[id] ?? 0 }] : [],
  );
  kept.sort((a, b) => b.chance - a.chance || (a.step < b.step ? -1 : 1));
  return {
    steps: kept.map(({ step }) => step),
    bits: kept.map((one) => hundredths(one.chance)),
    own: letterBits(pairs.map(({ own }) => own)),
    latin: letterBits(pairs.map(({ latin }) => latin)),
  };
}

const hundredths = (chance: number): number => Math.round(-100 * Math.log2(chance));

function startOf(step: string): number {
  const [own = '', latin = ''] = step.split('>');
  const more = Math.max(0, own.length - 1) + Math.max(0, latin.length - 1);
  return LONGER ** more * (own === '' || latin === '' ? EMPTY : 1);
}

function scaled(counts: Float64Array): Float64Array {
  const sum = counts.reduce((total, one) => total + one, 0);
  return counts.map((one) => one / sum);
}

/** Runs through the steps of a pair's lattice in one fixed order: from a cell, to a cell. */
function walk(
  { own, latin }: LetterPair,
  take: (from: number, to: number, a: string, b: string) => void,
): void {
  const wide = latin.length + 1;
  for (let i = 0; i <= own.length; i += 1)
    for (let j = 0; j <= latin.length; j += 1)
      for (let a = 0; a <= LONGEST.own && i + a <= own.length; a += 1)
        for (let b = 0; b <= LONGEST.latin && j + b <= latin.length; b += 1) {
          if ((a === 0 && b !== 1) || (b === 0 && a !== 1)) continue;
          take(i * wide + j, (i + a) * wide + j + b, own.slice(i, i + a), latin.slice(j, j + b));
        }
}

/** The lattice as triples: from, to, step. */
function latticeOf(pair: LetterPair, ids: Map<string, number>): Int32Array {
  const found: number[] = [];
  walk(pair, (from, to, a, b) => {
    const step = `${a}>${b}`;
    const id = ids.get(step) ?? ids.size;
    ids.set(step, id);
    found.push(from, to, id);
  });
  return Int32Array.from(found);
}

function count(
  { own, latin, weight }: LetterPair,
  lattice: Int32Array,
  chance: Float64Array,
  counts: Float64Array,
  doubt: boolean,
): void {
  const cells = (own.length + 1) * (latin.length + 1);
  const before = new Float64Array(cells);
  const after = new Float64Array(cells);
  before[0] = 1;
  after[cells - 1] = 1;
  for (let e = 0; e < lattice.length; e += 3) {
    const to = lattice[e + 1] as number;
    before[to] =
      (before[to] as number) +
      (before[lattice[e] as number] as number) * (chance[lattice[e + 2] as number] as number);
  }
  for (let e = lattice.length - 3; e >= 0; e -= 3) {
    const from = lattice[e] as number;
    after[from] =
      (after[from] as number) +
      (after[lattice[e + 1] as number] as number) * (chance[lattice[e + 2] as number] as number);
  }
  const whole = before[cells - 1] ?? 0;
  if (!(whole > 0)) return;
  const perLetter = -Math.log2(whole) / (own.length + latin.length);
  const scale = (weight * (doubt ? 1 / (1 + 2 ** (3 * (perLetter - MISFIT))) : 1)) / whole;
  for (let e = 0; e < lattice.length; e += 3) {
    const id = lattice[e + 2] as number;
    counts[id] =
      (counts[id] as number) +
      scale *
        (before[lattice[e] as number] as number) *
        (chance[id] as number) *
        (after[lattice[e + 1] as number] as number);
  }
}

/** How many bits each letter takes by its frequency alone, the end of a name counted as a letter. */
function letterBits(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  let all = names.length;
  for (const letter of names.join('')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
    all += 1;
  }
  return Object.fromEntries(
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([letter, uses]) => [letter, hundredths(uses / all)]),
  );
}
