/** Numbers that only number paragraphs, as cables and reports have them: "2. (C) The mayor said …". */

/** How far back the paragraph before may open. UTF-16 code units. */
const BACK = 1000;

/**
 * Whether a stretch is nothing but the number of a paragraph: "2." behind a paragraph that "1." opens. Positions are
 * UTF-16 code units, 0-based, end exclusive.
 *
 * @example
 * isParagraphNumber({ text: '1. Six died. 2. Ten fled.', start: 13, end: 15 }); // true
 */
export function isParagraphNumber(stretch: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}): boolean {
  const { text, start, end } = stretch;
  if (end - start > 6) return false;
  const marker = /^\s*(\d{1,2})[.)]?\s*$/.exec(text.slice(start, end));
  if (marker === null) return false;
  const before = new RegExp(`(?:^|\\s)\\(?${Number(marker[1]) - 1}[.)/]\\s`);
  return before.test(text.slice(Math.max(0, start - BACK), start));
}
