/**
 * Connections to one PostgreSQL database, a few at a time. The driver is loaded when the first is asked for. Each is set
 * up alike and the settings are what they must be before anything is read: the record's own schema, commits that wait
 * for the disk, an end to waiting. Servers older than 15, and databases that are not UTF-8, are refused.
 */
import type { Pool, PoolClient, PoolConfig } from 'pg';
import { sha256Hex } from '../../crypto/sha256.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Value } from '../queries/steps.ts';
import type { Connection, Connections, ConnectOptions } from './connection.ts';
import { withPassword } from './password-file.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { isLost, postgresFault } from './postgres-fault.ts';
import { fromStored, toBound } from './text-codec.ts';
import { AbandonedTransaction, inTransaction, resolveOutcome, UnknownOutcome } from './transaction.ts';

const MOST_CONNECTIONS = 4;
/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** Milliseconds after which the server ends a transaction whose process does nothing any more. */
const IDLE_IN_TRANSACTION = 120_000;
const OLDEST_SERVER = 150_000;
const INT8 = 20;
const TEXTS = new Set([25, 1043, 18, 19]);

/**
 * Readies connections; the first is made when it is needed.
 *
 * @throws OnRecordError `unsupported-runtime`
 * @example
 * const connections = await connectPostgres(parsePostgresAddress(url), { readOnly: false, busyTimeout: 5000 });
 */
export async function connectPostgres(
  address: PostgresAddress,
  options: ConnectOptions,
): Promise<Connections> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    ...configOf(address, pg.types),
    connectionString: await withPassword(address.connectionString),
    max: MOST_CONNECTIONS,
    allowExitOnIdle: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    onConnect: (client) => setUp(client as PoolClient, address, options),
  } as PoolConfig);
  pool.on('error', () => undefined);
  const use: Connections['use'] = (work) => lend(pool, address, work);
  return {
    address,
    use,
    transaction: async (kind, work) => {
      try {
        return await use((connection) => inTransaction(connection, kind.begin, work));
      } catch (error) {
        if (!(error instanceof UnknownOutcome)) throw error;
        return resolveOutcome(use, { kind, lost: error, shown: address.shown });
      }
    },
    close: async () => {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

type Parser = (text: string) => unknown;

function configOf(address: PostgresAddress, types: typeof import('pg').types): PoolConfig {
  const parserOf = (oid: number): Parser => {
    if (oid === INT8) return Number;
    if (TEXTS.has(oid)) return fromStored;
    return types.getTypeParser(oid, 'text') as Parser;
  };
  return {
    application_name: 'onrecord',
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
    ...(address.encrypt ? { ssl: { rejectUnauthorized: true } } : {}),
  };
}

async function setUp(
  client: PoolClient,
  { schema }: PostgresAddress,
  options: ConnectOptions,
): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string; sync: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as sync",
  );
  refuseUnfit(Number(rows[0]?.version ?? 0), rows[0]?.encoding ?? '');
  const settings: readonly (readonly [name: string, value: string])[] = [
    ['search_path', `"${schema}", pg_catalog, pg_temp`],
    ['lock_timeout', String(options.busyTimeout)],
    ['statement_timeout', '0'],
    ['idle_in_transaction_session_timeout', String(IDLE_IN_TRANSACTION)],
    ['standard_conforming_strings', 'on'],
    ['row_security', 'off'],
    ['jit', 'off'],
    ['tcp_keepalives_idle', '30'],
    ['tcp_keepalives_interval', '10'],
    ['tcp_keepalives_count', '3'],
    ...(rows[0]?.sync === 'off' ? [['synchronous_commit', 'on'] as const] : []),
    ...(options.readOnly ? [['default_transaction_read_only', 'on'] as const] : []),
  ];
  const calls = settings.map((_, at) => `set_config($${at * 2 + 1}, $${at * 2 + 2}, false)`);
  await client.query(`select ${calls.join(', ')}`, settings.flat());
}

function refuseUnfit(version: number, encoding: string): void {
  if (version < OLDEST_SERVER) {
    throw new OnRecordError(
      'unsupported-runtime',
      `A record needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10_000)}. Use a newer server.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new OnRecordError(
      'unsupported-runtime',
      `A record needs a database in UTF-8; this one is in ${encoding}. Make one with: createdb --encoding=UTF8 --template=template0 NAME`,
    );
  }
}

async function lend<T>(
  pool: Pool,
  { shown }: PostgresAddress,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw postgresFault(error, shown);
  }
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  try {
    return await work(connectionOf(client));
  } catch (error) {
    broken ||= isLost(error) || error instanceof AbandonedTransaction || error instanceof UnknownOutcome;
    throw postgresFault(error instanceof AbandonedTransaction ? error.cause : error, shown);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Statements that are short enough are kept prepared by the server: most are asked again and again. */
const LONGEST_KEPT = 700;
const MOST_KEPT_VALUES = 16;

function connectionOf(client: PoolClient): Connection {
  const statement = (text: string, parameters: readonly unknown[] = []) => {
    const values = parameters.map(toBound);
    const keep = values.length > 0 && values.length <= MOST_KEPT_VALUES && text.length <= LONGEST_KEPT;
    return { text, values, ...(keep ? { name: nameOf(text) } : {}) };
  };
  return {
    rows: async <R>(sql: string, parameters?: readonly unknown[]) =>
      (await client.query(statement(sql, parameters))).rows as readonly R[],
    lists: async (sql, parameters) =>
      (await client.query<Value[]>({ ...statement(sql, parameters), rowMode: 'array' })).rows,
    write: async (sql, parameters) => (await client.query(statement(sql, parameters))).rowCount ?? 0,
  };
}

/** PostgreSQL cuts names at 63 characters. */
function nameOf(sql: string): string {
  return `onrecord_${sha256Hex(sql).slice(0, 32)}`;
}
