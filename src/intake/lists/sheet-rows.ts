/** Rows of one sheet of a workbook, as its XML comes by. */
import type { TableRow } from '../../desk/ports/list-files.ts';
import { columnOf } from './merged-cells.ts';
import { xmlParser } from './workbook-parts.ts';

/** What is counted while a sheet is read. */
export interface SheetNotes {
  formulas: number;
  /** Formulas without a value. */
  uncomputed: number;
  hidden: number;
  /** Cells that hold 29 February 1900. */
  phantom: number;
}

/** What cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dated: ReadonlySet<number>;
  readonly plan: { readonly from1904: boolean };
  readonly notes: SheetNotes;
}

interface Cell {
  type: string;
  style: number;
  column: number;
  value: string;
  formula: boolean;
}

/** A sheet has no more columns than this (ECMA-376). */
const MOST_COLUMNS = 16_384;

/**
 * Reads the rows of a sheet that have something in them.
 *
 * @example
 * for await (const { row, cells } of readSheet(parts.text(part), context)) show(row, cells);
 */
export async function* readSheet(
  sheet: AsyncIterable<string>,
  context: SheetContext,
): AsyncGenerator<TableRow> {
  const done: TableRow[] = [];
  const parser = sheetParser(context, (row) => done.push(row));
  for await (const piece of sheet) {
    parser.write(piece);
    yield* done.splice(0);
  }
  parser.end();
  yield* done;
}

function sheetParser(context: SheetContext, give: (row: TableRow) => void) {
  let row = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let inValue = false;
  return xmlParser({
    opened: (name, { r, t = 'n', s = '0', hidden }) => {
      if (name === 'row') {
        row = r === undefined ? row + 1 : Number(r);
        cells = [];
        if (hidden === '1' || hidden === 'true') context.notes.hidden += 1;
      } else if (name === 'c') {
        const column = r === undefined ? cells.length : columnOf(r.replace(/\d+$/, ''));
        cell = { type: t, style: Number(s), column, value: '', formula: false };
      } else if (name === 'f' && cell !== null) cell.formula = true;
      else if (name === 'v' || name === 't') inValue = true;
    },
    text: (piece) => {
      if (inValue && cell !== null) cell.value += piece;
    },
    closed: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c' && cell !== null) {
        if (cell.column < MOST_COLUMNS) {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = shown(cell, context);
        }
        cell = null;
      } else if (name === 'row' && cells.some((one) => one !== '')) give({ row, cells });
    },
  });
}

/** What a person sees in a cell. */
function shown({ type, style, value, formula }: Cell, { strings, dated, plan, notes }: SheetContext): string {
  if (formula) {
    notes.formulas += 1;
    if (value === '') notes.uncomputed += 1;
  }
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!dated.has(style)) return Number.isFinite(number) ? String(number) : value;
  const day = dayOfSerial(number, plan.from1904);
  if (day === '1900-02-29') notes.phantom += 1;
  return day ?? String(number);
}

const DAY_MS = 86_400_000;

/**
 * The ISO day that a workbook's number stands for; null outside the years 1900 to 9999. Day 60 is 29 February 1900, which a
 * program of 1983 believed in.
 *
 * @param serial days, fractions of a day are dropped
 * @example
 * dayOfSerial(44259, false); // '2021-03-04'
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!from1904 && whole === 60) return '1900-02-29';
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  if (!(whole >= (from1904 ? 0 : 1) && whole < 2_958_466)) return null;
  return new Date(start + whole * DAY_MS).toISOString().slice(0, 10);
}
