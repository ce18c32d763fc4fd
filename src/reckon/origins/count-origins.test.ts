import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Utterance } from '../../record/utterance.ts';
import { actor, actorId, actorsOf, exactly, proposition, said } from '../fixtures/invented-records.ts';
import { boundOrigins } from './bound-origins.ts';
import { countOrigins } from './count-origins.ts';
import type { OriginGraph } from './origin-graph.ts';

const ACTORS = actorsOf(
  actor('paper', 'media'),
  actor('radio', 'media'),
  actor('agency', 'media'),
  actor('copier', 'media'),
  actor('net', 'organisation', { spokenForBy: ['speaker'] }),
  actor('speaker', 'person'),
  actor('minister', 'person', { partOf: ['ministry'] }),
  actor('press', 'person', { partOf: ['ministry'] }),
  actor('ministry', 'public-body', { partOf: ['land'] }),
  actor('police', 'public-body', { partOf: ['land'] }),
  actor('land', 'state', { named: 'Northmark' }),
  actor('survivor', 'person'),
  actor('neighbour', 'person'),
);

const TABLE: readonly (readonly [string, readonly Utterance[], readonly [number, number, number]])[] = [
  ['an outlet and one that cites it', [said('a', ['paper']), said('b', ['radio', 'paper'])], [1, 1, 0]],
  ['a cited outlet that is not held', [said('b', ['radio', 'paper'])], [1, 1, 0]],
  [
    'one report with a headline and a source',
    [said('a', ['radio'], { source: 's' }), said('b', ['radio', 'paper'], { source: 's' })],
    [1, 1, 0],
  ],
  [
    'a chain of three',
    [said('a', ['paper']), said('b', ['agency', 'paper']), said('c', ['radio', 'agency'])],
    [1, 1, 0],
  ],
  [
    'a circle',
    [said('a', ['paper', 'radio']), said('b', ['radio', 'agency']), said('c', ['agency', 'paper'])],
    [0, 1, 0],
  ],
  [
    'a circle opened by versions',
    [
      said('a', ['paper'], { saidAt: '2031-04-01' }),
      said('b', ['radio', 'paper'], { saidAt: '2031-04-02' }),
      said('c', ['paper', 'radio'], { saidAt: '2031-04-03' }),
    ],
    [1, 1, 0],
  ],
  [
    'a circle that rests on somebody else too',
    [
      said('a', ['paper', 'radio'], { source: 's' }),
      said('b', ['radio', 'paper']),
      said('c', ['paper', 'net'], { source: 's' }),
    ],
    [1, 1, 0],
  ],
  ['two unnamed voices', [said('a', ['paper', '?']), said('b', ['radio', '?'])], [1, 2, 0]],
  [
    'an outlet that repeats the unnamed witnesses of another, which is held',
    [said('a', ['paper', '?']), said('b', ['radio', 'paper', '?'])],
    [1, 1, 0],
  ],
  [
    'the same with another figure: it may be another report',
    [said('a', ['paper', '?'], exactly(3)), said('b', ['radio', 'paper', '?'], exactly(16))],
    [1, 2, 0],
  ],
  [
    'the same, when the held report came out later',
    [
      said('a', ['paper', '?'], { saidAt: '2031-04-05' }),
      said('b', ['radio', 'paper', '?'], { saidAt: '2031-04-02' }),
    ],
    [1, 2, 0],
  ],
  [
    'the same, when the held report is in its own words',
    [said('a', ['paper']), said('b', ['radio', 'paper', '?'])],
    [1, 2, 0],
  ],
  [
    'a chain of three to unnamed witnesses',
    [
      said('a', ['paper', '?'], { saidAt: '2031-04-01' }),
      said('b', ['agency', 'paper', '?'], { saidAt: '2031-04-02' }),
      said('c', ['radio', 'agency', 'paper', '?'], { saidAt: '2031-04-03' }),
      said('d', ['copier', 'agency'], { saidAt: '2031-04-03' }),
    ],
    [1, 1, 0],
  ],
  ['two outlets in their own voice', [said('a', ['paper']), said('b', ['radio'])], [1, 2, 0]],
  ['one outlet twice in its own voice', [said('a', ['paper']), said('b', ['paper'])], [1, 1, 0]],
  [
    'an institution and its spokesperson',
    [said('a', ['paper', 'net']), said('b', ['radio', 'speaker'])],
    [1, 1, 0],
  ],
  [
    'one ministry, three mouths, denying',
    [
      said('a', ['paper', 'minister'], { stance: 'denies' }),
      said('b', ['radio', 'press'], { stance: 'denies' }),
      said('c', ['agency', 'paper'], { stance: 'denies' }),
    ],
    [1, 1, 1],
  ],
  [
    'two bodies of one state are not proved to be two',
    [
      said('a', ['paper', 'ministry'], { stance: 'denies' }),
      said('b', ['radio', 'police'], { stance: 'denies' }),
    ],
    [1, 2, 1],
  ],
  [
    'two witnesses',
    [
      said('a', ['paper', 'survivor'], { connection: 'victim' }),
      said('b', ['radio', 'neighbour'], { connection: 'witness' }),
    ],
    [2, 2, 2],
  ],
  [
    'two named people who only say so',
    [said('a', ['paper', 'survivor']), said('b', ['radio', 'neighbour'])],
    [1, 2, 0],
  ],
  ['nobody', [], [0, 0, 0]],
  ['a rejected claim', [said('a', ['paper'], { status: 'rejected' })], [0, 0, 0]],
];

test.each(TABLE)('%s', (_, utterances, [min, max, direct]) => {
  const count = countOrigins(utterances, ACTORS);
  expect([count.atLeast, count.atMost, count.direct]).toEqual([min, max, direct]);
});

test('a report of an unknown outlet does not raise the minimum', () => {
  const count = countOrigins([said('a', ['?']), said('b', ['paper'])], ACTORS);
  expect([count.atLeast, count.atMost]).toEqual([1, 2]);
});

test('says what to obtain, the paths and the claims of each origin', () => {
  const count = countOrigins([said('a', ['radio', 'agency', 'paper'], { status: 'proposed' })], ACTORS);
  expect(count.toObtain).toEqual([actorId('paper')]);
  expect(count.paths[0]?.path).toEqual([actorId('radio'), actorId('agency'), actorId('paper')]);
  expect(count.origins[0]).toMatchObject({ voice: actorId('paper'), kind: 'untraced' });
  expect(count.unreviewed).toBe(1);
});

test('a state is direct on its own answer', () => {
  const granted = proposition('p', {
    kind: 'response',
    measure: 'visa',
    answer: 'granted',
    scope: { group: null, place: null, by: null, actor: 'Northmark' },
  });
  const count = countOrigins([said('a', ['radio', 'minister'])], ACTORS, { proposition: granted });
  expect(count.direct).toBe(1);
});

test('a citation with a figure that the cited outlet did not give does not go on to its source', () => {
  const count = countOrigins(
    [said('a', ['paper', '?'], exactly(3)), said('b', ['radio', 'paper'], exactly(16))],
    ACTORS,
  );
  expect([count.atLeast, count.atMost]).toEqual([1, 2]);
  expect(count.notes.join(' ')).toContain(said('b', []).claim);
});

const OUTLETS = ['paper', 'radio', 'agency'];
const PEOPLE = ['net', 'survivor', 'neighbour', '?'];
const reports = fc
  .array(
    fc.record({
      outlet: fc.constantFrom(...OUTLETS),
      cited: fc.constantFrom('', ...OUTLETS, ...PEOPLE),
      source: fc.nat(3),
      witness: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ outlet, cited, source, witness }, at) => {
      const chain = cited === '' || cited === outlet ? [outlet] : [outlet, cited];
      const named = PEOPLE.includes(cited) && cited !== '?' && witness;
      return said(`c${at}`, chain, {
        source: `${outlet}${source}`,
        ...(named ? { connection: 'witness' } : {}),
      });
    }),
  );

/** The same reports as a plain graph: one node a source, one link a citation. */
function graphOf(utterances: readonly Utterance[]): OriginGraph {
  const outletOf = new Map(utterances.map(({ source, voices }) => [source as string, voices[0] as string]));
  const witnesses = new Set(
    utterances.filter(({ connection }) => connection === 'witness').map(({ voices }) => voices[1]),
  );
  const nodes = new Map<string, OriginGraph['nodes'][number]>();
  const links: OriginGraph['links'][number][] = [];
  for (const [source, entity] of outletOf) nodes.set(source, { id: source, kind: 'report', entity });
  for (const { source, voices } of utterances) {
    const cited = voices[1];
    if (cited === undefined) continue;
    const held = [...outletOf].filter(([, outlet]) => outlet === cited).map(([id]) => id);
    if (held.length === 0 && !nodes.has(cited)) {
      nodes.set(cited, { id: cited, kind: 'actor', entity: cited, direct: witnesses.has(cited) });
    }
    for (const to of held.length > 0 ? held : [cited]) links.push({ from: source, to, certainty: 'certain' });
  }
  return { nodes: [...nodes.values()], links, identities: [] };
}

describe('properties', () => {
  test('the count never claims more than the plain graph allows', () => {
    fc.assert(
      fc.property(reports, (utterances) => {
        const count = countOrigins(utterances, ACTORS);
        const bounds = boundOrigins(graphOf(utterances));
        expect(count.atLeast).toBeLessThanOrEqual(Math.max(bounds.atLeast, 1));
        expect(count.direct).toBe(bounds.direct);
        expect(count.atMost ?? 99).toBeGreaterThanOrEqual(count.atLeast);
      }),
      { numRuns: 500 },
    );
  });

  test('a copy never raises the minimum or the maximum', () => {
    fc.assert(
      fc.property(reports, fc.nat(7), (utterances, pick) => {
        const copied = utterances[pick % utterances.length]?.voices[0];
        const outlet = OUTLETS.find((name) => actorId(name) === copied) ?? 'paper';
        const before = countOrigins(utterances, ACTORS);
        const after = countOrigins([...utterances, said('copy', ['copier', outlet])], ACTORS);
        expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
        expect(after.atMost ?? 99).toBeLessThanOrEqual(before.atMost ?? 99);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of input does not matter', () => {
    fc.assert(
      fc.property(reports, (utterances) => {
        expect(countOrigins(utterances.toReversed(), ACTORS)).toEqual(countOrigins(utterances, ACTORS));
      }),
      { numRuns: 500 },
    );
  });
});
