/**
 * Fresh tables into which a log is played again. They stay in memory up to a limit; what is beyond lies in a file under a
 * random key that nobody keeps, so that nothing in clear reaches a disk; the file goes with `close`. They have no index that
 * playing a log does not ask, and hold no bodies of it where whoever plays can give them again.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../../record/claim.ts';
import { sliceCodePoints } from '../../record/code-points.ts';
import type { Change } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { MIGRATIONS } from '../migrations/all-migrations.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { RowChange } from '../projection/row-change.ts';
import type { ReadingPort } from '../reading/reading-port.ts';
import { loadSqlite, type SqliteDatabase } from '../sqlite/engine.ts';
import { type PreparedQueries, preparedQueries } from '../sqlite/prepared-queries.ts';
import { sqliteLookup } from '../sqlite/sqlite-lookup.ts';
import { sqliteQueries, sqliteReading } from '../sqlite/sqlite-reading.ts';
import { statementsOf } from '../sqlite/statements.ts';
import { writeRows } from '../sqlite/write-rows.ts';
import type { LogRow, ViewTable } from '../tables.ts';
import type { Row } from './compare-rows.ts';

export interface Scratch {
  readonly lookup: Lookup;
  /** The hash of a text that the entry brings and the tables do not hold yet; null when there is none. */
  neededText(row: LogRow): string | null;
  write(row: LogRow, rows: readonly RowChange[]): void;
  /** After the last entry. */
  finish(): Promise<void>;
  /** Asks the tables as any record is asked; full text cannot be searched. */
  readonly port: ReadingPort;
  /** In the order of the table's key. */
  rows(table: ViewTable): Iterable<Row>;
  close(): Promise<void>;
}

/** Of the indexes only those that a lookup asks; no triggers, no full text. */
const LEFT_OUT =
  /^CREATE (TRIGGER|VIRTUAL|INDEX (?!log_action|captures_source|utterances_source|links_source|links_target))/;

/** 256 MiB are held in memory. What refers to what is seen when rows are compared. */
const SETTINGS = [
  'journal_mode = OFF',
  'synchronous = OFF',
  'locking_mode = EXCLUSIVE',
  'foreign_keys = OFF',
  'temp_store = MEMORY',
  'cache_size = -262144',
];

/**
 * Opens empty tables.
 *
 * @param dir a folder that can be written
 * @param bodyOf the body of an entry that was written before; null: it was erased. Without it the tables keep the bodies
 * @example
 * const scratch = await openScratch('/vault/data-1');
 */
export async function openScratch(dir: string, bodyOf?: (seq: number) => string | null): Promise<Scratch> {
  const [Database, queries] = [await loadSqlite(), await sqliteQueries()];
  const file = join(dir, `scratch-${randomUUID()}`);
  const db = new Database(file);
  const remove = async (): Promise<void> => {
    db.close();
    await rm(file, { force: true });
  };
  try {
    useThrowawayKey(db);
    for (const setting of SETTINGS) db.pragma(setting);
    for (const { sqlite } of MIGRATIONS)
      for (const statement of sqlite) if (!LEFT_OUT.test(statement)) db.exec(statement);
    // Never committed: what fits into memory is never written.
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    await remove();
    throw error;
  }
  const statements = statementsOf(db);
  const prepared = preparedQueries(statements, queries);
  const kept = sqliteLookup(prepared);
  const lookup = bodyOf === undefined ? kept : { ...kept, claim: claimLookup(prepared, bodyOf) };
  return {
    lookup,
    neededText: (row) => neededText(row, lookup),
    write: (row, rows) => {
      const { seq, at, agent, action, subject } = row;
      const body = bodyOf === undefined ? row.body : null;
      prepared.insert('log', { seq, at, agent, action, subject, commitment: '', leaf: '', body });
      writeRows(prepared, rows);
    },
    finish: async () => void db.pragma('query_only = ON'),
    port: sqliteReading({ db, statements, faultOf: (error) => error }),
    rows: (table) => db.prepare<unknown[], Row>(prepared.kept.inKeyOrder[table].sql).iterate(),
    close: remove,
  };
}

/** A cipher of less cost than the vault's own: there is one reader, and the key goes with it. */
function useThrowawayKey(db: SqliteDatabase): void {
  db.pragma("cipher = 'chacha20'");
  if (db.pragma('cipher', { simple: true }) !== 'chacha20')
    throw new OnRecordError(
      'damaged',
      'The database engine has no cipher for the tables of a check: nothing was written. Install onrecord anew.',
    );
  db.pragma(`key = 'raw:${randomBytes(32).toString('hex')}'`);
}

function claimLookup(
  { kept, one }: PreparedQueries,
  bodyOf: (seq: number) => string | null,
): Lookup['claim'] {
  return (id) => {
    const found = one(kept.claimPiece, id);
    if (found === null) return null;
    const { logged, start, length, changed } = found;
    return JSON.parse(changed ?? sliceCodePoints(bodyOf(logged) ?? 'null', start, start + length)) as Claim;
  };
}

function neededText({ action, body }: LogRow, lookup: Lookup): string | null {
  if (body === null || (action !== 'source-captured' && action !== 'copy-stored')) return null;
  const sha256 = textHash(body);
  return sha256 === null || lookup.hasText(sha256) ? null : sha256;
}

function textHash(body: string): string | null {
  try {
    const change = JSON.parse(body) as Change;
    const brings = change.action === 'source-captured' || change.action === 'copy-stored';
    return brings ? (change.capture.text?.sha256 ?? null) : null;
  } catch {
    return null;
  }
}
