/**
 * What a team's server keeps, in the record's database, in a schema of its own. Bodies come sealed; who saw what lies open there
 * as ids, so that it can be asked by record and by name, and is never changed (triggers).
 */
import type { Client, Pool, PoolClient, QueryConfig } from 'pg';
import { sha256Hex } from '../../crypto/sha256.ts';
import type {
  AccessFilter,
  HeldAccess,
  HeldItem,
  NewAccess,
  TeamItem,
  TeamStore,
} from '../../desk/ports/team-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { guardedBy } from '../guarded.ts';
import { withPassword } from '../postgres/password-file.ts';
import { parsePostgresAddress } from '../postgres/postgres-address.ts';
import { postgresFault } from '../postgres/postgres-fault.ts';
import { TEAM_STEPS } from './team-schema.ts';
import { channelOf, toldBy, watchTeam } from './watch-team.ts';

/** PostgreSQL cuts names at 63 characters. */
const LONGEST_SCHEMA = 58;
const MOST_CONNECTIONS = 6;
const UNIQUE_VIOLATION = '23505';

/**
 * Opens it, and brings its tables up to date.
 *
 * @param url as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage`, `unreachable`, `vault-too-new`
 * @example
 * const team = await openPostgresTeam('postgres://localhost/record');
 */
export async function openPostgresTeam(url: string): Promise<TeamStore> {
  const { pool, schema, shown, listen } = await openTeamPool(url);
  const guarded = guardedBy((error) =>
    error instanceof OnRecordError ? error : postgresFault(error, shown),
  );
  try {
    await guarded(() => bringUpToDate(pool, schema));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return storeOver(pool, schema, { guarded, listen });
}

/**
 * Whether its tables are there; makes nothing.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * await hasPostgresTeam('postgres://localhost/record');
 */
export async function hasPostgresTeam(url: string): Promise<boolean> {
  const { pool, schema, shown } = await openTeamPool(url);
  try {
    const { rows } = await pool.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      `${schema}.items`,
    ]);
    return rows[0]?.there === true;
  } catch (error) {
    throw postgresFault(error, shown);
  } finally {
    await pool.end();
  }
}

interface Opened extends Pick<Ways, 'listen'> {
  readonly pool: Pool;
  readonly schema: string;
  readonly shown: string;
}

/**
 * Connections to where a team's things lie; end them.
 *
 * @returns the quoted name of the schema, and the address without a password
 * @example
 * const { pool, schema } = await openTeamPool('postgres://localhost/record');
 */
export async function openTeamPool(url: string): Promise<Opened> {
  const { default: pg } = await import('pg');
  const { connectionString, encrypt, schema: record, shown } = parsePostgresAddress(url);
  const how = {
    connectionString: await withPassword(connectionString),
    application_name: 'onrecord team',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    ...(encrypt ? { ssl: { rejectUnauthorized: true } } : {}),
  };
  const pool = new pg.Pool({ ...how, allowExitOnIdle: true, max: MOST_CONNECTIONS });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const schema = `"${record.slice(0, LONGEST_SCHEMA)}_team"`;
  return { pool, schema, shown, listen: () => new pg.Client(how) };
}

/** A statement that is asked at every request: kept prepared by the server. PostgreSQL cuts names at 63 characters. */
function kept(text: string, values: readonly unknown[]): QueryConfig {
  return { name: `onrecord_${sha256Hex(text).slice(0, 32)}`, text, values: [...values] };
}

type Guarded = <T>(work: () => Promise<T>) => Promise<T>;

interface Ways {
  readonly guarded: Guarded;
  /** A connection of its own, for as long as somebody listens. */
  readonly listen: () => Client;
}

function storeOver(pool: Pool, schema: string, { guarded, listen }: Ways): TeamStore {
  const channel = channelOf(schema);
  const items = `${schema}.items`;
  const asked = async (where: string, values: readonly unknown[]): Promise<readonly HeldItem[]> =>
    guarded(
      async () =>
        (
          await pool.query<HeldItem>(
            kept(
              `SELECT kind, id, owner, key, body, version, until FROM ${items} WHERE ${where} ORDER BY id`,
              values,
            ),
          )
        ).rows,
    );
  return {
    get: async (kind, id) => (await asked('kind = $1 AND id = $2', [kind, id]))[0] ?? null,
    byKey: async (kind, key) => (await asked('kind = $1 AND key = $2', [kind, key]))[0] ?? null,
    list: (kind, owner) =>
      owner === undefined ? asked('kind = $1', [kind]) : asked('kind = $1 AND owner = $2', [kind, owner]),
    put: (item, version) => guarded(() => putItem(pool, items, { item, version, channel })),
    drop: (kind, id) =>
      guarded(async () => {
        const { rowCount } = await pool.query(
          toldBy(`DELETE FROM ${items} WHERE kind = $1 AND id = $2 RETURNING kind, id, owner`, {
            kind,
            gone: true,
            channel,
          }),
          [kind, id],
        );
        return rowCount === 1;
      }),
    sweep: (now) =>
      guarded(async () => void (await pool.query(`DELETE FROM ${items} WHERE until <= $1`, [now]))),
    countTry: (key, now, since) =>
      guarded(async () => {
        const { rows } = await pool.query<{ count: number }>(
          `INSERT INTO ${schema}.tries AS held (key, began, count) VALUES ($1, $2, 1)
           ON CONFLICT (key) DO UPDATE SET
             began = CASE WHEN held.began < $3 THEN $2 ELSE held.began END,
             count = CASE WHEN held.began < $3 THEN 1 ELSE held.count + 1 END
           RETURNING count`,
          [key, now, since],
        );
        return rows[0]?.count ?? 1;
      }),
    forgetTries: (key) =>
      guarded(async () => void (await pool.query(`DELETE FROM ${schema}.tries WHERE key = $1`, [key]))),
    addAccesses: (accesses) => guarded(() => addAccesses(pool, schema, accesses)),
    accesses: (filter) => guarded(() => accessesOf(pool, schema, filter)),
    refill: (accesses) => guarded(() => refill(pool, schema, accesses)),
    logAccesses: (most, log) => guarded(() => logAccesses(pool, schema, { most, log })),
    watch: (tell) => watchTeam(listen, channel, tell),
    close: async () => {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

async function putItem(
  pool: Pool,
  items: string,
  { item, version, channel }: { readonly item: TeamItem; readonly version: number; readonly channel: string },
): Promise<boolean> {
  const { kind, id, owner, key, body, until } = item;
  const values = [kind, id, owner, key, body, until];
  const told = (statement: string): string =>
    toldBy(`${statement} RETURNING kind, id, owner`, { kind, gone: false, channel });
  try {
    const { rowCount } =
      version === 0
        ? await pool.query(
            told(
              `INSERT INTO ${items} (kind, id, owner, key, body, until, version) VALUES ($1, $2, $3, $4, $5, $6, 1)`,
            ),
            values,
          )
        : await pool.query(
            told(
              `UPDATE ${items} SET owner = $3, key = $4, body = $5, until = $6, version = version + 1
               WHERE kind = $1 AND id = $2 AND version = $7`,
            ),
            [...values, version],
          );
    return rowCount === 1;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

async function addAccesses(pool: Pool, schema: string, accesses: readonly NewAccess[]): Promise<void> {
  if (accesses.length === 0) return;
  const columns = 7;
  const rows = accesses.map(
    (_, row) =>
      `(${Array.from({ length: columns }, (_each, at) => `$${row * columns + at + 1}`).join(', ')})`,
  );
  const statement = `INSERT INTO ${schema}.accesses (at, account, name, act, route, about, detail) VALUES ${rows.join(', ')}`;
  const values = accesses.flatMap(({ at, account, name, act, route, about, detail }) => [
    at,
    account,
    name,
    act,
    route,
    [...about],
    detail,
  ]);
  await pool.query(accesses.length === 1 ? kept(statement, values) : { text: statement, values });
}

async function refill(pool: Pool, schema: string, accesses: readonly HeldAccess[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `INSERT INTO ${schema}.accesses (seq, at, account, name, act, route, about, detail, logged)
       OVERRIDING SYSTEM VALUE
       SELECT seq, at, account, name, act, route, about, detail, logged FROM jsonb_to_recordset($1::jsonb)
         AS given(seq bigint, at text, account text, name text, act text, route text, about text[], detail text, logged bigint)
       ON CONFLICT (seq) DO NOTHING`,
      [JSON.stringify(accesses)],
    );
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, 'seq'), (SELECT max(seq) FROM ${schema}.accesses))`,
      [`${schema}.accesses`],
    );
  });
}

const COLUMNS = 'seq::int, at, account, name, act, route, about, detail, logged::int';

async function accessesOf(pool: Pool, schema: string, filter: AccessFilter): Promise<readonly HeldAccess[]> {
  const { account, act, about, from, to, before, limit } = filter;
  const { rows } = await pool.query<HeldAccess>(
    `SELECT ${COLUMNS} FROM ${schema}.accesses
     WHERE ($1::text IS NULL OR account = $1) AND ($2::text IS NULL OR act = $2)
       AND ($3::text IS NULL OR about @> ARRAY[$3]) AND ($4::text IS NULL OR at >= $4)
       AND ($5::text IS NULL OR at < $5) AND ($6::bigint IS NULL OR seq < $6)
     ORDER BY seq DESC LIMIT $7`,
    [account ?? null, act ?? null, about ?? null, from ?? null, to ?? null, before ?? null, limit],
  );
  return rows;
}

async function logAccesses(
  pool: Pool,
  schema: string,
  { most, log }: { most: number; log: Parameters<TeamStore['logAccesses']>[1] },
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows: got } = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS got',
      [`onrecord accesses ${schema}`],
    );
    if (got[0]?.got !== true) return 0;
    const { rows } = await client.query<HeldAccess>(
      `SELECT ${COLUMNS} FROM ${schema}.accesses WHERE logged IS NULL ORDER BY seq LIMIT $1`,
      [most],
    );
    if (rows.length === 0) return 0;
    const entry = await log(rows.map(({ logged: _, ...access }) => access));
    await client.query(`UPDATE ${schema}.accesses SET logged = $1 WHERE seq = ANY ($2::bigint[])`, [
      entry,
      rows.map(({ seq }) => seq),
    ]);
    return rows.length;
  });
}

async function bringUpToDate(pool: Pool, schema: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`onrecord team ${schema}`]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(`CREATE TABLE IF NOT EXISTS ${schema}.version (version int PRIMARY KEY)`);
    const { rows } = await client.query<{ version: number }>(
      `SELECT coalesce(max(version), 0) AS version FROM ${schema}.version`,
    );
    const present = rows[0]?.version ?? 0;
    if (present > TEAM_STEPS.length)
      throw new OnRecordError(
        'vault-too-new',
        'The accounts of this team were written by a newer onrecord: use that one here too.',
      );
    for (const [index, statements] of TEAM_STEPS.entries()) {
      if (index < present) continue;
      for (const statement of statements) await client.query(statement.replaceAll('SCHEMA', schema));
      await client.query(`INSERT INTO ${schema}.version VALUES ($1)`, [index + 1]);
    }
  });
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
