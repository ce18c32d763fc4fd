/** Reads CSV that has a head, row by row, with the line on which each row begins; and the tables that `writeCsv` wrote. */
import { parse } from 'csv-parse/browser/esm/sync';
import type { Fault } from '../../record/onrecord-error.ts';
import { cellText } from './csv-cell.ts';
import { csvFault } from './csv-fault.ts';
import type { Cell, Column, Table } from './table-set.ts';

export interface CsvRow {
  /** 1-based line of the file on which the row begins; the head is on line 1. */
  readonly line: number;
  /** By the name in the head; empty cells are ''. */
  readonly cells: Readonly<Record<string, string>>;
}

export type CsvRead =
  | { readonly ok: true; readonly head: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

interface RawRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV with a head. A row that is longer or shorter than the head is a fault, with its line; rows without any words are
 * passed over.
 *
 * @example
 * readCsv('Title,Date\r\nA raid,2021-03-04\r\n'); // { ok: true, head: ['Title', 'Date'], rows: [{ line: 2, … }] }
 */
export function readCsv(content: string): CsvRead {
  let raw: readonly RawRow[];
  try {
    raw = parse(content, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as readonly RawRow[];
  } catch (error) {
    return { ok: false, faults: [csvFault(error)] };
  }
  const [first, ...others] = raw;
  if (first === undefined)
    return { ok: false, faults: [{ path: '', message: 'is empty: a table has a head' }] };
  const head = first.record;
  const faults: Fault[] = head.flatMap((name, at) =>
    head.indexOf(name) < at ? [{ path: 'line 1', message: `has two columns called "${name}"` }] : [],
  );
  let before = first.info.lines;
  const rows = others.flatMap(({ record, info }): readonly CsvRow[] => {
    const line = before + 1;
    before = info.lines;
    if (record.every((cell) => cell.trim() === '')) return [];
    if (record.length !== head.length)
      faults.push({
        path: `line ${line}`,
        message: `has ${record.length} cells, and the head has ${head.length}`,
      });
    return [{ line, cells: Object.fromEntries(head.map((name, at) => [name, record[at] ?? ''])) }];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, head, rows };
}

/** Cells as they stood before `writeCsv`; '' is null. */
function cellOf(text: string, { type }: Column): Cell {
  if (text === '') return null;
  return type === 'text' ? cellText(text) : Number(text);
}

/**
 * Reads back a table that `writeCsv` wrote.
 *
 * @param like the table's columns
 * @example
 * readTable(writeCsv(table), table); // { ok: true, table }
 */
export function readTable(
  content: string,
  like: Omit<Table, 'rows'>,
): { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const read = readCsv(content);
  if (!read.ok)
    return {
      ok: false,
      faults: read.faults.map((one) => ({ ...one, path: `${like.name}.csv ${one.path}`.trim() })),
    };
  const missing = like.columns.filter(({ name }) => !read.head.includes(name));
  if (missing.length > 0)
    return {
      ok: false,
      faults: missing.map(({ name }) => ({
        path: `${like.name}.csv line 1`,
        message: `has no column "${name}"`,
      })),
    };
  const rows = read.rows.map(({ cells }) =>
    like.columns.map((column) => cellOf(cells[column.name] ?? '', column)),
  );
  return { ok: true, table: { ...like, rows } };
}
