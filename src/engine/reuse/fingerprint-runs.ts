/**
 * Sorted runs of fingerprints on disk: small runs are merged into larger ones, each at least four times as large as the
 * next, so that a look-up asks few of them and each fingerprint is written few times (a log-structured merge tree). A
 * fingerprint that stands in too many texts keeps one mark in place of its places.
 */
import type { FingerprintBlock, FingerprintRun, ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import { MOST_TEXTS } from '../../text/reuse/seeds.ts';
import { textAt } from '../../text/reuse/word-corpus.ts';

/** Stands in the place of all places of a hash that too many texts have. */
export const TOO_MANY = 0xffffffff;

/** Entries of a block on average: eight bytes each, so that a block and its row fill one page of the database. */
const BLOCK_ENTRIES = 360;
const MOST_BITS = 24;
const GROWTH = 4;

/** How many highest bits number the blocks of a run of this size. */
export function bitsFor(entries: number, least = 0): number {
  return Math.min(MOST_BITS, Math.max(least, Math.ceil(Math.log2(Math.max(1, entries / BLOCK_ENTRIES)))));
}

/** The block in which a hash falls. */
export function blockOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}

/**
 * Cuts sorted entries into blocks; entries of one hash that stand in too many texts become a mark.
 *
 * @param entries hash, place, hash, place …
 * @example
 * [...cutIntoBlocks(entries, { bits: 4, starts })];
 */
export function* cutIntoBlocks(
  entries: Uint32Array,
  { bits, starts }: { readonly bits: number; readonly starts: Uint32Array },
): Generator<FingerprintBlock> {
  let from = 0;
  while (from < entries.length) {
    const block = blockOf(entries[from] as number, bits);
    let to = from;
    while (to < entries.length && blockOf(entries[to] as number, bits) === block) to += 2;
    yield { block, entries: withMarks(entries.subarray(from, to), starts) };
    from = to;
  }
}

function withMarks(entries: Uint32Array, starts: Uint32Array): Uint32Array {
  const kept = new Uint32Array(entries.length);
  let count = 0;
  for (let from = 0; from < entries.length; ) {
    const hash = entries[from] as number;
    let to = from + 2;
    while (to < entries.length && entries[to] === hash) to += 2;
    if (tooMany(entries.subarray(from, to), starts)) {
      kept[count] = hash;
      kept[count + 1] = TOO_MANY;
      count += 2;
    } else {
      kept.set(entries.subarray(from, to), count);
      count += to - from;
    }
    from = to;
  }
  return kept.slice(0, count);
}

function tooMany(entries: Uint32Array, starts: Uint32Array): boolean {
  if (entries[entries.length - 1] === TOO_MANY) return true;
  if (entries.length / 2 <= MOST_TEXTS) return false;
  let texts = 0;
  let last = -1;
  for (let i = 1; i < entries.length; i += 2) {
    const text = textAt(starts, entries[i] as number);
    if (text !== last) texts += 1;
    last = text;
  }
  return texts > MOST_TEXTS;
}

/** How many of the latest runs are merged with a new one of this size. */
function mergedWith(runs: readonly FingerprintRun[], entries: number): number {
  let count = 0;
  let sum = entries;
  for (const run of runs.toReversed()) {
    if (run.entries >= sum * GROWTH) break;
    sum += run.entries;
    count += 1;
  }
  return count;
}

/**
 * Writes sorted entries as a run, merged with the latest runs where these are not much larger.
 *
 * @param upTo texts below this number are in the index afterwards
 * @example
 * writeRun(blocks, entries, { upTo: 2048, starts });
 */
export function writeRun(
  blocks: ReuseBlocks,
  entries: Uint32Array,
  { upTo, starts }: { readonly upTo: number; readonly starts: Uint32Array },
): void {
  const runs = blocks.runs();
  const count = mergedWith(runs, entries.length / 2);
  const merged = runs.slice(runs.length - count);
  const size = merged.reduce((sum, run) => sum + run.entries, entries.length / 2);
  const id = 1 + Math.max(0, ...runs.map((run) => run.id));
  const bits = bitsFor(size);
  blocks.together(() => {
    let written = 0;
    const counted = function* (): Generator<FingerprintBlock> {
      for (const block of mergedBlocks(blocks, merged, { entries, bits, starts })) {
        written += block.entries.length / 2;
        yield block;
      }
    };
    blocks.dropRun(id);
    blocks.addBlocks(id, counted());
    for (const run of merged) blocks.dropRun(run.id);
    blocks.addRun({ id, bits, entries: written, upTo });
  });
}

function* mergedBlocks(
  blocks: ReuseBlocks,
  runs: readonly FingerprintRun[],
  fresh: { readonly entries: Uint32Array; readonly bits: number; readonly starts: Uint32Array },
): Generator<FingerprintBlock> {
  // Range by range of the coarsest cut that all share.
  const bits = Math.min(fresh.bits, ...runs.map((run) => run.bits));
  let next = 0;
  for (let range = 0; range < 2 ** bits; range += 1) {
    const parts = runs.map((run) => rangeOf(blocks, run, { range, bits }));
    const from = next;
    while (next < fresh.entries.length && blockOf(fresh.entries[next] as number, bits) === range) next += 2;
    parts.push(fresh.entries.subarray(from, next));
    yield* cutIntoBlocks(mergeSorted(parts), fresh);
  }
}

function rangeOf(
  blocks: ReuseBlocks,
  run: FingerprintRun,
  { range, bits }: { readonly range: number; readonly bits: number },
): Uint32Array {
  const each = 2 ** (run.bits - bits);
  const found: Uint32Array[] = [];
  for (let block = range * each; block < (range + 1) * each; block += 1) {
    const entries = blocks.block(run.id, block);
    if (entries !== null) found.push(entries);
  }
  return together(found);
}

function together(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let next = 0;
  for (const part of parts) {
    all.set(part, next);
    next += part.length;
  }
  return all;
}

/** Sorted by hash; of equal hashes those of the earlier run first, so that places stay in order. */
function mergeSorted(parts: readonly Uint32Array[]): Uint32Array {
  const merged = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  const next = parts.map(() => 0);
  for (let to = 0; to < merged.length; to += 2) {
    let least = -1;
    let from = 0;
    for (const [i, part] of parts.entries()) {
      const at = next[i] as number;
      if (at < part.length && (least < 0 || (part[at] as number) < least)) {
        least = part[at] as number;
        from = i;
      }
    }
    const at = next[from] as number;
    merged[to] = least;
    merged[to + 1] = parts[from]?.[at + 1] as number;
    next[from] = at + 2;
  }
  return merged;
}

/**
 * Tells the places of a hash in one run; a single `TOO_MANY` stands for too many.
 *
 * @example
 * placesIn(blocks, run, { hash, each: (place) => seen.push(place) });
 */
export function placesIn(
  blocks: ReuseBlocks,
  run: FingerprintRun,
  { hash, each }: { readonly hash: number; readonly each: (place: number) => void },
): void {
  const entries = blocks.block(run.id, blockOf(hash, run.bits));
  if (entries === null) return;
  let low = 0;
  let high = entries.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle * 2] as number) < hash) low = middle + 1;
    else high = middle;
  }
  for (let i = low * 2; i < entries.length && entries[i] === hash; i += 2) each(entries[i + 1] as number);
}
