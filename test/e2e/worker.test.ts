/** Jobs from a queue, by workers that are killed: nothing acknowledged is lost, and nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../fixtures/local-postgres.ts';
import { newPlace, type Place } from './cli-fixture.ts';

const FILES = 12;
const ROUNDS = process.env.SLOW === '1' ? 30 : 5;
const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

let server: LocalPostgres;
beforeAll(async () => {
  server = await startLocalPostgres();
});
afterAll(() => server.stop());

async function handedIn(env: Record<string, string>): Promise<Place> {
  const place = newPlace();
  expect(place.run(['init', '--no-encryption'], { env }).code).toBe(0);
  for (const [at, word] of WORDS.slice(0, FILES).entries())
    place.write(
      `report-${at}.txt`,
      `Report ${word}. The governor of Kessar said that ${at + 11} weavers had been killed near the old mill on the road to Sorev.`,
    );
  // Three batches; what stands in two of them is a source once all the same.
  const files = Array.from({ length: FILES }, (_, at) => `report-${at}.txt`);
  for (const batch of [files.slice(0, 5), files.slice(5), [...files.slice(0, 2), ...files.slice(9)]]) {
    const ran = place.run(['jobs', 'add', 'intake', ...batch, '--json'], { env });
    expect(JSON.parse(ran.out), ran.err).toEqual({ files: batch.length, problems: [] });
  }
  return place;
}

interface Entry {
  readonly action: string;
  readonly body: {
    readonly capture?: string;
    readonly captures?: readonly string[];
    readonly extractor?: string;
  };
}

/** How often each reader has read each capture, by the log itself. */
function readings(entries: readonly Entry[]): readonly number[] {
  const times = new Map<string, number>();
  for (const { action, body } of entries) {
    if (action !== 'claims-proposed' && action !== 'links-proposed') continue;
    const captures = action === 'claims-proposed' ? [body.capture ?? ''] : (body.captures ?? []);
    for (const capture of captures) {
      const key = `${body.extractor} ${capture}`;
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  return [...times.values()];
}

describe.each([
  ['in the vault', async () => ({}) as Record<string, string>],
  ['in PostgreSQL', async () => ({ ONRECORD_DATABASE: await server.createDatabase() })],
])('a queue %s', (_where, environment) => {
  test(`workers killed ${ROUNDS} times, two at once: every file is a source once, read once and traced once`, {
    timeout: 600_000,
  }, async () => {
    const env = await environment();
    const place = await handedIn(env);
    for (let round = 0; round < ROUNDS; round += 1) {
      const two = [
        place.start(['worker', '--threads', '0'], env),
        place.start(['worker', '--threads', '0'], env),
      ];
      await pause(1500 + Math.random() * 4000);
      for (const one of two) one.kill();
      await Promise.all(two.map(({ ended }) => ended));
    }
    const last = await place.start(['worker', '--once', '--threads', '0'], env).ended;
    expect([last.code, last.err]).toEqual([0, '']);
    const listed = place.run(['jobs', '--json'], { env });
    expect(JSON.parse(listed.out)).toEqual({ jobs: [], linkage: null });
    const shown = JSON.parse(place.run(['show', '--json'], { env }).out);
    expect(shown.counts).toMatchObject({ sources: FILES, captures: FILES });
    expect(place.run(['verify'], { env }).code).toBe(0);
    const log = await logOf(place, env);
    expect(log.filter(({ action }) => action === 'source-captured')).toHaveLength(FILES);
    expect(new Set(readings(log))).toEqual(new Set([1]));
    expect(readings(log).length).toBeGreaterThanOrEqual(FILES);
    for (const line of last.out.trim().split('\n').filter(Boolean))
      expect(Object.keys(JSON.parse(line)).toSorted()).toEqual(
        expect.arrayContaining(['at', 'attempt', 'job', 'kind', 'ms', 'state']),
      );
    expect(last.out).not.toMatch(/report|weavers|Kessar/iu);
    place.remove();
  });
});

async function logOf(place: Place, env: Record<string, string>): Promise<readonly Entry[]> {
  const { openVault } = await import('../../src/storage/vault.ts');
  const vault = await openVault(`${place.dir}/onrecord-vault`, {
    readOnly: true,
    database: env.ONRECORD_DATABASE ?? null,
  });
  const entries: Entry[] = [];
  for await (const entry of vault.store.log()) entries.push(entry as Entry);
  await vault.close();
  return entries;
}

test('SIGTERM ends a worker after its step; a file that cannot be read is told by its kind; jobs are dropped and begun anew', async () => {
  const place = newPlace();
  place.run(['init', '--no-encryption']);
  place.write('empty.txt', '');
  place.write('report.txt', 'The governor said that 3 weavers had been killed in Kessar.');
  place.run(['jobs', 'add', 'intake', 'empty.txt', 'report.txt']);
  const worker = place.start(['worker', '--threads', '0']);
  await expect
    .poll(() => place.run(['jobs', '--json']).out, { timeout: 25_000, interval: 1000 })
    .toMatch(/"fault": "unreadable-file"/u);
  worker.interrupt();
  const ended = await worker.ended;
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(
    /"kind":"intake","attempt":1,"state":"failed","ms":\d+,"fault":"unreadable-file"/u,
  );
  expect(ended.out).not.toContain('empty.txt');
  const { jobs } = JSON.parse(place.run(['jobs', '--json']).out) as { jobs: { id: string; fault: string }[] };
  const [bad] = jobs.filter(({ fault }) => fault === 'unreadable-file');
  expect(place.run(['rekey']).code).not.toBe(0);
  expect(place.run(['move', '--to', 'postgres://127.0.0.1:9/x']).err).toMatch(/wait\s+to\s+be\s+taken\s+in/u);
  expect(place.run(['jobs', 'retry', bad?.id ?? '']).code).toBe(0);
  expect(place.run(['jobs', 'drop', bad?.id ?? '']).code).toBe(0);
  expect(place.run(['jobs', 'drop', '999']).code).toBe(4);
  expect(place.run(['worker', '--once', '--threads', '0']).code).toBe(0);
  expect(place.run(['jobs']).out).toMatch(/No job waits/u);
  place.remove();
}, 120_000);
