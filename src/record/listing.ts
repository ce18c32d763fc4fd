/**
 * One entry of one list: what one row says of one person, as read and as written. Two listings may be one person, also in one
 * list; that is for linkage and for people to find. A listing is confidential and stands in nothing that is published.
 */
import {
  construct,
  type Field,
  idOf,
  list,
  noteFault,
  object,
  orNull,
  string,
  text,
  whole,
} from './fields.ts';
import type { CaptureId, ListId, ListingId } from './id.ts';
import type { ListProperty, MappedColumn, VictimList } from './victim-list.ts';

export interface Listing {
  readonly id: ListingId;
  /**
   * By what the row is found again in the next file: "id " and the list's own identifier, or, in a list without one, "row ",
   * a hash of all its values and how many rows above say the same.
   */
  readonly key: string;
  /** Row of the file or sheet, 1-based, the rows above the list counted too. */
  readonly row: number;
  /**
   * As read, in the order of the list's columns: text in NFC, dates as EDTF, ages as `parseAge` reads them. Null: nothing is
   * stated, or what is written cannot be read.
   */
  readonly values: readonly (string | null)[];
  /** As written, by the place of the column (0-based, as text), where that differs from what was read. */
  readonly written: Readonly<Record<string, string>>;
}

/** A listing as the record holds it now. */
export interface HeldListing {
  readonly list: ListId;
  /** The columns that its values stand under. */
  readonly columns: readonly MappedColumn[];
  /** The file in which it stands so. */
  readonly capture: CaptureId;
  readonly listing: Listing;
  /** True: the newest file of the list no longer has it. */
  readonly gone: boolean;
}

/** What a listing says under one column. */
export interface Statement {
  readonly header: string;
  readonly property: ListProperty;
  readonly lang: string | null;
  /** As read; null when it cannot be read. */
  readonly value: string | null;
  readonly written: string;
}

const writtenField: Field<Readonly<Record<string, string>>> = (value, at, faults) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    noteFault(faults, at, 'must be an object of texts by column');
    return {};
  }
  const path = at.path === '' ? String(at.key) : `${at.path}.${at.key}`;
  const entries = Object.entries(value).map(
    ([key, one]) => [key, string(one, { path, key }, faults)] as const,
  );
  return Object.freeze(Object.fromEntries(entries));
};

const listingField = object<Listing>({
  id: idOf('listing'),
  key: text,
  row: whole,
  values: list(orNull(text)),
  written: writtenField,
});

/**
 * Checks a listing's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createListing({ id, key: 'id K-17', row: 18, values: ['K-17', 'Ana Kovac', '2021-03-04'], written: { '2': '4.3.2021' } }, 3);
 */
export function createListing(fields: Listing, columns: number): Listing {
  return construct('listing', columnsField(columns), fields);
}

const BY_COLUMNS = new Map<number, Field<Listing>>();

/** One reader for each width: an import makes very many listings of one. */
function columnsField(columns: number): Field<Listing> {
  const known = BY_COLUMNS.get(columns);
  if (known !== undefined) return known;
  const field: Field<Listing> = (value, at, faults) => {
    const before = faults.length;
    const made = listingField(value, at, faults);
    if (faults.length > before) return made;
    if (made.values.length !== columns)
      noteFault(faults, { path: '', key: 'values' }, `must be ${columns}, one for each column of the list`);
    if (Object.keys(made.written).some((key) => !/^\d+$/u.test(key) || Number(key) >= columns))
      noteFault(faults, { path: '', key: 'written' }, 'must name columns of the list, from 0 on');
    return made;
  };
  BY_COLUMNS.set(columns, field);
  return field;
}

/**
 * What a listing says, column by column, without the columns where it says nothing.
 *
 * @example
 * statementsOf(held).map(({ property, written }) => [property, written]);
 */
export function statementsOf({
  columns,
  listing,
}: Pick<HeldListing, 'columns' | 'listing'>): readonly Statement[] {
  return columns.flatMap(({ header, property, lang }, at) => {
    const value = listing.values[at] ?? null;
    const written = listing.written[String(at)] ?? value;
    return written === null || written === '' ? [] : [{ header, property, lang, value, written }];
  });
}

/**
 * Whether two listings say the same, under whatever columns they stand and in whatever row.
 *
 * @example
 * saysTheSame(before, { columns: list.columns, listing }); // true
 */
export function saysTheSame(
  a: Pick<HeldListing, 'columns' | 'listing'>,
  b: Pick<HeldListing, 'columns' | 'listing'>,
): boolean {
  if (a.columns === b.columns || sameColumns(a.columns, b.columns)) {
    return (
      a.listing.values.every((value, at) => value === b.listing.values[at]) &&
      sameTexts(a.listing.written, b.listing.written)
    );
  }
  const told = (one: Pick<HeldListing, 'columns' | 'listing'>) =>
    statementsOf(one)
      .map((each) => JSON.stringify([each.header, each.property, each.lang, each.value, each.written]))
      .sort()
      .join('\n');
  return told(a) === told(b);
}

function sameColumns(a: VictimList['columns'], b: VictimList['columns']): boolean {
  return (
    a.length === b.length &&
    a.every(({ header, property, lang }, at) => {
      const other = b[at];
      return other?.header === header && other.property === property && other.lang === lang;
    })
  );
}

function sameTexts(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
