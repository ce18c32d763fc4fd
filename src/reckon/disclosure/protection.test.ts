/** Properties of prepared tables, looked at from outside: from what is published alone. */

import { beforeAll, expect, test } from 'vitest';
import { chanceFrom } from '../../../test/fixtures/chance.ts';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { attackRelease } from './attack-release.ts';
import { makeAxis } from './axis.ts';
import { cellAt, labelsOf } from './cell-grid.ts';
import type { CountTable } from './count-table.ts';
import { type DisclosureRule, disclosureRule } from './disclosure-rule.ts';
import { prepareTables } from './prepare-release.ts';
import { filledTable, randomTables } from './random-tables.cases.ts';
import type { ReleasedTable } from './release.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

const asRelease = (id: string, tables: readonly ReleasedTable[], rule: DisclosureRule) => ({
  id,
  tables,
  rule,
});

test.each([1, 4, 7, 8, 9, 12, 15, 18, 19, 23, 24, 28, 29, 33])(
  'no cell of few people is narrower than the protection: random tables %i',
  (seed) => {
    const rule = disclosureRule();
    const tables = randomTables(seed);
    const prepared = prepareTables({ tables, rule, earlier: [], solve });
    const { cells, recovered } = attackRelease([asRelease('r', prepared.tables, rule)], solve);
    expect(recovered).toBe(0);
    for (const table of tables)
      table.counts.forEach((count, at) => {
        const interval = cells.find(
          (one) => one.table === table.name && one.labels.join() === labelsOf(table.axes, at).join(),
        );
        if (count === 0 || count >= 5) {
          if (interval === undefined) return;
        }
        expect(interval, 'a cell of few people is withheld').toBeDefined();
        expect(interval?.low).toBeLessThanOrEqual(count);
        expect(interval?.high ?? count).toBeGreaterThanOrEqual(count);
        if (count > 0 && count < 5)
          expect((interval?.high ?? Number.POSITIVE_INFINITY) - (interval?.low ?? 0)).toBeGreaterThanOrEqual(
            5,
          );
      });
  },
);

test('published numbers are the counts, and a withheld cell holds nothing', () => {
  const [table] = randomTables(1);
  const prepared = prepareTables({
    tables: [table as CountTable],
    rule: disclosureRule(),
    earlier: [],
    solve,
  });
  const cells = prepared.tables[0]?.cells ?? [];
  expect(cells.some((cell) => cell === null)).toBe(true);
  cells.forEach((cell, at) => {
    if (cell !== null) expect(cell).toBe(table?.counts[at]);
  });
});

const state = makeAxis({ name: 'state', values: ['Aldland', 'Borland', 'Corland'], total: 'all' });
const answer = makeAxis({
  name: 'answer',
  values: ['granted', 'refused', 'none'],
  total: 'all',
  sensitive: true,
});
const counted = (counts: readonly number[], asOf = '2017-06-01'): CountTable => {
  let at = 0;
  return filledTable([state, answer], () => counts[at++] ?? 0, { asOf });
};

test('a row whose people all got one answer does not say so', () => {
  const table = counted([12, 0, 0, 20, 30, 10, 14, 11, 9]);
  const { tables, attack } = prepareTables({ tables: [table], rule: disclosureRule(), earlier: [], solve });
  expect(tables[0]?.cells[cellAt([state, answer], ['Aldland', 'granted'])]).toBeNull();
  const found = attack.cells.find(({ labels }) => labels.join(' ') === 'Aldland granted');
  expect((found?.high ?? 99) - (found?.low ?? 0)).toBeGreaterThanOrEqual(5);
});

test('one person who joins between two releases cannot be read off their difference', () => {
  const rule = disclosureRule();
  const june = prepareTables({
    tables: [counted([12, 8, 9, 20, 30, 10, 14, 11, 9])],
    rule,
    earlier: [],
    solve,
  });
  expect(june.attack.cells).toEqual([]);
  const july = counted([12, 8, 9, 20, 31, 10, 14, 11, 9], '2017-07-01');
  const earlier = [asRelease('june', june.tables, rule)];
  const careless = prepareTables({ tables: [july], rule, earlier: [], solve });
  const both = attackRelease([...earlier, asRelease('july', careless.tables, rule)], solve);
  expect(both.changes.filter(({ recovered }) => recovered).map(({ labels }) => labels.join(' '))).toEqual([
    'Borland refused',
    'Borland all',
    'all refused',
    'all all',
  ]);
  const careful = prepareTables({ tables: [july], rule, earlier, solve });
  expect(careful.attack.recovered).toBe(0);
  const change = careful.attack.changes.find(({ labels }) => labels.join(' ') === 'Borland refused');
  expect(change === undefined || (change.high ?? 0) - (change.low ?? 0) >= 5).toBe(true);
});

test('a later table on the same day does not open what an earlier one withheld', () => {
  const rule = disclosureRule();
  const table = counted([2, 12, 30, 20, 30, 10, 14, 11, 9]);
  const first = prepareTables({ tables: [table], rule, earlier: [], solve });
  const kind = makeAxis({
    name: 'state',
    values: ['Aldland', 'Borland', 'Corland'],
    total: 'all',
    groups: [{ whole: 'north', parts: ['Aldland', 'Borland'] }],
  });
  let at = 0;
  const again = filledTable([kind, answer], () => [2, 12, 30, 20, 30, 10, 14, 11, 9][at++] ?? 0, {
    name: 'again',
  });
  const second = prepareTables({
    tables: [again],
    rule,
    earlier: [asRelease('first', first.tables, rule)],
    solve,
  });
  expect(second.attack.recovered).toBe(0);
  const few = second.attack.cells.find(({ labels }) => labels.join(' ') === 'Aldland granted');
  expect((few?.high ?? 99) - (few?.low ?? 0)).toBeGreaterThanOrEqual(5);
});

test('rounding: every number is a multiple, the same count is rounded the same, no few are known exactly', () => {
  const rule = disclosureRule({ kind: 'round' });
  const chance = chanceFrom(7);
  const counts = Array.from({ length: 9 }, () => Math.floor(chance() * 30));
  const first = prepareTables({ tables: [counted(counts)], rule, earlier: [], solve });
  for (const cell of first.tables[0]?.cells ?? []) expect((cell ?? 0) % 5).toBe(0);
  expect(first.attack.recovered).toBe(0);
  const second = prepareTables({
    tables: [counted(counts, '2017-07-01')],
    rule,
    earlier: [asRelease('first', first.tables, rule)],
    solve,
  });
  const withheld = second.tables[0]?.cells.map((cell, at) =>
    cell === null ? null : first.tables[0]?.cells[at],
  );
  expect(second.tables[0]?.cells).toEqual(withheld);
});

test('rounding: a number that would be seen to go from 0 to 5 is withheld', () => {
  const rule = disclosureRule({ kind: 'round' });
  const first = prepareTables({
    tables: [counted([2, 8, 9, 20, 30, 10, 14, 11, 9])],
    rule,
    earlier: [],
    solve,
  });
  const second = prepareTables({
    tables: [counted([3, 8, 9, 20, 30, 10, 14, 11, 9], '2017-07-01')],
    rule,
    earlier: [asRelease('first', first.tables, rule)],
    solve,
  });
  const cell = cellAt([state, answer], ['Aldland', 'granted']);
  expect([first.tables[0]?.cells[cell], second.tables[0]?.cells[cell]]).toEqual([0, null]);
});

test.each([2, 3, 7, 9, 15])(
  'rounding: no cell of few people is narrower than 0 would be: random tables %i',
  (seed) => {
    const rule = disclosureRule({ kind: 'round' });
    const tables = randomTables(seed).slice(0, 1);
    const { attack } = prepareTables({ tables, rule, earlier: [], solve });
    expect(attack.recovered).toBe(0);
    for (const table of tables)
      table.counts.forEach((count, at) => {
        const found = attack.cells.find(({ labels }) => labels.join() === labelsOf(table.axes, at).join());
        expect(found?.low).toBeLessThanOrEqual(count);
        expect(found?.high ?? count).toBeGreaterThanOrEqual(count);
        if (count > 0 && count < 5) expect((found?.high ?? 99) - (found?.low ?? 0)).toBeGreaterThanOrEqual(2);
      });
  },
);

test('tables that are too large are refused', () => {
  const wide = makeAxis({
    name: 'place',
    values: Array.from({ length: 2100 }, (_, at) => `p${at}`),
    total: 'all',
  });
  const table = filledTable([wide], () => 9);
  expect(() => prepareTables({ tables: [table], rule: disclosureRule(), earlier: [], solve })).toThrow(
    /2101 cells/u,
  );
});

test('a solver that gives no answer releases nothing', () => {
  const table = counted([2, 12, 30, 20, 30, 10, 14, 11, 9]);
  const silent = (): { status: 'unanswered' } => ({ status: 'unanswered' });
  expect(() =>
    prepareTables({ tables: [table], rule: disclosureRule(), earlier: [], solve: silent }),
  ).toThrow(/nothing is released/u);
});

test('a solver that lies protects nothing: its tables are looked at', () => {
  const table = counted([2, 12, 30, 20, 30, 10, 14, 11, 9]);
  const liar: SolveLinear = (programme) => {
    const solved = solve(programme);
    if (solved.status !== 'optimal' || programme.objective.some((by) => by < 0)) return solved;
    return { ...solved, value: solved.value + 50, values: solved.values.map((value) => value + 50) };
  };
  expect(() =>
    prepareTables({ tables: [table], rule: disclosureRule(), earlier: [], solve: liar }),
  ).toThrow();
});

test('what was published before as it is cannot be protected any more', () => {
  const rule = disclosureRule();
  const table = counted([2, 12, 30, 20, 30, 10, 14, 11, 9]);
  const open = { ...table, cells: table.counts as unknown as ReleasedTable['cells'] };
  expect(() =>
    prepareTables({ tables: [table], rule, earlier: [asRelease('june', [open], rule)], solve }),
  ).toThrow(/give it away/u);
});
