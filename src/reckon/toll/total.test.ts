import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure, Proposition } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { Utterance } from '../../record/utterance.ts';
import {
  actor,
  actorsOf,
  atLeast,
  exactly,
  proposition,
  propositionId,
  said,
} from '../fixtures/invented-records.ts';
import { type CountInTotal, topOf } from './count-in-total.ts';
import type { EventSpan } from './event-span.ts';
import { fewestPeople } from './fewest-people.ts';
import { netOfNamed } from './net-of-named.ts';
import { relateWordings, wordedApart } from './place-relation.ts';
import { simulateTotal } from './simulate-total.ts';
import { tollOf } from './toll.ts';
import { totalOf } from './total.ts';
import { totalSteps } from './total-steps.ts';

const ACTORS = actorsOf(actor('paper', 'media'), actor('radio', 'media'), actor('net', 'organisation'));
const APART = wordedApart(relateWordings);
const UNKNOWN: EventSpan = { days: { earliest: null, latest: null }, complete: false };
const on = (day: string): EventSpan => ({ days: { earliest: day, latest: day }, complete: true });

interface CountSpec {
  readonly place?: string | null;
  readonly within?: string;
  readonly span?: EventSpan;
  readonly surelyInside?: boolean;
  readonly measure?: Measure;
}

function count(name: string, figures: readonly Bounds[], spec: CountSpec = {}): CountInTotal {
  const { place = null, within, span = UNKNOWN, surelyInside = true, measure = 'killed' } = spec;
  const counted: Proposition = proposition(name, {
    measure,
    scope: { group: null, place, by: null, actor: null },
    narrowerThan: within === undefined ? null : propositionId(within),
  });
  const voices = ['paper', 'radio', 'net'];
  const utterances: Utterance[] = figures.map((figure, at) =>
    said(`${name}${at}`, [voices[at] ?? 'paper'], { ...figure, on: name, saidAt: `2031-04-0${at + 1}` }),
  );
  const toll = tollOf({ proposition: counted, utterances, actors: ACTORS });
  return { proposition: counted, toll, figures, span, surelyInside };
}

const of = (counts: readonly CountInTotal[], measure: Measure = 'killed') =>
  totalOf(measure, counts, APART).total;

describe('low: the fewest people', () => {
  test('counts in places that are apart add up; one without a place may be in either', () => {
    const orsa = count('a', [exactly(10)], { place: 'Orsa' });
    const belo = count('b', [exactly(8)], { place: 'Belo' });
    const nowhere = count('c', [exactly(12)]);
    expect(of([orsa, belo])).toMatchObject({ low: 18, best: 18, high: 18, mayOverlap: [] });
    expect(of([orsa, belo, nowhere])).toMatchObject({ low: 18, best: null, high: 30 });
    expect(of([orsa, nowhere])).toMatchObject({ low: 12, high: 22, sums: { low: 22, best: 22, high: 22 } });
  });

  test('places that only differ in their words prove nothing', () => {
    const counts = [
      count('a', [exactly(10)], { place: 'Orsa' }),
      count('b', [exactly(8)], { place: 'Belo' }),
    ];
    expect(totalOf('killed', counts, relateWordings).total.low).toBe(10);
  });

  test('days that do not meet prove that the killed differ, and nothing of the detained', () => {
    const counts = (measure: Measure) => [
      count('a', [exactly(10)], { span: on('2031-04-01'), measure }),
      count('b', [exactly(8)], { span: on('2031-04-02'), measure }),
    ];
    expect(of(counts('killed')).low).toBe(18);
    expect(of(counts('detained'), 'detained').low).toBe(10);
  });

  test('what may lie outside the period adds to the high alone', () => {
    const counts = [
      count('a', [exactly(10)], { place: 'Orsa' }),
      count('b', [exactly(8)], { place: 'Belo', surelyInside: false }),
    ];
    expect(of(counts)).toMatchObject({ low: 10, best: null, high: 18 });
  });

  test('a stated part is in its whole, which is at least as large', () => {
    const whole = count('w', [exactly(10)], { place: 'Orsa' });
    const part = count('p', [exactly(12)], { place: 'Orsa', within: 'w' });
    expect(of([whole, part])).toMatchObject({ low: 12, best: null, high: 12 });
    expect(of([whole, part]).leftOut[0]?.reason).toContain('is a part of');
  });

  test('parts in a circle are counted once', () => {
    const counts = [count('a', [exactly(3)], { within: 'b' }), count('b', [exactly(4)], { within: 'a' })];
    expect(of(counts)).toMatchObject({ low: 4, high: 4 });
    expect(of(counts).parts).toHaveLength(1);
  });
});

test('a high that one count leaves open is open, and says from where', () => {
  const counts = [count('a', [atLeast(10)], { place: 'Orsa' }), count('b', [exactly(8)], { place: 'Belo' })];
  expect(of(counts)).toMatchObject({ low: 18, best: null, high: null, openFrom: 18 });
});

test('a count that supplies more than a quarter of the high is named', () => {
  const small = ['b', 'c', 'd', 'e'].map((name) => count(name, [exactly(5)], { place: name }));
  const total = of([count('a', [exactly(40)], { place: 'Orsa' }), ...small]);
  expect(total.large).toEqual([propositionId('a')]);
  expect(total.parts[0]?.share).toBeCloseTo(40 / 60);
  expect(of(small.slice(0, 1)).large).toEqual([]);
});

test('what was known by each day', () => {
  const counts = [
    count('a', [exactly(3), exactly(9)], { place: 'Orsa' }),
    count('b', [exactly(8)], { place: 'Belo' }),
  ];
  expect(totalSteps(totalOf('killed', counts, APART), 'known')).toMatchObject([
    { day: '2031-04-01', low: 11, best: 11, high: 11 },
    { day: '2031-04-02', low: 11, best: 11, high: 17 },
  ]);
});

test('named people: all of them inside for the low, none for the high', () => {
  const identity = (name: string, place: string | null) =>
    proposition(name, { kind: 'identity', scope: { group: null, place, by: null, actor: null } });
  const killed = proposition('k', { scope: { group: null, place: 'Orsa', by: null, actor: null } });
  const named = [identity('x', 'Orsa'), identity('y', null), identity('z', 'Belo')];
  expect(netOfNamed([killed], exactly(26), named)).toEqual({
    named: [propositionId('x'), propositionId('y')],
    low: 24,
    high: 26,
  });
  expect(netOfNamed([killed], exactly(1), named)?.low).toBe(0);
  expect(netOfNamed([killed], exactly(1), [])).toBeNull();
});

describe('simulation', () => {
  test('exact figures of places that are apart leave nothing to chance', () => {
    const counts = [
      count('a', [exactly(10)], { place: 'Orsa' }),
      count('b', [exactly(8)], { place: 'Belo' }),
    ];
    expect(simulateTotal(totalOf('killed', counts, APART))).toMatchObject({
      low: 18,
      middle: 18,
      high: 18,
      openAbove: false,
    });
  });

  test('one figure between two ends: the quantiles of the triangle', () => {
    const reckoned = totalOf('killed', [count('a', [{ low: 0, best: 500, high: 1000 }])], APART);
    const { low = 0, middle = 0, high = 0 } = simulateTotal(reckoned, { draws: 40_000 }) ?? {};
    expect(low / 1000).toBeCloseTo(Math.sqrt(0.025 * 0.5), 1.7);
    expect(middle / 1000).toBeCloseTo(0.5, 1.7);
    expect(high / 1000).toBeCloseTo(1 - Math.sqrt(0.025 * 0.5), 1.7);
  });

  test('two origins, each as likely: the middle of many counts is half the way', () => {
    const counts = Array.from({ length: 100 }, (_, at) =>
      count(`n${at}x`, [exactly(0), exactly(10)], { place: `place${at}` }),
    );
    const simulated = simulateTotal(totalOf('killed', counts, APART));
    // Binomial: mean 500, standard deviation 50.
    expect(simulated?.middle).toBeGreaterThan(480);
    expect(simulated?.middle).toBeLessThan(520);
    expect(simulated?.low).toBeGreaterThan(370);
    expect(simulated?.high).toBeLessThan(630);
  });

  test('the same seed gives the same digits, and it is told', () => {
    const reckoned = totalOf(
      'killed',
      [count('a', [exactly(3), exactly(9)]), count('b', [atLeast(8)])],
      APART,
    );
    expect(simulateTotal(reckoned, { seed: 5 })).toEqual(simulateTotal(reckoned, { seed: 5 }));
    expect(simulateTotal(reckoned, { seed: 5 })).toMatchObject({ seed: 5, openAbove: true });
  });
});

const FIGURES = fc.array(
  fc.constantFrom<Bounds>(
    exactly(3),
    exactly(20),
    atLeast(21),
    { low: null, best: 100, high: null },
    { low: null, best: null, high: 30 },
    { low: 10, best: 12, high: 40 },
  ),
  { minLength: 1, maxLength: 3 },
);
const COUNTS = fc
  .array(
    fc.record({
      figures: FIGURES,
      place: fc.constantFrom(null, 'Orsa', 'Belo', 'Upper Orsa', 'Velt, Orsa'),
      span: fc.constantFrom(UNKNOWN, on('2031-04-01'), on('2031-04-09')),
      surelyInside: fc.boolean(),
      within: fc.constantFrom(undefined, undefined, 'c0', 'c1'),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(({ figures, within, ...spec }, at) =>
      count(`c${at}`, figures, within === undefined ? spec : { ...spec, within }),
    ),
  );
const RUNS = { numRuns: 300 };

describe('properties', () => {
  test('the largest certain low ≤ low ≤ best ≤ high, low ≤ the plain sum, shares add up', () => {
    fc.assert(
      fc.property(COUNTS, (counts) => {
        const total = of(counts);
        const lows = counts.flatMap(({ toll, surelyInside }) =>
          surelyInside ? (toll.low?.value ?? []) : [],
        );
        if (lows.length > 0 && counts.every(({ surelyInside }) => surelyInside))
          expect(total.low ?? 0).toBeGreaterThanOrEqual(Math.max(...lows));
        if (total.low !== null && total.best !== null) expect(total.low).toBeLessThanOrEqual(total.best);
        if (total.best !== null && total.high !== null) expect(total.best).toBeLessThanOrEqual(total.high);
        if (total.low !== null && total.high !== null) expect(total.low).toBeLessThanOrEqual(total.high);
        if (total.low !== null) expect(total.low).toBeLessThanOrEqual(total.sums.low ?? 0);
        expect(total.parts.length + total.leftOut.length).toBe(counts.length);
        const shares = total.parts.flatMap(({ share }) => share ?? []);
        if (shares.length > 0) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
      }),
      RUNS,
    );
  });

  test('the order of counts does not matter to any bound', () => {
    fc.assert(
      fc.property(COUNTS, (counts) => {
        const { low, best, high, openFrom } = of(counts);
        expect(of(counts.toReversed())).toMatchObject({ low, best, high, openFrom });
      }),
      RUNS,
    );
  });

  test('every draw lies between the fewest and all, so the interval does', () => {
    fc.assert(
      fc.property(COUNTS, (counts) => {
        const reckoned = totalOf('killed', counts, APART);
        const simulated = simulateTotal(reckoned, { draws: 60 });
        if (simulated === null) return;
        const top = counts.reduce((sum, { toll }) => sum + (topOf(toll) ?? 0), 0);
        expect(simulated.low).toBeLessThanOrEqual(simulated.middle);
        expect(simulated.middle).toBeLessThanOrEqual(simulated.high);
        expect(simulated.high).toBeLessThanOrEqual(Math.max(top, 100 * counts.length));
      }),
      { numRuns: 60 },
    );
  });

  test('the fewest people equal those found by trying every set', () => {
    const graph = fc.integer({ min: 1, max: 9 }).chain((size) =>
      fc.record({
        weights: fc.array(fc.nat(20), { minLength: size, maxLength: size }),
        edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 }),
      }),
    );
    fc.assert(
      fc.property(graph, ({ weights, edges }) => {
        const overlaps = weights.map((_, at) => [
          ...new Set(edges.flatMap(([a, b]) => (a === b ? [] : a === at ? [b] : b === at ? [a] : []))),
        ]);
        let best = 0;
        for (let set = 0; set < 1 << weights.length; set++) {
          const inSet = weights.flatMap((_, at) => ((set >> at) & 1 ? [at] : []));
          if (inSet.some((at) => overlaps[at]?.some((other) => inSet.includes(other)))) continue;
          best = Math.max(
            best,
            inSet.reduce((sum, at) => sum + (weights[at] ?? 0), 0),
          );
        }
        expect(fewestPeople(weights, overlaps)).toMatchObject({ sum: best, exact: true });
      }),
      RUNS,
    );
  });
});
