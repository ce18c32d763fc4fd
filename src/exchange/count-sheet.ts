/**
 * A table of counts from CSV. Two shapes are read: long, with a column `count`, perhaps a column `people` (different people
 * behind the count), and one column for each axis; or crossed, with the values of one axis down and those of the other
 * across, and "first axis \ second axis" in the corner. All faults are told at once.
 */
import { type Fault, OnRecordError } from '../record/onrecord-error.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';

export interface SheetCell {
  /** Null: the sheet does not tell it. */
  readonly count: number | null;
  /** Null: as many as the count. */
  readonly people: number | null;
}

export interface CountSheet {
  readonly file: string;
  readonly axes: readonly { readonly name: string; readonly labels: readonly string[] }[];
  /** By the labels, one for each axis, joined with tabs. */
  readonly cells: ReadonlyMap<string, SheetCell>;
  /** Whether every cell of the grid stands there, as in a crossed table. */
  readonly crossed: boolean;
}

/** What tables of offices put where they withhold a number. */
const WITHHELD = /^(?:|[-–—*×x:c]|\.{1,3}|…|n\/?a|<\s*\d+)$/iu;

/** Faults that are told one by one. */
const MOST_FAULTS = 50;

/**
 * Reads a sheet.
 *
 * @param file its name, for messages
 * @throws OnRecordError `invalid-record` with every fault and its line; faults hold no counts
 * @example
 * readCountSheet('state,count\nAldland,12\nall,12\n', 'states.csv').axes[0]?.labels; // ['Aldland', 'all']
 */
export function readCountSheet(text: string, file: string): CountSheet {
  const faults: Fault[] = [];
  const rows = csvRows(text, faults, (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',');
  const head = rows[0]?.cells ?? [];
  const at = head.findIndex((name) => name.toLowerCase() === 'count');
  const sheet = at < 0 ? crossed(rows, file, faults) : long(rows, { file, at }, faults);
  if (rows.length < 2 && faults.length === 0) faults.push({ path: file, message: 'holds no row of counts' });
  if (faults.length === 0) return sheet;
  const shown = faults.slice(0, MOST_FAULTS);
  if (faults.length > MOST_FAULTS)
    shown.push({ path: '', message: `and ${faults.length - MOST_FAULTS} more faults` });
  throw new OnRecordError('invalid-record', `The table ${file} cannot be used. Nothing was taken from it.`, {
    subject: file,
    faults: shown,
  });
}

function long(
  rows: readonly CsvRow[],
  { file, at }: { readonly file: string; readonly at: number },
  faults: Fault[],
): CountSheet {
  const head = rows[0]?.cells ?? [];
  const people = head.findIndex((name) => name.toLowerCase() === 'people');
  const columns = head.flatMap((name, column) =>
    column === at || column === people ? [] : [{ name, column }],
  );
  const labels = columns.map(() => new Set<string>());
  const cells = new Map<string, SheetCell>();
  for (const { line, cells: row } of rows.slice(1)) {
    if (row.length !== head.length) {
      faults.push({
        path: `line ${line}`,
        message: `has ${row.length} cells where there are ${head.length} columns`,
      });
      continue;
    }
    const found = columns.map(({ column }) => row[column] ?? '');
    found.forEach((label, axis) => {
      labels[axis]?.add(label);
    });
    if (found.includes('')) faults.push({ path: `line ${line}`, message: 'has an axis without a value' });
    const key = found.join('\t');
    if (cells.has(key))
      faults.push({ path: `line ${line}`, message: 'has the same values as an earlier line' });
    const count = countOf(row[at] ?? '', `line ${line}, count`, faults);
    cells.set(key, {
      count,
      people: people < 0 ? null : countOf(row[people] ?? '', `line ${line}, people`, faults),
    });
  }
  const axes = columns.map(({ name }, axis) => ({ name, labels: [...(labels[axis] ?? [])] }));
  return { file, axes, cells, crossed: false };
}

function crossed(rows: readonly CsvRow[], file: string, faults: Fault[]): CountSheet {
  const [corner = '', ...across] = rows[0]?.cells ?? [];
  const [down = '', name = ''] = corner.split(/\s*[\\/|]\s*/u);
  const cells = new Map<string, SheetCell>();
  const values = new Set<string>();
  for (const { line, cells: row } of rows.slice(1)) {
    const [label = '', ...counts] = row;
    if (label === '' || values.has(label))
      faults.push({ path: `line ${line}`, message: 'has no label, or that of an earlier line' });
    values.add(label);
    if (counts.length !== across.length)
      faults.push({
        path: `line ${line}`,
        message: `has ${counts.length} counts where there are ${across.length} columns`,
      });
    across.forEach((other, column) => {
      const count = countOf(counts[column] ?? '', `line ${line}, column ${column + 2}`, faults);
      cells.set(`${label}\t${other}`, { count, people: null });
    });
  }
  if (across.length === 0) faults.push({ path: 'line 1', message: 'names no columns of counts' });
  if (new Set(across).size < across.length || across.includes(''))
    faults.push({ path: 'line 1', message: 'has a column without a name, or a name twice' });
  const axes = [
    { name: down === '' ? 'rows' : down, labels: [...values] },
    { name: name === '' ? 'columns' : name, labels: across },
  ];
  return { file, axes, cells, crossed: true };
}

/** Null: withheld. Digits may be grouped by spaces or commas. */
function countOf(cell: string, path: string, faults: Fault[]): number | null {
  if (WITHHELD.test(cell)) return null;
  if (/^\d+$|^\d{1,3}(?:[ ,\u00A0\u2009\u202F]\d{3})+$/u.test(cell)) return Number(cell.replace(/\D/gu, ''));
  faults.push({ path, message: 'is no whole number of people, 0 or more, and no sign for a withheld one' });
  return null;
}

/**
 * A table as CSV in the long shape, as it may be published: `count` is empty where a cell is withheld. Labels that a
 * spreadsheet would take for a formula are preceded by an apostrophe.
 *
 * @example
 * writeCountSheet({ axes: ['state'], rows: [{ labels: ['Aldland'], count: null }] }); // 'state,count\r\nAldland,\r\n'
 */
export function writeCountSheet(sheet: {
  readonly axes: readonly string[];
  readonly rows: readonly { readonly labels: readonly string[]; readonly count: number | null }[];
}): string {
  const quoted = (cell: string): string => {
    const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
    return /[",;\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    [...sheet.axes, 'count'],
    ...sheet.rows.map(({ labels, count }) => [...labels, count === null ? '' : String(count)]),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}
