/**
 * The one way of making any text ready for positions: same characters in, same text out (version `text-1`).
 * Unicode NFC (W3C Character Model: normalise before counting), one kind of line end, no invisible filler.
 * It never changes quotation marks, dashes, digits or letters beyond NFC, and it keeps the joiners that carry
 * meaning (U+200C, U+200D) and the spaces inside numbers (U+00A0, U+202F).
 */
import { counted } from '../record/number-words.ts';

/** A text ready for positions, and what had to be done that a person should know. */
export interface NormalisedText {
  readonly content: string;
  readonly notes: readonly string[];
}

/** Soft hyphen, word joiner, zero-width no-break space (also as a byte order mark in the middle of a text). */
const FILLER = /[\u00AD\u2060\uFEFF]/g;
/** Zero-width space; between letters of scripts without word spaces it is the word boundary and stays. */
const ZERO_WIDTH_SPACE = /(?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\u200B/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROLS = /(?![\t\n])\p{Cc}/gu;
const DIRECTION_OVERRIDES = /[\u202D\u202E]/;
/** Whether anything above can match at all; most texts pass at once. */
const UNUSUAL = /(?![\t\n])\p{Cc}|[\u00AD\u200B\u2028\u2029\u202D\u202E\u2060\uFEFF]/u;

/** Spaces and tabs at line ends, more than one empty line, and empty lines at both ends go. */
function tidyLines(text: string): string {
  return text
    .replace(/[ \t]+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/**
 * Makes a text well-formed and uniform. Positions of passages count in the result.
 *
 * @example
 * normaliseText('one\r\ntwo  ').content // 'one\ntwo'
 */
export function normaliseText(raw: string): NormalisedText {
  const notes: string[] = [];
  let text = raw;
  if (!text.isWellFormed()) {
    text = text.toWellFormed();
    notes.push('Half a character (unpaired surrogate) was replaced by U+FFFD.');
  }
  if (UNUSUAL.test(text)) {
    text = text.replace(LINE_ENDS, '\n').replace(FILLER, '').replace(ZERO_WIDTH_SPACE, '');
    const controls = text.match(CONTROLS)?.length ?? 0;
    if (controls > 0) {
      text = text.replace(CONTROLS, '\uFFFD');
      notes.push(
        `${counted(controls, 'control character was', 'control characters were')} replaced by U+FFFD.`,
      );
    }
    if (DIRECTION_OVERRIDES.test(text)) {
      notes.push(
        'The text holds direction overrides: letters or digits may be shown in another order than stored.',
      );
    }
  }
  return { content: tidyLines(text.normalize('NFC')), notes };
}

/**
 * Cuts a text at a length without splitting a character, and says so.
 *
 * @param limit code units
 * @example
 * cutText('abc', 2) // { content: 'ab', notes: ['The text is cut at 2 of 3 characters; the bytes are kept whole.'] }
 */
export function cutText(content: string, limit: number): NormalisedText {
  if (content.length <= limit) return { content, notes: [] };
  const last = content.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return {
    content: content.slice(0, end).trimEnd(),
    notes: [`The text is cut at ${end} of ${content.length} characters; the bytes are kept whole.`],
  };
}
