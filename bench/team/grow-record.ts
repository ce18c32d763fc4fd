/**
 * Grows a record in PostgreSQL by copies of what it holds, made by the database itself: every copy of a report has ids, bytes
 * and a word of its own; ten copies speak of the same propositions. For the speed of reading alone: the log is no proof of
 * these rows, and `verify` would say so.
 */
import pg from 'pg';

/** Copies that speak of the same propositions. */
const SHARING = 10;
/** Reports written in one statement. */
const TOGETHER = 2000;

interface Base {
  readonly places: number;
  readonly entries: number;
  readonly reports: number;
}

/** `n`: the number of the copy. Ids and hashes keep their length, so that a claim stands in its entry where it stood. */
const ids = (column: string): string =>
  `regexp_replace(regexp_replace(regexp_replace(${column}, '\\m(src|cap|clm)_[0-9a-z]{7}', '\\1_' || lpad(n::text, 7, '0'), 'g'),
    '\\m(prp)_[0-9a-z]{7}', '\\1_' || lpad((n / ${SHARING} * ${SHARING})::text, 7, '0'), 'g'),
    '"[0-9a-f]{8}([0-9a-f]{56})"', '"' || lpad(to_hex(n), 8, '0') || '\\1"', 'g')`;
const hash = (column: string): string => `lpad(to_hex(n), 8, '0') || substr(${column}, 9)`;

function statements({ places, entries }: Base): readonly string[] {
  const at = (column: string): string => `${column} + n::bigint * ${places}`;
  const shared = (column: string): string => `${column} + (n / ${SHARING} * ${SHARING})::bigint * ${places}`;
  const seq = (column: string): string => `${column} + n::bigint * ${entries}`;
  const from = (table: string): string => `FROM base_${table}, generate_series($1::int, $2::int) AS n`;
  return [
    `INSERT INTO log SELECT ${seq('seq')}, at, agent, action, ${ids('subject')}, salt, commitment, bytes_commitment, leaf, ${ids('body')} ${from('log')}`,
    `INSERT INTO texts SELECT ${hash('sha256')}, content || ' copy' || n, ${seq('entry')} ${from('texts')}`,
    `INSERT INTO sources SELECT ${at('place')}, ${ids('id')}, ${ids('body')}, ${seq('entry')} ${from('sources')}`,
    `INSERT INTO captures SELECT ${at('place')}, ${ids('id')}, ${at('source')}, ${hash('sha256')}, warc_record, ${hash('text_sha256')}, working, ${ids('body')}, ${seq('entry')} ${from('captures')}`,
    `INSERT INTO readings SELECT ${at('capture')}, extractor, ${seq('entry')} ${from('readings')}`,
    `INSERT INTO propositions SELECT ${at('place')}, ${ids('id')}, kind, measure, group_key || n, ${ids('body')}, ${seq('entry')} ${from('propositions')} WHERE n % ${SHARING} = 0`,
    `INSERT INTO claims SELECT ${at('place')}, ${ids('id')}, ${seq('logged')}, start, length, changed, ${seq('entry')} ${from('claims')}`,
    `INSERT INTO utterances (place, claim, source, proposition, measure, stance, status, chain, low, best, high, vague, said_at, entry)
     SELECT ${at('place')}, ${ids('claim')}, ${at('source')}, ${shared('proposition')}, measure, stance, status, chain, low, best, high, vague, said_at, ${seq('entry')} ${from('utterances')}`,
    `INSERT INTO search_documents SELECT ${at('place')}, title, content || ' copy' || n, ${seq('entry')} ${from('search_documents')}`,
    `INSERT INTO search_words SELECT ${at('document')}, part, size + 1, words || array_to_tsvector(ARRAY['copy' || n]) ${from('search_words')}`,
    `INSERT INTO entry_sources SELECT ${ids('source')}, ${seq('entry')} ${from('entry_sources')}`,
  ];
}

const COPIED = [
  'log',
  'texts',
  'sources',
  'captures',
  'readings',
  'propositions',
  'claims',
  'utterances',
  'search_documents',
  'search_words',
  'entry_sources',
];

export interface Growing {
  /** Reports and claims that the record holds. */
  readonly sources: number;
  readonly claims: number;
  /** Bytes of the database. */
  readonly bytes: number;
}

/**
 * Readies the growing of a record of a few reports: what is there now is what is copied.
 *
 * @param url of the database, as its superuser
 * @example
 * const grow = await growRecord(place.database);
 * (await grow.to(10_000)).sources; // 10,000 or a little more
 */
export async function growRecord(
  url: string,
): Promise<{ to(sources: number): Promise<Growing>; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (sql: string, values: readonly number[] = []) =>
    (await client.query<Record<string, string>>(sql, [...values])).rows[0] ?? {};
  await run('SET search_path = onrecord');
  // No guard and no reference is looked at: what is copied keeps all of them.
  await run("SET session_replication_role = 'replica'");
  await run("SET maintenance_work_mem = '512MB'");
  for (const table of COPIED) await run(`CREATE TEMP TABLE base_${table} AS SELECT * FROM ${table}`);
  const [places, entries, reports] = [
    await run('SELECT max(place) + 1000 AS n FROM utterances'),
    await run('SELECT max(seq) AS n FROM log'),
    await run('SELECT count(*) AS n FROM sources'),
  ].map(({ n }) => Number(n));
  const base: Base = { places: places ?? 0, entries: entries ?? 0, reports: reports ?? 1 };
  let copied = SHARING;
  return {
    to: async (sources) => {
      const last = SHARING + Math.ceil(sources / base.reports) - 1;
      const atOnce = Math.max(1, Math.floor(TOGETHER / base.reports));
      // One index of millions of words is made faster than it is added to.
      await run('DROP INDEX search_words_words');
      for (let from = copied; from < last; from += atOnce)
        for (const sql of statements(base)) await run(sql, [from, Math.min(last, from + atOnce) - 1]);
      copied = Math.max(copied, last);
      await run('CREATE INDEX search_words_words ON search_words USING gin (words)');
      await run('DELETE FROM tallies');
      await run(`INSERT INTO tallies (proposition, status, stance, numbered, claims, entry)
        SELECT proposition, status, stance, CASE WHEN coalesce(low, best, high) IS NULL THEN 0 ELSE 1 END, count(*), max(entry)
        FROM utterances GROUP BY 1, 2, 3, 4`);
      await run(
        'UPDATE search_totals SET documents = (SELECT count(DISTINCT document) FROM search_words), words = (SELECT sum(size) FROM search_words)',
      );
      await run('ANALYZE');
      const {
        sources: now,
        claims,
        bytes,
      } = await run(
        'SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM claims) AS claims, pg_database_size(current_database()) AS bytes',
      );
      return { sources: Number(now), claims: Number(claims), bytes: Number(bytes) };
    },
    close: () => client.end(),
  };
}
