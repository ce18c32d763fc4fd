import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Utterance } from '../record/utterance.ts';
import { dependsOn, inheritedUtterances } from './dependence.ts';
import { actor, actorId, actorsOf, claimId, proposition, said } from './fixtures/invented-records.ts';
import { countOrigins } from './origins/count-origins.ts';
import { positionsOn } from './positions.ts';
import { rivalsOf, standingOf } from './standing.ts';
import { timelineOf } from './timeline.ts';

const ACTORS = actorsOf(
  actor('paper', 'media'),
  actor('radio', 'media'),
  actor('guard', 'unit', { named: 'Interior Guard', spokenForBy: ['tasch'] }),
  actor('tasch', 'person'),
  actor('militia', 'unit'),
  actor('ana', 'person'),
  actor('bo', 'person'),
);
const SCOPE = { group: 'weavers', place: 'Kessar', by: 'the Interior Guard', actor: null };
const DETAINED = proposition('p', { measure: 'detained', scope: SCOPE });

function standing(utterances: readonly Utterance[], more: Partial<Parameters<typeof standingOf>[0]> = {}) {
  return standingOf({
    proposition: DETAINED,
    utterances,
    origins: countOrigins(utterances, ACTORS),
    actors: ACTORS,
    ...more,
  });
}

const TABLE: readonly (readonly [string, readonly Utterance[], string, readonly string[]])[] = [
  [
    'one paper, cited and denied',
    [
      said('a', ['paper']),
      said('b', ['radio', 'paper']),
      said('c', ['radio', 'guard'], { stance: 'denies' }),
    ],
    'single-origin',
    ['denied'],
  ],
  [
    'two unnamed voices, comment declined',
    [
      said('a', ['paper', '?']),
      said('b', ['paper', '?']),
      said('c', ['paper', 'guard'], { stance: 'declines' }),
    ],
    'origin-unknown',
    ['declined'],
  ],
  [
    'two witnesses',
    [
      said('a', ['paper', 'ana'], { connection: 'witness' }),
      said('b', ['radio', 'bo'], { connection: 'victim' }),
    ],
    'corroborated',
    [],
  ],
  [
    'the alleged perpetrator confirms',
    [said('a', ['paper']), said('b', ['radio', 'tasch'], { stance: 'confirms' })],
    'conceded',
    ['origin-unknown'],
  ],
  ['all rejected', [said('a', ['paper'], { status: 'rejected' })], 'discounted', []],
  [
    'a circle, nobody reviewed',
    [said('a', ['paper', 'radio'], { status: 'proposed' }), said('b', ['radio', 'paper'])],
    'single-origin',
    ['circular', 'unreviewed'],
  ],
  [
    'nobody puts it forward',
    [said('c', ['radio', 'guard'], { stance: 'denies' })],
    'origin-unknown',
    ['denied'],
  ],
];

test.each(TABLE)('%s', (_, utterances, word, flags) => {
  const { word: found, flags: beside, claims } = standing(utterances);
  expect([found, beside]).toEqual([word, flags]);
  if (word !== 'origin-unknown') expect(claims.length).toBeGreaterThan(0);
});

test('two who are blamed for the same contest each other', () => {
  const other = proposition('q', { measure: 'detained', scope: { ...SCOPE, by: 'the Militia' } });
  expect(rivalsOf(DETAINED, [DETAINED, other])).toEqual([other]);
  const rivals = [{ proposition: other, utterances: [said('r', ['radio', 'bo'], { on: 'q' })] }];
  expect(standing([said('a', ['paper'])], { rivals })).toMatchObject({
    word: 'contested',
    flags: ['single-origin'],
    claims: [claimId('a'), claimId('r')],
  });
});

const stances = fc.constantFrom('alleges', 'confirms', 'disputes', 'asks') as fc.Arbitrary<
  Utterance['stance']
>;
const chains = fc.constantFrom(
  ['paper'],
  ['radio', 'paper'],
  ['paper', '?'],
  ['radio', 'ana'],
  ['paper', 'guard'],
);

test('a denial never changes a standing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(chains, stances), { maxLength: 6 }),
      chains,
      fc.boolean(),
      (list, denier, inherit) => {
        const utterances = list.map(([chain, stance], at) => said(`c${at}`, chain, { stance }));
        const denial = said('d', denier, { stance: 'denies' });
        const before = standing(utterances);
        const after = inherit
          ? standing(utterances, { inherited: [denial] })
          : standing([...utterances, denial]);
        expect([after.word, after.claims]).toEqual([before.word, before.claims]);
        expect(after.flags).toContain('denied');
      },
    ),
    { numRuns: 400 },
  );
});

test('a denied occurrence shows on its counts, marked inherited', () => {
  const happened = proposition('o', {
    kind: 'occurrence',
    measure: 'detained',
    scope: { ...SCOPE, group: null },
  });
  expect(dependsOn(DETAINED, happened)).toBe(true);
  expect(dependsOn(happened, DETAINED)).toBe(false);
  expect(dependsOn(proposition('x', { measure: 'killed', scope: SCOPE }), happened)).toBe(false);
  const denial = said('d', ['radio', 'guard'], { on: 'o', stance: 'denies', saidAt: '2031-03-01' });
  const all = [said('a', ['paper'], { saidAt: '2031-04-01' }), denial, said('e', ['radio'], { on: 'o' })];
  const inheritedFrom = inheritedUtterances(DETAINED, [happened, DETAINED], all);
  expect(inheritedFrom).toEqual([denial]);
  expect(
    positionsOn(all.slice(0, 1), { inheritedFrom }).map(({ actor: who, inherited }) => [who, inherited]),
  ).toEqual([
    [actorId('guard'), true],
    [actorId('paper'), false],
  ]);
});

test('a refusal to comment on visas shows on the alleged refusal, a denial of it does not travel', () => {
  const scope = { group: null, place: null, by: null, actor: 'Orlund' };
  const refused = proposition('r', { kind: 'response', measure: 'visa', answer: 'refused', scope });
  const declined = proposition('s', { kind: 'response', measure: 'visa', answer: 'declined', scope });
  const all = [
    said('a', ['paper', 'ana'], { on: 's', stance: 'declines' }),
    said('b', ['paper', 'ana'], { on: 's', stance: 'denies' }),
  ];
  expect(inheritedUtterances(refused, [refused, declined], all)).toEqual(all.slice(0, 1));
});

test('positions: the latest dated stance wins, nothing is dropped, no reviewer-rejected claim is shown', () => {
  const positions = positionsOn([
    said('a', ['paper', 'guard'], { stance: 'confirms', saidAt: '2031-05-01' }),
    said('b', ['radio', 'guard'], { stance: 'denies', saidAt: '2031-04-01' }),
    said('c', ['radio', 'guard'], { stance: 'silent' }),
    said('x', ['radio', 'guard'], { stance: 'asks', status: 'rejected' }),
  ]);
  expect(positions).toHaveLength(1);
  expect(positions[0]?.latest).toBe('confirms');
  expect(positions[0]?.history.map(({ claim }) => claim)).toEqual([claimId('b'), claimId('a'), claimId('c')]);
});

test('the timeline goes by day of saying and joins what one voice says through several outlets', () => {
  const events = timelineOf([
    said('c', ['radio', 'guard'], { stance: 'denies', saidAt: '2031-05-01' }),
    said('a', ['paper', 'ana'], { saidAt: '2031-04-01' }),
    said('b', ['radio', 'ana'], { saidAt: '2031-04-01' }),
    said('d', ['radio', 'guard'], { stance: 'silent' }),
  ]);
  expect(events.map(({ kind, claims }) => [kind, claims.length])).toEqual([
    ['claimed', 2],
    ['denied', 1],
    ['answered', 1],
  ]);
});
