/** Labelled lists of invented people for the linkage bench: which column is of which kind, and where the truth stands. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ColumnKind, LinkColumn } from '../../src/reckon/linkage/columns.ts';

export interface LabelledSet {
  readonly columns: readonly LinkColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly truth: readonly string[];
}

interface SetPlan {
  readonly file: string;
  readonly columns: Readonly<Record<string, ColumnKind>>;
  truthOf(row: Readonly<Record<string, string>>): string;
}

const FEBRL: SetPlan = {
  file: 'febrl1.csv',
  columns: {
    given_name: 'given',
    surname: 'family',
    street_number: 'code',
    address_1: 'text',
    address_2: 'text',
    suburb: 'place',
    postcode: 'code',
    state: 'sex',
    date_of_birth: 'date',
    soc_sec_id: 'code',
  },
  truthOf: (row) => row.rec_id?.split('-')[1] ?? '',
};

export const LABELLED: Readonly<Record<string, SetPlan>> = {
  febrl1: FEBRL,
  febrl2: { ...FEBRL, file: 'febrl2.csv' },
  rldata500: {
    file: 'RLdata500.csv',
    columns: {
      fname_c1: 'given',
      fname_c2: 'given',
      lname_c1: 'family',
      lname_c2: 'family',
      by: 'year',
      bm: 'month',
      bd: 'day',
    },
    truthOf: (row) => row.ent_id ?? '',
  },
  fake1000: {
    file: 'splink_fake_1000.csv',
    columns: { first_name: 'given', surname: 'family', dob: 'date', city: 'place', email: 'text' },
    truthOf: (row) => row.cluster ?? '',
  },
  multilink: {
    file: 'multilink_dup_records.csv',
    columns: {
      sex: 'sex',
      gname: 'given',
      fname: 'family',
      phone: 'code',
      postcode: 'code',
      age: 'sex',
      occup: 'sex',
    },
    truthOf: (row) => row.ent_id ?? '',
  },
};

/** Where the labelled lists lie beside the repository. */
export const LINKAGE_FOLDER = path.resolve(import.meta.dirname, '../../../shared/eval/counting/linkage');

/**
 * Reads a labelled set; null when the lists are not beside the repository.
 *
 * @example
 * readLabelled('febrl1')?.rows.length; // 1000
 */
export function readLabelled(name: string): LabelledSet | null {
  const plan = LABELLED[name];
  const file = path.join(LINKAGE_FOLDER, plan?.file ?? '');
  if (plan === undefined || !existsSync(file)) return null;
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true, trim: true });
  const columns = Object.entries(plan.columns).map(([column, kind]): LinkColumn => ({ name: column, kind }));
  return {
    columns,
    rows: rows.map((row) => columns.map(({ name: column }) => givenValue(row[column]))),
    truth: rows.map((row) => plan.truthOf(row)),
  };
}

/** "NA" is how R writes a value that is not there. */
function givenValue(text: string | undefined): string | null {
  return text === undefined || text === '' || text === 'NA' ? null : text;
}
