/**
 * A desk for the bench alone: the same use case of capturing, over a store that keeps the same bytes, tables and full-text
 * index with the same settings of the disk, without encryption and without any work for a log: no canonical bodies, salts,
 * commitments, leaves, tree, signature, log rows, nor the guards that let nobody past the log. What custody costs is
 * measured against it. Nothing that it writes is a vault.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEntry, RecordStore } from '../../src/desk/ports/record-store.ts';
import { groupKey } from '../../src/reckon/group-claims.ts';
import { idMaker } from '../../src/record/id.ts';
import type { LogEntry } from '../../src/record/log-entry.ts';
import { fileBlobStore } from '../../src/storage/blobs/file-blob-store.ts';
import { changeFaults } from '../../src/storage/change-faults.ts';
import { makeData } from '../../src/storage/data-folder.ts';
import { projectChange } from '../../src/storage/project-change.ts';
import { recordReadings } from '../../src/storage/reading/record-readings.ts';
import { openDatabase } from '../../src/storage/sqlite/open-database.ts';
import { type PreparedQueries, preparedQueries } from '../../src/storage/sqlite/prepared-queries.ts';
import { sqliteLookup } from '../../src/storage/sqlite/sqlite-lookup.ts';
import { sqliteQueries, sqliteReading } from '../../src/storage/sqlite/sqlite-reading.ts';
import { statementsOf } from '../../src/storage/sqlite/statements.ts';
import { writeRows } from '../../src/storage/sqlite/write-rows.ts';
import type { ClosingDesk } from './places.ts';

type Db = Awaited<ReturnType<typeof openDatabase>>;

/**
 * Makes one in a folder and opens it.
 *
 * @example
 * const desk = await newUnloggedDesk('/tmp/unlogged');
 */
export async function newUnloggedDesk(dir: string): Promise<ClosingDesk> {
  mkdirSync(dir, { recursive: true });
  await makeData(dir, 'data-1', null);
  const folder = join(dir, 'data-1');
  const file = join(folder, 'record.sqlite');
  const db = await openDatabase(file, { readOnly: false, busyTimeout: 5000, create: false, key: null });
  for (const name of db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all())
    if (isGuard(db, name)) db.exec(`DROP TRIGGER "${name}"`);
  return {
    store: await unloggedStore(db),
    blobs: fileBlobStore({ dir: join(folder, 'blobs'), readOnly: false }),
    clock: () => new Date(),
    newId: idMaker((count) => randomBytes(count)),
    close: async () => {
      db.close();
    },
  };
}

/** The triggers that keep the full-text index stay. */
function isGuard(db: Db, name: string): boolean {
  const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name);
  return /\braise\(/iu.test(sql ?? '');
}

async function unloggedStore(db: Db): Promise<RecordStore> {
  const statements = statementsOf(db);
  const prepared = preparedQueries(statements, await sqliteQueries());
  const readings = recordReadings(sqliteReading({ db, statements, faultOf: (error) => error }));
  const lookup = sqliteLookup(prepared);
  let seq = 0;
  const writeAll = db.transaction((entries: readonly NewEntry[]): readonly LogEntry[] =>
    entries.map((entry) => {
      seq += 1;
      return writeOne(entry, { seq, prepared, lookup });
    }),
  );
  return {
    ...readings,
    append: async (entries) => writeAll.immediate(entries),
    identity: { origin: 'none', vkey: 'none' },
    past: async () => {
      throw new TypeError('This store has no log.');
    },
    check: async () => [],
    close: async () => undefined,
  };
}

/** As `append-entries.ts` does it, without the log. */
function writeOne(
  { at, agent, subject, body: change, texts = new Map(), unlessStored }: NewEntry,
  {
    seq,
    prepared,
    lookup,
  }: { seq: number; prepared: PreparedQueries; lookup: ReturnType<typeof sqliteLookup> },
): LogEntry {
  if (unlessStored !== undefined && prepared.one(prepared.kept.storedBytes, unlessStored) !== null)
    throw new Error('These bytes are stored already.');
  const [fault] = changeFaults(change, { lookup, texts });
  if (fault !== undefined) throw new Error(fault.message);
  writeRows(prepared, projectChange({ seq, at, agent, change, texts, lookup, groupKey }));
  const none = { salt: '', commitment: '', bytesCommitment: null, leaf: '' } as const;
  return { seq, at, agent, subject, action: change.action, body: change, ...none } as LogEntry;
}
