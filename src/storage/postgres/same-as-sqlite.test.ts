import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import {
  captured,
  proposed,
  reviewed,
  SAMPLE_ACTORS,
  sampleClaim,
  sampleId,
  sampleRecord,
} from '../contract/sample-record.ts';
import { createVault, openVault, type Vault } from '../vault.ts';
import { startTestServer, type TestServer } from './fixtures/test-server.ts';
import { fromStored, toStored } from './text-codec.ts';

let tests: TestServer;
let dir: string;
const vaults: Vault[] = [];
beforeAll(async () => {
  tests = await startTestServer();
  dir = mkdtempSync(join(tmpdir(), 'onrecord-same-'));
});
afterAll(async () => {
  for (const vault of vaults) await vault.close();
  rmSync(dir, { recursive: true });
  await tests.stop();
});

let made = 0;
async function bothStores(): Promise<readonly [sqlite: RecordStore, postgres: RecordStore]> {
  made += 1;
  const folder = join(dir, String(made));
  await createVault(folder, { keys: { kind: 'none' } });
  const vault = await openVault(folder);
  vaults.push(vault);
  return [vault.store, (await tests.open(await tests.freshRecord())).store];
}

const WORDS = ['mill', 'mills', 'old', 'sea', 'night', 'Ёлка', 'Łódź', 'the', 'he', 'и', '北京', 'a'];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 60 })
  .map((words) => words.join(' '));
const term = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom('mi*', 'o*', 'лод*', '"old mill"', '"the old"*', '"he the"', '"sea sea"', 'absent'),
);

test('both engines find the same captures in the same order', { timeout: 120_000 }, async () => {
  const [sqlite, postgres] = await bothStores();
  const texts = fc.sample(text, { numRuns: 60, seed: 7 });
  const titles = fc.sample(text, { numRuns: 60, seed: 8 });
  for (const store of [sqlite, postgres]) {
    await store.append(
      texts.map((content, n) =>
        captured(n + 1, content, {
          actors: SAMPLE_ACTORS,
          source: { title: titles[n]?.slice(0, 30) ?? null },
        }),
      ),
    );
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(term, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 70 }),
      async (terms, limit) => {
        const query = terms.join(' ');
        expect(await postgres.search(query, limit)).toEqual(await sqlite.search(query, limit));
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

test('a text of very many and very long words is stored, found and checked', {
  timeout: 60_000,
}, async () => {
  const many = Array.from({ length: 200_000 }, (_, n) => `word${n.toString(36)}x`).join(' ');
  const long = `${'w'.repeat(5000)} ${'ж'.repeat(3000)}`;
  const [sqlite, postgres] = await bothStores();
  for (const store of [sqlite, postgres])
    await store.append([
      captured(1, `${many} ${long}`, { actors: SAMPLE_ACTORS }),
      captured(2, 'w'.repeat(600)),
    ]);
  for (const query of [
    'word0x',
    `wordzzzx`,
    `"word5x word6x"`,
    'w'.repeat(5000),
    'w'.repeat(4999),
    `${'w'.repeat(550)}*`,
    `${'ж'.repeat(3000)} word1x`,
    '"word4a90x word4a91x"',
  ]) {
    const found = (await postgres.search(query, 5)).hits.map(({ capture }) => capture);
    expect(found).toEqual((await sqlite.search(query, 5)).hits.map(({ capture }) => capture));
  }
  expect(await postgres.check()).toEqual([]);
});

test('U+0000 goes in and comes out unchanged, in order with all other signs', async () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\u0000', '\u0001', '0', '1', 'a', 'é') }),
      fc.string({ unit: fc.constantFrom('\u0000', '\u0001', '0', '1', 'a', 'é') }),
      (one, other) => {
        expect(fromStored(toStored(one))).toBe(one);
        expect(toStored(one)).not.toContain('\u0000');
        const order = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect(order(toStored(one), toStored(other))).toBe(order(one, other));
      },
    ),
  );
  const odd = 'a\u0000b\u0001c';
  const stores = await bothStores();
  for (const store of stores) {
    await store.append(
      [
        {
          ...captured(1, `text ${odd}`, { actors: SAMPLE_ACTORS, source: { title: odd } }),
          agent: `Reader ${odd}`,
        },
        { ...proposed({ claims: [sampleClaim(1, { where: odd, saidAt: odd })], propositions: [] }) },
      ].slice(0, 1),
    );
    const [entry] = await store.entriesWith('source-captured');
    expect(entry?.agent).toBe(`Reader ${odd}`);
    expect((await store.source(sampleId('source', 1)))?.title).toBe(odd);
    const capture = await store.capture(sampleId('capture', 1));
    expect(await store.text(capture?.text?.sha256 ?? ('' as never))).toBe(`text ${odd}`);
    expect(await store.check()).toEqual([]);
  }
});

test('names and chains longer than an index takes are stored and found', async () => {
  const name = `Committee ${'of the very long name '.repeat(400)}`;
  const voices = Array.from({ length: 300 }, (_, n) => sampleId('actor', (n % 4) + 1));
  const [sqlite, postgres] = await bothStores();
  for (const store of [sqlite, postgres]) {
    const [outlet] = SAMPLE_ACTORS;
    if (outlet === undefined) throw new Error('The sample has no actor.');
    const actor = {
      ...outlet,
      id: sampleId('actor', 9),
      names: [{ text: name, lang: 'en', kind: 'full' as const }],
    };
    await store.append([
      ...sampleRecord(),
      captured(3, null, {
        actors: [actor],
        capture: { warc: { file: 'a', recordId: 'urn:'.repeat(2000), offset: 0 } },
      }),
      proposed({ claims: [sampleClaim(9, { voices })] }),
      reviewed(9, 'accepted'),
    ]);
    expect((await store.actorsNamed(name)).map(({ id }) => id)).toEqual([actor.id]);
    expect((await store.utterances({ statuses: ['accepted'] }))[0]?.voices).toHaveLength(300);
    expect(await store.check()).toEqual([]);
  }
});
