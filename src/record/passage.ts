/**
 * Exact words in a capture's text (W3C Web Annotation §4.2.4 TextQuoteSelector and §4.2.5 TextPositionSelector).
 * Positions are code points, 0-based, end exclusive.
 */
import type { CaptureId, Sha256 } from './id.ts';

/** A span of a text: code points, 0-based, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span tied to one text by its hash, with the words themselves and what stands around them. */
export interface Passage extends Span {
  readonly capture: CaptureId;
  /** SHA-256 of the normalised text that the positions count in. */
  readonly textSha256: Sha256;
  readonly exact: string;
  /** Up to 32 code points before; '' at the start of the text. */
  readonly prefix: string;
  /** Up to 32 code points after; '' at the end of the text. */
  readonly suffix: string;
}
