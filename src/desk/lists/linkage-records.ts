/**
 * All listings of all lists as records that linkage compares: every spelling kept, dates and places by what they are, and
 * when somebody was born also where only an age is stated. Judges nobody; sums nothing up.
 */
import type { LinkColumn } from '../../reckon/linkage/columns.ts';
import { type AgeRange, bornBetween, parseAge } from '../../record/age.ts';
import type { CaptureId, ListId, ListingId } from '../../record/id.ts';
import { type HeldListing, type Statement, statementsOf } from '../../record/listing.ts';
import type { ListProperty } from '../../record/victim-list.ts';
import type { DayRange } from '../../record/when.ts';
import { parseEdtf } from '../../record/when.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { type SpelledPerson, spellings, wholeNames } from './spelled-person.ts';

/** One spelling of a whole name. */
export interface Spelling {
  readonly text: string;
  /** BCP 47 as the mapping says; null: not said. */
  readonly lang: string | null;
}

/** One listing as linkage sees it. Null and empty: the list does not say. */
export interface LinkageRecord {
  readonly listing: ListingId;
  readonly list: ListId;
  readonly capture: CaptureId;
  /** Row of the file, 1-based. */
  readonly row: number;
  /** Whole names in every spelling; from given name, father's name and family name where no column holds all. */
  readonly names: readonly Spelling[];
  /** Every spelling that is compared, Latin letters first; one at least. */
  readonly spelled: readonly SpelledPerson[];
  /** As read: female, male or other. */
  readonly sex: string | null;
  /** EDTF. */
  readonly born: string | null;
  readonly died: string | null;
  readonly event: string | null;
  readonly age: AgeRange | null;
  /** From the date of birth, or from the age on the day of death or of what happened. */
  readonly bornBetween: DayRange;
  readonly status: string | null;
  readonly bornAt: readonly string[];
  readonly livedAt: readonly string[];
  readonly diedAt: readonly string[];
}

/** Records with what is compared of them: a row for each spelling of a record, values in the order of `columns`. */
export interface LinkageTable {
  readonly records: readonly LinkageRecord[];
  readonly columns: readonly LinkColumn[];
  /** By row: the place of its record in `records`; rows of one record stand one after another. */
  readonly recordOf: readonly number[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/**
 * Reads the listings that stand in the newest file of their list, list by list.
 *
 * @example
 * for await (const record of linkageRecords(desk.store)) count(record);
 */
export async function* linkageRecords(store: Pick<RecordStore, 'listings'>): AsyncGenerator<LinkageRecord> {
  for await (const held of store.listings()) if (!held.gone) yield linkageRecord(held);
}

/**
 * Reads all of them with the columns that linkage compares, chosen by what the lists state.
 *
 * @param without lists that are left out
 * @example
 * const { columns, rows, records } = await readLinkageTable(desk.store);
 */
export async function readLinkageTable(
  store: Pick<RecordStore, 'listings'>,
  without: ReadonlySet<ListId> = new Set(),
): Promise<LinkageTable> {
  const records: LinkageRecord[] = [];
  for await (const record of linkageRecords(store)) if (!without.has(record.list)) records.push(record);
  const compared = comparedColumns(records);
  const spelled = records.map((record) =>
    distinctRows(record.spelled.map((spelling) => compared.map(({ told }) => told(record, spelling)))),
  );
  return {
    records,
    columns: compared.map(({ name, kind }) => ({ name, kind })),
    recordOf: spelled.flatMap((rows, at) => rows.map(() => at)),
    rows: spelled.flat(),
  };
}

/**
 * One listing as linkage sees it.
 *
 * @example
 * linkageRecord(held).names; // [{ text: 'Ana Kovac', lang: null }]
 */
export function linkageRecord(held: HeldListing): LinkageRecord {
  const said = statementsOf(held).filter((one): one is Statement & { value: string } => one.value !== null);
  const all = (property: ListProperty) => said.filter((one) => one.property === property);
  const first = (property: ListProperty) => all(property)[0]?.value ?? null;
  const texts = (property: ListProperty) => all(property).map(({ value }) => value);
  const [born, died, event] = [dateOf(first, 'born'), dateOf(first, 'died'), first('event')];
  const age = ageOf(first('age'));
  const names = all('name').map(({ value, lang }) => ({ text: value, lang }));
  const spelled = spellings({
    name: texts('name'),
    given: texts('given'),
    father: texts('father'),
    family: texts('family'),
    bornAt: texts('born-at'),
    livedAt: texts('lived-at'),
    diedAt: texts('died-at'),
  });
  return {
    listing: held.listing.id,
    list: held.list,
    capture: held.capture,
    row: held.listing.row,
    names: names.length > 0 ? names : wholeNames(spelled),
    spelled,
    sex: first('sex'),
    born,
    died,
    event,
    age,
    bornBetween: birthDays(born, age, died ?? event),
    status: first('status'),
    bornAt: texts('born-at'),
    livedAt: texts('lived-at'),
    diedAt: texts('died-at'),
  };
}

/** A date in one column, or in columns of year, month and day. */
function dateOf(first: (property: ListProperty) => string | null, of: 'born' | 'died'): string | null {
  const whole = first(of);
  const year = first(`${of}-year`);
  if (whole !== null || year === null) return whole;
  const [month, day] = [first(`${of}-month`), first(`${of}-day`)];
  const edtf = [year, ...(month === null ? [] : [month, ...(day === null ? [] : [day])])].join('-');
  return 'message' in parseEdtf(edtf) ? year : edtf;
}

function ageOf(value: string | null): AgeRange | null {
  const age = value === null ? null : parseAge(value);
  return age === null || 'message' in age ? null : age;
}

function birthDays(born: string | null, age: AgeRange | null, on: string | null): DayRange {
  const days = born === null ? null : parseEdtf(born);
  if (days !== null && !('message' in days)) return days;
  return age === null ? { earliest: null, latest: null } : bornBetween(age, on);
}

interface ComparedColumn extends LinkColumn {
  told(record: LinkageRecord, spelling: SpelledPerson): string | null;
}

/** Share of records that must have a value for it to be compared by. */
const USEFUL = 0.02;
/** Share of birth dates that must be whole days for whole dates to be compared; else years are. */
const WHOLE_DATES = 0.8;

function comparedColumns(records: readonly LinkageRecord[]): readonly ComparedColumn[] {
  const named = records.filter(({ names }) => names.length > 0);
  const inParts = named.filter(({ spelled: [first] }) => first?.given !== null && first?.family !== null);
  const names: readonly ComparedColumn[] =
    named.length > 0 && inParts.length === named.length
      ? [
          { name: 'given', kind: 'given', told: (_, { given }) => given },
          { name: 'family', kind: 'family', told: (_, { family }) => family },
          { name: 'father', kind: 'given', told: (_, { father }) => father },
        ]
      : [{ name: 'name', kind: 'name', told: (_, { name }) => name }];
  const withBirth = records.filter((record) => birthYear(record) !== null);
  const whole = records.filter(({ born }) => born !== null && /^\d{4}-\d\d-\d\d$/.test(born));
  const birth: ComparedColumn =
    whole.length >= WHOLE_DATES * withBirth.length
      ? { name: 'born', kind: 'date', told: ({ born }) => born }
      : { name: 'born-year', kind: 'year', told: birthYear };
  const columns: readonly ComparedColumn[] = [
    ...names,
    birth,
    { name: 'died', kind: 'date', told: ({ died }) => died },
    { name: 'event', kind: 'date', told: ({ event }) => event },
    { name: 'sex', kind: 'sex', told: ({ sex }) => sex },
    { name: 'born-at', kind: 'place', told: (_, { bornAt }) => bornAt },
    { name: 'lived-at', kind: 'place', told: (_, { livedAt }) => livedAt },
    { name: 'died-at', kind: 'place', told: (_, { diedAt }) => diedAt },
  ];
  const least = Math.max(1, USEFUL * records.length);
  const says = (record: LinkageRecord, { told }: ComparedColumn): boolean =>
    record.spelled.some((spelling) => told(record, spelling) !== null);
  return columns.filter((column) => records.filter((one) => says(one, column)).length >= least);
}

function distinctRows(
  rows: readonly (readonly (string | null)[])[],
): readonly (readonly (string | null)[])[] {
  const byText = new Map(rows.map((row) => [JSON.stringify(row), row] as const).reverse());
  return rows.filter((row) => byText.get(JSON.stringify(row)) === row);
}

/** The year of birth; the middle of what an age leaves open when that is at most two years. */
function birthYear({ bornBetween: { earliest, latest } }: LinkageRecord): string | null {
  if (earliest === null || latest === null) return null;
  const [from, to] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  return to - from > 2 ? null : String(Math.round((from + to) / 2));
}
