/** Compartments and sealed records: two more tables that are a view of the log, and the keys that stand beside it. */
import { guardsOf } from './guards.ts';
import type { Migration } from './migration.ts';

const TABLES = [
  `CREATE TABLE compartments (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE sealed_records (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, compartment TEXT NOT NULL, kind TEXT NOT NULL,
    version INTEGER NOT NULL, logged INTEGER NOT NULL REFERENCES log(seq), blob TEXT, body TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE record_keys (
    sealed INTEGER PRIMARY KEY REFERENCES log(seq), compartment TEXT NOT NULL, record TEXT NOT NULL,
    version INTEGER NOT NULL, epoch INTEGER NOT NULL, wrapped TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
];

const INDEXES = [
  'CREATE INDEX sealed_records_kind ON sealed_records (compartment, kind, place)',
  'CREATE INDEX sealed_records_blob ON sealed_records (blob) WHERE blob IS NOT NULL',
  'CREATE INDEX record_keys_compartment ON record_keys (compartment, sealed)',
  'CREATE INDEX record_keys_record ON record_keys (record)',
];

export const SEALED: Migration = {
  version: 5,
  name: 'compartments and sealed records',
  sqlite: [...TABLES, ...INDEXES, ...['compartments', 'sealed_records', 'record_keys'].flatMap(guardsOf)],
};
