/**
 * Proves the tables against the log: every hash of the chain, every text against its hash, every row of every table
 * against the same log replayed into fresh tables, the schema against a fresh one, the full-text index
 * against its content. Names what differs first; it repairs nothing.
 */

import { entryDifference } from '../../crypto/entry-hash.ts';
import { NO_SHA256, sha256Hex } from '../../crypto/sha256.ts';
import type { StoreFault } from '../../desk/ports/record-store.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { GroupKey } from '../projection/projection.ts';
import { entryOf } from '../queries/log-queries.ts';
import { type LogRow, VIEW_TABLES } from '../tables.ts';
import { writeLogRow } from './append-entries.ts';
import { compareTables } from './compare-tables.ts';
import type { SqliteDatabase, SqliteModule } from './engine.ts';
import { migrate } from './migrate.ts';
import { sqliteLookup } from './sqlite-lookup.ts';
import { type Statements, statementsOf } from './statements.ts';
import { writeRows } from './write-rows.ts';

/** What is checked, and with what. */
export interface CheckOptions {
  readonly db: SqliteDatabase;
  readonly Database: SqliteModule;
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
}

/** More faults than this are not listed: the first ones say where to look. */
const MOST_FAULTS = 100;

/**
 * Checks a store. Empty: nothing differs.
 *
 * @example
 * checkStore({ db, Database, readOnly: false, groupKey }); // []
 */
export function checkStore(options: CheckOptions): readonly StoreFault[] {
  const fresh = new options.Database('');
  try {
    fresh.pragma('cache_size = -65536');
    fresh.pragma('synchronous = OFF');
    migrate(fresh);
    const faults: StoreFault[] = [...fileFaults(options.db), ...schemaFaults(options.db, fresh)];
    const compare = options.db.transaction((): void => {
      faults.push(...textFaults(options.db));
      const broken = replay(options, fresh);
      faults.push(...broken);
      for (const table of Object.keys(VIEW_TABLES) as (keyof typeof VIEW_TABLES)[]) {
        if (faults.length < MOST_FAULTS) faults.push(...compareTables(options.db, fresh, table));
      }
      faults.push(...gateFaults(options.db));
    });
    compare();
    faults.push(...indexFaults(options));
    return faults.slice(0, MOST_FAULTS);
  } finally {
    fresh.close();
  }
}

function fileFaults(db: SqliteDatabase): readonly StoreFault[] {
  const rows = db.pragma('integrity_check(5)') as readonly { readonly integrity_check: string }[];
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({
      item: 'record.sqlite',
      message: `The database file is damaged: ${row.integrity_check}`,
    }));
}

/** Triggers and indexes are part of the guard: a missing or altered one is a fault. */
function schemaFaults(db: SqliteDatabase, fresh: SqliteDatabase): readonly StoreFault[] {
  const read = (from: SqliteDatabase) =>
    new Map(
      from
        .prepare<unknown[], { name: string; sql: string | null }>(
          "SELECT type || ' ' || name AS name, sql FROM sqlite_schema",
        )
        .all()
        .map((row) => [row.name, row.sql]),
    );
  const actual = read(db);
  const expected = read(fresh);
  const faults: StoreFault[] = [];
  for (const [name, sql] of expected) {
    if (!actual.has(name)) faults.push({ item: name, message: `The ${name} of the schema is missing.` });
    else if (actual.get(name) !== sql)
      faults.push({ item: name, message: `The ${name} of the schema was altered.` });
  }
  for (const name of actual.keys()) {
    if (!expected.has(name) && !name.includes(' sqlite_')) {
      faults.push({ item: name, message: `The ${name} does not belong to the schema.` });
    }
  }
  return faults;
}

function textFaults(db: SqliteDatabase): readonly StoreFault[] {
  const faults: StoreFault[] = [];
  const rows = db.prepare<unknown[], { sha256: string; content: string }>(
    'SELECT sha256, content FROM texts',
  );
  for (const { sha256, content } of rows.iterate()) {
    if (sha256Hex(content) !== sha256) {
      faults.push({ item: `text ${sha256}`, message: `The text ${sha256} was changed after it was stored.` });
    }
  }
  return faults;
}

function gateFaults(db: SqliteDatabase): readonly StoreFault[] {
  const gates = db.prepare<unknown[], { entry: number | null }>('SELECT entry FROM append_gate').all();
  if (gates.length === 1 && gates[0]?.entry === null) return [];
  return [{ item: 'append_gate', message: 'The gate that guards the tables stands open or is missing.' }];
}

/** Walks the log with its hashes and writes what it says into the fresh tables; stops at what cannot be replayed. */
function replay(options: CheckOptions, fresh: SqliteDatabase): readonly StoreFault[] {
  const faults: StoreFault[] = [];
  const statements = statementsOf(fresh);
  const textOf = options.db
    .prepare<unknown[], string>('SELECT content FROM texts WHERE sha256 = ?')
    .pluck(true);
  fresh.exec('BEGIN');
  let previous = NO_SHA256;
  let seq = 0;
  for (const row of options.db.prepare<unknown[], LogRow>('SELECT * FROM log ORDER BY seq').iterate()) {
    seq += 1;
    const item = `entry ${row.seq}`;
    if (row.seq !== seq) return [...faults, { item, message: `Entry ${seq} is missing from the log.` }];
    const difference = rowDifference(row, previous);
    if (difference !== null) faults.push({ item, message: difference });
    const broken = replayEntry({
      row,
      statements,
      groupKey: options.groupKey,
      textOf: (sha256) => textOf.get(sha256) ?? null,
    });
    if (broken !== null) return [...faults, { item, message: broken }];
    previous = row.entry_sha256 as LogEntry['entrySha256'];
  }
  fresh.exec('COMMIT');
  return faults;
}

function rowDifference(row: LogRow, previous: LogEntry['previous']): string | null {
  if (sha256Hex(row.body) !== row.body_sha256)
    return `The body of entry ${row.seq} was changed after it was written.`;
  const entry = entryOf(row);
  if (entry.body.action !== entry.action)
    return `Entry ${row.seq} says ${entry.action}; its body says otherwise.`;
  return entryDifference(entry, previous);
}

interface Replayed {
  readonly row: LogRow;
  readonly statements: Statements;
  readonly groupKey: GroupKey;
  readonly textOf: (sha256: string) => string | null;
}

/** Null when it could be replayed. */
function replayEntry({ row, statements, groupKey, textOf }: Replayed): string | null {
  try {
    const entry = entryOf(row);
    const { seq, at, agent, body: change } = entry;
    const lookup = sqliteLookup(statements);
    const texts = new Map<string, string>();
    if (change.action === 'source-captured' && change.capture.text !== null) {
      const { sha256 } = change.capture.text;
      const content = lookup.hasText(sha256) ? null : textOf(sha256);
      if (content !== null) texts.set(sha256, content);
    }
    const [fault] = changeFaults(change, { lookup, texts });
    if (fault !== undefined && fault.path !== 'texts')
      return `Entry ${seq} does not fit the entries before it: ${fault.message}`;
    statements('UPDATE append_gate SET entry = ?').run(seq);
    writeLogRow(statements, entry, row.body);
    writeRows(statements, projectChange({ seq, at, agent, change, texts, lookup, groupKey }));
    return null;
  } catch (error) {
    if (error instanceof OnRecordError) return error.message;
    return `Entry ${row.seq} cannot be replayed: its body is not what an entry holds.`;
  }
}

/** Asks FTS5 to compare its index with the rows it was made from; only a writer may ask. */
function indexFaults(options: CheckOptions): readonly StoreFault[] {
  if (options.readOnly) return [];
  try {
    options.db.prepare("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)").run();
    return [];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_CORRUPT')) throw error;
    return [
      {
        item: 'search',
        message: 'The full-text index does not fit the texts: some words would not be found.',
      },
    ];
  }
}
