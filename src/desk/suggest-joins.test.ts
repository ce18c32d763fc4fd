import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { holdApart, pairsHeldApart } from './hold-apart.ts';
import { propositionHistory } from './proposition-history.ts';
import { joinPropositions, splitClaims, undoRegroup } from './regroup-claims.ts';
import { suggestJoins } from './suggest-joins.ts';

const BY = { by: 'A. Archivist', reason: 'One count.' };

/** Two propositions that say nearly the same: one, and what was split off from it. */
async function splitDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const claims = await desk.store.claims();
  const tallies = Map.groupBy(claims, ({ proposition }) => proposition);
  const [whole, said = []] = [...tallies].find(([, list]) => list.length > 1) ?? [];
  const first = said[0];
  if (whole === undefined || first === undefined) throw new Error('The sample has no claims.');
  const before = (await desk.store.proposition(whole))?.text ?? '';
  const { to } = await splitClaims(desk, { claims: [first.id], text: `${before} again`, ...BY });
  return { desk, whole, part: to[0] ?? whole, claim: first.id, left: said.length - 1 };
}

test('what was split off is suggested again, with why, and goes to the one with more claims', async () => {
  const { desk, part, whole, left } = await splitDesk();
  expect(left).toBeGreaterThan(0);
  const { pairs, notCompared } = await suggestJoins(desk, { proposition: part });
  expect(notCompared).toBe(0);
  const pair = pairs.find(({ from, into }) => [from.id, into.id].includes(whole));
  expect(pair?.because).toMatch(/\.$/u);
  expect(pair?.into.claims).toBeGreaterThanOrEqual(pair?.from.claims ?? 0);
  const all = await suggestJoins(desk, {});
  expect(all.pairs.map(({ because }) => because)).toContain(pair?.because);
  expect((await suggestJoins(desk, { limit: 1, offset: all.fitting })).pairs).toEqual([]);
});

test('a proposition without claims is no pair; joining and taking back are its history, the latest first', async () => {
  const { desk, part, whole, claim } = await splitDesk();
  expect(await propositionHistory(desk, part)).toMatchObject([{ made: true, claims: 1, ...BY }]);
  await joinPropositions(desk, { from: [part], into: whole, ...BY });
  expect((await suggestJoins(desk, { proposition: part })).pairs).toEqual([]);
  expect((await desk.store.claim(claim))?.proposition).toBe(whole);
  expect(await propositionHistory(desk, whole)).toMatchObject([{ made: false, claims: 1, by: BY.by }]);
  await undoRegroup(desk, { proposition: whole, by: BY.by, reason: 'They are two.' });
  expect((await desk.store.claim(claim))?.proposition).toBe(part);
  expect((await propositionHistory(desk, part)).map(({ reason }) => reason)).toEqual([
    'They are two.',
    'One count.',
  ]);
});

test('a pair that a person holds apart is suggested no more, until it is taken back', async () => {
  const { desk, part, whole } = await splitDesk();
  const pairsOf = async (proposition?: string) =>
    (await suggestJoins(desk, proposition === undefined ? {} : { proposition })).pairs.flatMap(
      ({ from, into }) =>
        [from.id, into.id].includes(whole) && [from.id, into.id].includes(part) ? [1] : [],
    );
  expect([await pairsOf(), await pairsOf(part)]).toEqual([[1], [1]]);
  const order = { pair: [part, whole] as const, apart: true, by: BY.by, reason: 'Two raids.' };
  await expect(holdApart(desk, { ...order, reason: ' ' })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(holdApart(desk, { ...order, apart: false })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(holdApart(desk, { ...order, pair: [part, part] })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  await holdApart(desk, order);
  expect([await pairsOf(), await pairsOf(part), await pairsOf(whole)]).toEqual([[], [], []]);
  expect(await pairsHeldApart(desk)).toMatchObject([{ by: BY.by, reason: 'Two raids.' }]);
  await holdApart(desk, { ...order, pair: [whole, part], apart: false, reason: null });
  expect([await pairsOf(), await pairsHeldApart(desk)]).toEqual([[1], []]);
});
