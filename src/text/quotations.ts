/**
 * Quotation geometry: which stretches stand in quotation marks. Reads “ ”, „ “, « », straight " and single quotes
 * (kept apart from apostrophes), and quotations that go on over paragraphs (each opened again, only the last
 * closed). Says nothing about who speaks. Positions are UTF-16 code units.
 */
import type { Stretch } from './paragraphs.ts';

/** One quotation. `start`/`end` include the marks, `innerStart`/`innerEnd` do not. */
export interface Quotation extends Stretch {
  readonly innerStart: number;
  readonly innerEnd: number;
  /** Not closed in its paragraph because it goes on in the next one. */
  readonly continues: boolean;
}

const OPENING: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”',
  '«': '»',
  '"': '"”',
  '‘': '’',
  "'": "'",
};
const isLetter = (c: string): boolean => /[\p{L}\p{N}]/u.test(c);

function opens(text: string, at: number, mark: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (mark === '“' || mark === '„' || mark === '«') return true;
  const free = at === 0 || /[\s([{—–\-“"‘:/]/u.test(before);
  if (mark === '"') return free && after !== '' && !/\s/u.test(after);
  return (
    free &&
    (isLetter(after) || /["“#@[]/.test(after)) &&
    !/^['’‘](?:\d\ds\b|tis\b|twas\b|em\b|cause\b)/iu.test(text.slice(at, at + 7))
  );
}

function closes(text: string, at: number, mark: string): boolean {
  if (mark !== "'" && mark !== '’') return true;
  if (isLetter(text.charAt(at + 1))) return false;
  return text.charAt(at - 1) !== ' ';
}

/** Two apostrophes for a quotation mark, as older agencies write: `''…''`. */
function doubled(text: string, at: number, end: number): Quotation | null {
  const before = text.charAt(at - 1);
  if (
    text.charAt(at + 1) !== "'" ||
    text.charAt(at + 2) === "'" ||
    (at > 0 && !/[\s([{—–\-"“]/u.test(before)) ||
    /\s/.test(text.charAt(at + 2))
  )
    return null;
  const close = text.indexOf("''", at + 2);
  return close < 0 || close >= end
    ? null
    : { start: at, end: close + 2, innerStart: at + 2, innerEnd: close, continues: false };
}

/** Code units behind an apostrophe after s in which a closing mark is still looked for. */
const GENITIVE_REACH = 2000;

/** An apostrophe after s that is followed by more text and a later closing mark is a plural genitive. */
function closingOf(text: string, at: number, end: number): number {
  const marks = OPENING[text.charAt(at)] ?? '';
  let genitive = -1;
  for (let i = at + 1; i < end; i += 1) {
    if (genitive >= 0 && i > genitive + GENITIVE_REACH) return genitive;
    const c = text.charAt(i);
    if (!marks.includes(c) || !closes(text, i, c)) continue;
    const plural =
      (c === "'" || c === '’') && text.charAt(i - 1) === 's' && /^ \p{Ll}/u.test(text.slice(i + 1, i + 3));
    if (!plural) return i;
    if (genitive < 0) genitive = i;
  }
  return genitive;
}

function inParagraph(text: string, paragraph: Stretch, next: Stretch | undefined): Quotation[] {
  const found: Quotation[] = [];
  // What has no closing mark behind one opening mark has none behind a later one: looking again would take for ever.
  const unclosed = new Set<string>();
  let i = paragraph.start;
  while (i < paragraph.end) {
    const mark = text.charAt(i);
    const pair = mark === "'" ? doubled(text, i, paragraph.end) : null;
    if (pair !== null) {
      found.push(pair);
      i = pair.end;
      continue;
    }
    if (OPENING[mark] === undefined || !opens(text, i, mark)) {
      i += 1;
      continue;
    }
    const close = unclosed.has(mark) ? -1 : closingOf(text, i, paragraph.end);
    const reopened = next !== undefined && text.charAt(next.start) === mark;
    if (close >= 0) {
      found.push({ start: i, end: close + 1, innerStart: i + 1, innerEnd: close, continues: false });
      i = close + 1;
    } else if (reopened && mark !== "'") {
      found.push({
        start: i,
        end: paragraph.end,
        innerStart: i + 1,
        innerEnd: paragraph.end,
        continues: true,
      });
      i = paragraph.end;
    } else {
      unclosed.add(mark);
      i += 1;
    }
  }
  return found;
}

/**
 * Finds the outer quotations of each paragraph, in order of position.
 *
 * @example
 * quotationsIn('He said: “No.”', [{ start: 0, end: 14 }]); // [{ start: 9, end: 14, innerStart: 10, innerEnd: 13, … }]
 */
export function quotationsIn(text: string, paragraphs: readonly Stretch[]): Quotation[] {
  return paragraphs.flatMap((paragraph, i) => inParagraph(text, paragraph, paragraphs[i + 1]));
}
