/** What one format's reader gives: text or the reason for none, statements, notes. Joined to bytes by the dispatcher. */
import type { StatedMetadata } from '../desk/ports/document-reader.ts';
import { NOTHING_STATED } from '../desk/ports/document-reader.ts';
import type { Trail } from '../record/trail.ts';
import { cutText, normaliseText } from './normalise-text.ts';

/** One document read, without its bytes. */
export interface Reading {
  readonly mediaType: string;
  readonly text: { readonly content: string; readonly normaliser: string } | null;
  readonly noTextReason: string | null;
  readonly stated: StatedMetadata;
  /** What a page says about where its words come from. Absent: no page, or it says nothing. */
  readonly trail?: Trail;
  readonly notes: readonly string[];
}

/** What a reader of texts is told besides the bytes. */
export interface TextHints {
  /** Encoding that the envelope declares (HTTP, MIME); null when none. */
  readonly charset: string | null;
  readonly now: Date;
}

/**
 * A document whose bytes are kept and whose text could not be read.
 *
 * @example
 * withoutText('image/png', 'A picture (image/png): no text is read from pictures.')
 */
export function withoutText(mediaType: string, reason: string, notes: readonly string[] = []): Reading {
  return { mediaType, text: null, noTextReason: reason, stated: NOTHING_STATED, notes };
}

/**
 * A document with text: normalises it, cuts it at the limit, and keeps it without text when nothing is left.
 *
 * @param options `textUnits` is the limit in code units
 * @example
 * withText({ mediaType: 'text/plain', raw: 'One', normaliser: 'text-1', stated: NOTHING_STATED, notes: [], textUnits: 1000 })
 */
export function withText(options: {
  readonly mediaType: string;
  readonly raw: string;
  readonly normaliser: string;
  readonly stated: StatedMetadata;
  readonly trail?: Trail | null;
  readonly notes: readonly string[];
  readonly textUnits: number;
}): Reading {
  const normalised = normaliseText(options.raw);
  const { content, notes } = cutText(normalised.content, options.textUnits);
  const allNotes = [...options.notes, ...normalised.notes, ...notes];
  const trail = options.trail === undefined || options.trail === null ? {} : { trail: options.trail };
  const base = { mediaType: options.mediaType, stated: options.stated, ...trail, notes: allNotes };
  if (content === '') return { ...base, text: null, noTextReason: 'The file holds no words.' };
  return { ...base, text: { content, normaliser: options.normaliser }, noTextReason: null };
}
