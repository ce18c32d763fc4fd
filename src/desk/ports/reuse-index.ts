/** What the desk needs of whoever compares texts: which passages a new article shares with those that are in. */
import type { CaptureId } from '../../record/id.ts';

/** A passage that two articles share: indexes of words as `text/reuse` counts them, 0-based, end exclusive. */
export interface SharedWords {
  /** In the article that was in already. */
  readonly aFrom: number;
  readonly aTo: number;
  /** In the new one. */
  readonly bFrom: number;
  readonly bTo: number;
  /** Words that are the same on both sides. */
  readonly shared: number;
}

export interface FoundReuse {
  /** The article that was in already. */
  readonly capture: CaptureId;
  readonly passages: readonly SharedWords[];
}

/** A pair of which `capture` is the one that was added later. */
export interface FoundPair {
  readonly capture: CaptureId;
  readonly other: CaptureId;
  readonly passages: readonly SharedWords[];
}

export interface ComparedArticle {
  readonly capture: CaptureId;
  /** Who put it out; null: not known. Articles of one outlet are not compared. */
  readonly outlet: string | null;
  readonly text: string;
}

export interface ReuseIndex {
  /** Whether the article is in. */
  holds(capture: CaptureId): boolean;
  /** All that are in, in the order of adding. */
  captures(): readonly CaptureId[];
  /** Takes everything out, so that nobody can read what lay there. */
  clear(): Promise<void>;
  /** Compares the article with all others that are in, and adds it if it is not in yet. */
  add(article: ComparedArticle): readonly FoundReuse[];
  /**
   * Adds many at once and compares them with all that are in and with each other: far less work for each.
   *
   * @param most articles that come at most
   * @throws OnRecordError `too-large`, `unsupported-runtime`
   */
  addMany(articles: AsyncIterable<ComparedArticle>, most: number): Promise<Iterable<FoundPair>>;
  close(): Promise<void>;
}
