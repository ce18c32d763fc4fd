/** Links between reports and findings about voices: two more tables that are a view of the log. */
import { guardsOf } from './guards.ts';
import type { Migration } from './migration.ts';

const TABLES = [
  `CREATE TABLE links (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source INTEGER NOT NULL REFERENCES sources(place),
    to_source INTEGER REFERENCES sources(place), proposition INTEGER REFERENCES propositions(place),
    status TEXT NOT NULL, body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE findings (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, a TEXT NOT NULL, b TEXT NOT NULL, body TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT`,
];

const INDEXES = [
  'CREATE INDEX links_source ON links (source, place)',
  'CREATE INDEX links_target ON links (to_source, place) WHERE to_source IS NOT NULL',
  'CREATE INDEX links_status ON links (status, place)',
];

export const LINKS: Migration = {
  version: 2,
  name: 'links and findings',
  sqlite: [...TABLES, ...INDEXES, ...['links', 'findings'].flatMap(guardsOf)],
};
