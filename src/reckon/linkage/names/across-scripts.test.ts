/** Levels across scripts on common names, and the keys that choose pairs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { acrossLevel, prepareLatin, prepareOwn } from './across-scripts.ts';
import { readNameCosts, type StoredNameTables } from './name-costs.ts';
import { latinSkeleton, mayAgree, ownSkeleton, signsOf } from './skeleton-key.ts';

const shipped: StoredNameTables = JSON.parse(
  readFileSync(new URL('../../../../models/name-costs-1.json', import.meta.url), 'utf8'),
);

test.each([
  ['arabic', 'الخطيب', 'al khatib', 3],
  ['arabic', 'الخطيب', 'khatib', 3],
  ['arabic', 'عبد الرحمن', 'abdulrahman', 3],
  ['arabic', 'علي حسن', 'hasan ali', 3],
  ['arabic', 'احمد علي حسين', 'hussein ahmad', 3],
  ['arabic', 'محمود', 'igor', 0],
  ['arabic', 'محمد', '', 0],
  ['cyrillic', 'щербаков', 'shcherbakov', 3],
  ['cyrillic', 'анна петрова', 'petrova anna', 3],
  ['cyrillic', 'анна', 'boris', 0],
] as const)('%s %s and %s: level %d', (script, own, latin, level) => {
  const costs = readNameCosts(shipped[script]);
  expect(acrossLevel(costs, prepareOwn(script, costs, own.split(' ')), prepareLatin(script, latin))).toBe(
    level,
  );
});

test.each([
  ['arabic', 'محمد', 'muhammad', 'mohamed'],
  ['arabic', 'خالد', 'khaled', 'khalid'],
  ['arabic', 'يوسف', 'yusuf', 'youssef'],
  ['cyrillic', 'джордж', 'george', 'djordj'],
  ['cyrillic', 'чехов', 'chekhov', 'tchekhov'],
] as const)('%s %s, %s and %s have one skeleton', (script, own, ...latin) => {
  for (const one of latin) expect(latinSkeleton(script, one)).toBe(ownSkeleton(script, own));
});

test('names with no sign in common are not weighed', () => {
  expect(mayAgree(signsOf('mt'), signsOf('mtk'))).toBe(true);
  expect(mayAgree(signsOf('mt'), signsOf('rn'))).toBe(false);
  expect(mayAgree(signsOf(''), signsOf(''))).toBe(true);
});
