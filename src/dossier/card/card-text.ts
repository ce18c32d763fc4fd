/**
 * Lines of a card broken by an estimate of their width: the same for every machine, whatever fonts it has. Letters are taken for
 * wider than they are on average, so that a line never runs into what stands beside it.
 */
import { plainLine } from '../html.ts';

const NARROW = /[iIjl.,;:'’!|()[\]ft\s]/u;
const WIDE = /[mwMWQO%@—жшщюыфмЖШЩЮЫФМД]/u;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * How wide some words are at most, in pixels.
 *
 * @example
 * widthOf('26 people', 20); // 88
 */
export function widthOf(words: string, size: number): number {
  let sum = 0;
  for (const sign of words)
    sum += FULL.test(sign) ? 1 : NARROW.test(sign) ? 0.34 : WIDE.test(sign) ? 0.9 : 0.57;
  return Math.ceil(sum * size);
}

/**
 * Breaks words into lines; the last ends with an ellipsis when some are left.
 *
 * @param most lines at most
 * @example
 * linesOf('Weavers have been killed in Dol', { size: 20, width: 200, most: 2 });
 */
export function linesOf(
  words: string,
  { size, width, most }: { readonly size: number; readonly width: number; readonly most: number },
): readonly string[] {
  const open = plainLine(words, 400)
    .split(' ')
    .flatMap((word) => piecesOf(word, size, width));
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of open.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, shortened([line, ...open.slice(index)].join(' '), size, width)];
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word longer than a line is cut: scripts without spaces have such. */
function piecesOf(word: string, size: number, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/**
 * One line that fits, with an ellipsis when something was cut.
 *
 * @example
 * shortened('Weavers have been killed in Dol', 20, 100); // 'Weavers h…'
 */
export function shortened(words: string, size: number, width: number): string {
  const line = plainLine(words, 400);
  if (widthOf(line, size) <= width) return line;
  const signs = [...line];
  while (signs.length > 0 && widthOf(`${signs.join('').trimEnd()}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
