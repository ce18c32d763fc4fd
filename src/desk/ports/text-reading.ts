/** What the desk needs of whoever reads texts: a reading, now or later, or why there is none. */
import type { ReadInput, Reading } from '../../text/proposed-claim.ts';

/** A text that nobody could read: the reader ended or took too long. Nothing of it is lost; it stays unread. */
export interface NotRead {
  /** A sentence for people; never words of the text. */
  readonly notRead: string;
}

export type ReadOutcome = Reading | NotRead;

/** One reader, or many at work at the same time. */
export interface TextReading {
  /** Name and version of the extractor, as its readings carry it. */
  readonly extractor: string;
  /**
   * Reads one text. Given the same text it gives the same reading, whoever reads it and whatever is read beside it.
   *
   * @throws the signal's reason, when it is raised first
   */
  read(input: ReadInput, signal?: AbortSignal): ReadOutcome | Promise<ReadOutcome>;
  /** Texts that may be under way at once; absent: one. */
  readonly atOnce?: number;
}

/**
 * Whether there is no reading.
 *
 * @example
 * isNotRead({ notRead: 'Reading took more than 30 s and was stopped.' }); // true
 */
export function isNotRead(outcome: ReadOutcome): outcome is NotRead {
  return 'notRead' in outcome;
}
