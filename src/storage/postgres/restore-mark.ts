/**
 * The place in a database into which a vault is restored, or its record moved. A comment on one of its tables says that it is unfinished, so
 * that what an interrupted restore left is told from a record that belongs to somebody, which is never touched. A lock
 * lets one restore at a time into a place; it goes with the connection, however the process ends.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Moving } from '../restore/restore-target.ts';
import type { Connection, Connections } from './connection.ts';
import { dropRecord, migratePostgres } from './migrate.ts';
import { takeSessionLock } from './session-lock.ts';
import { readKept } from './write-kept.ts';

const MARK = 'onrecord restore, unfinished';

/** A place that is held for one restore. */
export interface HeldPlace {
  /** Says that what lies here is unfinished; before anything is written. */
  mark(): Promise<void>;
  /** Says that the record is whole: from now on it is taken for somebody's. */
  finish(): Promise<void>;
  /** Takes away what was written. Not after `finish`. */
  clear(): Promise<void>;
  /** Lets others at the place. Calling it twice does no harm. */
  release(): Promise<void>;
}

/**
 * Readies empty tables, in an empty place or in one that an interrupted restore left. What a move of the same vault left is
 * kept, to be gone on with.
 *
 * @param move null: a restore
 * @throws OnRecordError `vault-exists` when there is a record, `vault-busy` when another restore is at work there
 * @example
 * const place = await holdPlace(connections);
 */
export async function holdPlace(connections: Connections, move: Moving | null): Promise<HeldPlace> {
  const release = await takeLock(connections);
  let marked: boolean;
  try {
    marked = await readyPlace(connections, move);
  } catch (error) {
    await release();
    throw error;
  }
  return {
    mark: async () => {
      if (marked) return;
      await connections.use((connection) => connection.rows(comment(markOf(move))));
      marked = true;
    },
    finish: () => connections.use(async (connection) => void (await connection.rows(comment(null)))),
    clear: () =>
      connections.transaction({ begin: 'BEGIN' }, async (connection) => {
        if (isUnfinished(await foundMark(connection))) await dropRecord(connection);
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

/** Whether the mark stands: a record of this vault may lie here that was moved away, or moved and not unmarked. */
async function readyPlace(connections: Connections, move: Moving | null): Promise<boolean> {
  await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    const mark = await foundMark(connection);
    if (isUnfinished(mark) && !(move !== null && mark === markOf(move))) await dropRecord(connection);
  });
  await migratePostgres(connections);
  const { schema, shown } = connections.address;
  return connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    await connection.rows('LOCK TABLE log IN SHARE MODE');
    const [found] = await readKept(connection, (kept) => kept.anyEntry);
    const [head] = await readKept(connection, (kept) => kept.head);
    // The head is signed: no other vault's log begins with this name.
    if (move !== null && head?.checkpoint.startsWith(`${move.origin}\n`) === true)
      return (await foundMark(connection)) === markOf(move);
    if (found !== undefined)
      throw new OnRecordError(
        'vault-exists',
        `There is a record in this database already (${shown}, schema ${schema}), and nothing is restored over it. Name another schema with ?schema=NAME, or another database.`,
        { subject: shown },
      );
    await connection.rows(comment(markOf(move)));
    return true;
  });
}

function comment(text: string | null): string {
  return `COMMENT ON TABLE schema_version IS ${text === null ? 'NULL' : `'${text}'`}`;
}

function markOf(move: Moving | null): string {
  return move === null ? MARK : `onrecord move of ${move.vault.replace(/[^0-9A-Za-z_-]/gu, '')}, unfinished`;
}

function isUnfinished(mark: string | null): boolean {
  return mark !== null && /^onrecord (restore|move of [0-9A-Za-z_-]+), unfinished$/u.test(mark);
}

async function foundMark(connection: Connection): Promise<string | null> {
  const [found] = await connection.rows<{ mark: string | null }>(
    `SELECT obj_description(oid, 'pg_class') AS mark FROM pg_class
     WHERE relname = 'schema_version' AND relnamespace = to_regnamespace(quote_ident(current_schema()))`,
  );
  return found?.mark ?? null;
}
