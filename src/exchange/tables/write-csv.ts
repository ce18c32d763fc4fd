/** Tables as CSV files: UTF-8 with a byte order mark, so that spreadsheets do not guess; CRLF (RFC 4180). */
import { csvCell } from './csv-cell.ts';
import type { Table } from './table-set.ts';

const MARK = '\uFEFF';

/**
 * One table as CSV.
 *
 * @example
 * writeCsv(table); // '\uFEFFid,kind\r\nsrc_…,news-article\r\n'
 */
export function writeCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = rows.map((cells) =>
    columns.map((column, at) => csvCell(cells[at] ?? null, column)).join(','),
  );
  const head = columns.map(({ name }) => csvCell(name, { type: 'text' })).join(',');
  return `${MARK}${[head, ...lines].map((line) => `${line}\r\n`).join('')}`;
}
