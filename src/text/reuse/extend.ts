/**
 * From five shared words outwards: how far two texts go on alike. Gapped X-drop extension (after Altschul et al.,
 * "Gapped BLAST", 1997, made greedy): a shared word scores 1, a gap costs its longer side, and the walk ends when the
 * score has fallen 8 below its best. A gap is at most four words long on each side and must be followed by two shared words.
 */
import { RUN } from './fingerprints.ts';

/** Two texts and a place in each. Indexes in the words; `From` inclusive, `To` exclusive. Made once and moved. */
export interface Facing {
  aWords: Uint16Array;
  a: number;
  aFrom: number;
  aTo: number;
  bWords: Uint16Array;
  b: number;
  bFrom: number;
  bTo: number;
}

/** Where an extension was best: the last shared word on each side, the words shared up to there, and those less the gaps. */
export interface Reach {
  a: number;
  b: number;
  shared: number;
  score: number;
  /** The walk may end once the score is so high. */
  enough: number;
}

/** Longest gap on one side, in words. */
const GAP = 4;
/** Loss of score at which the walk ends. */
const DROP = 8;

/**
 * Walks from the shared words at `a` and `b`, which are not counted, forwards (1) or backwards (-1).
 *
 * @param reach is overwritten, but for `enough`
 * @example
 * extend(facing, 1, reach); // reach.shared words are shared up to and with reach.a and reach.b
 */
export function extend(facing: Facing, step: 1 | -1, reach: Reach): void {
  const { aWords, aFrom, aTo, bWords, bFrom, bTo } = facing;
  let a = facing.a;
  let b = facing.b;
  let score = 0;
  let best = 0;
  let shared = 0;
  reach.a = a;
  reach.b = b;
  reach.shared = 0;
  reach.score = 0;
  for (;;) {
    let nextA = a + step;
    let nextB = b + step;
    if (nextA < aFrom || nextA >= aTo || nextB < bFrom || nextB >= bTo) return;
    if (aWords[nextA] !== bWords[nextB]) {
      // Of all gaps the one with the fewest words in sum; of those the most even one first on the side of `a`.
      let cost = -1;
      search: for (let sum = 1; sum <= 2 * GAP; sum += 1) {
        for (let skipA = Math.max(0, sum - GAP); skipA <= Math.min(GAP, sum); skipA += 1) {
          const tryA = a + step * (skipA + 1);
          const tryB = b + step * (sum - skipA + 1);
          const lastA = tryA + step;
          const lastB = tryB + step;
          if (lastA < aFrom || lastA >= aTo || lastB < bFrom || lastB >= bTo) continue;
          if (aWords[tryA] === bWords[tryB] && aWords[lastA] === bWords[lastB]) {
            nextA = tryA;
            nextB = tryB;
            cost = Math.max(skipA, sum - skipA);
            break search;
          }
        }
      }
      if (cost < 0) return;
      score -= cost;
    }
    a = nextA;
    b = nextB;
    score += 1;
    shared += 1;
    if (score > best) {
      best = score;
      reach.a = a;
      reach.b = b;
      reach.shared = shared;
      reach.score = score;
      if (score >= reach.enough) return;
    } else if (best - score > DROP) return;
  }
}

/**
 * Whether the five words at both places are the same: two runs may share a hash.
 *
 * @example
 * sameRun(facing); // false: the hash was shared by chance
 */
export function sameRun({ aWords, a, bWords, b }: Facing): boolean {
  for (let i = 0; i < RUN; i += 1) if (aWords[a + i] !== bWords[b + i]) return false;
  return true;
}
