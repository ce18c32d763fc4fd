/** What passes between the reader and the thread that parses hostile files: plain data only. */
import type { Limits } from '../limits.ts';

/** One file to parse. */
export interface HostileTask {
  readonly kind: 'pdf' | 'zip' | 'warc';
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** One page found in a web archive, sent as soon as it is read. */
export interface ArchivePart {
  readonly bytes: Uint8Array;
  readonly recordId: string;
  /** Bytes from the start of the web archive file as stored. */
  readonly offset: number;
  /** The address that answered; null when the record names none. */
  readonly url: string | null;
  /** WARC-Date as stated; null when absent. */
  readonly capturedAt: string | null;
  readonly mediaType: string;
  readonly charset: string | null;
  /** Path of the web archive inside a zip; null outside one. */
  readonly innerName: string | null;
  /** The page of the same address as a browser showed it after its scripts ran; not a page of its own. */
  readonly isRendered: boolean;
}

/** How parsing ended. */
export interface HostileOutcome {
  readonly mediaType: string;
  /** Text before normalisation, or HTML; null when none, and `reason` says why. */
  readonly raw: string | null;
  readonly form: 'text' | 'html';
  readonly reason: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly notes: readonly string[];
}

/** From the thread: parts first, then one end. */
export type HostileMessage =
  | { readonly type: 'part'; readonly part: ArchivePart }
  | { readonly type: 'done'; readonly outcome: HostileOutcome };

/**
 * An outcome without text.
 *
 * @example
 * noText('application/pdf', 'The PDF is encrypted.').raw // null
 */
export function noText(mediaType: string, reason: string, notes: readonly string[] = []): HostileOutcome {
  return { mediaType, raw: null, form: 'text', reason, title: null, author: null, language: null, notes };
}
