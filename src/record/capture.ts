/** One copy of a source's bytes, and the text read from it. */
import { construct, idOf, instant, object, oneOf, optional, orNull, sha256, text, whole } from './fields.ts';
import type { CaptureId, Sha256, SourceId } from './id.ts';
import { type Trail, trailField } from './trail.ts';

/** How the bytes came in. */
export const CAPTURE_METHODS = ['file', 'stdin', 'web', 'warc-record', 'attachment'] as const;
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

/** `evidentiary` is never touched; `working` was made from one. */
const COPIES = ['evidentiary', 'working'] as const;

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
  readonly copy: (typeof COPIES)[number];
  readonly derivedFrom: CaptureId | null;
  /** What the page says about where its words come from. Absent: no page, or captured before this was kept. */
  readonly trail?: Trail;
}

const captureField = object<Capture>(
  {
    id: idOf('capture'),
    of: idOf('source'),
    capturedAt: instant,
    method: oneOf(CAPTURE_METHODS),
    fileName: orNull(text),
    mediaType: text,
    size: whole,
    sha256,
    warc: orNull(object<WarcPosition>({ file: text, recordId: text, offset: whole })),
    text: orNull(object<CaptureText>({ sha256, normaliser: text, codePoints: whole })),
    noTextReason: orNull(text),
    copy: oneOf(COPIES),
    derivedFrom: orNull(idOf('capture')),
    trail: optional(trailField),
  },
  (capture, fault) => {
    if (capture.text === null && capture.noTextReason === null)
      fault('noTextReason', 'must say why there is no text');
    if (capture.text !== null && capture.noTextReason !== null)
      fault('noTextReason', 'must be null when there is a text');
    if (capture.derivedFrom === capture.id) fault('derivedFrom', 'must name another capture');
  },
);

/**
 * Checks a capture's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createCapture({ ...fields, text: null, noTextReason: 'The page is a picture without a text layer.' });
 */
export function createCapture(fields: Capture): Capture {
  return construct('capture', captureField, fields);
}
