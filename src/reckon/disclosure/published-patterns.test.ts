/** Tables whose protection is published, or follows from a published one by hand. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { attackRelease } from './attack-release.ts';
import { type Axis, makeAxis } from './axis.ts';
import { baseTable } from './base-table.ts';
import { bestPattern } from './best-pattern.ts';
import { cellAt, cellCount, labelsOf } from './cell-grid.ts';
import { letThrough } from './count-brand.ts';
import { type CountTable, countTable } from './count-table.ts';
import { type DisclosureRule, disclosureRule } from './disclosure-rule.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import type { PatternTask } from './pattern.ts';
import { prepareTables } from './prepare-release.ts';
import { quickPattern } from './quick-pattern.ts';
import type { Release } from './release.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

/** A table with its margins from inner counts, in the order of the values, the last axis fastest. */
function tableOf(axes: readonly Axis[], inner: readonly number[]): CountTable {
  const values = axes.map(({ labels, sums }) =>
    labels.filter((label) => !sums.some(({ whole }) => whole === label)),
  );
  const leaves = (axis: number, label: string): readonly string[] => {
    const sum = axes[axis]?.sums.find(({ whole }) => whole === label);
    return sum === undefined ? [label] : sum.parts.flatMap((part) => leaves(axis, part));
  };
  const innerAt = (labels: readonly string[]): number =>
    inner[
      labels.reduce(
        (at, label, axis) => at * (values[axis]?.length ?? 1) + (values[axis]?.indexOf(label) ?? 0),
        0,
      )
    ] ?? 0;
  const counts = Array.from({ length: cellCount(axes) }, (_, cell) => {
    let all: string[][] = [[]];
    labelsOf(axes, cell).forEach((label, axis) => {
      all = all.flatMap((head) => leaves(axis, label).map((leaf) => [...head, leaf]));
    });
    return all.reduce((sum, labels) => sum + innerAt(labels), 0);
  });
  return countTable({ name: 'table', population: 'people', asOf: '2017-06-01', axes, counts });
}

const released = (
  tables: readonly CountTable[],
  withheld: readonly (readonly string[])[],
  rule: DisclosureRule,
): Release => ({
  id: 'r1',
  compartment: 'c1',
  at: '2017-06-01T00:00:00Z',
  rule,
  preparedBy: 'Ansa',
  signedOffBy: null,
  signedOffAt: null,
  tables: tables.map(({ counts, ...table }) => ({
    ...table,
    cells: counts.map((count, cell) => {
      const labels = labelsOf(table.axes, cell).join(' ');
      return withheld.some((one) => one.join(' ') === labels) ? null : letThrough(count);
    }),
  })),
});

const intervalOf = (
  tables: readonly CountTable[],
  withheld: readonly (readonly string[])[],
  labels: string,
): readonly (number | null)[] => {
  const { cells } = attackRelease([released(tables, withheld, disclosureRule())], solve);
  const cell = cells.find((one) => one.labels.join(' ') === labels);
  return [cell?.low ?? null, cell?.high ?? null];
};

function taskOf(lattice: Lattice, primary: readonly number[], width: number): PatternTask {
  const base = baseTable(lattice, solve);
  const costs = new Map(lattice.cells.map(({ truth }, cell) => [cell, Math.max(1, truth ?? 0)]));
  const targets = primary.map((cell) => ({ expression: [[cell, 1]] as const, width, why: 'few' as const }));
  return { lattice, base, targets, costs, forced: new Set(primary), tables: [base] };
}

const withheldLabels = (table: CountTable, withheld: ReadonlySet<number>): string[] =>
  [...withheld].map((cell) => labelsOf(table.axes, cell).join(' ')).sort();

/** sdcTable, tests/testthat/test-simpleheuristic.R: two cells withheld in every line, and one of them is known. */
const simple = (): CountTable =>
  tableOf(
    [
      makeAxis({ name: 'v1', values: ['w', 'x', 'y', 'z'], total: 'tot' }),
      makeAxis({ name: 'v2', values: ['a', 'b', 'c', 'd'], total: 'tot' }),
    ],
    [30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685],
  );
const SIMPLE = ['w a', 'w b', 'w c', 'x a', 'x c', 'y b', 'y d', 'z b', 'z d'].map((cell) => cell.split(' '));

test('sdcTable, simple heuristic: the cell w b is 47 for anybody who computes', () => {
  expect(intervalOf([simple()], SIMPLE, 'w b')).toEqual([47, 47]);
  expect(attackRelease([released([simple()], SIMPLE, disclosureRule())], solve).recovered).toBe(1);
});

test.each([
  ['x b', [0, 141]],
  ['x d', [0, 78]],
])('sdcTable, simple heuristic: with %s withheld as well the interval is as published', (added, expected) => {
  expect(intervalOf([simple()], [...SIMPLE, added.split(' ')], 'w b')).toEqual(expected);
});

test('sdcTable, simple heuristic: one cell more is enough, and the cheapest is found', () => {
  const lattice = latticeOf({ releases: [], draft: [simple()], rounding: null });
  const primary = SIMPLE.map((labels) => cellAt(simple().axes, labels));
  const best = bestPattern(taskOf(lattice, primary, 5), solve);
  if (best === 'impossible' || best.pattern === null) throw new Error('no pattern');
  const added = withheldLabels(simple(), best.pattern.withheld).filter(
    (cell) => !SIMPLE.some((one) => one.join(' ') === cell),
  );
  expect(added).toEqual(['x d']);
  expect(best.pattern.cost).toBe(31);
});

/** sdcTable, tests/testthat/test-linked-tables.r: one list of regions, by county and by size. */
const REGIONS = ['A', 'B', 'I', 'J', 'K', 'L', 'M', 'N'];
const N_BY_REGION = [2, 2, 8, 8, 3, 3, 3, 7];
const byCounty = (): CountTable =>
  tableOf(
    [
      makeAxis({
        name: 'region',
        values: REGIONS,
        total: 'Total',
        groups: [
          { whole: 'county-1', parts: ['A', 'B', 'I', 'J'] },
          { whole: 'county-2', parts: ['K', 'L', 'M', 'N'] },
        ],
      }),
    ],
    N_BY_REGION,
  );
const bySize = (): CountTable =>
  tableOf(
    [
      makeAxis({
        name: 'region',
        values: REGIONS,
        total: 'Total',
        groups: [
          { whole: 'big', parts: ['L', 'M'] },
          { whole: 'small', parts: ['A', 'B', 'I', 'J', 'K', 'N'] },
        ],
      }),
    ],
    N_BY_REGION,
  );
const FEW = ['A', 'B', 'K', 'L', 'M'].map((cell) => [cell]);

test('sdcTable, linked tables: each alone hides K, both together give it away', () => {
  expect(intervalOf([byCounty()], FEW, 'K')).toEqual([0, 9]);
  expect(intervalOf([bySize()], FEW, 'K')).toEqual([0, 7]);
  expect(intervalOf([byCounty(), bySize()], FEW, 'K')).toEqual([3, 3]);
  expect(intervalOf([byCounty(), bySize()], [...FEW, ['N']], 'K')).toEqual([0, 10]);
});

test('sdcTable, linked tables: N is withheld, as published', () => {
  const rule = disclosureRule({ threshold: 4, protection: 3 });
  const prepared = prepareTables({ tables: [byCounty(), bySize()], rule, earlier: [], solve });
  const [county] = prepared.tables;
  expect(county?.cells.flatMap((cell, at) => (cell === null ? [labelsOf(county.axes, at)[0]] : []))).toEqual([
    'A',
    'B',
    'K',
    'L',
    'M',
    'N',
  ]);
  expect([prepared.cost, prepared.leastCost]).toEqual([7, 7]);
});

/** sdcTable, tests/testthat/test-protectTable.r, data set microdata1: cells 5, 6, 11 and 12 by four methods. */
const microdata1 = (): CountTable =>
  tableOf(
    [
      makeAxis({ name: 'region', values: ['A', 'B', 'C', 'D'], total: 'total' }),
      makeAxis({ name: 'gender', values: ['male', 'female'], total: 'total' }),
    ],
    [18, 2, 14, 19, 12, 10, 11, 14],
  );

test('sdcTable, microdata1: the pattern and its cost', () => {
  const lattice = latticeOf({ releases: [], draft: [microdata1()], rounding: null });
  const task = taskOf(lattice, [cellAt(microdata1().axes, ['A', 'female'])], 5);
  const best = bestPattern(task, solve);
  if (best === 'impossible' || best.pattern === null) throw new Error('no pattern');
  expect(withheldLabels(microdata1(), best.pattern.withheld)).toEqual([
    'A female',
    'A male',
    'C female',
    'C male',
  ]);
  expect(best.pattern.cost).toBe(40);
  expect(quickPattern(task, solve, 0)?.cost).toBe(40);
  expect(intervalOf([microdata1()], [['A', 'female']], 'A female')).toEqual([2, 2]);
  expect(
    intervalOf(
      [microdata1()],
      ['A female', 'A male', 'C female', 'C male'].map((cell) => cell.split(' ')),
      'A female',
    ),
  ).toEqual([0, 12]);
});

/**
 * Fischetti & Salazar-González 2001 (Management Science 47, 1008–1027), after Willenborg & de Waal: investment by activity
 * and region, the cell II C withheld, and with it II A, III A and III C.
 */
const investment = (): CountTable =>
  tableOf(
    [
      makeAxis({ name: 'activity', values: ['I', 'II', 'III'], total: 'Total' }),
      makeAxis({ name: 'region', values: ['A', 'B', 'C'], total: 'Total' }),
    ],
    [20, 50, 10, 8, 19, 22, 17, 32, 12],
  );

test('Fischetti and Salazar: four cells of the table of investment', () => {
  const lattice = latticeOf({ releases: [], draft: [investment()], rounding: null });
  const best = bestPattern(taskOf(lattice, [cellAt(investment().axes, ['II', 'C'])], 5), solve);
  if (best === 'impossible' || best.pattern === null) throw new Error('no pattern');
  expect(withheldLabels(investment(), best.pattern.withheld)).toEqual(['II A', 'II C', 'III A', 'III C']);
  expect(
    intervalOf(
      [investment()],
      ['II A', 'II C', 'III A', 'III C'].map((cell) => cell.split(' ')),
      'II C',
    ),
  ).toEqual([5, 30]);
});
