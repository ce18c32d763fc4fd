import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { LINK_WORDS, linkedRecord } from '../storage/contract/sample-links.ts';
import { sampleId } from '../storage/contract/sample-record.ts';
import { decideLinks } from './decide-link.ts';
import { judgeVoices, undoFinding } from './judge-voices.ts';
import { listLinks } from './list-links.ts';
import { listVoices } from './list-voices.ts';

const BY = { by: 'A. Archivist', reason: 'One press office.' };
const LINKS = [sampleId('link', 1), sampleId('link', 2), sampleId('link', 3)];

async function linkedDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  return desk;
}

test('a link is listed with who says so, the words on both sides and what was decided', async () => {
  const desk = await linkedDesk();
  await decideLinks(desk, { links: [LINKS[0] ?? ''], decision: 'cut', ...BY });
  const { links } = await listLinks(desk, { about: LINKS[0] ?? '' });
  expect(links).toMatchObject([
    {
      id: LINKS[0],
      type: 'copies',
      status: 'cut',
      certainty: 'possible',
      from: { source: sampleId('source', 3), publisher: 'Night Post' },
      to: { kind: 'report', id: sampleId('source', 1) },
      proposition: { id: sampleId('proposition', 1) },
      evidence: { from: [{ exact: LINK_WORDS }], to: [{ exact: LINK_WORDS }] },
      proposal: { by: 'reuse', version: '1' },
      reviews: [{ decision: 'cut', by: 'A. Archivist', reason: BY.reason }],
    },
  ]);
});

test.each([
  ['the record', {}, LINKS],
  ['a source, from it and to it', { about: sampleId('source', 1) }, LINKS.slice(0, 1)],
  ['a proposition', { about: sampleId('proposition', 1) }, LINKS],
  ['one state', { status: 'confirmed' }, LINKS.slice(1, 2)],
  ['one type', { type: 'cites' }, LINKS.slice(2)],
  ['one certainty', { certainty: 'certain' }, []],
  ['a page', { limit: 1 }, LINKS.slice(0, 1)],
] as const)('lists the links of %s', async (_, query, expected) => {
  const desk = await linkedDesk();
  await decideLinks(desk, { links: [LINKS[1] ?? ''], decision: 'confirmed', ...BY });
  const list = await listLinks(desk, query);
  expect(list.links.map(({ id }) => id).toSorted()).toEqual([...expected]);
  if (!('limit' in query)) expect(list.fitting).toBe(expected.length);
});

test('nothing is listed of a source that is not there', async () => {
  const desk = await linkedDesk();
  await expect(listLinks(desk, { about: 'src_0zzzz' })).rejects.toMatchObject({ code: 'not-found' });
});

test('every listed voice can be found to be one with another, and the finding is listed and taken back', async () => {
  const desk = await linkedDesk();
  const query = { proposition: sampleId('proposition', 1), includeProposed: true };
  const { voices } = await listVoices(desk, query);
  expect(voices.length).toBeGreaterThan(2);
  expect(voices.every(({ name }) => name !== '')).toBe(true);
  const [a, b] = voices;
  const order = { voices: [a?.id ?? '', b?.id ?? ''], proposition: null, ...BY };
  const [{ id } = { id: '' }] = await judgeVoices(desk, { relation: 'same', ...order });
  const names = { a: { id: a?.id, name: a?.name }, b: { id: b?.id, name: b?.name } };
  expect((await listVoices(desk, query)).findings).toContainEqual(
    expect.objectContaining({ id, relation: 'same', ...names, undone: null }),
  );
  await undoFinding(desk, { finding: id, ...BY });
  const all = (await listVoices(desk, { proposition: null, includeProposed: false })).findings;
  expect(all.find((one) => one.id === id)?.undone).toMatchObject({ by: BY.by });
});
