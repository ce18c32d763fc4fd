/** The solver as the pure rooms know it: values, prices, whole numbers, and the three ways of having no optimum. */
import { beforeAll, expect, test } from 'vitest';
import { chanceFrom } from '../../../test/fixtures/chance.ts';
import type { LinearProgramme, SolveLinear } from '../../reckon/linear-programme.ts';
import { openLinearSolver } from './open-linear-solver.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

const free = Number.POSITIVE_INFINITY;
const programme = (rows: LinearProgramme['rows'], more: Partial<LinearProgramme> = {}): LinearProgramme => ({
  objective: [1, 0],
  lower: [0, 0],
  upper: [free, free],
  rows,
  ...more,
});

test('values and the price of each row', () => {
  const solved = solve(
    programme([
      {
        terms: [
          [0, 1],
          [1, 1],
        ],
        least: 7,
        most: 7,
      },
    ]),
  );
  expect(solved).toEqual({ status: 'optimal', value: 7, values: [7, 0], prices: [1] });
});

test('a row with two ends has one price', () => {
  const solved = solve(programme([{ terms: [[0, 2]], least: 1, most: 9 }]));
  expect(solved).toMatchObject({ status: 'optimal', value: 4.5, prices: [0.5] });
});

test('whole numbers only', () => {
  const row = {
    terms: [
      [0, 2],
      [1, 1],
    ] as const,
    least: 7,
    most: 7,
  };
  expect(solve(programme([row]))).toMatchObject({ value: 3.5 });
  expect(solve(programme([row], { whole: true }))).toMatchObject({ value: 3, values: [3, 1] });
});

test('no end, no solution, no answer', () => {
  const row = {
    terms: [
      [0, 1],
      [1, -1],
    ] as const,
    least: 7,
    most: 7,
  };
  expect(solve(programme([row]))).toEqual({ status: 'unbounded' });
  expect(solve(programme([row], { upper: [5, free] }))).toEqual({ status: 'infeasible' });
  expect(solve(programme([{ ...row, least: Number.NaN, most: Number.NaN }]))).toEqual({
    status: 'unanswered',
  });
});

test('a search that may take no step is unanswered rather than wrong', () => {
  const weights = Array.from({ length: 40 }, (_, at) => 1000 + ((at * 7919) % 997));
  const hard: LinearProgramme = {
    objective: weights.map((weight, at) => weight + ((at * 31) % 7)),
    lower: weights.map(() => 0),
    upper: weights.map(() => 1),
    rows: [3, 5, 7].map((step) => ({
      terms: weights.map((weight, at) => [at, (weight * (at + step)) % 613] as const),
      least: 0,
      most: 4001,
    })),
    whole: true,
  };
  const quick = solve({ ...hard, steps: 0 });
  const slow = solve(hard);
  expect(slow.status).toBe('optimal');
  expect(['unanswered', 'optimal']).toContain(quick.status);
  if (quick.status === 'optimal' && slow.status === 'optimal') expect(quick.value).toBeCloseTo(slow.value, 6);
});

test('programmes over the same rows, one after the other, answer as each alone does', async () => {
  const chance = chanceFrom(7);
  const below = (most: number): number => Math.floor(chance() * most);
  const apart = await openLinearSolver();
  let optimal = 0;
  for (let round = 0; round < 8; round += 1) {
    const many = 3 + below(6);
    const rows = Array.from({ length: 2 + below(4) }, () => {
      const by = Array.from({ length: many }, () => below(4) - 1);
      // Twos everywhere fulfil it.
      const amid = 2 * by.reduce((sum, one) => sum + one, 0);
      return {
        terms: by.map((one, at) => [at, one] as const),
        least: amid - below(8),
        most: amid + below(8),
      };
    });
    for (let goal = 0; goal < 12; goal += 1) {
      const next: LinearProgramme = {
        objective: Array.from({ length: many }, () => below(5) - 2),
        lower: Array.from({ length: many }, () => below(3)),
        upper: Array.from({ length: many }, () => (below(4) === 0 ? free : 3 + below(9))),
        rows,
      };
      const [together, alone] = [solve(next), apart({ ...next, rows: [...rows] })];
      expect(together.status).toBe(alone.status);
      if (together.status !== 'optimal' || alone.status !== 'optimal') continue;
      optimal += 1;
      expect(together.value).toBeCloseTo(alone.value, 6);
    }
  }
  expect(optimal).toBeGreaterThan(20);
});
