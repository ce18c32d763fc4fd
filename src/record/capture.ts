/** One copy of a source's bytes, and the text read from it. */
import type { CaptureId, Sha256, SourceId } from './id.ts';

/** How the bytes came in. */
export const CAPTURE_METHODS = ['file', 'stdin', 'warc-record', 'attachment'] as const;
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];

/** The text that passages count in: reproducible from the bytes with the named normaliser. */
export interface CaptureText {
  readonly sha256: Sha256;
  /** Name and version, for example "html-3": same bytes, same normaliser, same hash. */
  readonly normaliser: string;
  /** Length in code points. */
  readonly codePoints: number;
}

/** Where in a web archive the bytes stood. */
export interface WarcPosition {
  readonly file: string;
  readonly recordId: string;
  /** Bytes from the start of the (uncompressed or compressed, as stored) archive file. */
  readonly offset: number;
}

export interface Capture {
  readonly id: CaptureId;
  readonly of: SourceId;
  /** ISO 8601 instant, UTC. */
  readonly capturedAt: string;
  readonly method: CaptureMethod;
  /** Base name of the file as given; null for standard input. */
  readonly fileName: string | null;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Of the bytes as received. */
  readonly sha256: Sha256;
  readonly warc: WarcPosition | null;
  /** Null: no text could be read; `noTextReason` says why. */
  readonly text: CaptureText | null;
  readonly noTextReason: string | null;
  readonly copy: 'evidentiary' | 'working';
  readonly derivedFrom: CaptureId | null;
}
