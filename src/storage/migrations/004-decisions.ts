/** Decisions on who is one person: one more table that is a view of the log. */
import { guardsOf } from './guards.ts';
import type { Migration } from './migration.ts';

export const DECISIONS: Migration = {
  version: 4,
  name: 'decisions on people',
  sqlite: [
    `CREATE TABLE decisions (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, a TEXT NOT NULL, b TEXT NOT NULL, body TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT`,
    ...guardsOf('decisions'),
  ],
};
