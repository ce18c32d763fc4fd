/**
 * Letters of a line in the order in which they stand from left to right: the Unicode Bidirectional Algorithm (UAX #9) as far as one line
 * of a card needs it. Strong letters (rules P2, W1 to W7 for European numbers), neutral signs between them (N1, N2), levels (I1, I2) and
 * reordering (L2). Explicit signs of direction are taken out: a line has one direction, handed in. Brackets are mirrored (L4).
 */

/** Letters that stand together, all of one direction. */
export interface DirectedRun {
  /** In logical order: as they are read. */
  readonly words: string;
  /** Odd: from right to left. */
  readonly level: number;
}

const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT = /\p{L}/u;
const DIGIT = /[0-9]/u;
/** Arabic digits run from left to right inside Arabic words. */
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/u;
const BETWEEN_DIGITS = /[.,:/\u00a0]/u;
const DIRECTION_SIGNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '<': '>',
  '>': '<',
};

type Kind = 'L' | 'R' | 'E' | 'N' | 'M';

function kindOf(sign: string): Kind {
  if (/\p{M}/u.test(sign)) return 'M';
  if (DIGIT.test(sign) || ARABIC_DIGIT.test(sign)) return 'E';
  if (RIGHT.test(sign) && LEFT.test(sign)) return 'R';
  return LEFT.test(sign) ? 'L' : 'N';
}

/**
 * Says whether any letter of a line runs from right to left.
 *
 * @example
 * turns('قتل 12'); // true
 */
export function turns(words: string): boolean {
  return RIGHT.test(words);
}

/**
 * The runs of a line from left to right.
 *
 * @param base of the line: 0 from left to right, 1 from right to left
 * @example
 * visualRuns('قتل 12', 0).map(({ words }) => words); // ['12', 'قتل ']
 */
export function visualRuns(words: string, base: 0 | 1): readonly DirectedRun[] {
  const signs = [...words.replace(DIRECTION_SIGNS, '')];
  const levels = levelsOf(signs, base);
  const runs: { words: string; level: number }[] = [];
  for (const [index, sign] of signs.entries()) {
    const level = levels[index] ?? base;
    const last = runs.at(-1);
    const shown = level % 2 === 1 ? (MIRRORED[sign] ?? sign) : sign;
    if (last?.level === level) last.words += shown;
    else runs.push({ words: shown, level });
  }
  const highest = Math.max(base, ...levels);
  for (let level = highest; level >= 1; level -= 1) turnFrom(runs, level);
  return runs;
}

/** L2: every stretch of this level or a higher one is turned around. */
function turnFrom(runs: DirectedRun[], level: number): void {
  for (let start = 0; start < runs.length; start += 1) {
    let end = start;
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end += 1;
    if (end > start + 1) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = Math.max(start, end - 1);
  }
}

function levelsOf(signs: readonly string[], base: 0 | 1): readonly number[] {
  const kinds = signs.map(kindOf);
  joinMarks(kinds);
  for (const [index, kind] of kinds.entries())
    if (
      kind === 'N' &&
      kinds[index - 1] === 'E' &&
      kinds[index + 1] === 'E' &&
      BETWEEN_DIGITS.test(signs[index] ?? '')
    )
      kinds[index] = 'E';
  // W7: numbers after a letter from left to right go with it.
  let strong: Kind = base === 0 ? 'L' : 'R';
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'L' || kind === 'R') strong = kind;
    if (kind === 'E' && strong === 'L') kinds[index] = 'L';
  }
  settleNeutrals(kinds, base);
  return kinds.map((kind) => {
    if (base === 0) return kind === 'L' ? 0 : kind === 'R' ? 1 : 2;
    return kind === 'R' ? 1 : 2;
  });
}

/** W1: marks go with what stands before them. */
function joinMarks(kinds: Kind[]): void {
  for (const [index, kind] of kinds.entries()) if (kind === 'M') kinds[index] = kinds[index - 1] ?? 'N';
}

/** N1, N2: what stands between two of one direction takes it, numbers counting as right to left; else the line's. */
function settleNeutrals(kinds: Kind[], base: 0 | 1): void {
  const own: Kind = base === 0 ? 'L' : 'R';
  const sideOf = (kind: Kind | undefined): Kind => (kind === undefined ? own : kind === 'E' ? 'R' : kind);
  for (let start = 0; start < kinds.length; start += 1) {
    if (kinds[start] !== 'N') continue;
    let end = start;
    while (kinds[end] === 'N') end += 1;
    const before = sideOf(kinds[start - 1]);
    const settled = before === sideOf(kinds[end]) ? before : own;
    kinds.fill(settled, start, end);
    start = end - 1;
  }
}
