/** The sum over alignments against one by hand, and what the shipped costs say of common names. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNameCosts, type StoredNameCosts, type StoredNameTables } from './name-costs.ts';
import { nameEvidence, prepareName } from './name-evidence.ts';
import { latinLetters, ownLetters, scriptOfName } from './name-letters.ts';

const SMALL: StoredNameCosts = {
  version: 1,
  made: 'by hand',
  steps: ['а>a', 'б>b', 'аб>ab', 'б>bbb', '>a', 'а>', 'ба>a'],
  bits: [100, 120, 300, 700, 500, 600, 900],
  own: { а: 200, б: 250 },
  latin: { a: 200, b: 300 },
};

/** Every way of writing one from the other, one after another. */
function allWays(own: string, latin: string): number {
  if (own === '' && latin === '') return 1;
  const chances = new Map(SMALL.steps.map((step, at) => [step, 2 ** (-(SMALL.bits[at] ?? 0) / 100)]));
  let sum = 0;
  for (let a = 0; a <= 2 && a <= own.length; a += 1)
    for (let b = 0; b <= 3 && b <= latin.length; b += 1) {
      if (a + b === 0) continue;
      const alone = a + b === 1 ? 2 ** -16 : 0;
      const step = chances.get(`${own.slice(0, a)}>${latin.slice(0, b)}`) ?? alone;
      if (step > 0) sum += step * allWays(own.slice(a), latin.slice(b));
    }
  return sum;
}

test('the evidence is the sum over all alignments beside the frequencies of the letters', () => {
  const costs = readNameCosts(SMALL);
  const own = fc.array(fc.constantFrom('а', 'б'), { minLength: 1, maxLength: 4 });
  const latin = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(own, latin, (a, b) => {
      const chance =
        a.reduce((bits, one) => bits + (one === 'а' ? 2 : 2.5), 0) +
        b.reduce((bits, one) => bits + (one === 'a' ? 2 : one === 'b' ? 3 : 14), 0);
      const expected = chance + Math.log2(allWays(a.join(''), b.join('')));
      expect(nameEvidence(costs, prepareName(costs, a.join('')), b.join(''))).toBeCloseTo(expected, 9);
    }),
  );
});

test('a side without letters gives no evidence, and a whole sentence is cut', () => {
  const costs = readNameCosts(SMALL);
  expect(nameEvidence(costs, prepareName(costs, ''), 'a')).toBe(Number.NEGATIVE_INFINITY);
  expect(nameEvidence(costs, prepareName(costs, 'а'), '')).toBe(Number.NEGATIVE_INFINITY);
  expect(Number.isFinite(nameEvidence(costs, prepareName(costs, 'аб'.repeat(400)), 'ab'.repeat(400)))).toBe(
    true,
  );
});

test('a table of another version or a torn one is refused', () => {
  expect(() => readNameCosts({ ...SMALL, version: 2 })).toThrow(/name-costs-1\.json/);
  expect(() => readNameCosts({ ...SMALL, bits: [1] })).toThrow(/name-costs-1\.json/);
});

test.each([
  ['Ана', 'cyrillic'],
  ['Ana-Čović', 'latin'],
  ['محمّد', 'arabic'],
  ['Ana محمد', null],
  ['မောင်', null],
  ['123', null],
] as const)('script of %s: %s', (name, script) => expect(scriptOfName(name)).toBe(script));

test('letters that writers exchange are one, signs go', () => {
  expect(ownLetters('arabic', 'أَحْمَد')).toBe(ownLetters('arabic', 'احمد'));
  expect(ownLetters('arabic', 'عبد الله')).toBe('عبدالله');
  expect(ownLetters('cyrillic', 'Ёлкин-Іваненко')).toBe('ёлкиніваненко');
  expect(latinLetters("al-Ha'san")).toBe('alhasan');
});

const shipped: StoredNameTables = JSON.parse(
  readFileSync(new URL('../../../../models/name-costs-1.json', import.meta.url), 'utf8'),
);

test.each([
  ['arabic', 'محمد', ['muhammad', 'mohamed', 'mohammed'], ['ahmad', 'mustafa', 'hamid']],
  ['arabic', 'حسين', ['hussein', 'husayn', 'hossein'], ['yasin', 'hasna']],
  ['arabic', 'خالد', ['khaled', 'khalid'], ['walid', 'khalil']],
  ['cyrillic', 'юрий', ['yuri', 'yuriy', 'iurii', 'jurij'], ['igor', 'andrey']],
  ['cyrillic', 'щербаков', ['shcherbakov', 'scherbakov'], ['shevchenko', 'sherbrooke']],
] as const)('%s %s: each usual spelling before each other name', (script, own, usual, other) => {
  const costs = readNameCosts(shipped[script]);
  const name = prepareName(costs, ownLetters(script, own));
  const best = Math.max(...other.map((latin) => nameEvidence(costs, name, latin)));
  for (const latin of usual) expect(nameEvidence(costs, name, latin)).toBeGreaterThan(Math.max(best, 5));
});

test('what ships says what it was made from', () => {
  for (const { made } of Object.values(shipped)) expect(made).toMatch(/CC0/);
});
