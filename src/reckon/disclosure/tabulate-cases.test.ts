/** Cases counted: people and applications, sums, and what is refused. */
import { expect, test } from 'vitest';
import { makeAxis } from './axis.ts';
import { cellAt } from './cell-grid.ts';
import type { ConfidentialCount, ReleasedCount } from './count-brand.ts';
import { countTable } from './count-table.ts';
import { type CaseRow, tabulateCases } from './tabulate-cases.ts';

const row = (person: string, state: string, answer: string): CaseRow => ({
  person,
  state,
  answer,
  kind: 'visa',
  period: '2017',
  risk: 'high',
});
const rows = [
  row('a', 'Aldland', 'granted'),
  row('a', 'Borland', 'refused'),
  row('b', 'Aldland', 'granted'),
  row('c', 'Borland', 'refused'),
  row('c', 'Borland', 'refused'),
];

test('applications add up, and the people behind them are told apart', () => {
  const table = tabulateCases(rows, { axes: ['state', 'answer'], unit: 'applications', asOf: '2017-06-01' });
  const at = (...labels: string[]) => cellAt(table.axes, labels);
  expect(table.counts[at('all', 'all')]).toBe(5);
  expect(table.people[at('all', 'all')]).toBe(3);
  expect(table.counts[at('Borland', 'refused')]).toBe(3);
  expect(table.people[at('Borland', 'refused')]).toBe(2);
  expect(table.counts[at('Aldland', 'refused')]).toBe(0);
  expect(table.axes.map(({ sensitive }) => sensitive)).toEqual([false, true]);
});

test('nobody is counted twice among people', () => {
  const how = { axes: ['state'], unit: 'people', asOf: '2017-06-01' } as const;
  expect(() => tabulateCases(rows, how)).toThrow(/cannot be counted/u);
  expect(tabulateCases(rows.slice(2), how).counts).toEqual([1, 1, 2]);
});

test('values that never occur stand as zeros, groups are summed, unknown values are faults without the value', () => {
  const values = { state: ['Aldland', 'Borland', 'Corland'] };
  const groups = { state: [{ whole: 'north', parts: ['Aldland', 'Corland'] }] };
  const how = { axes: ['state'], unit: 'applications', asOf: '2017-06-01', values, groups } as const;
  expect(tabulateCases(rows, how).counts).toEqual([2, 3, 0, 2, 5]);
  try {
    tabulateCases([row('z', 'Hidden place', 'granted')], how);
    expect.unreachable();
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('Hidden');
  }
});

test('a table whose margins are wrong is refused, with every fault and no count', () => {
  const axes = [makeAxis({ name: 'state', values: ['Aldland', 'Borland'], total: 'all' })];
  const wrong = { name: 't', population: 'people', asOf: '2017-06-01', axes, counts: [3, 4.5, 99] };
  try {
    countTable(wrong);
    expect.unreachable();
  } catch (error) {
    const { faults } = error as { faults: { path: string; message: string }[] };
    expect(faults.map(({ path }) => path)).toEqual(['Borland', 'all']);
    expect(JSON.stringify(faults)).not.toMatch(/99|4\.5/u);
  }
});

test('the compiler keeps counts from cases and published numbers apart', () => {
  const inside = (count: ConfidentialCount): number => count;
  const outside = (count: ReleasedCount): number => count;
  const [confidential] = tabulateCases(rows, {
    axes: ['state'],
    unit: 'applications',
    asOf: '2017-06-01',
  }).counts;
  // @ts-expect-error a toll, or any other number, is no count from cases
  inside(26);
  // @ts-expect-error a count from cases has not been let through by a rule
  outside(confidential ?? 0);
  expect(inside(confidential as ConfidentialCount)).toBe(2);
});
