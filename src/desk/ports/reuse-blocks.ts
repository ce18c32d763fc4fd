/**
 * What the index of text reuse keeps on disk: words of captures, and fingerprints in sorted runs cut into small blocks. All
 * of it comes from the texts of the record and can be made again; it says nearly as much as they do, so it lies encrypted
 * where they do and goes when a source is erased.
 */
import type { CaptureId } from '../../record/id.ts';

/** A capture that is in the index. Numbers count from 0 in the order of adding. */
export interface IndexedCapture {
  readonly capture: CaptureId;
  /** Who put it out; '' when unknown. */
  readonly outlet: string;
  /** Codes of all its words. */
  readonly words: Uint16Array;
}

/** Fingerprints of some captures, sorted by hash. */
export interface FingerprintRun {
  readonly id: number;
  /** Highest bits of a hash that number its block. */
  readonly bits: number;
  readonly entries: number;
  /** Captures below this number are in this run or an earlier one. */
  readonly upTo: number;
}

/** One block of a run: hash and place, hash and place …, sorted. A place is an index in the words of all captures. */
export interface FingerprintBlock {
  readonly block: number;
  readonly entries: Uint32Array;
}

export interface ReuseBlocks {
  /**
   * Captures and outlets in order of number, without words; nothing else may be asked while they are gone through.
   *
   * @param from number of the first one
   */
  captures(from: number): Iterable<Omit<IndexedCapture, 'words'> & { readonly length: number }>;
  words(number: number): Uint16Array;
  addCapture(capture: IndexedCapture): void;
  runs(): readonly FingerprintRun[];
  /** Null: no fingerprint falls in this block. */
  block(run: number, block: number): Uint32Array | null;
  /** Blocks may come in any order, each once. */
  addBlocks(run: number, blocks: Iterable<FingerprintBlock>): void;
  addRun(run: FingerprintRun): void;
  dropRun(run: number): void;
  /** Takes everything out, so that nobody can read what lay there. */
  clear(): Promise<void>;
  /** All that is written meanwhile, or nothing. */
  together<T>(write: () => T): T;
  close(): void;
}
