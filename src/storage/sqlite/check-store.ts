/**
 * What only SQLite can be asked when a record is checked: the file's pages, the schema with its guards, the gate, and the
 * full-text index against the texts. The record itself is checked as on every engine.
 */
import type { LogIdentity, StoreFault } from '../../desk/ports/record-store.ts';
import { checkRecord, MOST_FAULTS } from '../check/check-record.ts';
import { checkedSource } from '../check/checked-source.ts';
import type { Row } from '../check/compare-rows.ts';
import { openScratch } from '../check/scratch.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { ViewTable } from '../tables.ts';
import { askSqlite } from './ask-sqlite.ts';
import type { SqliteDatabase, SqliteModule } from './engine.ts';
import { migrate } from './migrate.ts';
import { preparedQueries } from './prepared-queries.ts';
import { sqliteQueries } from './sqlite-reading.ts';
import { statementsOf } from './statements.ts';

/** What is checked, and with what. */
export interface CheckOptions {
  readonly db: SqliteDatabase;
  readonly Database: SqliteModule;
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
  readonly identity: LogIdentity;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
  /** Another connection, for reading one moment while this one stays free. */
  readonly again: () => Promise<SqliteDatabase>;
}

/**
 * Checks a store. Empty: nothing differs.
 *
 * @example
 * await checkStore(options); // []
 */
export async function checkStore(options: CheckOptions): Promise<readonly StoreFault[]> {
  const broken = fileFaults(options.db);
  if (broken.length > 0) return broken;
  const faults: StoreFault[] = [...schemaFaults(options), ...(await gateFaults(options.db))];
  const moment = await options.again();
  const statements = statementsOf(moment);
  const { kept, one } = preparedQueries(statements, await sqliteQueries());
  const scratch = await openScratch(options.scratchDir, (seq) => one(kept.logBody, seq)?.body ?? null);
  try {
    moment.exec('BEGIN');
    const { identity, groupKey } = options;
    const ask = askSqlite(moment, statements);
    const source = checkedSource(ask, (table) => rowsInKeyOrder(moment, table));
    faults.push(...(await checkRecord({ source, scratch, identity, groupKey })));
  } finally {
    await scratch.close();
    moment.close();
  }
  faults.push(...indexFaults(options));
  return faults.slice(0, MOST_FAULTS);
}

/** Asked on a connection of its own: while rows are walked nothing is written there. */
async function* rowsInKeyOrder(db: SqliteDatabase, table: ViewTable): AsyncGenerator<Row> {
  const { kept } = await sqliteQueries();
  yield* db.prepare<unknown[], Row>(kept.inKeyOrder[table].sql).iterate();
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
function schemaFaults({ db, Database }: CheckOptions): readonly StoreFault[] {
  const fresh = new Database(':memory:');
  try {
    migrate(fresh);
    return schemaDifferences(schemaOf(db), schemaOf(fresh));
  } finally {
    fresh.close();
  }
}

type Schema = ReadonlyMap<string, string | null>;

function schemaOf(db: SqliteDatabase): Schema {
  const rows = db
    .prepare<unknown[], { name: string; sql: string | null }>(
      "SELECT type || ' ' || name AS name, sql FROM sqlite_schema",
    )
    .all();
  return new Map(rows.map((row) => [row.name, row.sql]));
}

function schemaDifferences(actual: Schema, expected: Schema): readonly StoreFault[] {
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

async function gateFaults(db: SqliteDatabase): Promise<readonly StoreFault[]> {
  const gates = await askSqlite(db)((kept) => kept.gates);
  const [gate] = gates;
  if (gates.length === 1 && gate?.entry === null && gate.erasing === 0 && gate.moved === 0) return [];
  return [{ item: 'append_gate', message: 'The gate that guards the tables stands open or is missing.' }];
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
