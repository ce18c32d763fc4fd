import { expect, test } from 'vitest';
import { makeAxis } from '../reckon/disclosure/axis.ts';
import { letThrough } from '../reckon/disclosure/count-brand.ts';
import { disclosureRule } from '../reckon/disclosure/disclosure-rule.ts';
import { countsTables, type PublishedCounts } from './published-counts.ts';

const state = makeAxis({ name: 'state', values: ['Aldland', 'Borland'], total: 'all' });
const answer = makeAxis({ name: 'answer', values: ['granted', 'refused'], total: 'all', sensitive: true });
const numbers = [null, null, 41, null, null, 23, 17, 47, 64];
const counts = (
  axes: PublishedCounts['tables'][number]['axes'],
  cells: readonly (number | null)[],
): PublishedCounts => ({
  id: 'cnt_7d2',
  rule: disclosureRule(),
  releasedAt: '2026-11-30T09:00:00.000Z',
  tables: [
    {
      name: 'Cases by state, answer',
      population: 'applications of people with a case',
      asOf: '2026-11-29',
      grows: false,
      axes,
      cells: cells.map((cell) => (cell === null ? null : letThrough(cell))),
      impossible: cells.map(() => false),
    },
  ],
});

test('withheld cells are said to be withheld, and the lead tells how many', () => {
  const [table] = countsTables([counts([state, answer], numbers)]);
  expect(table?.columns).toEqual(['state or authority', 'granted', 'refused', 'all']);
  expect(table?.rows).toEqual([
    ['Aldland', 'withheld', 'withheld', '41'],
    ['Borland', 'withheld', 'withheld', '23'],
    ['all', '17', '47', '64'],
  ]);
  expect(table?.lead).toContain('4 cells withheld');
  expect(table?.lead).toContain('29 Nov');
});

test('one axis has a column of numbers; rounding is said', () => {
  const one = counts([answer], [15, 45, 65]);
  const [table] = countsTables([{ ...one, rule: disclosureRule({ kind: 'round', base: 5 }) }]);
  expect(table?.columns).toEqual(['answer', 'number']);
  expect(table?.rows[0]).toEqual(['granted', '15']);
  expect(table?.rule).toContain('multiple of 5');
  expect(table?.lead).toContain('no cell withheld');
});
