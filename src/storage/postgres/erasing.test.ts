import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  captured,
  entryFor,
  proposed,
  SAMPLE_ACTORS,
  sampleClaim,
  sampleId,
  sampleProposition,
} from '../contract/sample-record.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const CANARY = 'zwetschgenkuchen';

test('an erased source leaves no word in any table, and the log goes on proving itself', async () => {
  const url = await tests.freshRecord();
  const { store } = await tests.open(url);
  await store.append([
    captured(1, `A ${CANARY} at the mill`, { actors: SAMPLE_ACTORS, source: { title: `The ${CANARY}` } }),
    proposed({ claims: [sampleClaim(1, { where: CANARY })], propositions: [sampleProposition(1)] }),
    captured(2, 'Another text at the mill'),
    proposed({ claims: [sampleClaim(2, { source: sampleId('source', 2) })], capture: 2 }),
  ]);
  const before = await store.checkpoint();
  await store.append([
    entryFor(
      {
        action: 'source-erased',
        source: sampleId('source', 1),
        reason: 'asked for by the witness',
        entries: [1, 2],
        gone: [sampleId('source', 1), sampleId('capture', 1), sampleId('claim', 1)],
        remainders: [
          { seq: 1, actors: SAMPLE_ACTORS, propositions: [] },
          { seq: 2, actors: [], propositions: [sampleProposition(1)] },
        ],
      },
      sampleId('source', 1),
    ),
  ]);
  const tables = await tests.server.run(
    "SELECT relname FROM pg_class WHERE relnamespace = 'onrecord'::regnamespace AND relkind = 'r'",
    new URL(url).pathname.slice(1),
  );
  for (const { relname } of tables) {
    const rows = await tests.server.run(
      `SELECT t::text AS row FROM onrecord.${String(relname)} t`,
      new URL(url).pathname.slice(1),
    );
    expect(rows.filter(({ row }) => String(row).includes(CANARY))).toEqual([]);
  }
  expect(await store.source(sampleId('source', 1))).toBeNull();
  expect((await store.search(CANARY, 5)).hits).toEqual([]);
  expect((await store.search('mill', 5)).hits).toHaveLength(1);
  expect((await store.claims()).map(({ id }) => id)).toEqual([sampleId('claim', 2)]);
  expect((await store.entriesOf(sampleId('source', 1))).map(({ body }) => body?.action ?? null)).toEqual([
    null,
    null,
    'source-erased',
  ]);
  expect(await store.consistency(before?.size ?? 0, 5)).not.toEqual([]);
  expect(await store.check()).toEqual([]);
});
