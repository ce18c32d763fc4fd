/**
 * How often the intervals of each estimator hold the truth, on invented people whose number is known: under the model
 * that the estimator assumes, and under others. 95 % is what an interval says of itself.
 */
import { type CaptureTable, recorded } from '../../src/reckon/estimate/capture-table.ts';
import { diagnose } from '../../src/reckon/estimate/chain-diagnostics.ts';
import type { ChaoBound } from '../../src/reckon/estimate/chao-bound.ts';
import { type AverageOptions, averageOverGraphs } from '../../src/reckon/estimate/decomposable-average.ts';
import { LATENT_CLASS_OPTIONS, latentClassChain } from '../../src/reckon/estimate/latent-class.ts';
import { chooseLogLinear } from '../../src/reckon/estimate/log-linear-choice.ts';
import { openDraws } from '../../src/reckon/estimate/random-draws.ts';
import { seededUniform } from '../../src/reckon/estimate/seeded-chance.ts';
import {
  type ListTie,
  type PopulationPart,
  simulateTable,
} from '../../src/reckon/estimate/simulated-tables.ts';
import type { SolveLinear } from '../../src/reckon/linear-programme.ts';

const TRUTH = 2000;
/** The sampler is slow: it is run on so many of the tables. */
const LATENT_RUNS = 24;

const WORLDS: Readonly<
  Record<string, { readonly parts: readonly PopulationPart[]; readonly ties: readonly ListTie[] }>
> = {
  independent: { parts: [{ share: 1, reach: [0.3, 0.25, 0.2, 0.35] }], ties: [] },
  two_lists_tied: {
    parts: [{ share: 1, reach: [0.3, 0.25, 0.2, 0.35] }],
    ties: [{ from: 0, to: 1, chance: 0.6 }],
  },
  people_differ: {
    parts: [
      { share: 0.5, reach: [0.5, 0.4, 0.45, 0.5] },
      { share: 0.5, reach: [0.12, 0.1, 0.15, 0.1] },
    ],
    ties: [],
  },
  people_differ_5_lists: {
    parts: [
      { share: 0.4, reach: [0.6, 0.5, 0.55, 0.6, 0.5] },
      { share: 0.6, reach: [0.2, 0.15, 0.2, 0.25, 0.2] },
    ],
    ties: [],
  },
};

type Interval = readonly [people: number, low: number, high: number] | null;

interface Told {
  readonly runs: number;
  /** Share of runs whose interval holds the truth; for the floor, whose lower limit lies at or under it. */
  readonly covered: number;
  readonly meanRatio: number;
}

/**
 * Measures all estimators in all worlds and prints a line each.
 *
 * @param runs tables a world
 */
export function coverage(
  runs: number,
  solve: SolveLinear,
  how: {
    readonly average: AverageOptions;
    readonly chao: (table: CaptureTable, solve: SolveLinear) => ChaoBound | null;
  },
): Readonly<Record<string, Readonly<Record<string, Told>>>> {
  return Object.fromEntries(
    Object.entries(WORLDS).map(([world, population]) => {
      const tables = Array.from({ length: runs }, (_, run) =>
        simulateTable(TRUTH, population, openDraws(seededUniform(2026, run))),
      );
      const estimators: Readonly<Record<string, Told>> = {
        average: told(tables, (table) => {
          const { median, low, high } = averageOverGraphs(table, how.average).figures;
          return [median, low, high];
        }),
        log_linear_bic: told(tables, (table) => logLinear(table, 'bic', solve)),
        log_linear_aic: told(tables, (table) => logLinear(table, 'aic', solve)),
        chao_floor: told(tables, (table) => {
          const bound = how.chao(table, solve);
          return bound === null ? null : [bound.people, bound.low, Number.POSITIVE_INFINITY];
        }),
        latent_class: told(tables.slice(0, LATENT_RUNS), latentClass),
      };
      for (const [name, one] of Object.entries(estimators))
        console.log(
          `  ${world}, ${name}: truth of ${TRUTH} in ${Math.round(one.covered * 100)} % of ${one.runs} intervals, estimate ${one.meanRatio} of it on average`,
        );
      return [world, estimators];
    }),
  );
}

function logLinear(table: CaptureTable, criterion: 'aic' | 'bic', solve: SolveLinear): Interval {
  const choice = chooseLogLinear(table, null, solve).best[criterion];
  if (choice?.interval === undefined || choice.interval === null) return null;
  return [choice.model.people, choice.interval.low, choice.interval.high ?? Number.POSITIVE_INFINITY];
}

/** Null when four chains disagree: the figure would be withheld, and is not counted. */
function latentClass(table: CaptureTable): Interval {
  const options = { ...LATENT_CLASS_OPTIONS, warmUp: 2500, steps: 10_000 };
  const chains = Array.from({ length: 4 }, (_, chain) =>
    latentClassChain(table, options, { seed: 1, chain, chains: 4 }),
  );
  const { rHat } = diagnose(chains);
  if (rHat === null || rHat > 1.05) return null;
  const draws = Float64Array.from(chains.flatMap((chain) => [...chain])).sort();
  const at = (level: number): number => recorded(table) + (draws[Math.floor(level * draws.length)] ?? 0);
  return [at(0.5), at(0.025), at(0.975)];
}

function told(tables: readonly CaptureTable[], estimate: (table: CaptureTable) => Interval): Told {
  const found = tables.flatMap((table) => {
    const interval = estimate(table);
    return interval === null ? [] : [interval];
  });
  const held = found.filter(([, low, high]) => low <= TRUTH && TRUTH <= high).length;
  const ratio = found.reduce((sum, [people]) => sum + people / TRUTH, 0) / found.length;
  return {
    runs: found.length,
    covered: Number((held / found.length).toFixed(3)),
    meanRatio: Number(ratio.toFixed(3)),
  };
}
