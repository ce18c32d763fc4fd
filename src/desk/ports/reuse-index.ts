/** What the desk needs of whoever compares texts: which passages a new capture shares with those that are in. */
import type { CaptureId } from '../../record/id.ts';

/** A passage that two captures share: indexes of words as `text/reuse` counts them, 0-based, end exclusive. */
export interface SharedWords {
  /** In the capture that was in already. */
  readonly aFrom: number;
  readonly aTo: number;
  /** In the new one. */
  readonly bFrom: number;
  readonly bTo: number;
  /** Words that are the same on both sides. */
  readonly shared: number;
}

export interface FoundReuse {
  /** The capture that was in already. */
  readonly capture: CaptureId;
  readonly passages: readonly SharedWords[];
}

/** A pair of which `capture` is the one that was added later. */
export interface FoundPair {
  readonly capture: CaptureId;
  readonly other: CaptureId;
  readonly passages: readonly SharedWords[];
}

export interface ComparedCapture {
  readonly capture: CaptureId;
  /** Who put it out; null: not known. Captures of one outlet are not compared. */
  readonly outlet: string | null;
  readonly text: string;
}

export interface ReuseIndex {
  /** Whether the capture is in. */
  holds(capture: CaptureId): boolean;
  /** All that are in, in the order of adding. */
  captures(): readonly CaptureId[];
  /** Takes everything out, so that nobody can read what lay there. */
  clear(): Promise<void>;
  /** Compares the capture with all others that are in, and adds it if it is not in yet. */
  add(capture: ComparedCapture): readonly FoundReuse[];
  /**
   * Adds many at once and compares them with all that are in and with each other: far less work for each.
   *
   * @param most captures that come at most
   * @throws OnRecordError `too-large`, `unsupported-runtime`
   */
  addMany(captures: AsyncIterable<ComparedCapture>, most: number): Promise<Iterable<FoundPair>>;
  close(): Promise<void>;
}
