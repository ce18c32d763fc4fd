/** Every input that is kept is read once more: what was mended stays mended. `npm run fuzz` finds new ones. */
import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { chanceFrom } from '../fixtures/chance.ts';
import { ALL_TARGETS } from './all-targets.ts';
import { bend } from './bend.ts';
import { CORPUS, keptInputs } from './corpus.ts';
import { judge, unclear } from './judge.ts';
import { missingSeconds, readLedger, withSitting } from './ledger.ts';

test('every kept input is read, or refused in words for people', async () => {
  // Libraries grumble on their own about what they are given.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const verdicts: string[] = [];
  let inputs = 0;
  for (const target of ALL_TARGETS) {
    const read = await target.open();
    for (const [name, bytes] of keptInputs(target.name)) {
      inputs += 1;
      const verdict = await judge(read, bytes);
      if (verdict !== null) verdicts.push(`${target.name}/${name}: ${verdict}`);
    }
  }
  expect(verdicts).toEqual([]);
  expect(inputs).toBeGreaterThan(150);
});

test('the corpus is small, has inputs of every parser, and none of a parser that is gone', () => {
  const names = ALL_TARGETS.map(({ name }) => name);
  expect(readdirSync(CORPUS).toSorted()).toEqual(names.toSorted());
  const bytes = names
    .flatMap((name) => [...keptInputs(name).values()])
    .reduce((sum, one) => sum + one.length, 0);
  expect(bytes).toBeLessThan(500_000);
});

test('the judge finds what a bug does, and the same seed bends the same way', async () => {
  const bytes = new Uint8Array([49]);
  const thrown = await judge(() => {
    throw new TypeError('x');
  }, bytes);
  expect(thrown).toMatch(/^threw TypeError/u);
  expect(await judge(() => ['Cannot read properties of undefined'], bytes)).toMatch(/^unclear/u);
  expect(unclear('The file is empty.')).toBeNull();
  const bent = [1, 1, 2].map((seed) =>
    bend(bytes, { random: chanceFrom(seed), words: [], others: [bytes] }).join(),
  );
  expect(bent[0]).toBe(bent[1]);
});

test('the ledger adds sittings up, and gives most to those with the least', () => {
  const day = '2031-06-01';
  let ledger = withSitting({}, 'html', { seconds: 60, runs: 900, found: 1 }, day);
  ledger = withSitting(ledger, 'html', { seconds: 40, runs: 100, found: 0 }, '2031-06-02');
  ledger = withSitting(ledger, 'pdf', { seconds: 600, runs: 9, found: 0 }, day);
  expect(ledger.html).toEqual({ seconds: 100, runs: 1000, found: 1, sittings: 2, last: '2031-06-02' });
  expect(missingSeconds(ledger, ['html', 'pdf', 'zip'], 600)).toEqual([
    ['zip', 600],
    ['html', 500],
  ]);
  const names = ALL_TARGETS.map(({ name }) => name);
  expect(Object.keys(readLedger()).filter((name) => !names.includes(name))).toEqual([]);
});
