/**
 * Seeds brought to the stretches of equal words they lie in. Every seed of a stretch grows into the same passage, because
 * the walk from it is judged by what it loses from its best: the stretch says as much as all of its seeds, however many
 * of them were found and in whatever lots.
 */
import { type Facing, sameRun } from './extend.ts';
import { RUN } from './fingerprints.ts';

/** A stretch of words equal one by one, as long as it gets: its first word in each text, as an index in the words. */
export interface ExactRun {
  readonly a: number;
  readonly b: number;
  readonly words: number;
}

/** Two texts with their seeds: `aAt[i]` and `bAt[i]` are words of the two where five words are the same. */
export interface SeededPair {
  readonly facing: Facing;
  readonly aAt: ArrayLike<number>;
  readonly bAt: ArrayLike<number>;
}

/**
 * Each stretch once, in order of place in `b`, of those that begin there the longest first. Seeds whose five words are not
 * the same are passed over.
 *
 * @param pair both texts whole; `a` and `b` of its `facing` are moved
 * @example
 * exactRuns({ facing, aAt: [3, 9], bAt: [40, 46] }); // [{ a: 0, b: 37, words: 30 }]
 */
export function exactRuns({ facing, aAt, bAt }: SeededPair): ExactRun[] {
  // By how far the texts are shifted against each other, then by place: seeds of one stretch stand together.
  const shift = (i: number): number => (aAt[i] as number) - (bAt[i] as number);
  const order = Array.from({ length: bAt.length }, (_, i) => i).sort(
    (i, j) => shift(i) - shift(j) || (bAt[i] as number) - (bAt[j] as number),
  );
  const runs: ExactRun[] = [];
  let last: ExactRun | undefined;
  for (const i of order) {
    const a = aAt[i] as number;
    const b = bAt[i] as number;
    if (last !== undefined && last.a - last.b === a - b && b + RUN <= last.b + last.words) continue;
    facing.a = a;
    facing.b = b;
    if (!sameRun(facing)) continue;
    last = runAround(facing);
    runs.push(last);
  }
  return runs.sort((one, other) => one.b - other.b || other.words - one.words || one.a - other.a);
}

function runAround({ aWords, a, aFrom, aTo, bWords, b, bFrom, bTo }: Facing): ExactRun {
  let before = 0;
  const mostBefore = Math.min(a - aFrom, b - bFrom);
  while (before < mostBefore && aWords[a - before - 1] === bWords[b - before - 1]) before += 1;
  let words = RUN;
  const mostWords = Math.min(aTo - a, bTo - b);
  while (words < mostWords && aWords[a + words] === bWords[b + words]) words += 1;
  return { a: a - before, b: b - before, words: before + words };
}
