/**
 * A list of people that somebody keeps: the dead, the missing, the detained. Its columns say what each means; with them the
 * next file of the same list is read in the same way. What the rows say is in listings; who they are is never decided here.
 */
import { construct, idOf, language, list, object, oneOf, orNull, text, whole } from './fields.ts';
import type { ListId } from './id.ts';

/**
 * What a column holds. `id`: the list's own identifier. `name`: all parts of a name in one cell, in any script; several
 * columns may be names, and each is kept as a spelling. `father`: patronymic or father's name. `age`: in years. `event`: the
 * day of what is listed when it is no death. `manner`: of death or harm. `…-at`: places. `note`: kept, never compared.
 */
export const LIST_PROPERTIES = [
  'id',
  'name',
  'given',
  'family',
  'father',
  'sex',
  'age',
  'born',
  'born-year',
  'born-month',
  'born-day',
  'died',
  'died-year',
  'died-month',
  'died-day',
  'event',
  'status',
  'manner',
  'born-at',
  'lived-at',
  'died-at',
  'note',
] as const;
export type ListProperty = (typeof LIST_PROPERTIES)[number];

/** Properties that hold a date. */
export const DATE_PROPERTIES = ['born', 'died', 'event'] as const satisfies readonly ListProperty[];
/** Properties that hold a name or a part of one. */
export const NAME_PROPERTIES = [
  'name',
  'given',
  'family',
  'father',
] as const satisfies readonly ListProperty[];

/** In which order a date such as 03/04/2021 is written: day first, month first, year first. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** One column that is taken over; the others stay in the captured file alone. */
export interface MappedColumn {
  /** As the file heads it; "column 3" where it heads it with nothing. */
  readonly header: string;
  readonly property: ListProperty;
  /** BCP 47, with the script where that matters; null: not said. */
  readonly lang: string | null;
  /** Null: no column of dates, or none of its dates needs it. */
  readonly dates: DateOrder | null;
}

export interface VictimList {
  readonly id: ListId;
  /** What people call it here; no two lists of a record have the same. */
  readonly name: string;
  readonly columns: readonly MappedColumn[];
  /** Row that heads the columns, 1-based; 0: none does, and the columns are called "column 1" and so on. */
  readonly headerRow: number;
  /** Sheet of a workbook by its name; null: its first, or no workbook. */
  readonly sheet: string | null;
}

const DATES: ReadonlySet<string> = new Set(DATE_PROPERTIES);
/** Properties that more than one column may hold. */
const MANY: ReadonlySet<ListProperty> = new Set<ListProperty>([
  ...NAME_PROPERTIES,
  'born-at',
  'lived-at',
  'died-at',
  'note',
]);

/** Reads one column of a mapping. */
export const mappedColumnField = object<MappedColumn>(
  {
    header: text,
    property: oneOf(LIST_PROPERTIES),
    lang: orNull(language),
    dates: orNull(oneOf(DATE_ORDERS)),
  },
  ({ dates, property }, fault) => {
    if (dates !== null && !DATES.has(property))
      fault('dates', 'must be null where the column holds no dates');
  },
);

const victimListField = object<VictimList>(
  {
    id: idOf('list'),
    name: text,
    columns: list(mappedColumnField, 1),
    headerRow: whole,
    sheet: orNull(text),
  },
  ({ columns }, fault) => {
    for (const [at, { header, property }] of columns.entries()) {
      const before = columns.slice(0, at);
      if (before.some((one) => one.header === header))
        fault(`columns[${at}].header`, 'must not be mapped twice');
      if (!MANY.has(property) && before.some((one) => one.property === property))
        fault(`columns[${at}].property`, `must not be ${property} again: one column holds it`);
    }
  },
);

/**
 * Checks a list's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createVictimList({ id, name: 'Harbour committee', columns: [{ header: 'Name', property: 'name', lang: null, dates: null }], headerRow: 1, sheet: null });
 */
export function createVictimList(fields: VictimList): VictimList {
  return construct('list', victimListField, fields);
}
