/**
 * Cells of CSV that a spreadsheet will not run. A text that a spreadsheet would take for a formula (it begins with = + - @, a
 * tab or a line end, or with their full-width forms; OWASP, "CSV injection") gets an apostrophe in front; so does a text that
 * already begins with apostrophes before such a sign, and so the way back is exact. Numbers are written as numbers: the sign
 * of -3.5 is no formula.
 */
import type { Cell, Column } from './table-set.ts';

const RISKY = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text as it is safe in a cell.
 *
 * @example
 * safeCell('=HYPERLINK("https://x.example")'); // `'=HYPERLINK("https://x.example")`
 */
export function safeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/**
 * The text that a safe cell was made from.
 *
 * @example
 * cellText("'=1+1"); // '=1+1'
 */
export function cellText(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell;
}

/**
 * A cell as CSV (RFC 4180): quoted where it must be, a text safe in a spreadsheet. Null is an empty cell, and so is ''.
 *
 * @example
 * csvCell('=1+1', column); // "'=1+1"
 */
export function csvCell(cell: Cell, { type }: Pick<Column, 'type'>): string {
  return plainCell(type === 'text' && typeof cell === 'string' ? safeCell(cell) : cell);
}

/**
 * A cell as CSV with the text as it is, for programs.
 *
 * @example
 * plainCell('a "word"'); // '"a ""word"""'
 */
export function plainCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
