/** Claims by hand: from words, in the place of a proposal, two from one, one from two; and what is refused. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from './capture-sources.ts';
import { listClaims } from './list-claims.ts';
import { listPositions } from './list-positions.ts';
import { reviewClaims } from './review-claim.ts';
import { type StatedClaim, type StateOrder, stateClaims } from './state-claims.ts';

const TEXT =
  'The Courier alleged that 26 weavers were killed in Kessar and 40 were held. 🕯 The Guard denied this.';

const span = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return { start, end: start + [...words].length };
};

const ALLEGED: StatedClaim = {
  spans: [span('26 weavers were killed in Kessar')],
  stance: 'alleges',
  chain: [
    {
      named: 'The Courier',
      actor: null,
      kind: 'media',
      anonymity: 'named',
      cue: 'alleged',
      force: 'distancing',
      at: span('The Courier'),
    },
  ],
  proposition: {
    kind: 'count',
    measure: 'killed',
    scope: { group: 'weavers', place: 'Kessar', by: null, actor: null },
    text: 'Weavers allegedly killed in Kessar.',
  },
  quantity: { low: 26, best: 26, high: 26, comparator: 'exactly', unit: 'individual', wording: '26' },
  when: null,
  where: 'Kessar',
};

async function withText() {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  const reader = plainReader({ publisher: 'The Mirror', publishedAt: '2031-04-02' });
  for await (const _event of captureSources(desk, ['a.txt'], { files, reader }));
  const [capture] = await desk.store.captures();
  const order: StateOrder = {
    capture: capture?.id ?? '',
    claims: [ALLEGED],
    inPlaceOf: [],
    by: 'A. Archivist',
    reason: null,
  };
  return { desk, order };
}

test('a claim from marked words is accepted by who made it, with the outlet first and a neutral proposition', async () => {
  const { desk, order } = await withText();
  const { claims } = await stateClaims(desk, order);
  const list = await listClaims(desk, {});
  expect(list.claims.map(({ id }) => id)).toEqual(claims);
  expect(list.claims[0]).toMatchObject({
    status: 'accepted',
    confidence: null,
    reason: null,
    proposition: { text: 'Weavers killed in Kessar', kind: 'count' },
    chain: [{ speaker: 'The Mirror' }, { speaker: 'The Courier', cue: 'alleged', force: 'distancing' }],
    passages: [{ exact: '26 weavers were killed in Kessar' }],
    reviews: [{ decision: 'accepted', by: 'A. Archivist' }],
  });
  const entries = await desk.store.entriesWith('claims-proposed');
  expect(entries[0]?.body).toMatchObject({ extractor: null });
});

test('words behind a sign outside the basic plane keep their places', async () => {
  const { desk, order } = await withText();
  const denied: StatedClaim = {
    ...ALLEGED,
    spans: [span('denied this')],
    stance: 'denies',
    quantity: null,
    chain: [
      { ...ALLEGED.chain[0]!, named: 'The Guard', kind: 'public-body', cue: 'denied', at: span('The Guard') },
    ],
  };
  await stateClaims(desk, { ...order, claims: [denied] });
  expect((await listClaims(desk, {})).claims[0]?.passages[0]?.exact).toBe('denied this');
});

test('the same speaker is one actor, and a proposition that is there is taken', async () => {
  const { desk, order } = await withText();
  await stateClaims(desk, order);
  const [proposition] = await desk.store.propositions();
  await stateClaims(desk, { ...order, claims: [{ ...ALLEGED, proposition: { id: proposition?.id ?? '' } }] });
  const { propositions } = await listPositions(desk, { includeProposed: false });
  expect(propositions).toHaveLength(1);
  expect((await desk.store.actors()).map(({ names }) => names[0]?.text).sort()).toEqual([
    'The Courier',
    'The Mirror',
  ]);
});

test('one claim becomes two, and what it was stays in the history', async () => {
  const { desk, order } = await withText();
  const { claims: first } = await stateClaims(desk, order);
  const held: StatedClaim = {
    ...ALLEGED,
    spans: [span('40 were held')],
    proposition: {
      ...ALLEGED.proposition,
      measure: 'detained',
      text: 'weavers detained in Kessar',
    } as StatedClaim['proposition'],
    quantity: { low: 40, best: 40, high: 40, comparator: 'exactly', unit: 'individual', wording: '40' },
  };
  const outcome = await stateClaims(desk, { ...order, claims: [ALLEGED, held], inPlaceOf: first });
  expect(outcome.replaced).toEqual(first);
  const accepted = (await listClaims(desk, {})).claims;
  expect(accepted.map(({ id }) => id).sort()).toEqual([...outcome.claims].sort());
  expect(accepted.every(({ supersedes }) => supersedes === first[0])).toBe(true);
  expect((await desk.store.claim(first[0]!))?.status).toBe('superseded');
});

test('two claims become one; taking it back gives the first its place again, waiting', async () => {
  const { desk, order } = await withText();
  const one = await stateClaims(desk, order);
  const two = await stateClaims(desk, order);
  const inPlaceOf = [...one.claims, ...two.claims];
  const merged = await stateClaims(desk, { ...order, inPlaceOf });
  expect((await listClaims(desk, {})).claims.map(({ id }) => id)).toEqual(merged.claims);
  expect((await desk.store.claim(two.claims[0]!))?.reviews.at(-1)?.reason).toContain(merged.claims[0]);
  await reviewClaims(desk, {
    decision: 'reopened',
    claims: merged.claims,
    allThatFit: null,
    by: 'A. Archivist',
    reason: null,
  });
  expect((await desk.store.claim(one.claims[0]!))?.status).toBe('proposed');
});

test('nobody, no words, words outside the text, and a claim that was replaced are refused, and nothing is written', async () => {
  const { desk, order } = await withText();
  const { claims } = await stateClaims(desk, order);
  await stateClaims(desk, { ...order, inPlaceOf: claims });
  const before = await desk.store.head();
  const outside = { ...ALLEGED, spans: [{ start: 10, end: 10_000 }] };
  const silent = { ...ALLEGED, stance: 'silent' } as StatedClaim;
  for (const bad of [
    { ...order, by: null },
    { ...order, claims: [] },
    { ...order, claims: [outside] },
    { ...order, claims: [silent] },
    { ...order, inPlaceOf: claims },
    { ...order, capture: 'cap_zz' },
  ])
    await expect(stateClaims(desk, bad)).rejects.toThrow(/./);
  expect(await desk.store.head()).toEqual(before);
});
