/**
 * The place in a database into which a vault is restored. A comment on one of its tables says that it is unfinished, so
 * that what an interrupted restore left is told from a record that belongs to somebody, which is never touched. A lock
 * lets one restore at a time into a place; it goes with the connection, however the process ends.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Connection, Connections } from './connection.ts';
import { dropRecord, migratePostgres } from './migrate.ts';
import { takeSessionLock } from './session-lock.ts';
import { readKept } from './write-kept.ts';

const MARK = 'onrecord restore, unfinished';

/** A place that is held for one restore. */
export interface HeldPlace {
  /** Says that the record is whole: from now on it is taken for somebody's. */
  finish(): Promise<void>;
  /** Takes away what was written. Not after `finish`. */
  clear(): Promise<void>;
  /** Lets others at the place. Calling it twice does no harm. */
  release(): Promise<void>;
}

/**
 * Readies empty tables, in an empty place or in one that an interrupted restore left.
 *
 * @throws OnRecordError `vault-exists` when there is a record, `vault-busy` when another restore is at work there
 * @example
 * const place = await holdPlace(connections);
 */
export async function holdPlace(connections: Connections): Promise<HeldPlace> {
  const release = await takeLock(connections);
  try {
    await emptyPlace(connections);
  } catch (error) {
    await release();
    throw error;
  }
  return {
    finish: () => connections.use(async (connection) => void (await connection.rows(comment(null)))),
    clear: () =>
      connections.transaction({ begin: 'BEGIN' }, async (connection) => {
        if (await isMarked(connection)) await dropRecord(connection);
      }),
    release,
  };
}

async function takeLock(connections: Connections): Promise<() => Promise<void>> {
  const { schema, shown } = connections.address;
  const release = await takeSessionLock(connections, `onrecord restore ${schema}`);
  if (release !== null) return release;
  throw new OnRecordError(
    'vault-busy',
    `Another process is restoring a vault into this database (${shown}, schema ${schema}). Wait for it, or name another schema with ?schema=NAME.`,
    { subject: shown },
  );
}

async function emptyPlace(connections: Connections): Promise<void> {
  await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    if (await isMarked(connection)) await dropRecord(connection);
  });
  await migratePostgres(connections);
  const { schema, shown } = connections.address;
  await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    await connection.rows('LOCK TABLE log IN SHARE MODE');
    const [found] = await readKept(connection, (kept) => kept.anyEntry);
    if (found !== undefined)
      throw new OnRecordError(
        'vault-exists',
        `There is a record in this database already (${shown}, schema ${schema}), and nothing is restored over it. Name another schema with ?schema=NAME, or another database.`,
        { subject: shown },
      );
    await connection.rows(comment(MARK));
  });
}

function comment(text: string | null): string {
  return `COMMENT ON TABLE schema_version IS ${text === null ? 'NULL' : `'${text}'`}`;
}

async function isMarked(connection: Connection): Promise<boolean> {
  const [found] = await connection.rows<{ marked: boolean }>(
    `SELECT obj_description(oid, 'pg_class') = $1 AS marked FROM pg_class
     WHERE relname = 'schema_version' AND relnamespace = to_regnamespace(quote_ident(current_schema()))`,
    [MARK],
  );
  return found?.marked === true;
}
