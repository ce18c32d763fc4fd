/** The model recovers the rates with which invented pairs were made; weights, patterns and blocking keep what they promise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CostedRule, chooseRules, implies } from './blocking.ts';
import { COLUMN_KINDS, LEVELS, type LinkColumn, topLevel } from './columns.ts';
import { decodePattern, type PatternCount, placeValues } from './patterns.ts';
import { trainModel } from './train-model.ts';
import { waterfall } from './waterfall.ts';
import { patternWeight, probabilityOf } from './weights.ts';

const COLUMNS: readonly LinkColumn[] = [
  { name: 'sex', kind: 'sex' },
  { name: 'month', kind: 'month' },
  { name: 'day', kind: 'day' },
  { name: 'town', kind: 'place' },
  { name: 'number', kind: 'code' },
];
const TRUE_M = [
  [0.03, 0.97],
  [0.1, 0.9],
  [0.05, 0.1, 0.85],
  [0.08, 0.02, 0.2, 0.7],
  [0.02, 0.03, 0.1, 0.85],
].map((rates) => Float64Array.from(rates));
const TRUE_U = [
  [0.5, 0.5],
  [0.92, 0.08],
  [0.76, 0.2, 0.04],
  [0.945, 0.015, 0.03, 0.01],
  [0.989, 0.009, 0.0015, 0.0005],
].map((rates) => Float64Array.from(rates));
const ALL_PAIRS = 2_000_000;
const MATCHES = 1500;

/** Every pattern with its expected number of pairs: data of known truth without noise. */
function expectedPatterns(): readonly PatternCount[] {
  const places = placeValues(COLUMNS);
  let made: { levels: number[]; m: number; u: number }[] = [
    { levels: [], m: MATCHES, u: ALL_PAIRS - MATCHES },
  ];
  for (const at of COLUMNS.keys()) {
    made = made.flatMap(({ levels, m, u }) =>
      Array.from(TRUE_M[at] ?? [], (rate, level) => ({
        levels: [...levels, level],
        m: m * rate,
        u: u * (TRUE_U[at]?.[level] ?? 0),
      })),
    );
  }
  return made.map(({ levels, m, u }) => ({
    levels: Int8Array.from(levels),
    code: levels.reduce((sum, level, at) => sum + (level + 1) * (places[at] ?? 0), 0),
    pairs: m + u,
  }));
}

const model = trainModel({
  columns: COLUMNS,
  patterns: expectedPatterns(),
  u: TRUE_U,
  allPairs: ALL_PAIRS,
  covered: () => true,
  recall: 0.9,
});

test('rates are recovered from pairs of known truth, without labels', () => {
  for (const [at, rates] of TRUE_M.entries())
    for (const [level, rate] of rates.entries())
      expect(Math.abs((model.m[at]?.[level] ?? 0) - rate), `${COLUMNS[at]?.name} ${level}`).toBeLessThan(
        0.02,
      );
  expect(model.training.untaught).toEqual([]);
  expect(model.training.rules.length).toBeGreaterThan(1);
});

test('the prior comes from deterministic rules and the stated recall', () => {
  const { deterministicPairs, recall } = model.training;
  expect(model.prior).toBeCloseTo(deterministicPairs / recall / ALL_PAIRS, 12);
  expect(model.prior * ALL_PAIRS).toBeGreaterThan(MATCHES * 0.7);
  expect(model.prior * ALL_PAIRS).toBeLessThan(MATCHES * 1.4);
});

test('the steps of a waterfall add up to the weight, and a missing value adds nothing', () => {
  fc.assert(
    fc.property(
      fc.tuple(...COLUMNS.map(({ kind }) => fc.integer({ min: -1, max: topLevel(kind) }))),
      (given) => {
        const levels = Int8Array.from(given);
        const rarity = COLUMNS.map(({ kind }, at) => (levels[at] === topLevel(kind) ? 5 : null));
        const steps = waterfall(model, levels, rarity);
        const rare = steps.reduce((sum, step) => sum + (step.rarity ?? 0), 0);
        const sum = steps.reduce((total, { bits }) => total + bits, 0);
        expect(sum).toBeCloseTo(patternWeight(model, levels) + rare, 9);
        for (const [at, level] of levels.entries()) if (level < 0) expect(steps[at + 1]?.bits).toBe(0);
      },
    ),
  );
  expect(probabilityOf(0)).toBe(0.5);
});

test('patterns are read back from their number', () => {
  const columns = COLUMN_KINDS.map((kind): LinkColumn => ({ name: kind, kind })).slice(0, 8);
  const places = placeValues(columns);
  fc.assert(
    fc.property(
      fc.tuple(...columns.map(({ kind }) => fc.integer({ min: -1, max: LEVELS[kind].length - 1 }))),
      (levels) => {
        const code = levels.reduce((sum, level, at) => sum + (level + 1) * (places[at] ?? 0), 0);
        expect([...decodePattern(code, columns)]).toEqual(levels);
      },
    ),
  );
});

test('the more general blocking rule stands for what it implies, within the budget', () => {
  const start: CostedRule = { keys: [{ column: 0, part: 'start' }], pairs: 900 };
  const same: CostedRule = { keys: [{ column: 0, part: 'same' }], pairs: 200 };
  const both: CostedRule = {
    keys: [
      { column: 0, part: 'same' },
      { column: 1, part: 'same' },
    ],
    pairs: 50,
  };
  expect(implies(same, start)).toBe(true);
  expect(implies(start, same)).toBe(false);
  expect(chooseRules([both, same, start], 1000)).toEqual([start]);
  expect(chooseRules([both, same, start], 500)).toEqual([same]);
  expect(chooseRules([both, same, start], 100)).toEqual([both]);
  expect(chooseRules([both, same, start], 10)).toEqual([]);
});
