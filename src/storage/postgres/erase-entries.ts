/**
 * Takes an erased source out of a record in PostgreSQL: salts and bodies of its entries, its texts, the keys of its bytes;
 * then all tables are made anew from what is left of the log, so that nothing of it stays in a row or an index. Runs
 * inside the append of the tombstone. Where the old rows lay is given free by `sweep`, afterwards.
 */
import type { RecordErased } from '../../record/changes/of-compartments.ts';
import type { SourceErased } from '../../record/changes/of-sources.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf, replayRow, type Tombstone } from '../append/rebuild.ts';
import { openScratch, type Scratch } from '../check/scratch.ts';
import type { GroupKey } from '../projection/projection.ts';
import { updateQuery } from '../queries/row-statements.ts';
import { type LogRow, VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Connection, Connections } from './connection.ts';
import { postgresQueries } from './postgres-reading.ts';
import { postgresSource } from './table-rows.ts';
import { readKept, writeKept } from './write-kept.ts';
import { insertRows } from './write-rows.ts';

/** What erasing needs. */
export interface EraseContext {
  readonly groupKey: GroupKey;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
}

/** Rows written at once. */
const BATCH = 1000;

/**
 * Destroys what a tombstone names; the tombstone is in the log already. Call `rebuildTables` after the last one.
 *
 * @throws OnRecordError `invalid-record` when the plan names an entry that is not there
 * @example
 * await destroyErased(connection, change);
 */
export async function destroyErased(connection: Connection, change: SourceErased): Promise<void> {
  await writeKept(connection, ({ erasing }) => erasing, 1);
  await writeKept(connection, ({ destroyKeys }) => destroyKeys, change.source);
  await destroyBodies(connection, change);
  await writeKept(connection, ({ erasing }) => erasing, 0);
}

/**
 * Destroys a sealed record: the keys of all its versions, their salts and bodies, and its row. Nothing else refers to it, so
 * the other tables stay as they are.
 *
 * @param blob hash of its ciphertext among the blobs; null: it stands in the log
 * @throws OnRecordError `invalid-record` when the plan names an entry that is not there
 * @example
 * await destroySealed(connection, change, null);
 */
export async function destroySealed(
  connection: Connection,
  { record, entries }: RecordErased,
  blob: string | null,
): Promise<void> {
  await writeKept(connection, ({ erasing }) => erasing, 1);
  if (blob !== null) await writeKept(connection, ({ dropKeyOf }) => dropKeyOf, blob);
  await writeKept(connection, ({ dropRecordKeys }) => dropRecordKeys, record);
  await writeKept(connection, ({ dropSealed }) => dropSealed, record);
  await destroyBodies(connection, { entries, source: record });
  await writeKept(connection, ({ erasing }) => erasing, 0);
}

/**
 * Makes all tables anew from what is left of the log: played into fresh tables beside, and brought over in bulk. The gate
 * stands open for the last entry.
 *
 * @throws OnRecordError `invalid-record` when an erasure left a reference nowhere
 * @example
 * await rebuildTables(context, connection);
 */
export async function rebuildTables(context: EraseContext, connection: Connection): Promise<void> {
  const scratch = await openScratch(context.scratchDir);
  try {
    await replayAll(context, connection, scratch);
    await writeKept(connection, ({ erasing }) => erasing, 1);
    await emptyTables(connection);
    await fillTables(connection, scratch);
    await writeKept(connection, ({ erasing }) => erasing, 0);
  } finally {
    await scratch.close();
  }
}

/** A tombstone that is written anew names again what the one before it destroyed. */
async function destroyBodies(
  connection: Connection,
  { entries, source }: { readonly entries: readonly number[]; readonly source: string },
): Promise<void> {
  for (const entry of entries) {
    if ((await writeKept(connection, ({ destroyBody }) => destroyBody, source, entry)) === 1) continue;
    const [there] = await readKept(connection, ({ logRow }) => logRow, entry);
    if (there !== undefined) continue;
    throw new OnRecordError(
      'invalid-record',
      `Nothing was erased: entry ${entry} is not in the log. Plan the erasure again.`,
      { subject: source },
    );
  }
}

async function replayAll(
  { groupKey }: EraseContext,
  connection: Connection,
  scratch: Scratch,
): Promise<void> {
  const source = postgresSource(connection);
  const tombstones = [
    ...(await source.entriesWith('source-erased')),
    ...(await source.entriesWith('record-erased')),
  ];
  const erasures = erasuresOf(
    tombstones.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as Tombstone])),
  );
  for await (const row of source.log()) {
    const texts = await neededTexts(connection, scratch, row);
    const textOf = (sha256: string) => texts.get(sha256) ?? null;
    const rows = replayRow({ row, lookup: scratch.lookup, groupKey, erasures, textOf });
    if (typeof rows === 'string')
      throw new OnRecordError('invalid-record', `Nothing was erased: ${rows} Plan the erasure again.`);
    scratch.write(row, rows);
  }
  await scratch.finish();
}

async function neededTexts(
  connection: Connection,
  scratch: Scratch,
  row: LogRow,
): Promise<ReadonlyMap<string, string>> {
  const needed = scratch.neededText(row);
  if (needed === null) return new Map();
  const content = await postgresSource(connection).text(needed);
  return content === null ? new Map() : new Map([[needed, content]]);
}

/**
 * Takes all rows out of the tables that are made from the log. The gate must stand open for erasing.
 *
 * @example
 * await emptyTables(connection);
 */
export async function emptyTables(connection: Connection): Promise<void> {
  const tables = Object.keys(VIEW_TABLES) as ViewTable[];
  for (const table of tables.toReversed()) await writeKept(connection, ({ empty }) => empty[table]);
}

/**
 * Brings the rows of the scratch tables over into empty tables. The gate must stand open for erasing.
 *
 * @example
 * await fillTables(connection, scratch);
 */
export async function fillTables(connection: Connection, scratch: Scratch): Promise<void> {
  for (const table of Object.keys(VIEW_TABLES) as ViewTable[]) {
    let batch: object[] = [];
    for (const row of scratch.rows(table)) {
      batch.push(table === 'actors' ? { ...row, joined_to: null } : row);
      if (batch.length < BATCH) continue;
      await insertRows(connection, table, batch);
      batch = [];
    }
    if (batch.length > 0) await insertRows(connection, table, batch);
  }
  await joinActors(connection, scratch);
}

/** Joined afterwards: the actor whom one is joined to may have come in later. */
async function joinActors(connection: Connection, scratch: Scratch): Promise<void> {
  const { build } = await postgresQueries();
  for (const { place, joined_to: to } of scratch.rows('actors')) {
    if (to === null || to === undefined) continue;
    const { sql, parameters } = updateQuery(build, 'actors', { joined_to: to }, Number(place)).compile();
    await connection.write(sql, parameters);
  }
}

/** The tables that hold something of a source. */
const OF_SOURCES: readonly string[] = ['log', 'blob_keys', 'search_words', ...Object.keys(VIEW_TABLES)];
/** The tables that hold something of a sealed record. */
export const OF_SEALED: readonly string[] = ['log', 'blob_keys', 'record_keys', 'sealed_records'];

/**
 * Rewrites the tables from which something was erased, so that the old rows are on the server's disk no longer. It
 * cannot reach the server's own backups and write-ahead log; whoever runs it must let those run out. The erasure is done
 * whether this succeeds or not: where a table is in use or not this user's own, the server's own cleaning comes later.
 *
 * @example
 * await sweep(connections);
 */
export async function sweep(connections: Connections, tables = OF_SOURCES): Promise<void> {
  for (const table of tables) {
    await connections
      .use((connection) => connection.rows(`VACUUM (FULL, ANALYZE) ${table}`))
      .catch((error: unknown) => {
        if (!(error instanceof OnRecordError)) throw error;
      });
  }
}
