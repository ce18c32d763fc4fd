import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createToll } from '../../record/toll.ts';
import type { Utterance } from '../../record/utterance.ts';
import {
  actor,
  actorsOf,
  atLeast,
  claimId,
  exactly,
  proposition,
  propositionId,
  said,
} from '../fixtures/invented-records.ts';
import { disagreementOf } from './disagreement.ts';
import { tollOf, tollsOf } from './toll.ts';

const ACTORS = actorsOf(
  actor('paper', 'media'),
  actor('radio', 'media'),
  actor('agency', 'media'),
  actor('net', 'organisation'),
  actor('guard', 'public-body'),
);
const KILLED = proposition('p');

function toll(utterances: readonly Utterance[], asOf: string | null = null) {
  return tollOf({ proposition: KILLED, utterances, actors: ACTORS, asOf });
}

function headline(utterances: readonly Utterance[]) {
  const { low, best, high } = toll(utterances);
  return [low?.value ?? null, best?.value ?? null, high?.value ?? null];
}

const TABLE: readonly (readonly [string, readonly Utterance[], readonly (number | null)[]])[] = [
  ['one exact figure', [said('a', ['paper'], exactly(26))], [26, 26, 26]],
  ['"more than 100" has no best and no high', [said('a', ['paper'], atLeast(101))], [101, null, null]],
  ['"up to 30" has a high only', [said('a', ['paper'], { high: 30 })], [null, null, 30]],
  ['"dozens" sets no bound', [said('a', ['paper'], { vague: true })], [null, null, null]],
  ['two outlets', [said('a', ['paper'], exactly(20)), said('b', ['radio'], exactly(26))], [20, 20, 26]],
  [
    'ten copies weigh nothing',
    [
      said('a', ['paper'], exactly(26)),
      said('b', ['radio'], exactly(20)),
      said('c', ['agency', 'radio'], exactly(20)),
      said('d', ['net', 'radio'], exactly(20)),
    ],
    [20, 20, 26],
  ],
  [
    'the most frequent over origins',
    [
      said('a', ['paper'], exactly(26)),
      said('b', ['radio'], exactly(20)),
      said('c', ['agency'], exactly(26)),
    ],
    [20, 26, 26],
  ],
  [
    'a low above the high leaves it open',
    [said('a', ['paper'], atLeast(201)), said('b', ['radio'], exactly(90))],
    [90, 90, null],
  ],
  [
    'a growing toll',
    [
      said('a', ['paper'], { ...exactly(3), saidAt: '2031-04-01' }),
      said('b', ['paper'], { ...exactly(26), saidAt: '2031-05-01' }),
    ],
    [26, 26, 26],
  ],
  [
    'a stale copy does not bring an old figure back',
    [
      said('a', ['paper'], { ...exactly(3), saidAt: '2031-04-01' }),
      said('b', ['paper'], { ...exactly(26), saidAt: '2031-05-01' }),
      said('c', ['radio', 'paper'], { ...exactly(3), saidAt: '2031-06-01' }),
    ],
    [26, 26, 26],
  ],
  [
    'two figures of one day stay side by side',
    [
      said('a', ['paper'], { ...exactly(3), saidAt: '2031-04-01' }),
      said('b', ['paper'], { ...exactly(5), saidAt: '2031-04-01' }),
    ],
    [3, 3, 5],
  ],
  [
    'a denial moves no bound',
    [said('a', ['paper'], exactly(26)), said('b', ['radio', 'guard'], { stance: 'denies', ...exactly(0) })],
    [26, 26, 26],
  ],
  [
    'a dispute with a number is a figure',
    [said('a', ['paper'], exactly(26)), said('b', ['radio', 'guard'], { stance: 'disputes', ...exactly(2) })],
    [2, 2, 26],
  ],
  ['zero needs a claim and is one', [said('a', ['paper'], exactly(0))], [0, 0, 0]],
];

test.each(TABLE)('%s', (_, utterances, bounds) => {
  expect(headline(utterances)).toEqual(bounds);
});

test('the seed: 26 twice by one newspaper through one outlet, denied', () => {
  const figure = toll([
    said('a', ['?', 'paper'], { ...exactly(26), source: 's' }),
    said('b', ['?', 'paper'], { ...exactly(26), source: 's' }),
    said('c', ['?', 'guard'], { stance: 'denies', source: 's' }),
  ]);
  expect(figure).toMatchObject({
    low: { value: 26, setBy: claimId('a') },
    best: { value: 26 },
    high: { value: 26 },
    origins: { min: 1, max: 1 },
    used: [claimId('a')],
    excluded: [{ claim: claimId('b'), reason: `copy of ${claimId('a')}` }],
    beside: [claimId('c')],
  });
  for (const rule of figure.rules)
    expect([rule.low?.value, rule.best?.value, rule.high?.value]).toEqual([26, 26, 26]);
});

test('a wrong figure carried by an outlet goes when the outlet corrects it', () => {
  const utterances = [
    said('a', ['paper', '?'], { ...atLeast(3), saidAt: '2031-04-01' }),
    said('b', ['radio', 'paper'], { ...exactly(16), saidAt: '2031-04-02' }),
    said('c', ['radio', 'paper'], { ...atLeast(3), saidAt: '2031-04-04' }),
  ];
  const figure = toll(utterances);
  expect(figure.used).toEqual([claimId('a')]);
  expect(figure.excluded.map(({ reason }) => reason.split(' ').slice(0, 2).join(' '))).toEqual([
    'superseded by',
    'copy of',
  ]);
});

test('steps tell the toll as known on each day on which it changed', () => {
  const { steps } = toll([
    said('b', ['paper'], { ...exactly(26), saidAt: '2031-05' }),
    said('a', ['paper'], { ...atLeast(3), saidAt: '2031-04-01' }),
    said('c', ['radio', 'paper'], { ...exactly(26), saidAt: '2031-06-01' }),
  ]);
  expect(steps).toEqual([
    { day: '2031-04-01', low: 3, best: null, high: null, changedBy: claimId('a') },
    { day: '2031-05-31', low: 26, best: 26, high: 26, changedBy: claimId('b') },
  ]);
});

test('as of a day, later and undated claims are left out with a reason', () => {
  const figure = toll(
    [
      said('a', ['paper'], { ...exactly(3), saidAt: '2031-04-01' }),
      said('b', ['radio'], { ...exactly(9), saidAt: '2031-06-01' }),
      said('c', ['agency'], exactly(7)),
    ],
    '2031-05-01',
  );
  expect(figure.low?.value).toBe(3);
  expect(figure.excluded.map(({ reason }) => reason)).toEqual([
    'said after the day of the figure',
    'its day is not known',
  ]);
});

test('disagreement among the claims used', () => {
  const utterances = [said('a', ['paper'], exactly(20)), said('b', ['radio'], exactly(26))];
  expect(disagreementOf(toll(utterances), utterances)).toMatchObject({ figures: 2, range: 6, ratio: 1.3 });
});

test('a proposition without a measure has no toll', () => {
  expect(() =>
    tollOf({ proposition: proposition('p', { measure: null }), utterances: [], actors: ACTORS }),
  ).toThrow('counts nothing');
});

const NUMBERS = fc.constantFrom(
  exactly(3),
  exactly(20),
  exactly(26),
  atLeast(21),
  atLeast(101),
  { low: null, best: 100, high: null },
  { low: null, best: null, high: 30 },
  { low: 10, best: 12, high: 40 },
  { low: null, best: null, high: null },
);
const claims = fc
  .array(
    fc.record({
      chain: fc.constantFrom(
        ['paper'],
        ['radio'],
        ['radio', 'paper'],
        ['paper', 'radio'],
        ['agency', '?'],
        ['agency', 'net'],
        ['?'],
        ['net'],
        ['agency', 'radio', 'guard'],
      ),
      stance: fc.constantFrom('alleges', 'alleges', 'alleges', 'confirms', 'disputes'),
      number: NUMBERS,
      saidAt: fc.constantFrom(
        null,
        '2031-04-01',
        '2031-04-02',
        '2031-04',
        '2031-05-01',
        '2031-05-01/2031-06-01',
      ),
      source: fc.nat(3),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map(({ chain, stance, number, saidAt, source }, at) =>
      said(`c${at}`, chain, {
        ...number,
        saidAt,
        stance: stance as Utterance['stance'],
        source: `${chain[0] === '?' ? 'q' : chain[0]}${source}`,
      }),
    ),
  );
const RUNS = { numRuns: 800 };

describe('properties', () => {
  test('low ≤ best ≤ high under every rule, and every bound is set by a claim in use', () => {
    fc.assert(
      fc.property(claims, (utterances) => {
        const figure = toll(utterances);
        expect(() => createToll({ ...figure, rules: figure.rules })).not.toThrow();
        expect(figure.used.length + figure.excluded.length + figure.beside.length).toBe(utterances.length);
      }),
      RUNS,
    );
  });

  test('the order of input does not matter', () => {
    fc.assert(
      fc.property(claims, (utterances) => {
        const sorted = (figure: ReturnType<typeof toll>) => ({
          ...figure,
          used: figure.used.toSorted(),
          beside: figure.beside.toSorted(),
          excluded: figure.excluded.toSorted((a, b) => (a.claim < b.claim ? -1 : 1)),
        });
        expect(sorted(toll(utterances.toReversed()))).toEqual(sorted(toll(utterances)));
      }),
      RUNS,
    );
  });

  test('denials and refusals to comment move no bound', () => {
    fc.assert(
      fc.property(
        claims,
        fc.constantFrom('denies', 'declines', 'silent'),
        NUMBERS,
        (utterances, stance, number) => {
          const before = toll(utterances);
          const after = toll([
            ...utterances,
            said('d', ['radio', 'guard'], { ...number, stance: stance as Utterance['stance'] }),
          ]);
          const bounds = (figure: typeof before) => ({
            ...figure,
            beside: [],
            byParty: [],
            withoutParties: null,
          });
          expect(bounds(after)).toEqual(bounds(before));
          expect(after.beside).toEqual([...before.beside, claimId('d')]);
        },
      ),
      RUNS,
    );
  });

  test('the toll of a whole record is the toll of each proposition', () => {
    fc.assert(
      fc.property(claims, (utterances) => {
        const other = proposition('q');
        const mixed = utterances.map((one, at) =>
          at % 2 === 0 ? one : { ...one, proposition: propositionId('q') },
        );
        const all = tollsOf([KILLED, other], mixed, { actors: ACTORS });
        for (const figure of all) {
          const which = figure.proposition === KILLED.id ? KILLED : other;
          expect(figure).toEqual(tollOf({ proposition: which, utterances: mixed, actors: ACTORS }));
        }
      }),
      RUNS,
    );
  });
});

test('the informative answer is the largest number, open above when it is an "at least"', () => {
  const rules = toll([said('a', ['paper'], exactly(11)), said('b', ['net'], atLeast(14))]).rules;
  const informative = rules.find(({ rule }) => rule === 'informative');
  expect(informative?.low).toEqual({ value: 14, setBy: claimId('b') });
  expect([informative?.best, informative?.high]).toEqual([null, null]);
});
