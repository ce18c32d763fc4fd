/**
 * Cuts a text into words, numbers and marks with their places: the ground on which quantities, dates and acts
 * are matched. Deterministic and linear in the length of the text; it knows no grammar. Hyphenated words come
 * apart ("anti-gay" is three tokens), a possessive "'s" stands alone, and an abbreviation keeps its full stop.
 * Positions are UTF-16 code units, 0-based, end exclusive (inside `text/` only).
 */

/** `break`: an empty line between paragraphs. */
export type WordKind = 'word' | 'number' | 'mark' | 'break';

/** One token. */
export interface Word {
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** Lower case, curly apostrophes straightened, abbreviations without their last full stop. */
  readonly low: string;
  readonly kind: WordKind;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** White space, or the start of the text, stands before it. */
  readonly gap: boolean;
}

const TOKEN =
  /\s+|\p{L}(?:\.\p{L})+\.?|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’](?![sS](?![\p{L}\d]))\p{L}+)*|['’][sS](?![\p{L}\d])|[\s\S]/gu;

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen lt col maj capt sgt cpl pvt brig adm rev hon gov sen rep st no nos vs jr sr dept inc corp ltd co jan feb mar apr jun jul aug sep sept oct nov dec approx est'.split(
    ' ',
  ),
);

const NUMBER_LIKE = new Set(['no', 'nos']);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isWordStart(first: string): boolean {
  const code = first.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return /\p{L}/u.test(first);
}

function kindOf(raw: string): WordKind {
  if (isDigit(raw.charCodeAt(0))) return 'number';
  return isWordStart(raw) ? 'word' : 'mark';
}

function lowered(raw: string): string {
  const low = raw.toLowerCase();
  const straight = low.includes('’') ? low.replaceAll('’', "'") : low;
  return straight.length > 2 && straight.endsWith('.') ? straight.slice(0, -1) : straight;
}

function startsUpper(raw: string): boolean {
  const code = raw.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return raw[0] !== raw[0]?.toLowerCase();
}

/** True when the full stop at `at` belongs to the abbreviation before it ("No. 4" only before a digit). */
function swallowsStop(text: string, at: number, low: string): boolean {
  if (text[at] !== '.' || !ABBREVIATIONS.has(low)) return false;
  if (!NUMBER_LIKE.has(low)) return true;
  const next = text[at + 1] === ' ' ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(next));
}

/**
 * The tokens of a text, in order.
 *
 * @example
 * wordsIn("Over 100 men").map((word) => word.low); // ['over', '100', 'men']
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let gap = true;
  let from = 0;
  while (from < text.length) {
    TOKEN.lastIndex = from;
    const raw = TOKEN.exec(text)?.[0];
    if (raw === undefined) break;
    const start = TOKEN.lastIndex - raw.length;
    from = TOKEN.lastIndex;
    const kind = kindOf(raw);
    if (kind === 'mark' && raw.trim() === '') {
      gap = true;
      if (raw.length > 1 && raw.indexOf('\n') !== raw.lastIndexOf('\n')) {
        words.push({ start, end: start + raw.length, low: '¶', kind: 'break', cap: false, gap });
      }
      continue;
    }
    const low = lowered(raw);
    let end = start + raw.length;
    if (kind === 'word' && swallowsStop(text, end, low)) end += 1;
    from = end;
    words.push({ start, end, low, kind, cap: kind === 'word' && startsUpper(raw), gap });
    gap = false;
  }
  return words;
}

/**
 * Whether a text is printed in capitals throughout (agency dispatches): capitals then say nothing about names.
 *
 * @example
 * isAllCapitals('THREE SUBVERSIVES WERE KILLED'); // true
 */
export function isAllCapitals(text: string): boolean {
  const head = text.slice(0, 2000);
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if (code >= 65 && code <= 90) upper += 1;
    else if (code >= 97 && code <= 122) lower += 1;
  }
  return upper > 8 && upper > lower * 6;
}

const CLOSERS = new Set(['"', '”', "'", '’', ')', ']', '»']);

/**
 * Whether the token at `index` ends a sentence: a full stop, question or exclamation mark before a gap,
 * or an empty line.
 *
 * @example
 * endsSentence(wordsIn('He died. She fled.'), 2); // true
 */
export function endsSentence(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return true;
  if (word.kind === 'break') return true;
  if (word.low !== '.' && word.low !== '!' && word.low !== '?') return false;
  let next = index + 1;
  while (words[next] !== undefined && words[next]?.gap === false && CLOSERS.has(words[next]?.low ?? ''))
    next += 1;
  const after = words[next];
  return after === undefined || after.gap;
}
