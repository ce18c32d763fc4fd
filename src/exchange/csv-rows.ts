/** The rows of a small CSV with the lines they stand on. What breaks the form is one fault; short and long rows are the caller's. */
import { parse } from 'csv-parse/browser/esm/sync';
import type { Fault } from '../record/onrecord-error.ts';
import { csvFault } from './tables/csv-fault.ts';

export interface CsvRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the rows; none, and a fault noted, where the text is no CSV.
 *
 * @example
 * csvRows('a,b\n1,2\n', []); // [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1', '2'] }]
 */
export function csvRows(text: string, faults: Fault[], delimiter: ',' | ';' = ','): readonly CsvRow[] {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (parsed as { readonly record: string[]; readonly info: { readonly lines: number } }[]).map(
      ({ record, info }) => ({ line: info.lines, cells: record }),
    );
  } catch (error) {
    faults.push(csvFault(error));
    return [];
  }
}
