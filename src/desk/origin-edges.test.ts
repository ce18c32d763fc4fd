import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord, linksProposed, sampleLink } from '../storage/contract/sample-links.ts';
import { sampleId } from '../storage/contract/sample-record.ts';
import { decideLinks } from './decide-link.ts';
import { originEdges } from './origin-edges.ts';

const BY = { by: 'A. Archivist', reason: 'The texts agree.' };
const LINK = sampleId('link', 9);
const QUERY = { proposition: sampleId('proposition', 1), includeProposed: true };

/** The sample record, and a doubtful link from a report that makes claims to a text that is not held. */
async function linkedDesk() {
  const desk = memoryDesk();
  const { evidence } = sampleLink(9);
  const link = sampleLink(9, {
    type: 'cites',
    from: { source: sampleId('source', 1), capture: sampleId('capture', 1) },
    to: { kind: 'not-held', name: 'a leaflet of March', publisher: null, url: null, publishedAt: null },
    evidence: { from: evidence.to, to: [] },
  });
  await desk.store.append([...linkedRecord(), linksProposed([link])]);
  return desk;
}

test('a doubtful link is a line with its words and why; a line of the claims has the words of a claim', async () => {
  const shown = await originEdges(await linkedDesk(), QUERY);
  const link = shown?.edges.find((edge) => edge.link === LINK);
  expect(link).toMatchObject({
    from: sampleId('source', 1),
    toName: 'a leaflet of March',
    certainty: 'possible',
    status: 'proposed',
    because: 'shares 5 words',
    evidence: [{ source: sampleId('source', 1), claim: null, side: 'from' }],
  });
  const own = shown?.edges.filter((edge) => edge.link === null) ?? [];
  expect(own.length).toBeGreaterThan(0);
  for (const { evidence } of own) {
    expect(evidence[0]?.claim).toMatch(/^clm_/u);
    expect(evidence[0]?.exact).not.toBe('');
  }
});

test('every line of the picture stands between the boxes of its edge', async () => {
  const shown = await originEdges(await linkedDesk(), QUERY);
  const { boxes = [], lines = [] } = shown?.picture ?? {};
  expect(lines.length).toBeGreaterThan(0);
  for (const { from, to, edge } of lines) {
    const held = shown?.edges[edge ?? -1];
    expect([boxes[from]?.id, boxes[to]?.id]).toEqual([held?.from, held?.to]);
  }
  expect(boxes.find(({ source }) => source === sampleId('source', 1))?.kind).toBe('report');
});

test('a cut line leaves the graph, stays in a list of its own with the reason, and comes back', async () => {
  const desk = await linkedDesk();
  const drawn = async () => (await originEdges(desk, QUERY))?.edges.some(({ link }) => link === LINK);
  expect(await drawn()).toBe(true);
  await decideLinks(desk, { links: [LINK], decision: 'cut', ...BY });
  expect(await drawn()).toBe(false);
  const shown = await originEdges(desk, QUERY);
  expect(shown?.cut).toMatchObject([{ link: LINK, status: 'cut', reviews: [{ decision: 'cut', ...BY }] }]);
  await decideLinks(desk, { links: [LINK], decision: 'undone', ...BY });
  expect(await drawn()).toBe(true);
});

test('nothing that counts: null', async () => {
  expect(await originEdges(await linkedDesk(), { ...QUERY, includeProposed: false })).toBeNull();
});
