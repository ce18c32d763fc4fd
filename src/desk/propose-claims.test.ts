import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import type { ProposedClaim, ProposedSpeaker, Reading } from '../text/proposed-claim.ts';
import { captureSources } from './capture-sources.ts';
import { listClaims } from './list-claims.ts';
import { listPositions } from './list-positions.ts';
import { proposeClaims } from './propose-claims.ts';
import { reckonTolls } from './reckon-tolls.ts';
import { joinPropositions, splitClaims, undoRegroup } from './regroup-claims.ts';
import { reviewClaims } from './review-claim.ts';

const TEXT = 'The Courier alleged that 26 weavers were killed in Kessar. The Guard denied this.';

function speaker(named: string, resolved: string | null, at: number): ProposedSpeaker {
  return {
    named,
    span: { start: at, end: at + named.length },
    resolved,
    resolvedBecause: null,
    kind: resolved === 'Courier' ? 'media' : 'public-body',
    anonymity: resolved === null ? 'anonymous' : 'named',
    connection: 'unknown',
    cue: { text: 'said', lemma: 'say', span: { start: 0, end: 3 }, force: 'neutral' },
  };
}

const SCOPE = { group: 'weavers', place: 'Kessar', by: null, actor: null };
const ALLEGES: ProposedClaim = {
  stance: 'alleges',
  chain: [speaker('The Courier', 'Courier', 0)],
  content: [{ start: 25, end: 57 }],
  evidence: null,
  draft: {
    kind: 'count',
    measure: 'killed',
    answer: null,
    scope: SCOPE,
    text: 'weavers killed in Kessar',
    sameAs: null,
  },
  quantity: { low: 26, best: 26, high: 26, comparator: 'exactly', unit: 'individual', wording: '26' },
  when: null,
  where: 'Kessar',
  confidence: 0.9,
  reason: 'speaker before cue',
};
const DENIES: ProposedClaim = {
  ...ALLEGES,
  stance: 'denies',
  chain: [speaker('The Guard', 'Guard', 59)],
  content: [{ start: 76, end: 80 }],
  draft: { ...ALLEGES.draft, sameAs: 1 },
  quantity: null,
};

/** The denial stands first, so that it must wait for the claim that it points at. */
const READ = (): Reading => ({ extractor: 'test-1', language: 'en', claims: [DENIES, ALLEGES] });

async function proposed(text = TEXT, publisher: string | null = 'The Mirror') {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', text]]));
  for await (const _event of captureSources(desk, ['a.txt'], {
    files,
    reader: plainReader({ publisher, publishedAt: '2031-04-02' }),
  }));
  for await (const _event of proposeClaims(desk, { extractor: 'test-1', read: READ }));
  return desk;
}

test('builds chains with the outlet first, passages with their words, and one proposition for claim and denial', async () => {
  const desk = await proposed();
  const { claims } = await listClaims(desk, { includeProposed: true });
  expect(claims.map(({ stance, chain }) => [stance, ...chain.map((step) => step.speaker)])).toEqual([
    ['denies', 'The Mirror', 'Guard'],
    ['alleges', 'The Mirror', 'Courier'],
  ]);
  expect(claims.map(({ passages }) => passages[0]?.exact)).toEqual([
    'this',
    '26 weavers were killed in Kessar',
  ]);
  expect(new Set(claims.map(({ proposition }) => proposition.id)).size).toBe(1);
  expect(claims.every(({ status, saidAt }) => status === 'proposed' && saidAt === '2031-04-02')).toBe(true);
});

test('reads nothing twice', async () => {
  const desk = await proposed();
  const before = desk.entries.length;
  for await (const _event of proposeClaims(desk, { extractor: 'test-1', read: READ }));
  expect(desk.entries).toHaveLength(before);
});

test('an unknown outlet stays unknown: no actor is made for it', async () => {
  const desk = await proposed(TEXT, null);
  const { claims } = await listClaims(desk, { includeProposed: true });
  expect(claims[0]?.chain[0]).toMatchObject({
    speaker: null,
    named: 'unknown outlet',
    anonymity: 'anonymous',
  });
  expect((await desk.store.actors()).map(({ names }) => names[0]?.text).toSorted()).toEqual([
    'Courier',
    'Guard',
  ]);
});

test('a body that declines is tied to the state it answers for', async () => {
  const desk = memoryDesk();
  const draft = {
    ...ALLEGES.draft,
    kind: 'response',
    measure: 'visa',
    answer: 'declined',
    scope: { ...SCOPE, actor: 'Orlund' },
  } as const;
  const declines: ProposedClaim = { ...DENIES, stance: 'declines', draft };
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  for await (const _event of captureSources(desk, ['a.txt'], { files, reader: plainReader() }));
  for await (const _event of proposeClaims(desk, {
    extractor: 'test-1',
    read: () => ({ extractor: 'test-1', language: 'en', claims: [declines] }),
  }));
  const [guard] = await desk.store.actorsNamed('Guard');
  const [state] = await desk.store.actorsNamed('Orlund');
  expect(state?.kind).toBe('state');
  expect(guard?.partOf.map(({ to }) => to)).toEqual([state?.id]);
});

test('figures count accepted claims, proposals only when asked for, and say how many wait', async () => {
  const desk = await proposed();
  expect(await reckonTolls(desk, { includeProposed: false, asOf: null })).toMatchObject({
    tolls: [],
    waiting: 2,
  });
  const open = await reckonTolls(desk, { includeProposed: true, asOf: null });
  expect(open.tolls[0]?.toll).toMatchObject({
    low: { value: 26 },
    best: { value: 26 },
    high: { value: 26 },
    origins: { min: 1, max: 1 },
  });
  expect(open.tolls[0]?.toll.beside).toHaveLength(1);
  await reviewClaims(desk, {
    decision: 'accepted',
    claims: [],
    allThatFit: { measure: 'killed' },
    by: 'A. Archivist',
    reason: null,
  });
  const counted = await reckonTolls(desk, { includeProposed: false, asOf: null });
  expect(counted).toMatchObject({ waiting: 0, fitting: 1 });
  const { propositions } = await listPositions(desk, { includeProposed: false });
  expect(propositions[0]?.positions.map(({ actor, latest }) => `${actor.name} ${latest}`).toSorted()).toEqual(
    ['Courier alleges', 'Guard denies'],
  );
});

test('a decision needs a name, a rejection a reason, and the same decision is not logged twice', async () => {
  const desk = await proposed();
  const all = { measure: 'killed' } as const;
  const order = { decision: 'accepted', claims: [], allThatFit: all, by: null, reason: null } as const;
  await expect(reviewClaims(desk, order)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(reviewClaims(desk, { ...order, by: 'machine' })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(reviewClaims(desk, { ...order, decision: 'rejected', by: 'A.' })).rejects.toThrow(/--reason/);
  const [first] = (await listClaims(desk, { includeProposed: true })).claims;
  const one = { ...order, allThatFit: null, claims: [first?.id.slice(0, 10) ?? ''], by: 'A.' };
  expect(await reviewClaims(desk, one)).toMatchObject({ decided: [first?.id], unchanged: [] });
  expect(await reviewClaims(desk, one)).toMatchObject({ decided: [], unchanged: [first?.id] });
});

test('an id must be one: too short is told with candidates, unknown is not found', async () => {
  const desk = await proposed();
  const order = { decision: 'accepted', allThatFit: null, by: 'A.', reason: null } as const;
  await expect(reviewClaims(desk, { ...order, claims: ['clm_0'] })).rejects.toThrow(/fits 2 things/);
  await expect(reviewClaims(desk, { ...order, claims: ['clm_zzzz'] })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(reviewClaims(desk, { ...order, claims: ['src_0'] })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test('claims are split off, joined again, and the joining is undone', async () => {
  const desk = await proposed();
  const by = { by: 'A.', reason: 'another event' };
  const { claims } = await listClaims(desk, { includeProposed: true });
  const before = claims[0]?.proposition.id ?? '';
  const split = await splitClaims(desk, {
    ...by,
    claims: [claims[0]?.id ?? ''],
    text: 'weavers killed in Upper Kessar',
  });
  expect(split.to[0]).not.toBe(before);
  const joined = await joinPropositions(desk, { ...by, from: split.to, into: before });
  expect(joined).toMatchObject({ to: [before], claims: [claims[0]?.id] });
  const undone = await undoRegroup(desk, { ...by, proposition: before });
  expect(undone.to).toEqual(split.to);
  await expect(joinPropositions(desk, { ...by, from: [before], into: before })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test('of a huge record the leading counts are reckoned, one at least, and the others are counted', async () => {
  const desk = memoryDesk();
  const files = new Map([['report.txt', TEXT]]);
  for await (const _event of captureSources(desk, ['report.txt'], {
    files: memoryFiles(files),
    reader: plainReader(),
  }));
  const count = (measure: 'killed' | 'detained', times: number): ProposedClaim[] =>
    Array.from({ length: times }, () => ({ ...ALLEGES, draft: { ...ALLEGES.draft, measure } }));
  const claims = [...count('detained', 1), ...count('killed', 3)];
  const read = (): Reading => ({ extractor: 'test-1', language: 'en', claims });
  for await (const _event of proposeClaims(desk, { extractor: 'test-1', read }));
  const query = { includeProposed: true, asOf: null };
  const measures = async (mostFigures: number) => {
    const { tolls, fitting } = await reckonTolls(desk, { ...query, mostFigures });
    return [fitting, ...tolls.map(({ toll }) => toll.measure)];
  };
  expect(await measures(1)).toEqual([2, 'killed']);
  expect(await measures(3)).toEqual([2, 'killed']);
  expect(await measures(4)).toEqual([2, 'killed', 'detained']);
});
