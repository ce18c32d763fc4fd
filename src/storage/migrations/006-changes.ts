/** What an entry changed among propositions, their counts and actors is found without reading the rest: three more indexes. */
import type { Migration } from './migration.ts';

/** The same in both engines. */
export const CHANGE_INDEXES: readonly string[] = Object.freeze([
  'CREATE INDEX propositions_entry ON propositions (entry)',
  'CREATE INDEX actors_entry ON actors (entry)',
  'CREATE INDEX tallies_entry ON tallies (entry)',
]);

export const CHANGES: Migration = {
  version: 6,
  name: 'what an entry changed',
  sqlite: CHANGE_INDEXES,
};
