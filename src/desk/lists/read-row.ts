/** One row of a table as a listing that has no id yet, with all its faults. */
import { sha256Hex } from '../../crypto/sha256.ts';
import { ageOn, parseAge } from '../../record/age.ts';
import type { Listing } from '../../record/listing.ts';
import {
  DATE_PROPERTIES,
  type ListProperty,
  type MappedColumn,
  NAME_PROPERTIES,
} from '../../record/victim-list.ts';
import { parseEdtf } from '../../record/when.ts';
import type { TableRow } from '../ports/list-files.ts';
import { readCell } from './read-cell.ts';
import { cellText } from './reading.ts';
import type { RowFault } from './row-faults.ts';

/** How rows of one table are read. */
export interface RowRules {
  readonly columns: readonly MappedColumn[];
  /** Place in the table of each of these columns, 0-based. */
  readonly places: readonly number[];
  /** Columns of the table. */
  readonly width: number;
  readonly numbersAreDays: boolean;
  /** ISO day: nothing that is listed lies after it. */
  readonly today: string;
}

/** A listing without its id; its key is empty where the row itself is the key. */
export interface ListingDraft extends Omit<Listing, 'id'> {
  readonly named: boolean;
}

/**
 * Reads a row.
 *
 * @param note told each fault
 * @example
 * const draft = readRow({ row: 2, cells: ['1', 'Ana Kovac'] }, rules, (fault) => faults.push(fault));
 */
export function readRow(
  { row, cells }: TableRow,
  rules: RowRules,
  note: (fault: RowFault) => void,
): ListingDraft {
  const values: (string | null)[] = [];
  const written: Record<string, string> = {};
  for (const [at, column] of rules.columns.entries()) {
    const cell = cells[rules.places[at] ?? -1] ?? '';
    const value = readOne(cell, column, rules, (message) =>
      note({ row, column: column.header, message, canSetAside: column.property !== 'id' }),
    );
    values.push(value);
    if (value !== cell && cell.trim() !== '') written[String(at)] = cell;
  }
  checkRow({ row, cells }, values, rules, note);
  return { key: keyOf(values, rules.columns), row, values, written, named: hasName(values, rules.columns) };
}

function readOne(
  cell: string,
  { property, dates }: MappedColumn,
  { numbersAreDays }: RowRules,
  fault: (message: string) => void,
): string | null {
  const read = readCell(cellText(cell), property, { order: dates, numbersAreDays });
  if (read.kind === 'value') return read.value;
  if (read.kind === 'fault') fault(read.message);
  if (property === 'id' && read.kind === 'unknown')
    fault(
      'must not be empty: by it the row is found again. Give each row an id of its own, or leave the column out',
    );
  return null;
}

/** Faults that several cells make together. */
function checkRow(
  { row, cells }: TableRow,
  values: readonly (string | null)[],
  { columns, width, today }: RowRules,
  note: (fault: RowFault) => void,
): void {
  const beyond = cells.slice(width).filter((cell) => cell.trim() !== '').length;
  if (beyond > 0) {
    const message = `has ${beyond} cells more than there are columns: a separator in a text without quotation marks?`;
    note({ row, column: null, message, canSetAside: false });
  }
  const at = (property: ListProperty): number => columns.findIndex((one) => one.property === property);
  const said = (property: ListProperty): string | null => values[at(property)] ?? null;
  const tell = (property: ListProperty, message: string): void =>
    note({ row, column: columns[at(property)]?.header ?? null, message, canSetAside: true });
  for (const property of DATE_PROPERTIES) {
    const earliest = daysOf(said(property)).earliest;
    if (earliest !== null && earliest > today) tell(property, 'must not lie in the future');
  }
  const [born, died] = [said('born'), said('died') ?? said('event')];
  const [from, to] = [daysOf(born).earliest, daysOf(died).latest];
  if (from !== null && to !== null && from > to) tell('born', 'must not lie after the day of death or event');
  else checkAge(born, died, said('age'), (message) => tell('age', message));
}

function daysOf(edtf: string | null) {
  const days = edtf === null ? null : parseEdtf(edtf);
  return days === null || 'message' in days ? { earliest: null, latest: null } : days;
}

/** Years by which a stated age may miss what the dates give: birthdays are counted in more than one way. */
const DRIFT = 1;

function checkAge(
  born: string | null,
  died: string | null,
  stated: string | null,
  fault: (message: string) => void,
): void {
  if (born === null || died === null || stated === null) return;
  const age = parseAge(stated);
  if ('message' in age) return;
  const fits = ageOn(born, died);
  const over = age.low !== null && fits.high !== null && age.low > fits.high + DRIFT;
  const under = age.high !== null && fits.low !== null && age.high < fits.low - DRIFT;
  if (over || under) fault('does not fit the dates of birth and death of the same row');
}

function keyOf(values: readonly (string | null)[], columns: readonly MappedColumn[]): string {
  const id = values[columns.findIndex(({ property }) => property === 'id')] ?? null;
  return id === null ? '' : `id ${id}`;
}

function hasName(values: readonly (string | null)[], columns: readonly MappedColumn[]): boolean {
  return columns.some(
    ({ property }, at) => (values[at] ?? null) !== null && NAME_PROPERTIES.some((one) => one === property),
  );
}

/**
 * The key of a row in a list without ids: a hash of all it says, and how many rows above say the same.
 *
 * @param before rows above that say the same
 * @example
 * rowKey(draft, columns, 0); // 'row 5f0c…'
 */
export function rowKey(
  { values, written }: Pick<Listing, 'values' | 'written'>,
  columns: readonly MappedColumn[],
  before: number,
): string {
  const said = columns.map(({ property }, at) => [
    property,
    values[at] ?? written[String(at)]?.trim() ?? null,
  ]);
  const hash = sha256Hex(JSON.stringify(said.sort())).slice(0, 32);
  return before === 0 ? `row ${hash}` : `row ${hash} ${before + 1}`;
}
