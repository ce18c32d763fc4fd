/**
 * The record on PostgreSQL behind the desk's port. Reading is the same as on every engine; writing has the one way of
 * `append-entries.ts`. Faults of the engine come out as OnRecordError and never with a password or with words of the
 * record.
 */
import type { LogIdentity, RecordStore } from '../../desk/ports/record-store.ts';
import type { Change } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Moment } from '../backup/record-source.ts';
import type { LoggedBlobKeys } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import { openPast } from '../past/past-record.ts';
import { recordReadings } from '../reading/record-readings.ts';
import type { StoreGround } from '../store-ground.ts';
import { appendEntries } from './append-entries.ts';
import { checkStore } from './check-store.ts';
import type { Connections } from './connection.ts';
import { connectPostgres } from './connections.ts';
import { OF_SEALED, sweep } from './erase-entries.ts';
import { migratePostgres, requireRecord } from './migrate.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { postgresMoment } from './postgres-moment.ts';
import { postgresQueries, postgresReading } from './postgres-reading.ts';
import { askRecord, readKept } from './write-kept.ts';

/** What the store stands on. */
export interface PostgresStoreOptions extends StoreGround {
  /** Milliseconds to wait for another writer before `vault-busy`. */
  readonly busyTimeout: number;
  /** The data folder of the vault: its keys must be the ones in force. */
  readonly dataNumber: number;
}

/** An opened record. */
export interface PostgresRecord {
  readonly store: RecordStore;
  /** The wrapped keys of blobs that were logged. */
  readonly blobKeys: LoggedBlobKeys;
  /** Reads one moment of the record while others write. */
  readonly moment: Moment;
  readonly connections: Connections;
}

/**
 * Makes the record's tables in a database; a second time changes nothing.
 *
 * @param address as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage`, `unreachable`, `unsupported-runtime`, `read-only`, `vault-too-new`, `vault-exists` when
 *   there are entries already
 * @example
 * await createPostgresRecord('postgres://localhost/record');
 */
export async function createPostgresRecord(address: string): Promise<void> {
  const parsed = parsePostgresAddress(address);
  const connections = await connectPostgres(parsed, { readOnly: false, busyTimeout: 5000 });
  try {
    await migratePostgres(connections);
    const [found] = await connections.use((connection) => readKept(connection, (kept) => kept.anyEntry));
    if (found !== undefined) {
      throw new OnRecordError(
        'vault-exists',
        `There is a record in this database already (${parsed.shown}, schema ${parsed.schema}). Use it with the vault folder it belongs to, or name another schema with ?schema=NAME.`,
        { subject: parsed.shown },
      );
    }
  } finally {
    await connections.close();
  }
}

/**
 * Opens a record, bringing its tables up to date where it may be written.
 *
 * @param address as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage` also when the record is another vault's, `unreachable`, `no-vault`,
 *   `unsupported-runtime`, `read-only`, `vault-too-new`
 * @example
 * const { store } = await openPostgresRecord('postgres://localhost/record', options);
 */
export async function openPostgresRecord(
  address: string,
  options: PostgresStoreOptions,
): Promise<PostgresRecord> {
  const connections = await connectPostgres(parsePostgresAddress(address), options);
  try {
    await requireRecord(connections, options);
    await refuseOther(connections, options.identity);
    return {
      store: await postgresRecordStore(connections, options),
      blobKeys: loggedBlobKeys(askRecord(connections)),
      moment: postgresMoment(connections),
      connections,
    };
  } catch (error) {
    await connections.close();
    throw error;
  }
}

/**
 * Refuses a record of another vault. Every vault's log has a name of its own: what would be signed into another's log would
 * break it.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await refuseOther(connections, keys.identity);
 */
export async function refuseOther({ address, use }: Connections, { origin }: LogIdentity): Promise<void> {
  const [head] = await use((connection) => readKept(connection, (kept) => kept.head));
  if (head === undefined || head.checkpoint.startsWith(`${origin}\n`)) return;
  throw new OnRecordError(
    'bad-usage',
    `The database holds the record of another vault, or the signed head of its log was changed (${address.shown}, schema ${address.schema}). Give the address that belongs to this vault.`,
    { subject: address.shown },
  );
}

async function postgresRecordStore(
  connections: Connections,
  options: PostgresStoreOptions,
): Promise<RecordStore> {
  const queries = await postgresQueries();
  const { shown } = connections.address;
  const live = recordReadings(postgresReading(connections, queries));
  return {
    ...live,
    past: (position) => openPast({ ...options, live }, position),
    append: async (entries) => {
      if (options.readOnly) throw readOnlyFault(shown);
      const sealed = await appendEntries({ ...options, connections, queries }, entries);
      if (sealed.some(({ action }) => action === 'source-erased')) await sweep(connections);
      if (sealed.some(({ action }) => action === 'record-erased')) await sweep(connections, OF_SEALED);
      else if (entries.some(({ body, recordKeys = [] }) => isRotation(body, recordKeys)))
        await sweep(connections, ['record_keys']);
      return sealed;
    },
    identity: options.identity,
    check: () => checkStore({ ...options, connections }),
    close: () => connections.close(),
  };
}

/** The keys of the epoch before must not lie on the server's disk any more. */
function isRotation(body: Change, recordKeys: readonly unknown[]): boolean {
  return body.action === 'compartment-changed' && recordKeys.length > 0;
}

function readOnlyFault(shown: string): OnRecordError {
  return new OnRecordError(
    'read-only',
    `This record is open for reading only (${shown}). Open it without --read-only, as a user of the database who may write.`,
    { subject: shown },
  );
}
