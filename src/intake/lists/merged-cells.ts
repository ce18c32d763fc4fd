/** Cells merged downwards: the file states their value once, in the first; every row of the area means it. */
import type { TableRow } from '../../desk/ports/list-files.ts';

export interface MergedDown {
  /** Areas of more than one row. */
  readonly areas: number;
  /** A row with the values of the areas that it lies in; rows must come in order. */
  fill(row: TableRow): TableRow;
}

/** A column of an area: both ends inclusive, rows 1-based, columns 0-based. */
interface Area {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longest tag that may be cut in two between pieces. */
const TAG = 300;
/** More areas than a person makes by hand are left alone. */
const MOST_AREAS = 100_000;

/**
 * Finds the merged areas of a sheet; they stand behind its rows, so that it is walked once before.
 *
 * @example
 * (await mergedDown(parts.text('xl/worksheets/sheet1.xml'))).areas; // 3
 */
export async function mergedDown(sheet: AsyncIterable<string>): Promise<MergedDown> {
  const areas: Area[] = [];
  let rest = '';
  let found = 0;
  for await (const piece of sheet) {
    const text = rest + piece;
    let end = 0;
    for (const match of text.matchAll(MERGED)) {
      const [whole, left = '', first, , last] = match;
      end = match.index + whole.length;
      if (Number(last) <= Number(first) || areas.length >= MOST_AREAS) continue;
      found += 1;
      areas.push({ column: columnOf(left), from: Number(first), to: Number(last) });
    }
    rest = text.slice(Math.max(end, text.length - TAG));
  }
  return { areas: found, fill: filler(areas) };
}

/**
 * The column of a reference by its letters, 0-based.
 *
 * @example
 * columnOf('AB'); // 27
 */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function filler(areas: readonly Area[]): MergedDown['fill'] {
  const waiting = areas.toSorted((a, b) => b.from - a.from);
  let open: { readonly area: Area; value: string }[] = [];
  return (given) => {
    if (areas.length === 0) return given;
    open = open.filter(({ area }) => area.to >= given.row);
    for (let next = waiting.at(-1); next !== undefined && next.from <= given.row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.to >= given.row)
        open.push({ area: next, value: next.from === given.row ? (given.cells[next.column] ?? '') : '' });
    }
    if (open.length === 0) return given;
    const cells = [...given.cells];
    for (const { area, value } of open) {
      while (cells.length <= area.column) cells.push('');
      if (given.row > area.from) cells[area.column] = value;
    }
    return { row: given.row, cells };
  };
}
