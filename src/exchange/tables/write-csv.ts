/** Tables as CSV files (RFC 4180): UTF-8, for spreadsheets with a byte order mark, so that they do not guess. */
import { csvCell, plainCell } from './csv-cell.ts';
import type { Table } from './table-set.ts';

const MARK = '\uFEFF';

/**
 * One table as CSV.
 *
 * @param options.for `programs`: without the mark, and no text is changed against formulas; for files that no spreadsheet is to open
 * @example
 * writeCsv(table); // '\uFEFFid,kind\r\nsrc_…,news-article\r\n'
 */
export function writeCsv(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  { for: reader }: { readonly for: 'spreadsheets' | 'programs' } = { for: 'spreadsheets' },
): string {
  const cell = reader === 'spreadsheets' ? csvCell : plainCell;
  const lines = rows.map((cells) => columns.map((column, at) => cell(cells[at] ?? null, column)).join(','));
  const head = columns.map(({ name }) => csvCell(name, { type: 'text' })).join(',');
  const mark = reader === 'spreadsheets' ? MARK : '';
  return `${mark}${[head, ...lines].map((line) => `${line}\r\n`).join('')}`;
}
