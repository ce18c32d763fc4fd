/**
 * Matrices of weights as the kernel multiplies them: 16-bit whole numbers with a scale for each row, set in groups of rows
 * (see training/attribution/kernel/kernel.ts). The scale is chosen so that no sum of products can leave 32 bits, whatever
 * the inputs; 12 to 13 bits of the largest weight are left, which changes no label of the development texts that a person would see.
 */
import type { Matrix } from './weights.ts';

/** Inputs of a product lie within this. */
export const MOST_INPUT = 16_384;
/** MOST_INPUT times this is less than 2^31. */
const MOST_ROW = 131_071;
/** Rows multiplied together: this many, and eight at a time what is left. */
const GROUP = 32;
const REST = 8;

/** Rows are filled up with zeros to a multiple of eight. @example paddedRows(4); // 8 */
export function paddedRows(rows: number): number {
  return Math.ceil(rows / REST) * REST;
}

/** Some rows that are multiplied together. */
export interface RowGroup {
  readonly first: number;
  readonly together: number;
}

/** The groups of a matrix of so many rows. @example groupsOf(40); // [{ first: 0, together: 32 }, { first: 32, together: 8 }] */
export function groupsOf(rows: number): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (let first = 0; first < rows; ) {
    const together = rows - first >= GROUP ? GROUP : REST;
    groups.push({ first, together });
    first += together;
  }
  return groups;
}

/** Whole numbers for one, so that the row keeps within MOST_ROW. */
function timesOf(row: Float32Array): number {
  let sum = 0;
  let most = 0;
  for (const weight of row) {
    const size = Math.abs(weight);
    sum += size;
    if (size > most) most = size;
  }
  // rounding adds half a unit a column at most
  return sum === 0 ? 1 : Math.min((MOST_ROW - row.length) / sum, 32_767 / most);
}

/**
 * Writes a matrix as whole numbers.
 *
 * @param out paddedRows x columns numbers from place `at` on
 * @param scales what one of a row's numbers is worth, from place `at` on
 * @example
 * writeWholeRows(matrix, { out: whole, at: 0 }, { out: floats, at: 640 });
 */
export function writeWholeRows(
  matrix: Matrix,
  numbers: { readonly out: Int16Array; readonly at: number },
  scales: { readonly out: Float32Array; readonly at: number },
): void {
  const { rows, columns } = matrix;
  const row = new Float32Array(columns);
  for (const { first, together } of groupsOf(rows))
    for (let r = first; r < Math.min(rows, first + together); r += 1) {
      matrix.row(r, row, 0);
      const times = timesOf(row);
      scales.out[scales.at + r] = 1 / times;
      const from = numbers.at + first * columns + (r - first) * 2;
      for (let c = 0; c < columns; c += 1)
        numbers.out[from + (c >> 1) * together * 2 + (c & 1)] = Math.round((row[c] as number) * times);
    }
}
