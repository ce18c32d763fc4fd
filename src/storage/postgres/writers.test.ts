import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { captured, SAMPLE_ACTORS, sampleId } from '../contract/sample-record.ts';
import { firstLine, killSoon, numbersOf, startLoop } from '../crash/loop-process.ts';
import { cuttingProxy } from './fixtures/cutting-proxy.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';

const LOOP = join(import.meta.dirname, 'fixtures', 'append-loop.ts');
const ROUNDS = process.env.SLOW === '1' ? 100 : 6;

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer({ durable: true });
});
afterAll(() => tests.stop());

async function seqsOf(store: RecordStore): Promise<readonly number[]> {
  const seqs: number[] = [];
  for await (const { seq } of store.log()) seqs.push(seq);
  return seqs;
}

const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

const loopOver = (url: string, first: number) =>
  startLoop([LOOP, url, tests.scratchDir, String(first), '100000']);

test('two connections of 200 entries each at once make one log without gaps', {
  timeout: 120_000,
}, async () => {
  const url = await tests.freshRecord();
  const [{ store: one }, { store: other }] = [await tests.open(url), await tests.open(url)];
  await one.append([captured(1, null, { actors: SAMPLE_ACTORS })]);
  const write = async (store: RecordStore, first: number) => {
    for (let n = 0; n < 200; n += 1) await store.append([captured(first + n, `text ${first + n}`)]);
  };
  await Promise.all([write(one, 1000), write(other, 2000)]);
  expect(await seqsOf(one)).toEqual(upTo(401));
  expect((await other.counts()).captures).toBe(401);
  expect((await one.checkpoint())?.size).toBe(401);
  expect(await one.check()).toEqual([]);
});

test(`nothing acknowledged is lost after ${ROUNDS} kills of the writer`, { timeout: 600_000 }, async () => {
  const url = await tests.freshRecord();
  const { store } = await tests.open(url);
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await killSoon(loopOver(url, round * 100_000 + 1))));
    const counts = await store.counts();
    expect(counts.entries).toBe(counts.captures * 2);
    expect(counts.claims.proposed).toBe(counts.captures * 3);
    expect(counts.captures).toBeGreaterThanOrEqual(acknowledged.length);
  }
  for (const number of acknowledged)
    expect((await store.capture(sampleId('capture', number)))?.id).toBe(sampleId('capture', number));
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(await store.check()).toEqual([]);
});

test('the server killed while two processes write: what was acknowledged is there when it runs again', {
  timeout: 120_000,
}, async () => {
  const url = await tests.freshRecord();
  const loops = [loopOver(url, 1), loopOver(url, 500_001)];
  await Promise.all(loops.map(firstLine));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await tests.server.kill();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await tests.server.restart();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  // A writer whose COMMIT was cut off asks the server what became of it, and goes on when it was stored.
  for (const { child } of loops) child.kill('SIGKILL');
  await Promise.all(loops.map(({ ended }) => ended));
  const last = loops.map(({ lines }) => lines.at(-1));
  for (const line of last) expect(line).toMatch(/^(error unreachable|stored \d+)$/);
  expect(last).toContain('error unreachable');
  const { store } = await tests.open(url);
  const counts = await store.counts();
  expect(await seqsOf(store)).toEqual(upTo(counts.entries));
  expect(counts.entries).toBe(counts.captures * 2);
  for (const { lines } of loops) {
    for (const number of numbersOf(lines).filter((each) => !Number.isNaN(each)))
      expect(await store.capture(sampleId('capture', number))).not.toBeNull();
  }
  expect(await store.check()).toEqual([]);
});

test('of two processes with the same file one stores it', async () => {
  const url = await tests.freshRecord();
  const stores = [(await tests.open(url)).store, (await tests.open(url)).store];
  const results = await Promise.allSettled(
    stores.map((store, n) =>
      store.append([
        {
          ...captured(n + 1, null, {
            actors: SAMPLE_ACTORS,
            capture: { sha256: sha256Hex('the same file') },
            bytes: 'the same file',
          }),
          unlessStored: sha256Hex('the same file'),
        },
      ]),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'invalid-record', faults: [{ path: 'unlessStored' }] });
  expect((await stores[0]?.counts())?.captures).toBe(1);
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('the line cut %s the server commits: the answer is what is stored', async (cut, stored) => {
  const url = await tests.freshRecord();
  const proxy = await cuttingProxy(url);
  const { store } = await tests.open(proxy.url);
  await store.append([captured(1, null, { actors: SAMPLE_ACTORS })]);
  proxy.arm(cut);
  const outcome = await store.append([captured(2, 'two')]).then(
    (entries) => entries.length,
    (error: { code: string }) => error.code,
  );
  expect(outcome).toBe(stored === 1 ? 1 : 'unreachable');
  expect((await store.counts()).captures).toBe(1 + stored);
  expect(await store.append([captured(3, 'three')])).toHaveLength(1);
  expect(await store.check()).toEqual([]);
  await store.close();
  await proxy.stop();
});

test('a writer that does not finish keeps others waiting no longer than they are told to', async () => {
  const url = await tests.freshRecord();
  const { store } = await tests.open(url, { busyTimeout: 200 });
  const database = new URL(url).pathname.slice(1);
  const holding = tests.server.run(
    'BEGIN; SELECT * FROM onrecord.append_gate FOR UPDATE; SELECT pg_sleep(2)',
    database,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(store.append([captured(1, null, { actors: SAMPLE_ACTORS })])).rejects.toMatchObject({
    code: 'vault-busy',
  });
  await holding;
  expect(await store.append([captured(1, null, { actors: SAMPLE_ACTORS })])).toHaveLength(1);
});
