import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleDecided } from '../contract/deciding.ts';
import { linkedRecord } from '../contract/sample-links.ts';
import { listedRecord } from '../contract/sample-lists.ts';
import { reviewed, sampleId } from '../contract/sample-record.ts';
import { sealedRecords } from '../contract/sample-sealed.ts';
import { VIEW_TABLES } from '../tables.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';

let tests: TestServer;
let url: string;
let byHand: pg.Client;
beforeAll(async () => {
  tests = await startTestServer();
  url = await tests.freshRecord();
  const { store } = await tests.open(url);
  await store.append([...listedRecord(), peopleDecided(1), ...sealedRecords()]);
  byHand = new pg.Client({ connectionString: url });
  await byHand.connect();
  await byHand.query('SET search_path = onrecord');
});
afterAll(async () => {
  await byHand.end();
  await tests.stop();
});

test.each(['log', 'log_head', 'record_keys', ...Object.keys(VIEW_TABLES)])(
  'nothing but an append writes %s',
  async (table) => {
    await expect(byHand.query(`DELETE FROM ${table}`)).rejects.toThrow(/never/);
    const column = table === 'log' ? 'at' : table === 'log_head' ? 'size' : 'entry';
    await expect(byHand.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(/never|only/);
    await expect(byHand.query(`INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`)).rejects.toThrow(
      /only by/,
    );
    await expect(byHand.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/never/);
  },
);

test.each(['search_words', 'search_totals'])('the search index %s is written by no hand', async (table) => {
  await expect(byHand.query(`DELETE FROM ${table}`)).rejects.toThrow(/index of texts/);
  await expect(byHand.query(`TRUNCATE ${table}`)).rejects.toThrow(/never/);
});

test('the gate cannot be left open, taken away or emptied', async () => {
  await expect(byHand.query('UPDATE append_gate SET entry = 4')).rejects.toThrow(/left open/);
  await expect(byHand.query('UPDATE append_gate SET erasing = 1')).rejects.toThrow(/left open/);
  await expect(byHand.query('DELETE FROM append_gate')).rejects.toThrow(/never/);
  await expect(byHand.query('TRUNCATE append_gate')).rejects.toThrow(/never/);
});

test.each([
  ['DROP TRIGGER log_is_never_changed ON log', 'trigger log_is_never_changed of log', 'missing'],
  ['ALTER TABLE claims DISABLE TRIGGER claims_gate', 'trigger claims_gate of claims', 'altered'],
  ['CREATE VIEW extra AS SELECT 1 AS one', 'relation extra', 'does not belong'],
  [
    'CREATE OR REPLACE FUNCTION written_by_append() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'function written_by_append()',
    'altered',
  ],
  ['CREATE RULE quiet AS ON DELETE TO texts DO INSTEAD NOTHING', 'relation texts', 'altered'],
  [
    'ALTER TABLE utterances DROP CONSTRAINT utterances_source_fkey',
    'constraint utterances_source_fkey',
    'missing',
  ],
  ['ALTER TABLE claims ALTER COLUMN start TYPE bigint', 'column claims.start', 'altered'],
  ['DROP INDEX log_action', 'index log_action', 'missing'],
])('the check finds an altered guard: %s', async (statement, item, what) => {
  const damaged = await tests.freshRecord();
  await tests.server.run(`SET search_path = onrecord; ${statement}`, new URL(damaged).pathname.slice(1));
  const { store } = await tests.open(damaged);
  const faults = await store.check();
  expect(faults).toContainEqual({
    item: expect.stringContaining(item),
    message: expect.stringContaining(what),
  });
});

test('the check finds words missing from the search index', async () => {
  const damaged = await tests.freshRecord();
  const { store } = await tests.open(damaged);
  await store.append(linkedRecord());
  await tests.server.run(
    "SET session_replication_role = replica; UPDATE onrecord.search_words SET words = ts_delete(words, 'fishermen')",
    new URL(damaged).pathname.slice(1),
  );
  expect((await store.check()).map(({ item }) => item)).toEqual(['search']);
});

const HOSTILE = [
  "'; DROP TABLE log; --",
  '$1',
  '%s',
  '\\',
  "' OR '1'='1",
  'src_\u0000',
  '"log"',
  '{1,2}',
  "a' & !b | <-> :*",
  '\ud800',
  'x'.repeat(100_000),
];

test.each(HOSTILE)('an id or a search that is no such thing changes and breaks nothing: %j', async (text) => {
  const { store } = await tests.open(url);
  const id = text as never;
  const { entries } = await store.counts();
  expect(await store.source(id)).toBeNull();
  expect(await store.capture(id)).toBeNull();
  expect(await store.actor(id)).toBeNull();
  expect(await store.proposition(id)).toBeNull();
  expect(await store.claim(id)).toBeNull();
  expect(await store.text(id)).toBeNull();
  expect(await store.captureOfBytes(id, text)).toBeNull();
  expect(await store.claims({ source: id, propositions: [id], statuses: [id], speaker: id })).toEqual([]);
  expect(await store.utterances({ proposition: id, stance: id })).toEqual([]);
  expect(await store.claimIdsBeginning(text, 5)).toEqual([]);
  expect(await store.tallies([id])).toEqual([]);
  expect(await store.actorsNamed(text)).toEqual([]);
  expect(await store.entriesOf(id)).toEqual([]);
  expect(await store.entriesWith(id)).toEqual([]);
  expect(await store.unreadCaptures(text)).toEqual([sampleId('capture', 1), sampleId('capture', 3)]);
  for (const query of [text, `"${text}"`, `${text}*`]) await store.search(query, 5);
  await expect(
    store.append([
      { ...reviewed(1, 'accepted'), body: { ...reviewed(1, 'accepted').body, claim: id } as never },
    ]),
  ).rejects.toMatchObject({ code: 'invalid-record' });
  expect((await store.counts()).entries).toBe(entries);
});
