/**
 * What docs/guide/team.md says of more than one database, with its own statements: two records on two servers, read together
 * through foreign partitions in a third database. Joins on the collection stay inside a server.
 */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedSource } from '../backup/fixtures/invented-vault.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';

const GUIDE = readFileSync(new URL('../../../docs/guide/team.md', import.meta.url), 'utf8');
const [views = '', parents = '', partitions = '', question = ''] = [
  ...GUIDE.matchAll(/```sql\n([\s\S]*?)```/gu),
].map((match) => match[1] ?? '');

let servers: readonly TestServer[];
const opened: pg.Client[] = [];
let reader: pg.Client;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  opened.push(client);
  return client;
}

/** The answer of one record by itself. */
async function aloneIn(url: string, collection: string): Promise<readonly unknown[]> {
  const client = await connect(url);
  const { rows } = await client.query(
    `SELECT $1::text AS collection, u.stance, count(*)::int AS claims, count(DISTINCT s.id)::int AS sources
     FROM onrecord.utterances u JOIN onrecord.sources s ON s.place = u.source
     WHERE u.status = 'accepted' GROUP BY u.stance ORDER BY u.stance`,
    [collection],
  );
  return rows;
}

const records: { url: string; collection: string }[] = [];

beforeAll(async () => {
  servers = await Promise.all([startTestServer(), startTestServer()]);
  const [north, south] = servers;
  if (north === undefined || south === undefined) throw new Error('Two servers are needed.');
  reader = await connect(await north.emptyDatabase());
  await reader.query(parents);
  for (const [server, collection, first, last] of [
    [north, 'north', 1, 40],
    [south, 'south', 31, 90],
  ] as const) {
    const url = await server.freshRecord();
    const { store } = await server.open(url);
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    await store.append(numbers.flatMap((number) => inventedSource(number)));
    const own = await connect(url);
    await own.query(views.replaceAll('COLLECTION', collection));
    await own.query('ANALYZE');
    const { port, pathname } = new URL(url);
    await reader.query(
      partitions
        .replaceAll('COLLECTION', collection)
        .replace('HOST', '127.0.0.1')
        .replace('PORT', port)
        .replace('DATABASE', pathname.slice(1))
        .replace('READER', server.server.owner)
        .replace('PASSWORD', server.server.password),
    );
    expect(await store.check()).toEqual([]);
    records.push({ url, collection });
  }
  await reader.query('SET enable_partitionwise_join = on');
  await reader.query('SET enable_partitionwise_aggregate = on');
});
afterAll(async () => {
  for (const client of opened) await client.end();
  for (const server of servers) await server.stop();
});

test('two records on two servers are read together: the answer is that of each, side by side', async () => {
  const { rows } = await reader.query(question);
  const alone = (await Promise.all(records.map(({ url, collection }) => aloneIn(url, collection)))).flat();
  expect(rows).toEqual(alone);
  expect(new Set(rows.map(({ collection }) => collection))).toEqual(new Set(['north', 'south']));
  expect(rows.reduce((sum: number, { claims }: { claims: number }) => sum + claims, 0)).toBeGreaterThan(50);
});

interface Plan {
  readonly 'Node Type': string;
  readonly Relations?: string;
  readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function planOf(sql: string): Promise<readonly Plan[]> {
  const { rows } = await reader.query(`EXPLAIN (VERBOSE, FORMAT JSON) ${sql}`);
  return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
}

const JOINS = /Join|Nested Loop/u;

test('a join on the collection is done inside each server, and so is one without it not', async () => {
  const inside = await planOf(question);
  expect(inside.filter((node) => JOINS.test(node['Node Type']))).toEqual([]);
  const scans = inside.filter((node) => node['Node Type'] === 'Foreign Scan');
  expect(
    scans.map(({ Relations = '' }) => Relations).filter((text) => /INNER JOIN/u.test(text)),
  ).toHaveLength(2);
  const across = await planOf(question.replace('s.collection = u.collection AND ', ''));
  expect(across.some((node) => JOINS.test(node['Node Type']))).toBe(true);
});

test('a question about one collection asks one server', async () => {
  const one = await planOf(
    question.replace("u.status = 'accepted'", "u.status = 'accepted' AND u.collection = 'south'"),
  );
  const scanned = one.flatMap(({ Relations = '' }) => Relations.match(/\w+_(north|south)\b/gu) ?? []);
  expect(scanned.length).toBeGreaterThan(0);
  expect(scanned.some((name) => name.endsWith('_north'))).toBe(false);
});
