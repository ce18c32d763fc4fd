/** The half of the table of stances that rules may be fitted to; the other half is scored by `npm run bench:language`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { STANCES } from '../record/stance.ts';
import { answerFor, isRight, readStanceCases } from './stance.cases.ts';
import { stanceOfWords } from './stance-of-words.ts';

const TABLE = path.resolve(import.meta.dirname, '../../bench/language/stance');
const rows = readStanceCases(readFileSync(path.join(TABLE, 'dev.jsonl'), 'utf8'));
const answered = rows.map((row) => ({ row, answer: answerFor(row) }));

test('at least 0.95 of the stances of the development half are right', () => {
  const right = answered.filter(({ row, answer }) => isRight(row, answer)).length;
  expect(rows.length).toBeGreaterThan(200);
  expect(right / rows.length).toBeGreaterThanOrEqual(0.95);
});

test.each(STANCES)('%s: at least 0.85 of its rows', (stance) => {
  const of = answered.filter(({ row }) => row.stance === stance);
  const right = of.filter(({ row, answer }) => isRight(row, answer)).length;
  expect(right / of.length).toBeGreaterThanOrEqual(0.85);
});

test('silence carries the day of its deadline', () => {
  const dated = answered.filter(({ row }) => row.date !== undefined);
  const right = dated.filter(({ row, answer }) => row.date === answer.date).length;
  expect(dated.length).toBeGreaterThan(5);
  expect(right / dated.length).toBeGreaterThanOrEqual(0.85);
});

test.each([
  ['There were no arrests', 'public-body', 'the ministry', 'denies'],
  ['There were no arrests', 'unnamed', 'a witness', 'alleges'],
  ['Yes, my men opened fire', 'person', 'Captain Rusk', 'confirms'],
  ['Ruvenia has nothing to hide', 'person', 'the minister', 'alleges'],
  ['we do not comment on individual cases', 'unnamed', 'a spokesman', 'declines'],
  ['they will start shooting again', 'unnamed', 'a witness', 'alleges'],
  ['we will publish the findings', 'public-body', 'the ministry', 'undertakes'],
  ['the number of injured was inflated', 'unnamed', 'a doctor', 'disputes'],
  ['Release them now', 'person', 'Mira Halvek', 'asks'],
  ['Free Ana Lorca', 'person', 'Mira Halvek', 'asks'],
  ['Open Door Network, report of 25 April', 'organisation', 'Open Door Network', 'alleges'],
  ['The nine must be presumed dead', 'public-body', 'the commission', 'alleges'],
] as const)('“%s” said by %s %s: %s', (words, kind, named, stance) => {
  expect(stanceOfWords(words, { kind, named })).toBe(stance);
});
