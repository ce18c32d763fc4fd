/** What a first walk shows to be wrong with whole columns, and in which order each column of dates is to be read. */
import { DATE_PROPERTIES, type MappedColumn, NAME_PROPERTIES } from '../../record/victim-list.ts';
import type { RowFault } from './row-faults.ts';
import { type ColumnSurvey, mindsShapes, type TableSurvey, typeChange } from './survey-columns.ts';

/** Columns ready to be read, what is wrong, and what a person should know. */
export interface CheckedColumns {
  readonly columns: readonly MappedColumn[];
  readonly faults: readonly RowFault[];
  readonly notes: readonly string[];
}

/** Share of rows without any name from which a list is doubted. */
export const MISSING_NAMES = 0.2;

/**
 * Checks the columns of a table against its mapping.
 *
 * @example
 * checkColumns(mapping.columns, survey).faults;
 */
export function checkColumns(columns: readonly MappedColumn[], survey: TableSurvey): CheckedColumns {
  const faults: RowFault[] = [];
  const notes: string[] = [];
  const ready = columns.map((column) => {
    const found = survey.columns.find(({ header }) => header === column.header);
    if (found === undefined) {
      const message = 'is mapped and not in this file: correct the mapping, or leave the column out of it';
      faults.push({ row: null, column: column.header, message, canSetAside: false });
      return column;
    }
    faults.push(...shapeFaults(column, found));
    return isDate(column) ? dated(column, found, { faults, notes }) : column;
  });
  const mapped = new Set(columns.map(({ header }) => header));
  const left = survey.columns.filter(({ header, filled }) => filled > 0 && !mapped.has(header));
  if (left.length > 0)
    notes.push(`Left out, kept in the captured file alone: ${left.map(({ header }) => header).join(', ')}.`);
  return { columns: ready, faults, notes };
}

function isDate({ property }: MappedColumn): boolean {
  return DATE_PROPERTIES.some((one) => one === property);
}

const SHAPE_WORDS = { number: 'numbers', date: 'dates', words: 'words' } as const;

function shapeFaults({ header, property }: MappedColumn, column: ColumnSurvey): readonly RowFault[] {
  const change = mindsShapes(property) ? typeChange(column) : null;
  if (change === null) return [];
  const message = `changes its type: ${SHAPE_WORDS[change.from]} above row ${change.row}, ${SHAPE_WORDS[change.to]} from there on. Were cells moved?`;
  return [{ row: change.row, column: header, message, canSetAside: true }];
}

/** A column of dates with the order in which it is written: as told, as its dates show, or asked for. */
function dated(
  column: MappedColumn,
  { orders: { dmy, mdy, either } }: ColumnSurvey,
  { faults, notes }: { readonly faults: RowFault[]; readonly notes: string[] },
): MappedColumn {
  const { header, dates } = column;
  const ask = (message: string): MappedColumn => {
    faults.push({ row: null, column: header, message, canSetAside: false });
    return column;
  };
  if (dates === 'dmy' || dates === 'mdy') return column;
  if (dmy.count > 0 && mdy.count > 0)
    return ask(
      `holds dates in two orders: ${dmy.count} can only be day first (row ${dmy.first} is the first), ${mdy.count} only month first (row ${mdy.first} is the first). Write all in one order, or as 2021-03-04; or say with --dates which order the others are in, and the file's owner what happened`,
    );
  if (either.count === 0) return column;
  if (dmy.count === 0 && mdy.count === 0)
    return ask(
      `holds ${either.count} dates such as 03/04 of which none shows whether day or month stands first (row ${either.first} is the first). Ask who made the list, and say --dates dmy or --dates mdy`,
    );
  const order = dmy.count > 0 ? 'dmy' : 'mdy';
  const shown = order === 'dmy' ? dmy.count : mdy.count;
  notes.push(
    `${header}: ${order === 'dmy' ? 'day' : 'month'} first, as ${shown} of its dates show; ${either.count} others are read so.`,
  );
  return { ...column, dates: order };
}

/**
 * A fault when very many rows have no name.
 *
 * @param unnamed rows in which no column of names says anything
 * @example
 * missingNames(columns, 400, 1000)?.message;
 */
export function missingNames(
  columns: readonly MappedColumn[],
  unnamed: number,
  rows: number,
): RowFault | null {
  if (rows === 0 || unnamed < Math.max(2, rows * MISSING_NAMES)) return null;
  const named = columns.some(({ property }) => NAME_PROPERTIES.some((one) => one === property));
  const share = Math.round((unnamed / rows) * 100);
  const message = named
    ? `${unnamed} of ${rows} rows (${share} %) have no name: such rows cannot be told apart or found on another list. Check the mapping, and ask whether names were left out`
    : 'no column is mapped as a name: map one, or say with --set-aside that the list has none';
  return { row: null, column: null, message, canSetAside: true };
}
