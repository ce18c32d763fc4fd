/**
 * Words of a text in the one form in which they are searched and compared: lower case, without accents, ё as е,
 * with a few letters that stand for two spelt out. Both engines index the result with their plainest word splitter,
 * so that they find the same. Scripts written without spaces are split into single characters; a query in
 * them becomes a phrase. Refuses nothing; it never changes what is stored or shown.
 */

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{M}\p{N}\p{Co}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;
const ASCII = /^[\0-\x7f]*$/;
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the lengthening stroke. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const SHORT_I = /\u0438\u0306/g;
const SPELT_OUT = /[ßæœøłđðþıŧħ]/g;
const SPELLING: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŧ: 't',
  ħ: 'h',
};

/** One word and where it stands: code units of the original text, end exclusive. */
export interface FoldedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Folds one word. й stays й; every other accent goes.
 *
 * @example
 * foldWord('Więzienia'); // 'wiezienia'
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(SHORT_I, 'й')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SPELT_OUT, (letter) => SPELLING[letter] ?? letter);
}

/**
 * Every word of a text in order. A word that folds to nothing is left out; one that folds to several is kept as one.
 *
 * @param from code units, 0-based, between two words: what stands before is not read
 * @example
 * [...foldedWords('Ёлка, 26')]; // [{ folded: 'елка', start: 0, end: 4 }, { folded: '26', start: 6, end: 8 }]
 */
export function* foldedWords(text: string, from = 0): Generator<FoldedWord> {
  const pattern = new RegExp(WORDS);
  pattern.lastIndex = from;
  for (const match of text.matchAll(pattern)) {
    const folded = foldWord(match[0]);
    if (folded !== '') yield { folded, start: match.index, end: match.index + match[0].length };
  }
}

/**
 * The folded words of a text joined by single spaces: what the index holds.
 *
 * @example
 * foldText('The Café — “Łódź”'); // 'the cafe lodz'
 */
export function foldText(text: string): string {
  const words: string[] = [];
  for (const word of foldedWords(text)) words.push(word.folded);
  return words.join(' ');
}
