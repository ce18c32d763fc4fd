import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import { createToll } from '../../record/toll.ts';
import type { Utterance } from '../../record/utterance.ts';
import type { DayRange } from '../../record/when.ts';
import {
  actor,
  actorsOf,
  atLeast,
  claimId,
  exactly,
  proposition,
  said,
} from '../fixtures/invented-records.ts';
import { eventSpan } from './event-span.ts';
import { relateWordings, wordedApart } from './place-relation.ts';
import { EVERYTHING, insideDays, outsideWords } from './scope.ts';
import { tollOf } from './toll.ts';

const ACTORS = actorsOf(
  actor('paper', 'media'),
  actor('radio', 'media'),
  actor('agency', 'media'),
  actor('governor', 'person', { named: 'Tarel Vask' }),
  actor('office', 'public-body', { named: 'Office of the Governor of Belo', spokenForBy: ['governor'] }),
  actor('guard', 'public-body', { named: 'Interior Guard of Ostrana' }),
);
const KILLED = proposition('p');
const toll = (
  utterances: readonly Utterance[],
  more: {
    eventDays?: ReadonlyMap<ClaimId, DayRange>;
    blaming?: readonly Proposition[];
    of?: Proposition;
  } = {},
) => {
  const { of = KILLED, ...context } = more;
  return tollOf({ proposition: of, utterances, actors: ACTORS, ...context });
};
const by = (latest: string | null, earliest: string | null = latest): DayRange => ({ earliest, latest });

describe('along the days of the event', () => {
  test('a figure told late stands on the day it happened, and a correction replaces it there', () => {
    const { events, steps } = toll(
      [
        said('a', ['paper'], { ...exactly(3), saidAt: '2031-05-01' }),
        said('b', ['paper'], { ...exactly(9), saidAt: '2031-05-20' }),
        said('c', ['paper'], { ...exactly(4), saidAt: '2031-06-01' }),
        said('d', ['radio'], { ...exactly(5), saidAt: '2031-06-02' }),
      ],
      {
        eventDays: new Map([
          [claimId('a'), by('2031-04-01')],
          [claimId('c'), by('2031-04-01')],
          [claimId('b'), by('2031-04-09')],
        ]),
      },
    );
    expect(steps.map(({ day }) => day)).toEqual(['2031-05-01', '2031-05-20', '2031-06-01', '2031-06-02']);
    expect(events).toEqual({
      steps: [{ day: '2031-04-01', low: 4, best: 4, high: 4, changedBy: claimId('c') }],
      undated: [claimId('d')],
    });
  });

  test('the day of a span is its last; an open end is no day', () => {
    const { events } = toll([said('a', ['paper'], exactly(3)), said('b', ['radio'], exactly(5))], {
      eventDays: new Map([
        [claimId('a'), by('2031-04-30', '2031-04-01')],
        [claimId('b'), by(null, '2031-04-01')],
      ]),
    });
    expect(events?.steps.map(({ day }) => day)).toEqual(['2031-04-30']);
    expect(events?.undated).toEqual([claimId('b')]);
  });

  test('not asked for, not told', () => expect(toll([said('a', ['paper'], exactly(3))]).events).toBeNull());

  test('the span of a count proves nothing while one claim does not say when', () => {
    const days = new Map([[claimId('a'), by('2031-04-02', '2031-04-01')]]);
    expect(eventSpan([claimId('a')], days)).toEqual({ days: by('2031-04-02', '2031-04-01'), complete: true });
    expect(eventSpan([claimId('a'), claimId('b')], days).complete).toBe(false);
    expect(eventSpan([], days).complete).toBe(false);
  });
});

describe('whose word a bound rests on', () => {
  const claims = [
    said('a', ['paper'], { ...exactly(11), saidAt: '2031-04-01' }),
    said('b', ['agency', 'governor'], { ...exactly(2), saidAt: '2031-04-02' }),
    said('c', ['radio'], { ...atLeast(14), saidAt: '2031-04-03' }),
  ];

  test('a low that only a denier put forward is named, with the bounds without it', () => {
    const denial = said('d', ['agency', 'office'], { stance: 'denies', saidAt: '2031-04-04' });
    const figure = toll([...claims, denial]);
    expect(figure.low).toEqual({ value: 2, setBy: claimId('b') });
    const told = { claim: claimId('b'), party: 'disputing' };
    expect(figure.byParty).toEqual([
      { bound: 'low', ...told },
      { bound: 'best', ...told },
    ]);
    expect(figure.withoutParties).toEqual({ low: 11, best: 11, high: null });
  });

  test('with a second voice behind the same number it rests on no party alone', () => {
    const denial = said('d', ['agency', 'governor'], { stance: 'denies' });
    const second = said('e', ['radio', '?'], { ...exactly(2), saidAt: '2031-04-09' });
    expect(toll([...claims, denial, second])).toMatchObject({ byParty: [], withoutParties: null });
  });

  test('a denial that was not known yet makes no party', () => {
    const denial = said('d', ['agency', 'governor'], { stance: 'denies', saidAt: '2031-05-01' });
    const utterances = [...claims, denial];
    const known = tollOf({ proposition: KILLED, utterances, actors: ACTORS, asOf: '2031-04-10' });
    expect(known.byParty).toEqual([]);
  });

  const guards = [said('a', ['paper'], exactly(11)), said('b', ['agency', 'guard'], exactly(2))];
  test('whoever is alleged to have done it is the accused, by the count itself or by another proposition', () => {
    const told = { claim: claimId('b'), party: 'accused' };
    const accused = [
      { bound: 'low', ...told },
      { bound: 'best', ...told },
    ];
    const own = proposition('p', {
      scope: { group: null, place: 'Belo', by: 'Interior Guard', actor: null },
    });
    expect(toll(guards, { of: own }).byParty).toEqual(accused);
    const count = proposition('p', { scope: { group: null, place: 'Belo', by: null, actor: null } });
    const blame = (place: string | null) =>
      proposition('r', {
        kind: 'responsibility',
        scope: { group: null, place, by: 'Interior Guard', actor: null },
      });
    expect(toll(guards, { of: count, blaming: [blame('Belo')] }).byParty).toEqual(accused);
    expect(toll(guards, { of: count, blaming: [blame('Orsa')] }).byParty).toEqual([]);
    expect(toll(guards, { of: count, blaming: [blame(null)] }).byParty).toEqual([]);
  });
});

describe('scope', () => {
  const count = (place: string | null, group: string | null = null, doer: string | null = null) =>
    proposition('p', { scope: { group, place, by: doer, actor: null } });
  test.each([
    ['Belo', 'Belo', null],
    ['Velt, Belo', 'Belo', null],
    ['Belo', 'Velt, Belo', 'is about a wider place: Belo'],
    ['Upper Belo', 'Belo', 'whether Upper Belo lies in Belo is not certain'],
    [null, 'Belo', 'does not say where'],
  ])('place %s for %s: %s', (place, asked, because) => {
    expect(outsideWords(count(place), { ...EVERYTHING, place: asked }, relateWordings)).toBe(because);
  });
  test.each([
    ['gay men', 'men', null],
    ['women', 'men', 'is about other people: women'],
    ['people', 'women', 'is about wider or unnamed people: people'],
    [null, 'women', 'does not say which people'],
  ])('group %s for %s: %s', (group, asked, because) => {
    expect(outsideWords(count('Belo', group), { ...EVERYTHING, group: asked }, relateWordings)).toBe(because);
  });
  test.each([
    ['Interior Guard of Ostrana', 'Interior Guard', null],
    ['guard', 'Interior Guard', 'says another or a wider doer: guard'],
    [null, 'Interior Guard', 'does not say by whom'],
  ])('by %s for %s: %s', (doer, asked, because) => {
    expect(outsideWords(count(null, null, doer), { ...EVERYTHING, by: asked }, relateWordings)).toBe(because);
  });
  test.each([
    [by('2031-04-05', '2031-04-01'), true, { inside: true, surely: true }],
    [by('2031-05-05', '2031-04-01'), true, { inside: true, surely: false }],
    [by('2031-04-05', '2031-04-01'), false, { inside: true, surely: false }],
    [by('2031-03-05'), true, { inside: false, because: 'ends before 2031-04-01' }],
    [by('2031-06-05'), true, { inside: false, because: 'begins after 2031-04-30' }],
    [by(null), false, { inside: false, because: 'does not say when' }],
  ])('days %o, all told %s: %o', (days, complete, verdict) => {
    expect(
      insideDays({ days, complete }, { ...EVERYTHING, from: '2031-04-01', until: '2031-04-30' }),
    ).toEqual(verdict);
  });
  test('worded apart is a choice, and never of places that share a word', () => {
    expect(relateWordings('Velt', 'Orsa')).toBe('unknown');
    expect(wordedApart(relateWordings)('Velt', 'Orsa')).toBe('apart');
    expect(wordedApart(relateWordings)('Upper Orsa', 'Orsa')).toBe('unknown');
  });
});

const FIGURES = fc.array(
  fc.record({
    who: fc.constantFrom(['paper'], ['radio'], ['agency', 'governor'], ['agency', 'paper']),
    stance: fc.constantFrom<Utterance['stance']>('alleges', 'alleges', 'confirms', 'disputes', 'denies'),
    number: fc.constantFrom(exactly(3), exactly(20), atLeast(21), { low: 10, best: 12, high: 40 }),
    saidAt: fc.constantFrom(null, '2031-04-01', '2031-04', '2031-05-01'),
    day: fc.constantFrom(null, '2031-03-01', '2031-03-02', '2031-04-02'),
  }),
  { maxLength: 8 },
);

describe('properties', () => {
  test('on both axes low ≤ best ≤ high; the last day of the event, all days told, is the headline', () => {
    fc.assert(
      fc.property(FIGURES, (list) => {
        const utterances = list.map(({ who, stance, number, saidAt }, at) =>
          said(`c${at}`, who, { ...number, stance, saidAt, source: `s${at}` }),
        );
        const eventDays = new Map(
          list.flatMap(({ day }, at) => (day === null ? [] : [[claimId(`c${at}`), by(day)] as const])),
        );
        const figure = toll(utterances, { eventDays });
        expect(() => createToll(figure)).not.toThrow();
        const last = figure.events?.steps.at(-1);
        if (last === undefined || (figure.events?.undated.length ?? 1) > 0) return;
        expect([last.low, last.best, last.high]).toEqual([
          figure.low?.value ?? null,
          figure.best?.value ?? null,
          figure.high?.value ?? null,
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test('a copy of an article moves no bound and adds no origin', () => {
    fc.assert(
      fc.property(FIGURES, fc.nat(7), (list, pick) => {
        const utterances = list.map(({ who, stance, number, saidAt }, at) =>
          said(`c${at}`, who, { ...number, stance, saidAt, source: `s${at}` }),
        );
        const original = utterances[pick];
        if (original === undefined || original.stance === 'denies') return;
        const copy: Utterance = { ...original, claim: claimId('copy') };
        const bounds = (figure: ReturnType<typeof toll>) =>
          [figure, ...figure.rules].map(({ low, best, high }) => [low?.value, best?.value, high?.value]);
        const after = toll([...utterances, copy]);
        expect(bounds(after)).toEqual(bounds(toll(utterances)));
        expect(after.used.length).toBe(toll(utterances).used.length);
      }),
      { numRuns: 500 },
    );
  });
});
