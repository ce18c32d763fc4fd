/**
 * Grows a record in PostgreSQL by copies of what it holds, made by the database itself (`copied-rows.ts`), in the tables of the
 * product with all their indexes, which are made anew after the rows. For speed alone: the leaves of the log are copied and prove none
 * of these rows, and `verify` would say so. New entries are appended to it as to any other.
 */
import pg from 'pg';
import {
  copiesOf,
  FIRST_COPY,
  type Growth,
  growthOf,
  PATTERNS,
  PLAIN,
  patternOf,
  SHARING_OF,
  type Strides,
} from './copied-rows.ts';
import { growHead } from './grown-head.ts';

/** Copies written in one statement. */
const TOGETHER = 500;

export interface Grown {
  /** Reports and claims that the record holds. */
  readonly sources: number;
  readonly claims: number;
  readonly propositions: number;
  /** Bytes of the database. */
  readonly bytes: number;
}

type Run = (sql: string, values?: readonly number[]) => Promise<Record<string, string>>;

/**
 * Copies what a record of a few reports holds until it has so many sources.
 *
 * @param url of the database, as its superuser
 * @param claims a source; all that it has when absent
 * @example
 * await growRecord(url, { sources: 10_000 }, console.log);
 */
export async function growRecord(
  url: string,
  { sources }: { readonly sources: number },
  say: (line: string) => void,
): Promise<Grown> {
  const clients = [await connected(url), await connected(url)] as const;
  const runs: readonly Run[] = clients.map(
    (client) =>
      async (sql, values = []) =>
        (await client.query<Record<string, string>>(sql, [...values])).rows[0] ?? {},
  );
  const [run] = runs;
  if (run === undefined) throw new TypeError('There is a connection.');
  try {
    const { strides, reports } = await readied(run);
    const last = FIRST_COPY + Math.ceil(sources / reports) - 2;
    const lists = growthOf(strides);
    await Promise.all(
      lists.map(async (list, at) => {
        for (const [table, growths] of Map.groupBy(list, ({ table }) => table)) {
          const began = performance.now();
          await grow(runs[at] ?? run, growths, last);
          say(`    ${table}: ${Math.round((performance.now() - began) / 1000)} s`);
        }
      }),
    );
    const [client] = clients;
    await growHead(
      async (sql, values = []) => (await client.query<Record<string, string>>(sql, [...values])).rows,
    );
    await finished(run, say);
    return await countedRecord(url);
  } finally {
    for (const client of clients) await client.end();
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // No guard and no reference is looked at: what is copied keeps all of them.
  for (const setting of [
    "session_replication_role = 'replica'",
    'search_path = onrecord, public',
    "maintenance_work_mem = '1GB'",
    'max_parallel_maintenance_workers = 1',
    "work_mem = '256MB'",
  ])
    await client.query(`SET ${setting}`);
  return client;
}

/** Makes patterns of what is there, in a schema of their own. */
async function readied(run: Run): Promise<{ readonly strides: Strides; readonly reports: number }> {
  await run('DROP SCHEMA IF EXISTS pattern CASCADE');
  await run('CREATE SCHEMA pattern');
  const { narrow = '' } = await run(
    `SELECT string_agg(sharing || ' ' || substr(id, 5, 7), ',') AS narrow FROM (SELECT id, ${SHARING_OF} AS sharing FROM propositions) AS p`,
  );
  const shares = narrow.split(',').map((each) => each.split(' '));
  const ids = ['100', '2500'].map((sharing) =>
    shares.filter(([each]) => each === sharing).map(([, letters = '']) => letters),
  );
  for (const table of [...Object.keys(PATTERNS), ...PLAIN]) {
    const patterns = PATTERNS[table] ?? [];
    await run(`CREATE TABLE pattern.${table} AS SELECT * FROM ${table}`);
    if (table === 'propositions') await run(`ALTER TABLE pattern.${table} ADD sharing int`);
    if (table === 'propositions') await run(`UPDATE pattern.${table} SET sharing = ${SHARING_OF}`);
    if (patterns.length > 0)
      await run(
        `UPDATE pattern.${table} SET ${patterns.map((column) => `${column} = ${patternOf(column, ids)}`).join(', ')}`,
      );
  }
  await run('ALTER TABLE pattern.utterances ADD sharing int');
  await run(
    'UPDATE pattern.utterances AS u SET sharing = p.sharing FROM pattern.propositions AS p WHERE p.place = u.proposition',
  );
  const { places, entries, reports } = await run(
    'SELECT (SELECT max(place) + 1000 FROM utterances) AS places, (SELECT max(seq) FROM log) AS entries, (SELECT count(*) FROM sources) AS reports',
  );
  return { strides: { places: Number(places), entries: Number(entries) }, reports: Number(reports) };
}

/** In one transaction, on a file that it made itself, so that nothing is written twice; indexes are made after the rows. */
async function grow(run: Run, growths: readonly Growth[], last: number): Promise<void> {
  const [first] = growths;
  if (first === undefined) return;
  const { table, key } = first;
  await run('BEGIN');
  await run(`CLUSTER ${table} USING ${key}`);
  await run(`UPDATE pg_index SET indisready = false WHERE indrelid = '${table}'::regclass`);
  for (const growth of growths) {
    const { columns, every = 1, only = 'true' } = growth;
    const sql = `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT ${Object.values(columns).join(', ')}
      FROM (SELECT * FROM pattern.${table}, (${copiesOf(every)}) AS copies WHERE ${only} ORDER BY n, ${orderOf(growth)} OFFSET 0) AS rows`;
    const begin = Math.floor(FIRST_COPY / every) * every;
    const step = Math.max(TOGETHER, every);
    for (let from = begin; from <= last; from += step)
      await run(sql, [from, Math.min(last, from + step - 1)]);
  }
  await run(`REINDEX TABLE ${table}`);
  await run('COMMIT');
}

/** The first column is a number in log order, or an id of the same report. */
function orderOf({ table, columns }: Growth): string {
  return table === 'texts' || table === 'entry_sources' || 'entry' in columns
    ? 'entry'
    : (Object.keys(columns)[0] ?? 'n');
}

async function finished(run: Run, say: (line: string) => void): Promise<void> {
  const began = performance.now();
  await run('DELETE FROM tallies');
  await run(`INSERT INTO tallies (proposition, status, stance, numbered, claims, entry)
    SELECT proposition, status, stance, CASE WHEN coalesce(low, best, high) IS NULL THEN 0 ELSE 1 END, count(*), max(entry)
    FROM utterances GROUP BY 1, 2, 3, 4`);
  await run(
    'UPDATE search_totals SET documents = (SELECT count(DISTINCT document) FROM search_words), words = (SELECT sum(size) FROM search_words)',
  );
  await run('DROP SCHEMA pattern CASCADE');
  await run('VACUUM (ANALYZE, PROCESS_TOAST false)');
  await run('CHECKPOINT');
  say(`    counts kept, vacuum: ${Math.round((performance.now() - began) / 1000)} s`);
}

/**
 * What a record holds by now.
 *
 * @param url of the database, as its superuser
 * @example
 * (await countedRecord(url)).sources; // 10_000
 */
export async function countedRecord(url: string): Promise<Grown> {
  const client = await connected(url);
  try {
    const { rows } = await client.query<Record<string, string>>(
      'SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM claims) AS claims, (SELECT count(*) FROM propositions) AS propositions, pg_database_size(current_database()) AS bytes',
    );
    const [row = {}] = rows;
    return {
      sources: Number(row.sources),
      claims: Number(row.claims),
      propositions: Number(row.propositions),
      bytes: Number(row.bytes),
    };
  } finally {
    await client.end();
  }
}
