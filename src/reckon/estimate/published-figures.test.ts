/** Published figures, to the digit: what other people's programs and papers give for tables that anybody may repeat. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { type CaptureTable, captureTable, recorded } from './capture-table.ts';
import { chaoBound } from './chao-bound.ts';
import { chordalGraphs } from './chordal-graphs.ts';
import { AVERAGE_OPTIONS, averageOverGraphs } from './decomposable-average.ts';
import { hasFiniteMaximum } from './finite-maximum.ts';
import { heterogeneityModel } from './heterogeneity.ts';
import { possibleInteractions } from './hierarchical-models.ts';
import { partialIdentification } from './highest-order.ts';
import { chooseLogLinear } from './log-linear-choice.ts';
import { openLogLinear } from './log-linear-fit.ts';
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
} from './published-tables.cases.ts';

let solve: SolveLinear;
beforeAll(async () => {
  solve = await openLinearSolver();
});

test.each([
  [1, 1],
  [2, 2],
  [3, 8],
  [4, 61],
  [5, 822],
  [6, 18_154],
  [7, 617_675],
])('%i lists have %i decomposable graphs', (lists, count) => {
  expect(chordalGraphs(lists).count).toBe(count);
});

test.each<readonly [string, CaptureTable, readonly number[]]>([
  ['United Kingdom, 5 lists', ukFive, [23_016, 10_408, 33_481]],
  ['Netherlands, 5 lists', netherlands, [50_270, 41_616, 203_328]],
  ['New Orleans, 5 lists', newOrleans, [869, 514, 1763]],
])('averaging with the complete graph on 1,000 equal steps: %s', (_, table, published) => {
  const { figures } = averageOverGraphs(table, { ...AVERAGE_OPTIONS, complete: true, grid: 'equal' });
  expect([figures.median, figures.low, figures.high]).toEqual(published);
});

test('Madigan and York: average 731, mode 728, likeliest model .37 under their prior', () => {
  const { figures, top } = averageOverGraphs(spinaBifida, {
    ...AVERAGE_OPTIONS,
    delta: 1,
    complete: true,
    population: { kind: 'gamma-poisson', shape: 13.14, scale: 55.17 },
    factor: 300 / recorded(spinaBifida),
    points: 300,
    grid: 'equal',
  });
  expect(figures.median).toBe(731);
  expect(figures.mode).toBe(728);
  expect(top.share).toBeCloseTo(0.37, 2);
  expect(top.cliques).toEqual([['L1', 'L2'], ['L3']]);
});

test('averaging on a fine grid: Kosovo', () => {
  const { figures, top } = averageOverGraphs(kosovo, { ...AVERAGE_OPTIONS, complete: true });
  expect(figures.mean).toBeCloseTo(12_749.4, 0);
  expect(Math.abs(figures.median - 12_592)).toBeLessThan(6);
  expect(top.share).toBeCloseTo(0.986, 3);
  expect(top.cliques).toEqual([
    ['EXH', 'ABA', 'OSCE'],
    ['EXH', 'OSCE', 'HRW'],
  ]);
});

test('the complete graph decides alone when counts are large: left out by default', () => {
  const large = captureTable(
    ukFive.lists,
    ukFive.counts.map((count, history) => [history, 20 * count] as const),
  );
  const n = recorded(large);
  const alone = averageOverGraphs(large, AVERAGE_OPTIONS).figures;
  const withComplete = averageOverGraphs(large, {
    ...AVERAGE_OPTIONS,
    complete: true,
    grid: 'equal',
    points: 20_000,
  });
  expect(withComplete.figures.median).toBe(n + 1);
  expect(Math.abs(alone.median - 630_049) / 630_049).toBeLessThan(0.01);
});

test('log-linear models of Kosovo: Ball et al. 2002 and Rcapture', () => {
  const { best, fitted, independence } = chooseLogLinear(kosovo, null, solve);
  expect(fitted).toBe(113);
  expect(independence?.people).toBeCloseTo(7394.6, 1);
  expect(best.bic?.model.people).toBeCloseTo(10_356.5, 1);
  expect(best.bic?.model.deviance).toBeCloseTo(9.323, 3);
  expect(best.bic?.model.degrees).toBe(4);
  expect(best.bic?.model.standardError).toBeCloseTo(785.9, 1);
  expect(best.bic?.interval?.low).toBeCloseTo(8994.3, 1);
  expect(best.bic?.interval?.high).toBeCloseTo(12_110.4, 1);
  expect(best.aic?.model.people).toBeCloseTo(12_741, 0);
  expect(best.bic?.model.generators).toEqual([
    ['EXH', 'ABA', 'OSCE'],
    ['EXH', 'HRW'],
    ['OSCE', 'HRW'],
  ]);
});

test.each<readonly [string, CaptureTable, number]>([
  ['United Kingdom, 5 lists', ukFive, 13_444],
  ['Netherlands', netherlands, 52_924],
  ['New Orleans', newOrleans, 1034],
  ['HIV, Rome', hiv, 11_125],
  ['congenital anomaly', anomaly, 638],
])('independence: %s', (_, table, people) => {
  expect(chooseLogLinear(table, 1, solve).independence?.people).toBeCloseTo(people, -0.3);
});

test('among pairwise models with a finite maximum AIC finds what SparseMSE finds', () => {
  expect(chooseLogLinear(ukFive, 2, solve).best.aic?.model.people).toBeCloseTo(11_312.99, 2);
});

test('six lists are averaged exactly: United Kingdom', () => {
  const { figures, graphs } = averageOverGraphs(ukSix, { ...AVERAGE_OPTIONS, complete: true });
  expect(graphs).toBe(18_154);
  expect(Math.abs(figures.median - 12_317)).toBeLessThan(10);
  expect(Math.abs(figures.low - 10_238)).toBeLessThan(15);
  expect(Math.abs(figures.high - 26_191)).toBeLessThan(30);
});

test('hares: M_th Poisson2 gives 81.1 (5.6) at AIC 146.3', () => {
  const fit = heterogeneityModel(hare, 'poisson2');
  expect(fit?.people).toBeCloseTo(81.1, 1);
  expect(fit?.standardError).toBeCloseTo(5.6, 1);
  expect(fit?.aic).toBeCloseTo(146.3, 1);
});

test('the model without a maximum is refused, not fitted', () => {
  expect(hasFiniteMaximum(artificial3, [0b011], solve)).toBe(false);
  expect(hasFiniteMaximum(artificial3, [], solve)).toBe(true);
  const { best } = chooseLogLinear(artificial3, null, solve);
  expect(best.bic?.model.interactions).toEqual([]);
  expect(best.bic?.passedOver).toBe(1);
});

test('without the interaction of all lists: Kosovo 16,942 [9,360–36,116], half and double 10,671–29,484', () => {
  const found = partialIdentification(kosovo, [0.5, 1, 2]);
  expect(found?.people).toBeCloseTo(16_942, 0);
  expect(found?.steps.map(({ people }) => Math.round(people))).toEqual([10_671, 16_942, 29_484]);
  const fit = openLogLinear(4, kosovo.counts)(possibleInteractions(4, 3));
  const wide = Math.exp(1.96 * Math.sqrt(fit?.varianceOfLog ?? 0));
  expect(Math.round(4400 + (fit?.unseen ?? 0) / wide)).toBe(9360);
  expect(Math.round(4400 + (fit?.unseen ?? 0) * wide)).toBe(36_116);
  const { widest, low = 0, high } = found ?? {};
  expect(low).toBeGreaterThan(9000);
  expect(high).toBeGreaterThan(30_000);
  expect(widest?.low).toBeLessThan(low);
  expect(widest?.high ?? Number.POSITIVE_INFINITY).toBeGreaterThan(high ?? 0);
});

test('the lower bound lies near that of Rcapture', () => {
  expect(Math.abs((chaoBound(kosovo, solve)?.people ?? 0) - 8588)).toBeLessThan(10);
  expect(Math.abs((chaoBound(kosovo, solve)?.low ?? 0) - 8189)).toBeLessThan(2);
  expect(Math.abs((chaoBound(ukFive, solve)?.people ?? 0) - 13_564)).toBeLessThan(15);
  expect(Math.abs((chaoBound(netherlands, solve)?.people ?? 0) - 53_704)).toBeLessThan(100);
});
