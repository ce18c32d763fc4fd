/** Estimates: published figures, times for five to seven lists, coverage on invented people. */

import { openEstimateThreads } from '../../src/engine/estimate/open-estimate-threads.ts';
import { openLinearSolver } from '../../src/engine/linear/open-linear-solver.ts';
import { type CaptureTable, recorded } from '../../src/reckon/estimate/capture-table.ts';
import { chaoBound } from '../../src/reckon/estimate/chao-bound.ts';
import { AVERAGE_OPTIONS, averageOverGraphs } from '../../src/reckon/estimate/decomposable-average.ts';
import { ESTIMATE_OPTIONS } from '../../src/reckon/estimate/estimate-options.ts';
import { estimateReport } from '../../src/reckon/estimate/estimate-report.ts';
import { type EstimateTask, tasksOf } from '../../src/reckon/estimate/estimate-task.ts';
import { chooseLogLinear } from '../../src/reckon/estimate/log-linear-choice.ts';
import {
  anomaly,
  artificial3,
  hare,
  hiv,
  kosovo,
  netherlands,
  newOrleans,
  spinaBifida,
  ukFive,
  ukSix,
} from '../../src/reckon/estimate/published-tables.cases.ts';
import { openDraws } from '../../src/reckon/estimate/random-draws.ts';
import { seededUniform } from '../../src/reckon/estimate/seeded-chance.ts';
import { simulateTable } from '../../src/reckon/estimate/simulated-tables.ts';
import { coverage } from './estimate-coverage.ts';

const THREADS = 2;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** Seconds of the fastest of three runs; graphs made once are kept by the process, so the first one makes them. */
async function seconds(run: () => unknown): Promise<{ readonly first: number; readonly best: number }> {
  const spent: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const start = performance.now();
    await run();
    spent.push((performance.now() - start) / 1000);
  }
  return { first: spent[0] ?? 0, best: Math.min(...spent) };
}

async function wholeRun(table: CaptureTable) {
  const threads = openEstimateThreads(THREADS);
  const tasks: readonly EstimateTask[] = tasksOf(table, ESTIMATE_OPTIONS);
  const results = await threads.run(tasks, {});
  await threads.close();
  const pairs = tasks.flatMap((task, at) => {
    const result = results[at];
    return result === undefined ? [] : [{ task, result }];
  });
  return estimateReport(table, ESTIMATE_OPTIONS, pairs);
}

/** Seven lists of invented people with two lists tied: no public table of seven lists with this many people is at hand. */
function sevenLists(): CaptureTable {
  const reach = [0.2, 0.15, 0.25, 0.1, 0.3, 0.2, 0.15];
  return simulateTable(
    8000,
    { parts: [{ share: 1, reach }], ties: [{ from: 0, to: 1, chance: 0.5 }] },
    openDraws(seededUniform(7, 7)),
  );
}

async function published() {
  const solve = await openLinearSolver();
  const { best, independence } = chooseLogLinear(kosovo, null, solve);
  const bic = best.bic?.model.people ?? Number.NaN;
  const aic = best.aic?.model.people ?? Number.NaN;
  const profile = [best.bic?.interval?.low ?? Number.NaN, best.bic?.interval?.high ?? Number.NaN];
  console.log(
    `  Kosovo, BIC ${round(bic)} (published 10,356.5), deviance ${round(best.bic?.model.deviance ?? 0, 3)} on ${best.bic?.model.degrees}`,
  );
  console.log(`  Kosovo, profile ${profile.map((one) => round(one)).join('–')} (Rcapture 8,994.3–12,110.4)`);
  console.log(
    `  Kosovo, AIC ${round(aic)} (12,741), independence ${round(independence?.people ?? 0)} (7,394.6)`,
  );
  const averages = { uk5_bma: ukFive, nl5_bma: netherlands, no5_bma: newOrleans };
  const figures = Object.fromEntries(
    Object.entries(averages).map(([name, table]) => {
      const { median, low, high } = averageOverGraphs(table, {
        ...AVERAGE_OPTIONS,
        complete: true,
        grid: 'equal',
      }).figures;
      console.log(`  ${name}: ${median} [${low}, ${high}] on 1,000 equal steps with the complete graph`);
      return [name, [median, low, high]];
    }),
  );
  return {
    kosovo_bic: round(bic),
    kosovo_aic: round(aic),
    kosovo_profile: profile.map((one) => round(one)),
    ...figures,
  };
}

async function times() {
  const seven = sevenLists();
  const average = (table: CaptureTable) => () => averageOverGraphs(table, AVERAGE_OPTIONS);
  const five = await seconds(average(ukFive));
  const six = await seconds(average(ukSix));
  const more = await seconds(average(seven));
  console.log(
    `  averaging: 5 lists ${round(five.first, 2)} s, 6 lists ${round(six.first, 2)} s, 7 lists ${round(more.first, 1)} s (${recorded(seven)} invented people); graphs made anew`,
  );
  const all = await seconds(() => wholeRun(ukFive));
  const dense = await seconds(() => wholeRun(anomaly));
  console.log(
    `  every method on 5 lists, ${THREADS} threads: United Kingdom ${round(all.best, 2)} s, anomaly ${round(dense.best, 2)} s`,
  );
  return {
    average_5_s: round(five.first, 2),
    average_6_s: round(six.first, 2),
    average_7_s: round(more.first, 1),
    every_method_5_s: round(all.best, 2),
    every_method_5_dense_s: round(dense.best, 2),
  };
}

async function publicTables() {
  const tables: Readonly<Record<string, CaptureTable>> = {
    kosovo,
    ukFive,
    netherlands,
    newOrleans,
    hiv,
    spinaBifida,
    anomaly,
    hare,
    artificial3,
  };
  const latent: Record<string, unknown> = {};
  for (const [name, table] of Object.entries(tables)) {
    const { methods } = await wholeRun(table);
    const told = Object.entries({ ...methods }).map(([method, outcome]) =>
      outcome.status === 'estimated'
        ? `${method} ${outcome.figure.people} [${outcome.figure.low}, ${outcome.figure.high}]`
        : `${method} refused (${outcome.refusals.map(({ rule }) => rule).join(', ')})`,
    );
    console.log(`  ${name}: ${told.join('; ')}`);
    latent[name] = methods.latentClass.status === 'estimated' ? methods.latentClass.figure.people : 'refused';
  }
  return { latent_class: latent };
}

/** The part for `bench/count.ts`. */
export async function estimatePart({
  runs,
}: {
  readonly runs: number;
}): Promise<Readonly<Record<string, unknown>>> {
  const solve = await openLinearSolver();
  const figures = await published();
  const spent = await times();
  const latent = await publicTables();
  const covered = coverage(runs, solve, { average: AVERAGE_OPTIONS, chao: chaoBound });
  return { ...figures, ...spent, ...latent, coverage: covered };
}
