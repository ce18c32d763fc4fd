/** SQL written by hand stands only where an engine is asked what the query builder has no words for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const STORAGE = path.resolve(import.meta.dirname, '..');

/** The files in which it stands, and why it stays. */
const STAYS: Readonly<Record<string, string>> = {
  'jobs/dead-workers.ts': 'another schema: whose jobs a dead worker held, and locks',
  'jobs/postgres-queue.ts': 'another schema: what the queue library has no question for, and locks',
  'jobs/table-queue.ts': 'another file: the queue of jobs, on SQLite alone',
  'migrations/001-first-tables.ts': 'schema: tables, triggers and first rows of SQLite',
  'migrations/guards.ts': 'schema: triggers of SQLite',
  'notes/notes-file.ts': 'another file: what the desk keeps beside the record, on SQLite alone',
  'postgres/check-store.ts':
    'schema: its description in the catalogue, and the search index against its own functions',
  'postgres/insert-lists.ts': 'many new rows in one statement, by lists',
  'postgres/keys-in-force.ts': 'many rows changed in one statement, by lists',
  'postgres/hold-record.ts': 'session: how long it may wait',
  'postgres/migrate.ts': 'schema: its version and search path',
  'postgres/postgres-moment.ts': 'session: how long it may wait',
  'postgres/rekey-postgres.ts': 'session: how long it may wait',
  'postgres/restore-mark.ts': 'schema: the mark on a table',
  'postgres/schema-statements.ts': 'schema: tables, triggers and first rows of PostgreSQL',
  'postgres/search-index.ts': 'schema: the functions of the search index',
  'postgres/session-lock.ts': 'session: locks',
  'postgres/write-rows.ts': 'many rows changed in one statement, by lists',
  'queries/sqlite-dialect.ts': 'the dialect of SQLite: full text',
  'restore/import-version-1.ts': 'another schema: vaults of onrecord 0.1, on SQLite alone',
  'reuse/reuse-blocks.ts': 'another file: numbers in blobs that come from the texts, on SQLite alone',
  'sqlite/check-store.ts': 'schema: its description, and the full-text index',
  'sqlite/erase-entries.ts': 'schema: a table for the time of an erasure',
  'sqlite/migrate.ts': 'schema: its version',
  'sqlite/open-alone.ts': 'schema: whether the key opens the file',
  'sqlite/open-database.ts': 'schema: whether the key opens the file',
  'team/postgres-team.ts': 'another schema: what a team keeps beside the record, and locks',
  'team/team-backup.ts': 'another schema: what of a team goes into a backup, and back',
  'team/team-schema.ts': 'another schema: its tables and triggers',
  'team/watch-team.ts': 'LISTEN and NOTIFY of PostgreSQL, which no query builder knows',
};

/** `'DELETE'` alone is a method of HTTP. */
const BY_HAND = /\b(SELECT|INSERT|UPDATE|DELETE(?!'))\b/u;
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu;

function filesByHand(): string[] {
  return readdirSync(STORAGE, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /\.ts$/u.test(name) && !/\.test\.ts$|(^|\/)(fixtures|contract)\//u.test(name))
    .filter((name) => BY_HAND.test(readFileSync(path.join(STORAGE, name), 'utf8').replace(COMMENTS, '')))
    .toSorted();
}

test('SQL is written by hand in the files that say why, and in no other', () => {
  expect(filesByHand()).toEqual(Object.keys(STAYS).toSorted());
});
