/** What the desk needs to read bytes of any format: the text, and what the file says about itself. */
import type { WarcPosition } from '../../record/capture.ts';
import type { SourceKind } from '../../record/source.ts';
import type { Trail } from '../../record/trail.ts';

/** What the file states about itself. Null: not stated. Nothing is guessed from file names or file dates. */
export interface StatedMetadata {
  readonly kind: SourceKind | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** EDTF day, for example "2017-05-18". */
  readonly publishedAt: string | null;
  /** BCP 47, canonical. */
  readonly language: string | null;
  readonly url: string | null;
}

/**
 * A file that says nothing about itself.
 *
 * @example
 * NOTHING_STATED.title // null
 */
export const NOTHING_STATED: StatedMetadata = Object.freeze({
  kind: null,
  title: null,
  publisher: null,
  authors: Object.freeze([]),
  publishedAt: null,
  language: null,
  url: null,
});

/** One source found in a file: most files hold one, a web archive or a mail with attachments several. */
export interface ReadDocument {
  readonly mediaType: string;
  /** The bytes of this source: the file itself, or the record's payload inside an archive. */
  readonly bytes: Uint8Array;
  /** Null: no text could be read, and `noTextReason` says why in a sentence. */
  readonly text: { readonly content: string; readonly normaliser: string } | null;
  readonly noTextReason: string | null;
  readonly stated: StatedMetadata;
  /** What a page says about where its words come from. Absent: no page, or it says nothing. */
  readonly trail?: Trail;
  /** The record inside a web archive; null otherwise. */
  readonly warc: Omit<WarcPosition, 'file'> | null;
  /** Name inside the archive or of the attachment; null for the file itself. */
  readonly innerName: string | null;
  /** Things a person should know: "declared windows-1251, read as utf-8", "cut at 8 MB". */
  readonly notes: readonly string[];
}

export interface DocumentReader {
  /**
   * Reads one file's bytes. Never throws for hostile or broken input: what cannot be read comes back with
   * its bytes and a reason. For an archive the first document is the archive itself, then what is in it.
   *
   * @param fileName base name; only its ending is a hint to the format
   */
  read(bytes: Uint8Array, fileName: string | null): Promise<readonly ReadDocument[]>;
  close(): Promise<void>;
}
