/** What is refused, with which reason, and that no number slips out with it. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { type CaptureTable, captureTable } from './capture-table.ts';
import { ESTIMATE_OPTIONS, type EstimateOptions } from './estimate-options.ts';
import { estimateReport } from './estimate-report.ts';
import { runTask, tasksOf } from './estimate-task.ts';
import { latentClassChain } from './latent-class.ts';
import { latentClassOutcome } from './latent-class-outcome.ts';
import { artificial3, kosovo, netherlands, ukFive } from './published-tables.cases.ts';
import { limitRefusals, REFUSAL_LIMITS, tableRefusals } from './refusal.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

const QUICK: EstimateOptions = {
  ...ESTIMATE_OPTIONS,
  latentClass: { ...ESTIMATE_OPTIONS.latentClass, warmUp: 500, steps: 2000, kept: 200 },
};

function report(table: CaptureTable, options: EstimateOptions = QUICK) {
  const results = tasksOf(table, options).map((task) => ({ task, result: runTask(task, solve) }));
  return estimateReport(table, options, results);
}

const rulesOf = (table: CaptureTable) => tableRefusals(table, REFUSAL_LIMITS).map(({ rule }) => rule);

test.each<readonly [string, CaptureTable, readonly string[]]>([
  [
    'two lists',
    captureTable(
      ['A', 'B'],
      [
        [1, 50],
        [2, 50],
        [3, 20],
      ],
    ),
    ['fewer-than-3-lists'],
  ],
  [
    'a list under five',
    captureTable(
      ['A', 'B', 'C'],
      [
        [1, 50],
        [2, 50],
        [3, 20],
        [4, 1],
        [5, 2],
        [6, 1],
      ],
    ),
    ['list-under-5'],
  ],
  ['a list that shares nobody', artificial3, ['missing-overlap']],
  [
    'two pairs apart',
    captureTable(
      ['A', 'B', 'C', 'D'],
      [
        [1, 20],
        [2, 20],
        [3, 9],
        [4, 20],
        [8, 20],
        [12, 9],
      ],
    ),
    ['missing-overlap'],
  ],
  [
    'all faults at once',
    captureTable(
      ['A', 'B'],
      [
        [1, 3],
        [2, 9],
      ],
    ),
    ['fewer-than-3-lists', 'list-under-5', 'missing-overlap'],
  ],
  ['nothing', kosovo, []],
])('%s', (_, table, rules) => {
  expect(rulesOf(table)).toEqual(rules);
});

test('lists that hang together by way of a third are not apart', () => {
  expect(
    rulesOf(
      captureTable(
        ['A', 'B', 'C'],
        [
          [1, 9],
          [2, 9],
          [4, 9],
          [3, 9],
          [6, 9],
        ],
      ),
    ),
  ).toEqual([]);
  // Listed in an order in which the tie comes last.
  expect(
    rulesOf(
      captureTable(
        ['A', 'B', 'C', 'D'],
        [
          [12, 9],
          [3, 9],
          [6, 9],
        ],
      ),
    ),
  ).toEqual([]);
});

/** All numbers in a value, wherever they stand. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

test('a refused table gives no estimate at all, from no method', () => {
  const { methods, sensitivity, spread, refusals } = report(artificial3);
  expect(refusals.map(({ rule }) => rule)).toEqual(['missing-overlap']);
  expect(Object.values(methods).map(({ status }) => status)).toEqual(Array(5).fill('refused'));
  expect(numbersIn(methods)).toEqual([]);
  expect(sensitivity.highestOrder.status).toBe('refused');
  expect(spread).toBeNull();
});

test('an upper limit over ten times the recorded people is refused without its number', () => {
  const { methods, sensitivity, leaveOneOut } = report(ukFive);
  expect(methods.average).toMatchObject({ status: 'refused', refusals: [{ rule: 'upper-over-limit' }] });
  expect(numbersIn(methods.average)).toEqual([]);
  // Nor by way of another prior, or by leaving a list out.
  expect(numbersIn(sensitivity.priorWeight.map(({ outcome }) => outcome))).toEqual([]);
  expect(numbersIn(leaveOneOut.map(({ outcomes }) => outcomes.average))).toEqual([]);
  expect(limitRefusals(ukFive, null, REFUSAL_LIMITS)).toHaveLength(1);
  const wider = report(ukFive, { ...QUICK, limits: { ...REFUSAL_LIMITS, mostTimes: 100 } });
  expect(wider.methods.average.status).toBe('estimated');
});

test('Netherlands: the latent-class figure is withheld, its chains disagree', () => {
  const options = { ...QUICK, latentClass: { ...QUICK.latentClass, warmUp: 2000, steps: 4000, kept: 200 } };
  const chains = Array.from({ length: options.chains }, (_, chain) =>
    latentClassChain(netherlands, options.latentClass, { seed: 1, chain, chains: options.chains }),
  );
  const outcome = latentClassOutcome(netherlands, options, chains);
  expect(outcome).toMatchObject({ status: 'refused', refusals: [{ rule: 'not-converged' }] });
  expect(numbersIn(outcome)).toEqual([]);
});

test('Kosovo: figures of all methods that are given, their spread, and the tests around them', () => {
  const { methods, spread, sensitivity, leaveOneOut, consistency } = report(kosovo);
  expect(methods.logLinearBic).toMatchObject({ figure: { people: 10_357, low: 8994, high: 12_110 } });
  expect(methods.logLinearAic).toMatchObject({ figure: { people: 12_741 } });
  expect(methods.average).toMatchObject({ detail: { graphs: 60, complete: false } });
  expect(spread?.highest).toBe(12_741);
  expect(sensitivity.priorWeight.map(({ delta }) => delta)).toEqual([0.5, 1]);
  expect(sensitivity.highestOrder).toMatchObject({ status: 'estimated', figure: { people: 16_942 } });
  expect(leaveOneOut.map(({ list }) => list)).toEqual(['EXH', 'ABA', 'OSCE', 'HRW']);
  expect(consistency.tests.map(({ size }) => size)).toEqual([1910, 1528, 1786, 685]);
  expect(consistency.summary.average.lists).toBe(4);
  expect(consistency.summary.average.meanLogRatio ?? 1).toBeLessThan(0);
});
