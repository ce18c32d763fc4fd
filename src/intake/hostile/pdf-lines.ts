/**
 * Lines from the places of words on a PDF page, in reading order. Words at the same height are one line, unless the page
 * is set in columns: then each column is read to its end, so that no sentence of one column is torn by another.
 * Units are points, origin at the bottom left.
 */

/** A run of words at a place. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

/** A line of a page. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Where the last word ends. */
  readonly end: number;
}

/** Words of a line without a wide gap. */
interface Cell {
  text: string;
  readonly x: number;
  end: number;
}

interface Row {
  readonly cells: Cell[];
  readonly y: number;
  readonly size: number;
}

/** Fewer lines side by side are no columns. */
const COLUMN_ROWS = 3;
/** Shorter on the middle are cells of a table, not lines of prose. */
const COLUMN_UNITS = 18;

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Adds a run to the line that is being built; false when it belongs to another line. */
function goesOn(row: Row, run: PlacedText, afterBlank: boolean): boolean {
  const last = row.cells.at(-1);
  const size = run.size || 10;
  if (last === undefined || Math.abs(row.y - run.y) >= size * 0.5 || run.x < last.end - size) return false;
  const gap = run.x - last.end;
  if (gap > size * 1.2) {
    row.cells.push({ text: run.text, x: run.x, end: run.x + run.width });
    return true;
  }
  const isApart = last.text.endsWith(' ') || run.text.startsWith(' ');
  last.text += (!isApart && (afterBlank || gap > size * 0.15) ? ' ' : '') + run.text;
  last.end = run.x + run.width;
  return true;
}

/** Runs in the order of the page's content; a run on the same height goes on with the line. */
function rowsOf(runs: readonly PlacedText[]): readonly Row[] {
  const rows: Row[] = [];
  let afterBlank = false;
  for (const run of runs) {
    if (run.text.trim() === '') {
      afterBlank = true;
      continue;
    }
    const row = rows.at(-1);
    if (row === undefined || !goesOn(row, run, afterBlank)) {
      const cell = { text: run.text, x: run.x, end: run.x + run.width };
      rows.push({ cells: [cell], y: run.y, size: run.size || 10 });
    }
    afterBlank = false;
  }
  return rows;
}

/** Which cell of a row begins at a place; -1 when none does. */
function cellAt(row: Row, x: number): number {
  return row.cells.findIndex((cell) => Math.abs(cell.x - x) <= row.size);
}

/** Where a second column begins; null when the rows are no columns. */
function columnStart(rows: readonly Row[]): number | null {
  const starts = rows.flatMap(({ cells }) => cells.slice(1, 2).map((cell) => cell.x));
  if (starts.length < COLUMN_ROWS) return null;
  const start = middle(starts);
  const sides = rows.filter((row) => cellAt(row, start) > 0);
  if (sides.length < COLUMN_ROWS || sides.length < starts.length * 0.6) return null;
  const units = (cells: readonly (Cell | undefined)[]): number =>
    middle(cells.map((cell) => cell?.text.length ?? 0));
  const left = units(sides.map(({ cells }) => cells[0]));
  const right = units(sides.map((row) => row.cells[cellAt(row, start)]));
  return Math.min(left, right) >= COLUMN_UNITS ? start : null;
}

function lineOf({ cells, y, size }: Row): Line {
  let text = '';
  let end: number | null = null;
  for (const cell of cells) {
    text += (end === null ? '' : cell.x - end > size * 2 ? ' | ' : ' ') + cell.text.trim();
    end = cell.end;
  }
  return { text: text.trim(), x: cells[0]?.x ?? 0, y, size, end: end ?? 0 };
}

/** Rows in columns: down to a row that crosses the gap, first the left side, then the right. */
function readColumns(rows: readonly Row[], start: number): readonly Line[] {
  const lines: Line[] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const flush = (): void => {
    lines.push(...linesInOrder(left), ...linesInOrder(right));
    left = [];
    right = [];
  };
  for (const row of rows) {
    const split = row.cells.findIndex((cell) => cell.x >= start - row.size);
    const before = split < 0 ? row.cells : row.cells.slice(0, split);
    if (before.some((cell) => cell.end > start)) {
      flush();
      lines.push(lineOf(row));
      continue;
    }
    if (before.length > 0) left.push({ ...row, cells: before });
    if (split >= 0) right.push({ ...row, cells: row.cells.slice(split) });
  }
  flush();
  return lines;
}

function linesInOrder(rows: readonly Row[]): readonly Line[] {
  const start = columnStart(rows);
  return start === null ? rows.map(lineOf) : readColumns(rows, start);
}

/**
 * The lines of a page in reading order. Wide gaps inside a line that is no line of columns become " | ".
 *
 * @example
 * linesOf([{ text: 'One', x: 0, y: 10, width: 20, size: 10 }])[0]?.text // 'One'
 */
export function linesOf(runs: readonly PlacedText[]): readonly Line[] {
  return linesInOrder(rowsOf(runs));
}
