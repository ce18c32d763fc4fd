/**
 * The index of text reuse at work: each new text is compared with all that are in and then added; nothing is built anew.
 * Fingerprints of the latest texts are in memory, all others in sorted runs on disk; what memory holds of a text on
 * disk is a few numbers. What is found depends only on the texts and their order.
 */
import type { FingerprintRun, ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import type { ComparedCapture, FoundReuse, ReuseIndex } from '../../desk/ports/reuse-index.ts';
import type { CaptureId } from '../../record/id.ts';
import { fingerprint, roomForFingerprints } from '../../text/reuse/fingerprints.ts';
import { MOST_TEXTS } from '../../text/reuse/seeds.ts';
import { sharedPassages } from '../../text/reuse/shared-passages.ts';
import { wordCodes } from '../../text/reuse/word-codes.ts';
import { textAt } from '../../text/reuse/word-corpus.ts';
import { addMany } from './add-many.ts';
import { openComparingPool } from './comparing-pool.ts';
import { placesIn, TOO_MANY, writeRun } from './fingerprint-runs.ts';

/** Texts whose fingerprints wait in memory before they go to disk together. */
const WAITING = 2048;

/** Places of one other text and of the new one at which a fingerprint is the same. */
interface Candidate {
  readonly aAt: number[];
  readonly bAt: number[];
}

export interface ReuseIndexOptions {
  /** Threads for adding many; 0: none. */
  readonly threads?: number;
  /** Texts in memory before they are written as a run. */
  readonly waiting?: number;
}

/**
 * Opens an index over what lies on disk.
 *
 * @example
 * const index = openReuseIndex(blocks);
 * index.add({ capture, outlet: 'The Mirror', text }); // [{ capture: 'cap_…', passages: [{ … }] }]
 */
export function openReuseIndex(
  blocks: ReuseBlocks,
  { threads = 0, waiting = WAITING }: ReuseIndexOptions = {},
): ReuseIndex {
  const captures: CaptureId[] = [];
  const outlets: string[] = [];
  const names = new Map<string, string>();
  const known = new Set<CaptureId>();
  let starts = new Uint32Array(1024);
  let runs: readonly FingerprintRun[] = [];
  const recent = new Map<number, number[]>();
  const prints = roomForFingerprints();

  const note = (capture: CaptureId, outlet: string, length: number): void => {
    const number = captures.length;
    captures.push(capture);
    // One string for each outlet, not one for each of its texts.
    if (!names.has(outlet)) names.set(outlet, outlet);
    outlets.push(names.get(outlet) ?? outlet);
    known.add(capture);
    if (starts.length < number + 2) {
      const longer = new Uint32Array(starts.length * 2);
      longer.set(starts);
      starts = longer;
    }
    starts[number + 1] = (starts[number] as number) + length;
  };
  const startsNow = (): Uint32Array => starts.subarray(0, captures.length + 1);
  const remember = (words: Uint16Array, start: number): void => {
    fingerprint(words, { from: 0, to: words.length }, prints);
    for (let i = 0; i < prints.count; i += 1) {
      const hash = prints.hash[i] as number;
      const place = start + (prints.at[i] as number);
      const places = recent.get(hash);
      if (places === undefined) recent.set(hash, [place]);
      else places.push(place);
    }
  };
  const flushed = (): number => runs.at(-1)?.upTo ?? 0;

  /** Other texts by number, with the places shared; and the hashes of the new one that are common. */
  const candidatesOf = (outlet: string): { found: Map<number, Candidate>; common: Set<number> } => {
    const found = new Map<number, Candidate>();
    const common = new Set<number>();
    const all = startsNow();
    const order = Array.from({ length: prints.count }, (_, i) => i).sort(
      (i, j) => (prints.hash[i] as number) - (prints.hash[j] as number),
    );
    let last = -1;
    let places: number[] = [];
    const each = (place: number): number => places.push(place);
    for (const i of order) {
      const hash = prints.hash[i] as number;
      if (hash !== last) {
        places = [];
        for (const run of runs) placesIn(blocks, run, { hash, each });
        for (const place of recent.get(hash) ?? []) places.push(place);
        last = hash;
        if (standsInTooMany(places, all)) common.add(hash);
      }
      if (common.has(hash)) continue;
      for (const place of places) {
        const text = textAt(all, place);
        if (outlet !== '' && outlets[text] === outlet) continue;
        let candidate = found.get(text);
        if (candidate === undefined) {
          candidate = { aAt: [], bAt: [] };
          found.set(text, candidate);
        }
        candidate.aAt.push(place - (starts[text] as number));
        candidate.bAt.push(prints.at[i] as number);
      }
    }
    return { found, common };
  };

  const compare = (words: Uint16Array, outlet: string): FoundReuse[] => {
    fingerprint(words, { from: 0, to: words.length }, prints);
    const { found, common } = candidatesOf(outlet);
    const reuse: FoundReuse[] = [];
    for (const text of [...found.keys()].sort((a, b) => a - b)) {
      const candidate = found.get(text);
      const capture = captures[text];
      if (candidate === undefined || capture === undefined) continue;
      const other = blocks.words(text);
      const facing = {
        ...{ aWords: other, a: 0, aFrom: 0, aTo: other.length },
        ...{ bWords: words, b: 0, bFrom: 0, bTo: words.length },
      };
      const passages = sharedPassages({ facing, ...candidate }, (hash) => common.has(hash));
      if (passages.length > 0) reuse.push({ capture, passages });
    }
    return reuse;
  };

  const flush = (upTo: number): void => {
    if (recent.size === 0) return;
    const hashes = Uint32Array.from(recent.keys()).sort();
    let size = 0;
    for (const places of recent.values()) size += places.length;
    const entries = new Uint32Array(size * 2);
    let next = 0;
    for (const hash of hashes)
      for (const place of recent.get(hash) ?? []) {
        entries[next] = hash;
        entries[next + 1] = place;
        next += 2;
      }
    writeRun(blocks, entries, { upTo, starts: startsNow() });
    recent.clear();
    runs = blocks.runs();
  };

  const load = (): void => {
    for (const { capture, outlet, length } of blocks.captures(captures.length)) note(capture, outlet, length);
    runs = blocks.runs();
    recent.clear();
    for (let text = flushed(); text < captures.length; text += 1) {
      remember(blocks.words(text), starts[text] as number);
      if (text + 1 - flushed() >= waiting) flush(text + 1);
    }
  };
  load();

  return {
    holds: (capture) => known.has(capture),
    captures: () => captures,
    async clear() {
      await blocks.clear();
      captures.length = 0;
      outlets.length = 0;
      known.clear();
      load();
    },
    add({ capture, outlet, text }: ComparedCapture) {
      const words = wordCodes(text);
      const found = compare(words, outlet ?? '');
      if (known.has(capture)) return found.filter((reuse) => reuse.capture !== capture);
      const start = starts[captures.length] as number;
      blocks.addCapture({ capture, outlet: outlet ?? '', words });
      note(capture, outlet ?? '', words.length);
      remember(words, start);
      if (captures.length - flushed() >= waiting) flush(captures.length);
      return found;
    },
    async addMany(texts, most) {
      const pool = openComparingPool(threads);
      try {
        return await addMany({ blocks, pool }, texts, most);
      } finally {
        await pool.close();
        load();
      }
    },
    async close() {
      blocks.close();
    },
  };
}

/** Whether places stand in more texts than may share one fingerprint; places of one text stand together. */
function standsInTooMany(places: readonly number[], starts: Uint32Array): boolean {
  if (places.length <= MOST_TEXTS) return places.includes(TOO_MANY);
  if (places.includes(TOO_MANY)) return true;
  return new Set(places.map((place) => textAt(starts, place))).size > MOST_TEXTS;
}
