/**
 * What only SQLite can be asked when a record is checked: the file's pages, the schema with its guards, the gate, and the
 * full-text index against the texts. The record itself is checked as on every engine.
 */
import type { LogIdentity, StoreFault } from '../../desk/ports/record-store.ts';
import { type CheckSource, checkRecord, MOST_FAULTS } from '../check/check-record.ts';
import type { Row } from '../check/compare-rows.ts';
import { openScratch } from '../check/scratch.ts';
import type { GroupKey } from '../projection/projection.ts';
import { type LogHeadRow, type LogRow, type LogTileRow, VIEW_TABLES } from '../tables.ts';
import type { SqliteDatabase, SqliteModule } from './engine.ts';
import { migrate } from './migrate.ts';

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
  const faults: StoreFault[] = [...schemaFaults(options), ...gateFaults(options.db)];
  const moment = await options.again();
  const bodyOf = moment.prepare<unknown[], string>('SELECT body FROM log WHERE seq = ?').pluck(true);
  const scratch = await openScratch(options.scratchDir, (seq) => bodyOf.get(seq) ?? null);
  try {
    moment.exec('BEGIN');
    const { identity, groupKey } = options;
    faults.push(...(await checkRecord({ source: sourceOf(moment), scratch, identity, groupKey })));
  } finally {
    await scratch.close();
    moment.close();
  }
  faults.push(...indexFaults(options));
  return faults.slice(0, MOST_FAULTS);
}

function sourceOf(db: SqliteDatabase): CheckSource {
  const textOf = db.prepare<unknown[], string>('SELECT content FROM texts WHERE sha256 = ?').pluck(true);
  const page = db.prepare<unknown[], LogRow>('SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT 64');
  return {
    log: () => inPages(page),
    rows: async function* (table) {
      const sql = `SELECT * FROM ${table} ORDER BY ${VIEW_TABLES[table].join(', ')}`;
      yield* db.prepare<unknown[], Row>(sql).iterate();
    },
    tiles: async () =>
      db.prepare<unknown[], LogTileRow>('SELECT * FROM log_tiles ORDER BY level, place').all(),
    head: async () => db.prepare<unknown[], LogHeadRow>('SELECT * FROM log_head').get() ?? null,
    text: async (sha256) => textOf.get(sha256) ?? null,
    entriesWith: async (action) =>
      db.prepare<unknown[], LogRow>('SELECT * FROM log WHERE action = ? ORDER BY seq').all(action),
  };
}

/** In pages: other questions are asked between two entries. */
async function* inPages(page: { all(after: number): readonly LogRow[] }): AsyncGenerator<LogRow> {
  let after = Number.MIN_SAFE_INTEGER;
  for (let rows = page.all(after); rows.length > 0; rows = page.all(after)) {
    yield* rows;
    after = rows.at(-1)?.seq ?? after;
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

function gateFaults(db: SqliteDatabase): readonly StoreFault[] {
  const gates = db
    .prepare<unknown[], { entry: number | null; erasing: number; moved: number }>('SELECT * FROM append_gate')
    .all();
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
