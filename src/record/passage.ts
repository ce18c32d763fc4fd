/**
 * Exact words in a capture's text (W3C Web Annotation §4.2.4 TextQuoteSelector and §4.2.5 TextPositionSelector).
 * Positions are code points, 0-based, end exclusive. A passage is never dropped: it is found again or reported as
 * an orphan with the reason.
 */
import { codePointIndex, codePointLength, sliceCodePoints } from './code-points.ts';
import { type Field, idOf, object, sha256, string, text, upTo, whole } from './fields.ts';
import { findQuote } from './find-quote.ts';
import type { CaptureId, Sha256 } from './id.ts';
import { OnRecordError } from './onrecord-error.ts';

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

/** Where a passage stands now. `moved`: the words were found, in a changed text or at another place. */
export type FoundPassage =
  | { readonly kind: 'unchanged' | 'moved'; readonly span: Span }
  | { readonly kind: 'orphan'; readonly reason: string };

/** Code points kept on each side. */
const CONTEXT = 32;

/** Reads a passage's fields. */
export const passageField: Field<Passage> = object<Passage>(
  {
    start: whole,
    end: whole,
    capture: idOf('capture'),
    textSha256: sha256,
    exact: text,
    prefix: upTo(CONTEXT, string),
    suffix: upTo(CONTEXT, string),
  },
  (passage, fault) => {
    if (passage.end <= passage.start)
      fault('end', 'must be greater than start: a passage holds at least one character');
    else if (codePointLength(passage.exact) !== passage.end - passage.start) {
      fault('exact', 'must be as long as the span from start to end, counted in code points');
    }
  },
);

/**
 * Ties a span to its text: takes the words and up to 32 code points around them, never half a grapheme.
 *
 * @throws OnRecordError `invalid-record` when the span is empty or reaches outside the text
 * @example
 * describePassage({ capture: newId('capture'), textSha256, text: 'He said no.', span: { start: 8, end: 10 } }).exact; // 'no'
 */
export function describePassage(given: {
  readonly capture: CaptureId;
  readonly textSha256: Sha256;
  readonly text: string;
  readonly span: Span;
}): Passage {
  const { capture, textSha256, text, span } = given;
  const index = codePointIndex(text);
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > index.length) {
    throw new OnRecordError(
      'invalid-record',
      `The span ${start} to ${end} does not lie in a text of ${index.length} code points: give start < end inside it.`,
    );
  }
  const from = index.toUnit(start);
  const to = index.toUnit(end);
  const prefixFrom = wholeFrom(text, index.toUnit(start - CONTEXT), from);
  const suffixTo = wholeTo(text, index.toUnit(end + CONTEXT), to);
  return Object.freeze({
    start,
    end,
    capture,
    textSha256,
    exact: text.slice(from, to),
    prefix: text.slice(prefixFrom, from),
    suffix: text.slice(to, suffixTo),
  });
}

/**
 * Finds a passage in the text as it is now: by position and hash, else by its exact words (those whose
 * surroundings agree most, then the nearest), else by its words with other white space or quotation marks.
 *
 * @param textSha256 of `text`
 * @example
 * findPassage(passage, `Corrected. ${text}`, await tools.sha256(`Corrected. ${text}`)).kind; // 'moved'
 */
export function findPassage(passage: Passage, text: string, textSha256: Sha256): FoundPassage {
  if (passage.textSha256 === textSha256 && passageMatches(passage, text)) {
    return Object.freeze({
      kind: 'unchanged',
      span: Object.freeze({ start: passage.start, end: passage.end }),
    });
  }
  const index = codePointIndex(text);
  const { exact, prefix, suffix } = passage;
  const found = findQuote(text, { exact, prefix, suffix, near: index.toUnit(passage.start) });
  if (typeof found === 'string') return Object.freeze({ kind: 'orphan', reason: found });
  const span = { start: index.toCodePoint(found.start), end: index.toCodePoint(found.end) };
  return Object.freeze({ kind: 'moved', span: Object.freeze(span) });
}

/**
 * Says whether the words stand in the text at exactly the passage's position.
 *
 * @example
 * passageMatches(passage, text); // true
 */
export function passageMatches(passage: Passage, text: string): boolean {
  return passage.exact !== '' && sliceCodePoints(text, passage.start, passage.end) === passage.exact;
}

/** Characters that belong to their neighbour: marks, joiners, skin tones, flags, Hangul parts, line feeds. */
const JOINED = /[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Join_Control}\u1100-\u11FF\n]/u;

/** Whether a cut at this unit could run through a grapheme. */
function cutsGrapheme(text: string, unit: number): boolean {
  if (unit <= 0 || unit >= text.length) return false;
  const after = String.fromCodePoint(text.codePointAt(unit) ?? 0);
  const before = text.slice(Math.max(0, unit - 2), unit);
  if (after === '\n') return before.endsWith('\r');
  return JOINED.test(after) || before.endsWith('\u200D');
}

function wholeFrom(text: string, first: number, limit: number): number {
  let unit = first;
  while (unit < limit && cutsGrapheme(text, unit)) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

function wholeTo(text: string, last: number, limit: number): number {
  let unit = last;
  while (unit > limit && cutsGrapheme(text, unit)) unit -= (text.codePointAt(unit - 2) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}
