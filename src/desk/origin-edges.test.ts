import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { sampleId } from '../storage/contract/sample-record.ts';
import { decideLinks } from './decide-link.ts';
import { originEdges } from './origin-edges.ts';
import { originsOf } from './origins-of.ts';

const BY = { by: 'A. Archivist', reason: 'The texts agree.' };

async function linkedDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const { propositions } = await originsOf(desk, { includeProposed: true });
  const link = LINK;
  const one = propositions.find(({ graph }) => graph.links.some(({ by }) => by === link));
  if (one === undefined) throw new Error('No figure rests on the link of the sample.');
  const query = { proposition: one.proposition.id, includeProposed: true };
  return { desk, link, one, query };
}

test('every line of the graph has an edge, every edge that a report makes the words it rests on', async () => {
  const { desk, one, query, link } = await linkedDesk();
  const shown = await originEdges(desk, query);
  expect(shown?.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(
    one.graph.links.map(({ from, to }) => `${from} ${to}`),
  );
  const edge = shown?.edges.find((held) => held.link === link);
  expect(edge).toMatchObject({ status: 'proposed', because: (await desk.store.link(link))?.proposal.reason });
  for (const { link: by, evidence } of shown?.edges ?? [])
    if (by === null) expect(evidence[0]?.exact).toEqual(expect.any(String));
  const { boxes = [], lines = [] } = shown?.picture ?? {};
  for (const { from, to, edge: at } of lines) {
    const held = at === null ? undefined : shown?.edges[at];
    if (held !== undefined) expect([boxes[from]?.id, boxes[to]?.id]).toEqual([held.from, held.to]);
  }
});

test('a cut line leaves the graph, stays in a list of its own, and comes back', async () => {
  const { desk, link, query } = await linkedDesk();
  await decideLinks(desk, { links: [link], decision: 'cut', ...BY });
  const cut = await originEdges(desk, query);
  expect(cut?.edges.some((held) => held.link === link)).toBe(false);
  expect(cut?.cut).toMatchObject([{ link, status: 'cut', reviews: [{ decision: 'cut', ...BY }] }]);
  await decideLinks(desk, { links: [link], decision: 'undone', ...BY });
  expect((await originEdges(desk, query))?.edges.some((held) => held.link === link)).toBe(true);
});

test('nothing that counts: null', async () => {
  const { desk, query } = await linkedDesk();
  expect(await originEdges(desk, { ...query, includeProposed: false })).toBeNull();
});
