/** Lists of people and their listings: two more tables that are a view of the log. */
import { guardsOf } from './guards.ts';
import type { Migration } from './migration.ts';

const TABLES = [
  `CREATE TABLE lists (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, capture INTEGER NOT NULL REFERENCES captures(place),
    body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE listings (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, list INTEGER NOT NULL REFERENCES lists(place),
    capture INTEGER NOT NULL REFERENCES captures(place), logged INTEGER NOT NULL REFERENCES log(seq),
    nth INTEGER NOT NULL, gone INTEGER NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
];

const INDEXES = ['CREATE INDEX listings_list ON listings (list, logged, nth)'];

export const LISTS: Migration = {
  version: 3,
  name: 'lists of people',
  sqlite: [...TABLES, ...INDEXES, ...['lists', 'listings'].flatMap(guardsOf)],
};
