/**
 * All texts compared with all others, in steps that threads can share: count the fingerprints of each part, then round
 * by round write down their places and look through block after block, then join what the blocks found. The findings are
 * the same however many threads do it and in whatever order.
 */
import { joinSeeds, type ReusePair, thinSeeds } from './join-seeds.ts';
import { countByPart, PARTS, scatterByPart } from './partitions.ts';
import { openSeedFinder, roomForSeeds, type Seeds } from './seeds.ts';
import type { IsCommon } from './shared-passages.ts';
import { openPlaceSorter } from './sort-by-hash.ts';
import type { WordCorpus } from './word-corpus.ts';

/** Parts that are looked through in one go. */
const BLOCK_PARTS = 16;
export const BLOCKS = PARTS / BLOCK_PARTS;

/** Blocks whose places are in memory together, end exclusive, and how many places they have. */
export interface Round {
  readonly firstBlock: number;
  readonly lastBlock: number;
  /** Per part of all parts: index of its first place; one more at the end. Parts of other rounds are empty. */
  readonly partStarts: Uint32Array;
}

/**
 * Cuts the blocks into rounds.
 *
 * @param counts fingerprints of each part
 * @param mostPlaces places in memory at most; a single block may have more
 * @example
 * planRounds(countByPart(corpus, range), 32_000_000);
 */
export function planRounds(counts: Uint32Array, mostPlaces: number): readonly Round[] {
  const rounds: Round[] = [];
  let firstBlock = 0;
  let places = 0;
  for (let block = 0; block < BLOCKS; block += 1) {
    const size = placesOf(counts, block);
    if (block > firstBlock && places + size > mostPlaces) {
      rounds.push(roundOf(counts, firstBlock, block));
      firstBlock = block;
      places = 0;
    }
    places += size;
  }
  rounds.push(roundOf(counts, firstBlock, BLOCKS));
  return rounds;
}

function placesOf(counts: Uint32Array, block: number): number {
  return counts.subarray(block * BLOCK_PARTS, (block + 1) * BLOCK_PARTS).reduce((sum, n) => sum + n, 0);
}

function roundOf(counts: Uint32Array, firstBlock: number, lastBlock: number): Round {
  const partStarts = new Uint32Array(PARTS + 1);
  for (let part = 0; part < PARTS; part += 1) {
    const wanted = part >= firstBlock * BLOCK_PARTS && part < lastBlock * BLOCK_PARTS;
    partStarts[part + 1] = (partStarts[part] as number) + (wanted ? (counts[part] as number) : 0);
  }
  return { firstBlock, lastBlock, partStarts };
}

/** First and last part of a round, end exclusive. */
export function partsOf({ firstBlock, lastBlock }: Round): {
  readonly firstPart: number;
  readonly lastPart: number;
} {
  return { firstPart: firstBlock * BLOCK_PARTS, lastPart: lastBlock * BLOCK_PARTS };
}

/** What one block gave. */
export interface BlockFindings {
  readonly block: number;
  /** One seed for each stretch of equal words. */
  readonly seeds: Seeds;
  readonly common: Uint32Array;
  readonly looked: number;
}

/** What a block is found in; `withEntries`: whether its sorted fingerprints are wanted, too. */
export interface BlockGiven {
  readonly round: Round;
  readonly places: Uint32Array;
  readonly withEntries: boolean;
}

/** Looks through blocks; made once a corpus and thread. `entries`: hash, place, hash, place …, sorted by hash. */
export type BlockFinder = (
  block: number,
  given: BlockGiven,
) => BlockFindings & { readonly entries: Uint32Array | null };

/**
 * Opens a finder.
 *
 * @param firstNew pairs of two texts below this number are left out
 * @example
 * const find = openBlockFinder(corpus, 0);
 * find(0, { round, places, withEntries: false }).seeds;
 */
export function openBlockFinder(corpus: WordCorpus, firstNew: number): BlockFinder {
  const sorter = openPlaceSorter();
  const finder = openSeedFinder(corpus, firstNew);
  return (block, { round: { partStarts }, places, withEntries }) => {
    const findings = { seeds: roomForSeeds(), common: [] as number[], looked: 0 };
    const firstPart = block * BLOCK_PARTS;
    const lastPart = firstPart + BLOCK_PARTS;
    const first = partStarts[firstPart] as number;
    const entries = withEntries ? new Uint32Array(((partStarts[lastPart] as number) - first) * 2) : null;
    for (let part = firstPart; part < lastPart; part += 1) {
      const own = places.subarray(partStarts[part], partStarts[part + 1]);
      // One fingerprint alone is shared by nobody.
      if (own.length < 2 && entries === null) continue;
      const sorted = sorter.sort(corpus.words, own);
      finder.find(sorted, findings);
      const from = ((partStarts[part] as number) - first) * 2;
      for (let i = 0; entries !== null && i < sorted.count; i += 1) {
        entries[from + i * 2] = sorted.hash[i] as number;
        entries[from + i * 2 + 1] = sorted.at[i] as number;
      }
    }
    const { common, looked } = findings;
    return {
      block,
      seeds: thinSeeds(corpus, findings.seeds),
      common: Uint32Array.from(common),
      looked,
      entries,
    };
  };
}

/**
 * The pairs of all blocks.
 *
 * @param found of every block once, in any order
 * @example
 * for (const pair of joinBlocks(corpus, found)) void pair;
 */
export function joinBlocks(corpus: WordCorpus, found: readonly BlockFindings[]): Generator<ReusePair> {
  const inOrder = found.toSorted((one, other) => one.block - other.block);
  const count = inOrder.reduce((sum, { seeds }) => sum + seeds.count, 0);
  const all = roomForSeeds(count);
  for (const { seeds } of inOrder) {
    for (const name of ['a', 'b', 'aAt', 'bAt'] as const)
      all[name].set(seeds[name].subarray(0, seeds.count), all.count);
    all.count += seeds.count;
  }
  return joinSeeds(corpus, all, commonIn(inOrder));
}

/** Blocks in order hold their hashes by part; sorted once, they are searched by halves. */
function commonIn(found: readonly BlockFindings[]): IsCommon {
  const count = found.reduce((sum, { common }) => sum + common.length, 0);
  const sorted = new Uint32Array(count);
  let next = 0;
  for (const { common } of found) {
    sorted.set(common, next);
    next += common.length;
  }
  sorted.sort();
  return (hash) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) < hash) low = middle + 1;
      else high = middle;
    }
    return sorted[low] === hash;
  };
}

/** Places in memory at once when nothing else is said: 64 MB. */
export const MOST_PLACES = 1 << 24;

/**
 * Compares all with all on this thread.
 *
 * @example
 * [...allPairs(corpusOf(texts))]; // [{ a: 0, b: 7, passages: [{ aFrom: 12, … }] }]
 */
export function allPairs(corpus: WordCorpus, mostPlaces = MOST_PLACES): Generator<ReusePair> {
  const range = { from: 0, to: corpus.outlets.length };
  const find = openBlockFinder(corpus, 0);
  const found: BlockFindings[] = [];
  for (const round of planRounds(countByPart(corpus, range), mostPlaces)) {
    const places = new Uint32Array(round.partStarts[PARTS] as number);
    const next = round.partStarts.slice(0, PARTS);
    scatterByPart(corpus, range, { places, next, ...partsOf(round) });
    for (let block = round.firstBlock; block < round.lastBlock; block += 1)
      found.push(find(block, { round, places, withEntries: false }));
  }
  return joinBlocks(corpus, found);
}
