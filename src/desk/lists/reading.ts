/** What became of one cell when it was read. */

/**
 * `value`: read. `unknown`: it says that it is not known. `order`: a date that needs the order of day and month to be told.
 * `fault`: it cannot be read; the message says what would be right and never repeats the cell.
 */
export type CellReading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'order' }
  | { readonly kind: 'fault'; readonly message: string };

export const UNKNOWN: CellReading = Object.freeze({ kind: 'unknown' });

/**
 * A cell that was read.
 *
 * @example
 * readAs('2021-03-04'); // { kind: 'value', value: '2021-03-04' }
 */
export function readAs(value: string): CellReading {
  return { kind: 'value', value };
}

/**
 * A cell that cannot be read.
 *
 * @example
 * cannot('must be a date');
 */
export function cannot(message: string): CellReading {
  return { kind: 'fault', message };
}

const INDIC = /[٠-٩۰-۹]/g;

/**
 * Digits of Arabic and Persian as 0 to 9.
 *
 * @example
 * asciiDigits('٢٠٢١'); // '2021'
 */
export function asciiDigits(text: string): string {
  return text.replace(INDIC, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

// Marks of direction, joiners of nothing and byte order marks that spreadsheets leave behind.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;

/**
 * The text of a cell: composed (NFC), without unseen marks, white space drawn together.
 *
 * @example
 * cellText('  Ana \u00a0Kovac '); // 'Ana Kovac'
 */
export function cellText(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  return cell.replace(UNSEEN, '').replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** Most cells need nothing done. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
