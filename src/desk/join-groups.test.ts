import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { holdApart } from './hold-apart.ts';
import { joinGroups, withWords } from './join-groups.ts';
import { joinPropositions, splitClaims, undoRegroup } from './regroup-claims.ts';

const BY = { by: 'A. Archivist', reason: 'One count.' };

/** One proposition, and two that were split off from it in other words. */
async function threeDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const [whole, said = []] =
    [...Map.groupBy(await desk.store.claims(), ({ proposition }) => proposition)].find(
      ([, list]) => list.length > 1,
    ) ?? [];
  if (whole === undefined) throw new Error('The sample has no claims.');
  const text = (await desk.store.proposition(whole))?.text ?? '';
  const parts: string[] = [];
  for (const [at, { id }] of said.slice(0, said.length > 2 ? 2 : 1).entries())
    parts.push((await splitClaims(desk, { claims: [id], text: `${text} ${at}`, ...BY })).to[0] ?? '');
  return { desk, whole, parts };
}

const groupWith = async (desk: Awaited<ReturnType<typeof threeDesk>>['desk'], id: string) =>
  (await joinGroups(desk)).groups.find(({ members }) => members.some((one) => one.id === id));

test('what may be one stands in one group, with a claim on each and why', async () => {
  const { desk, whole, parts } = await threeDesk();
  const group = await groupWith(desk, whole);
  expect(group?.members.map(({ id }) => id)).toEqual(expect.arrayContaining([whole, ...parts]));
  expect(group?.because[0]).toMatch(/\.$/u);
  const worded = await withWords(desk, group!);
  expect(worded.more).toBe(0);
  for (const { said } of worded.members) expect(said?.passages[0]?.exact).toBeTruthy();
});

test('many are joined in one step, and one step takes it back', async () => {
  const { desk, whole, parts } = await threeDesk();
  const before = new Map((await desk.store.claims()).map(({ id, proposition }) => [id, proposition]));
  const { claims } = await joinPropositions(desk, { from: [...parts, ...parts], into: whole, ...BY });
  expect(claims.length).toBe(parts.length);
  expect((await groupWith(desk, whole))?.members.filter(({ id }) => parts.includes(id)) ?? []).toEqual([]);
  await undoRegroup(desk, { proposition: whole, by: BY.by, reason: null });
  for (const { id, proposition } of await desk.store.claims()) expect(proposition).toBe(before.get(id));
});

test('two that are held apart are in no group together', async () => {
  const { desk, whole, parts } = await threeDesk();
  await holdApart(desk, { pair: [whole, parts[0] ?? ''], apart: true, ...BY });
  const group = await groupWith(desk, whole);
  expect(group?.members.map(({ id }) => id) ?? []).not.toContain(parts[0]);
});

test('nothing to join, or an empty one among them, is refused before anything is written', async () => {
  const { desk, whole, parts } = await threeDesk();
  await joinPropositions(desk, { from: [parts[0] ?? ''], into: whole, ...BY });
  const head = (await desk.store.head())?.seq;
  await expect(joinPropositions(desk, { from: [], into: whole, ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  await expect(joinPropositions(desk, { from: parts, into: whole, ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  expect((await desk.store.head())?.seq).toBe(head);
});
