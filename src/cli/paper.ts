/**
 * Text for a terminal: width, wrapping, colour, and the removal of everything in foreign text that a
 * terminal would obey (escape sequences, controls, direction overrides). Refuses to know about records.
 */

/** How a terminal should be written to. */
export interface Paper {
  /** Columns, at least 20. */
  readonly width: number;
  readonly colour: boolean;
}

/** Typographic roles; without colour they leave the text as it is. */
export type Role = 'strong' | 'dim' | 'accent' | 'warn';

const SGR: Readonly<Record<Role, readonly [string, string]>> = {
  strong: ['\u001b[1m', '\u001b[22m'],
  dim: ['\u001b[2m', '\u001b[22m'],
  accent: ['\u001b[36m', '\u001b[39m'],
  warn: ['\u001b[33m', '\u001b[39m'],
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are exactly what is looked for
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colour sequences have no width
const COLOURS = /\u001b\[\d+m/gu;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/**
 * Foreign text on one line, with nothing left that a terminal obeys.
 *
 * @example
 * oneLine('a\n\u001b[31mb'); // 'a �[31mb'
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(OBEYED, '\ufffd')
    .trim();
}

/**
 * Marks text with a role, in colour only when the paper takes colour.
 *
 * @example
 * ink({ width: 80, colour: false }, 'strong', 'Toll'); // 'Toll'
 */
export function ink(paper: Paper, role: Role, text: string): string {
  const [on, off] = SGR[role];
  return paper.colour && text !== '' ? `${on}${text}${off}` : text;
}

/**
 * Columns that a text takes: wide East Asian letters count two, marks none, colours none.
 *
 * @example
 * columnsOf('日本'); // 4
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text.replace(COLOURS, '')) {
    if (/\p{M}/u.test(letter)) continue;
    columns += WIDE.test(letter) ? 2 : 1;
  }
  return columns;
}

/** Where the lines of a paragraph start: the first, and all others (columns). */
export interface Indent {
  readonly first: string;
  readonly rest: string;
}

/**
 * Breaks text into lines no wider than the paper; a word that is wider alone is broken.
 *
 * @example
 * wrap({ width: 20, colour: false }, 'one two three four five', { first: '- ', rest: '  ' });
 * // ['- one two three four', '  five']
 */
export function wrap(paper: Paper, text: string, indent: Indent = { first: '', rest: '' }): string[] {
  const lines: string[] = [];
  let line = indent.first;
  let empty = true;
  for (const word of text
    .split(' ')
    .flatMap((part) => piecesOf(part, paper.width - columnsOf(indent.rest)))) {
    const glued = empty ? line + word : `${line} ${word}`;
    if (columnsOf(glued) <= paper.width || empty) {
      line = glued;
    } else {
      lines.push(line);
      line = indent.rest + word;
    }
    empty = false;
  }
  lines.push(line);
  return lines;
}

/**
 * Cuts a text to a number of columns, with "…" where it was cut.
 *
 * @example
 * cut('a long title', 6); // 'a lon…'
 */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const letter of text) {
    if (columnsOf(kept + letter) > columns - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Fills with spaces up to a number of columns.
 *
 * @example
 * pad('ab', 4); // 'ab  '
 */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function piecesOf(word: string, room: number): string[] {
  if (columnsOf(word) <= room || room < 4) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (columnsOf(piece + letter) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
