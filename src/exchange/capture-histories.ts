/**
 * Tables of capture histories from CSV. The first row names the columns; every column is a list, 1 where the person is on
 * it and 0 where not, but for three names: `count` (so many people have this history; absent: one row is one person),
 * `id` (of the person, looked at for repetitions only) and `draw` (the number of a posterior linkage: one table each). All
 * faults are told at once, and nothing is taken from a file that has one.
 */
import {
  type CaptureTable,
  captureTable,
  identicalLists,
  MOST_LISTS,
} from '../reckon/estimate/capture-table.ts';
import { REFUSAL_LIMITS, tableRefusals } from '../reckon/estimate/refusal.ts';
import type { Fault } from '../record/onrecord-error.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';

export interface CaptureHistories {
  /** One table; with a column `draw` one for each draw, in the order of their first rows. */
  readonly tables: readonly CaptureTable[];
  /** Whether the file has a column `draw`. */
  readonly drawn: boolean;
}

/** Columns that are no lists. */
const OWN = ['count', 'id', 'draw'] as const;
/** Faults that are told one by one. */
const MOST_FAULTS = 100;

interface Columns {
  readonly lists: readonly { readonly name: string; readonly at: number }[];
  /** Places of the columns that are no lists; -1: absent. */
  readonly own: Readonly<Record<(typeof OWN)[number], number>>;
  readonly width: number;
}

/** Notes a fault of the row; '' for the row as a whole. */
type NoteFault = (column: string, message: string) => void;

interface Draw {
  readonly cells: Map<number, number>;
  readonly lines: Map<number, number>;
  readonly ids: Set<string>;
}

/**
 * Reads a file.
 *
 * @param file its name, for messages
 * @throws OnRecordError `invalid-record` with every fault and its line
 * @example
 * readCaptureHistories('A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,1,6\n', 'lists.csv').tables[0]?.lists;
 */
export function readCaptureHistories(text: string, file: string): CaptureHistories {
  const faults: Fault[] = [];
  const rows = csvRows(text, faults);
  const columns = columnsOf(rows[0]?.cells ?? [], faults);
  const draws = new Map<string, Draw>();
  if (columns !== null) for (const row of rows.slice(1)) takeRow(row, columns, { draws, faults });
  if (rows.length < 2)
    faults.push({ path: file, message: 'holds no row of counts below the names of the lists' });
  const names = columns?.lists.map(({ name }) => name) ?? [];
  const tables = [...draws.values()].map(({ cells }) => captureTable(names, cells));
  const told = new Set<string>();
  for (const table of tables)
    for (const [a, b] of identicalLists(table)) {
      if (told.has(`${a}\n${b}`)) continue;
      told.add(`${a}\n${b}`);
      faults.push({
        path: `${a}, ${b}`,
        message: 'hold the same people: one list under two names. Leave one out.',
      });
    }
  if (faults.length > 0) throw refusedFile(file, [...faults, ...thinness(tables)]);
  return { tables, drawn: columns?.own.draw !== -1 };
}

/** What would be refused anyway is told with the faults, so that nobody mends the file twice. */
function thinness(tables: readonly CaptureTable[]): readonly Fault[] {
  const [table] = tables;
  if (table === undefined) return [];
  return tableRefusals(table, REFUSAL_LIMITS).map(({ reason }) => ({ path: '', message: reason }));
}

function refusedFile(file: string, faults: readonly Fault[]): OnRecordError {
  const more = faults.length - MOST_FAULTS;
  const shown = faults.slice(0, MOST_FAULTS);
  if (more > 0) shown.push({ path: '', message: `and ${more} more faults` });
  const many = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return new OnRecordError(
    'invalid-record',
    `The table ${file} cannot be used: it has ${many}. Nothing was taken from it.`,
    { subject: file, faults: shown },
  );
}

function columnsOf(head: readonly string[], faults: Fault[]): Columns | null {
  const before = faults.length;
  const folded = head.map((name) => name.toLowerCase());
  const isOwn = (name: string): boolean => OWN.some((own) => own === name);
  const lists = head.flatMap((name, at) => (isOwn(folded[at] ?? '') ? [] : [{ name, at }]));
  head.forEach((name, at) => {
    if (name === '') faults.push({ path: `line 1, column ${at + 1}`, message: 'has no name' });
    else if (folded.indexOf(name.toLowerCase()) !== at)
      faults.push({ path: `line 1, column ${at + 1}`, message: `the name ${name} stands there twice` });
  });
  if (lists.length > MOST_LISTS)
    faults.push({
      path: 'line 1',
      message: `names ${lists.length} lists; ${MOST_LISTS} is the most. Columns that are no lists may be called id, count or draw; leave others out.`,
    });
  if (faults.length > before || head.length === 0) return null;
  const own = { count: folded.indexOf('count'), id: folded.indexOf('id'), draw: folded.indexOf('draw') };
  return { lists, own, width: head.length };
}

function takeRow(
  { line, cells }: CsvRow,
  columns: Columns,
  { draws, faults }: { readonly draws: Map<string, Draw>; readonly faults: Fault[] },
): void {
  const before = faults.length;
  const fault: NoteFault = (column, message) => {
    faults.push({ path: column === '' ? `line ${line}` : `line ${line}, ${column}`, message });
  };
  if (cells.length !== columns.width) {
    fault('', `has ${cells.length} cells where there are ${columns.width} columns`);
    return;
  }
  const history = historyOf(cells, columns, fault);
  const { own } = columns;
  const persons = own.count === -1 ? 1 : personsOf(cells[own.count] ?? '', fault);
  if (history === 0 && persons !== null && persons > 0 && faults.length === before)
    fault('', 'counts people on no list: those are what is estimated');
  if (persons === null || faults.length > before) return;
  const name = own.draw === -1 ? '' : (cells[own.draw] ?? '');
  const draw = draws.get(name) ?? { cells: new Map(), lines: new Map(), ids: new Set() };
  draws.set(name, draw);
  const earlier = draw.lines.get(history);
  if (own.count !== -1 && earlier !== undefined)
    fault('', `has the same history as line ${earlier}: add the counts up in one row`);
  const id = own.id === -1 ? '' : (cells[own.id] ?? '');
  if (id !== '' && draw.ids.has(id)) fault('id', 'stands in an earlier row: one row for each person');
  draw.lines.set(history, line);
  draw.ids.add(id);
  draw.cells.set(history, (draw.cells.get(history) ?? 0) + persons);
}

function historyOf(cells: readonly string[], { lists }: Columns, fault: NoteFault): number {
  let history = 0;
  lists.forEach(({ name, at }, list) => {
    if (cells[at] === '1') history |= 1 << list;
    else if (cells[at] !== '0') fault(name, 'must be 1 (on the list) or 0 (not on it)');
  });
  return history;
}

function personsOf(cell: string, fault: NoteFault): number | null {
  const value = Number(cell);
  if (cell === '' || !Number.isFinite(value)) fault('count', 'must be a whole number of people');
  else if (value < 0) fault('count', 'is negative: people cannot be fewer than none');
  else if (!Number.isInteger(value)) fault('count', 'is a fraction: people are whole');
  else if (value > Number.MAX_SAFE_INTEGER) fault('count', 'is too large');
  else return value;
  return null;
}
