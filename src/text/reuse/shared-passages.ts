/**
 * The passages that two texts share, from the seeds found in them: the stretch of equal words around each seed is extended
 * both ways, stretches inside a passage already found are passed over, and passages that are mostly site chrome are dropped.
 */
import { type ExactRun, exactRuns, type SeededPair } from './exact-runs.ts';
import { extend, type Facing, type Reach } from './extend.ts';
import { type Fingerprints, fingerprint, RUN, roomForFingerprints } from './fingerprints.ts';
import { LEAST_SCORE } from './seeds.ts';

/** One passage in two texts: indexes of words in their text, 0-based, end exclusive. */
export interface SharedPassage {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** Words that are the same on both sides; gaps are not counted. */
  readonly shared: number;
}

/** Says whether a fingerprint stands in more texts than may share one. */
export type IsCommon = (hash: number) => boolean;

const reach: Reach = { a: 0, b: 0, shared: 0, score: 0, enough: Number.POSITIVE_INFINITY };

/**
 * The passages of one pair, in order of place in `b`. They depend on the stretches that the seeds lie in alone: which seeds
 * of a stretch were found, and how often, changes nothing.
 *
 * @param facing both texts whole; its `a` and `b` are moved
 * @param isCommon null: nothing is taken for chrome
 * @example
 * sharedPassages({ facing, aAt: [3], bAt: [40] }, isCommon); // [{ aFrom: 0, aTo: 31, bFrom: 37, bTo: 68, shared: 30 }]
 */
export function sharedPassages(pair: SeededPair, isCommon: IsCommon | null): SharedPassage[] {
  const { facing } = pair;
  const found: SharedPassage[] = [];
  let prints: Fingerprints | null = null;
  let coveredTo = -1;
  for (const run of exactRuns(pair)) {
    // Even its last five words begin in a passage already found.
    if (run.b + run.words - RUN < coveredTo) continue;
    const passage = around(facing, run);
    if (passage === null) continue;
    coveredTo = facing.bFrom + passage.bTo;
    if (isCommon !== null) {
      if (prints === null) {
        prints = roomForFingerprints();
        fingerprint(facing.bWords, { from: facing.bFrom, to: facing.bTo }, prints);
      }
      if (isChrome(prints, facing.bFrom, { passage, isCommon })) continue;
    }
    found.push(passage);
  }
  return found;
}

/** The passage around one stretch; null when it is too short. */
function around(facing: Facing, { a, b, words }: ExactRun): SharedPassage | null {
  facing.a = a;
  facing.b = b;
  extend(facing, -1, reach);
  const back = { a: reach.a, b: reach.b, shared: reach.shared, score: reach.score };
  facing.a = a + words - 1;
  facing.b = b + words - 1;
  extend(facing, 1, reach);
  if (back.score + words + reach.score < LEAST_SCORE) return null;
  return {
    aFrom: back.a - facing.aFrom,
    aTo: reach.a + 1 - facing.aFrom,
    bFrom: back.b - facing.bFrom,
    bTo: reach.b + 1 - facing.bFrom,
    shared: back.shared + words + reach.shared,
  };
}

/**
 * At least half of its fingerprints are common, or over half of its words lie in common ones. Both are asked, because at the
 * edge of a standing text winnowing keeps other fingerprints in each text, and those are rare.
 */
function isChrome(
  { hash, at, count }: Fingerprints,
  start: number,
  { passage, isCommon }: { readonly passage: SharedPassage; readonly isCommon: IsCommon },
): boolean {
  let all = 0;
  let common = 0;
  let covered = 0;
  let coveredTo = passage.bFrom;
  for (let i = 0; i < count; i += 1) {
    const word = (at[i] as number) - start;
    if (word < passage.bFrom || word + RUN > passage.bTo) continue;
    all += 1;
    if (!isCommon(hash[i] as number)) continue;
    common += 1;
    covered += word + RUN - Math.max(word, coveredTo);
    coveredTo = word + RUN;
  }
  return (common > 0 && common * 2 >= all) || covered * 2 > passage.bTo - passage.bFrom;
}
