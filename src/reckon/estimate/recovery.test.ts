/** On invented people whose number is known each estimator must find it; and what it finds may not hang on names. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { type CaptureTable, captureTable, peopleOfList, recorded, withoutList } from './capture-table.ts';
import { diagnose } from './chain-diagnostics.ts';
import { chaoBound } from './chao-bound.ts';
import { AVERAGE_OPTIONS, averageOverGraphs } from './decomposable-average.ts';
import { LATENT_CLASS_OPTIONS, latentClassChain } from './latent-class.ts';
import { chooseLogLinear } from './log-linear-choice.ts';
import { kosovo } from './published-tables.cases.ts';
import { openDraws } from './random-draws.ts';
import { seededUniform } from './seeded-chance.ts';
import { type ListTie, type PopulationPart, simulateTable } from './simulated-tables.ts';

const TRUTH = 2000;
const RUNS = 40;

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

function tables(parts: readonly PopulationPart[], ties: readonly ListTie[]): readonly CaptureTable[] {
  return Array.from({ length: RUNS }, (_, run) =>
    simulateTable(TRUTH, { parts, ties }, openDraws(seededUniform(77, run))),
  );
}

const EVEN: readonly PopulationPart[] = [{ share: 1, reach: [0.3, 0.25, 0.2, 0.35] }];
const TIED: readonly ListTie[] = [{ from: 0, to: 1, chance: 0.6 }];
const UNEQUAL: readonly PopulationPart[] = [
  { share: 0.5, reach: [0.5, 0.4, 0.45, 0.5] },
  { share: 0.5, reach: [0.12, 0.1, 0.15, 0.1] },
];

/** With 40 runs of a true 95 % interval fewer than 33 hits happen once in two thousand times. */
const LEAST_HITS = 33;

function hits(
  all: readonly CaptureTable[],
  interval: (table: CaptureTable) => readonly [number, number],
): number {
  return all.filter((table) => {
    const [low, high] = interval(table);
    return low <= TRUTH && TRUTH <= high;
  }).length;
}

test('averaging finds the truth behind two tied lists', () => {
  const found = hits(tables(EVEN, TIED), (table) => {
    const { low, high } = averageOverGraphs(table, AVERAGE_OPTIONS).figures;
    return [low, high];
  });
  expect(found).toBeGreaterThanOrEqual(LEAST_HITS);
});

test('the log-linear model by BIC finds the truth behind two tied lists', () => {
  const found = hits(tables(EVEN, TIED), (table) => {
    const interval = chooseLogLinear(table, null, solve).best.bic?.interval;
    return [interval?.low ?? 0, interval?.high ?? 0];
  });
  expect(found).toBeGreaterThanOrEqual(LEAST_HITS);
});

test('the lower bound lies under the truth where people differ in reach, and above what was recorded', () => {
  const bounds = tables(UNEQUAL, []).map((table) => ({ n: recorded(table), bound: chaoBound(table, solve) }));
  const under = bounds.filter(({ bound }) => (bound?.low ?? Number.POSITIVE_INFINITY) <= TRUTH).length;
  expect(under).toBeGreaterThanOrEqual(RUNS - 1);
  for (const { n, bound } of bounds) expect(bound?.people ?? 0).toBeGreaterThan(n);
});

test('the latent-class model finds the truth where people differ in reach', () => {
  const [first] = tables(UNEQUAL, []);
  if (first === undefined) return expect.unreachable();
  const options = { ...LATENT_CLASS_OPTIONS, warmUp: 2000, steps: 8000 };
  const chains = Array.from({ length: 4 }, (_, chain) =>
    latentClassChain(first, options, { seed: 5, chain, chains: 4 }),
  );
  expect(diagnose(chains).rHat ?? 9).toBeLessThan(1.05);
  const draws = chains.flatMap((chain) => [...chain]).toSorted((a, b) => a - b);
  const n = recorded(first);
  expect(n + (draws[Math.floor(0.005 * draws.length)] ?? 0)).toBeLessThan(TRUTH);
  expect(n + (draws[Math.floor(0.995 * draws.length)] ?? 0)).toBeGreaterThan(TRUTH);
});

test('chains that tell different things have a large R-hat; equal ones do not', () => {
  const normal = (shift: number, stream: number) => {
    const draws = openDraws(seededUniform(9, stream));
    return Float64Array.from({ length: 500 }, () => shift + draws.normal());
  };
  const alike = diagnose([0, 1, 2, 3].map((stream) => normal(0, stream)));
  expect(alike.rHat ?? 9).toBeLessThan(1.01);
  expect(alike.effective).toBeGreaterThan(1500);
  expect(diagnose([normal(0, 0), normal(0, 1), normal(1, 2), normal(1, 3)]).rHat).toBeGreaterThan(1.1);
  const still = Float64Array.from({ length: 500 }, () => 7);
  expect(diagnose([still, still]).rHat).toBeNull();
});

test('the same seed gives the same chain, another seed another', () => {
  const options = { ...LATENT_CLASS_OPTIONS, warmUp: 50, steps: 100, kept: 50 };
  const run = (seed: number, chain: number) => [
    ...latentClassChain(kosovo, options, { seed, chain, chains: 8 }),
  ];
  expect(run(1, 0)).toEqual(run(1, 0));
  expect(run(1, 0)).not.toEqual(run(2, 0));
  expect(run(1, 0)).not.toEqual(run(1, 1));
});

/** Tables with people in every cell, so that every method runs. */
const fullTable = fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 7, maxLength: 7 }).map((counts) =>
  captureTable(
    ['A', 'B', 'C'],
    counts.map((count, at) => [at + 1, count] as const),
  ),
);

test('renaming and reordering lists changes no estimate', () => {
  fc.assert(
    fc.property(fullTable, (table) => {
      const turned = captureTable(
        ['C', 'A', 'B'],
        table.counts.map((count, history) => [((history << 1) & 7) | (history >> 2), count] as const),
      );
      const [one, other] = [table, turned].map((each) => averageOverGraphs(each, AVERAGE_OPTIONS).figures);
      expect(other?.mean).toBeCloseTo(one?.mean ?? 0, 6);
      const models = [table, turned].map((each) => chooseLogLinear(each, null, solve).best.bic?.model.people);
      expect(models[1]).toBeCloseTo(models[0] ?? 0, 4);
    }),
    { numRuns: 25 },
  );
});

test('limits stand in order and nobody recorded is lost', () => {
  fc.assert(
    fc.property(fullTable, (table) => {
      const n = recorded(table);
      const { low, median, high } = averageOverGraphs(table, AVERAGE_OPTIONS).figures;
      expect([n, low, median, high].every((value, at, all) => at === 0 || value >= (all[at - 1] ?? 0))).toBe(
        true,
      );
      const bound = chaoBound(table, solve);
      if (bound === null) return;
      expect(bound.low).toBeLessThanOrEqual(bound.people + 1);
      expect(bound.low).toBeGreaterThanOrEqual(n);
    }),
    { numRuns: 25 },
  );
});

test('leaving a list out and looking at its people part the table', () => {
  fc.assert(
    fc.property(fullTable, fc.integer({ min: 0, max: 2 }), (table, list) => {
      const { table: seen, size } = peopleOfList(table, list);
      const alone = size - recorded(seen);
      expect(recorded(withoutList(table, list)) + alone).toBe(recorded(table));
    }),
  );
});
