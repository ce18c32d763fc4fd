import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { sampleId } from '../storage/contract/sample-record.ts';
import { eraseSource } from './erase-source.ts';
import { dropDraft, keepDraft, listDrafts } from './keep-drafts.ts';
import { dropSearch, keepSearch, listSearches } from './keep-searches.ts';

const SOURCE = sampleId('source', 1);

test('a draft is kept in the place of the one before, found by source or by name, and dropped', async () => {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const head = await desk.store.head();
  await keepDraft(desk, { name: 'claim one', source: SOURCE, body: '{"half":' });
  await keepDraft(desk, { name: 'claim one', source: SOURCE, body: '{"half":1}' });
  await keepDraft(desk, { name: 'reason join', source: null, body: '"one cou' });
  expect(await listDrafts(desk, { source: SOURCE })).toMatchObject([
    { name: 'claim one', body: '{"half":1}' },
  ]);
  expect(await listDrafts(desk, { name: 'reason' })).toMatchObject([{ source: null }]);
  await dropDraft(desk, 'reason join');
  await dropDraft(desk, 'reason join');
  expect(await listDrafts(desk, {})).toHaveLength(1);
  expect(await desk.store.head(), 'the log knows nothing of it').toEqual(head);
});

test('a draft with the words of a source goes with it', async () => {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  await keepDraft(desk, { name: 'claim one', source: SOURCE, body: 'the words of a witness' });
  await keepDraft(desk, { name: 'claim two', source: sampleId('source', 2), body: 'other words' });
  await eraseSource(desk, { source: SOURCE, reason: 'asked for', by: 'A. Archivist', withParts: false });
  expect((await listDrafts(desk, {})).map(({ name }) => name)).toEqual(['claim two']);
});

test('half-made places and incidents go with the words that they are made of, and only then', async () => {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const erase = (source: string) =>
    eraseSource(desk, { source, reason: 'asked for', by: 'A. Archivist', withParts: false });
  const draft = (name: string, body: unknown) =>
    keepDraft(desk, { name, source: null, body: JSON.stringify(body) });
  const left = async () => (await listDrafts(desk, {})).map(({ name }) => name).toSorted();
  const killed = sampleId('proposition', 1);
  await draft('incident new', { title: 'A raid', propositions: [{ id: sampleId('proposition', 2) }] });
  await draft('place site', { name: 'x', runBy: [{ claim: sampleId('claim', 1), exact: 'who ran it' }] });
  await draft('incident inc_1', { title: 'Another raid', propositions: [{ id: killed }] });
  await draft('place port calder', { name: 'x', wordings: 'x' });
  await draft('place other', { name: 'x', wordings: 'old one\nthe PORT Calder' });
  await draft('place elsewhere', { name: 'Lark', wordings: 'Port Calderville' });
  await draft('reason x', 'both speak of Port Calder');
  await erase(SOURCE);
  // Another source still tells of killings there.
  const staying = ['incident inc_1', 'place elsewhere', 'place other', 'place port calder', 'reason x'];
  expect(await left()).toEqual(staying);
  for (const { id } of await desk.store.sources()) await erase(id);
  expect(await desk.store.propositions()).toEqual([]);
  expect(await left()).toEqual(['place elsewhere', 'reason x']);
});

test('a page that was open over an erasure cannot bring back what names the erased', async () => {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  const [gone, stays] = [sampleId('claim', 1), sampleId('source', 2)];
  const bodies = [JSON.stringify({ runBy: [{ claim: gone }] }), `half a sentence on ${gone}`];
  for (const body of bodies) await keepDraft(desk, { name: 'place x', source: null, body });
  await eraseSource(desk, { source: SOURCE, reason: 'asked for', by: 'A. Archivist', withParts: false });
  expect(await listDrafts(desk, {})).toEqual([]);
  const refused = { code: 'not-found', message: expect.stringContaining('erased') };
  for (const body of bodies)
    await expect(keepDraft(desk, { name: 'place x', source: null, body })).rejects.toMatchObject(refused);
  await expect(keepDraft(desk, { name: `reason ${gone}`, source: null, body: '' })).rejects.toMatchObject(
    refused,
  );
  await keepDraft(desk, { name: 'place x', source: null, body: `on ${stays} and src_that_never_was` });
  expect(await listDrafts(desk, {})).toHaveLength(1);
});

test.each([
  ['no name', { name: ' ', source: null, body: '' }],
  ['a source that is not there', { name: 'x', source: 'src_zzz', body: '' }],
  ['too much', { name: 'x', source: null, body: 'x'.repeat(400_001) }],
])('a draft with %s is refused', async (_, draft) => {
  await expect(keepDraft(memoryDesk(), draft)).rejects.toMatchObject({ name: 'OnRecordError' });
});

test('a search is kept under its name, replaced, listed by name, and dropped', async () => {
  const desk = memoryDesk();
  await keepSearch(desk, { name: ' Visas ', address: '/responses?answer=refused' });
  await keepSearch(desk, { name: 'Contested', address: '/propositions?standing=contested' });
  await keepSearch(desk, { name: 'Visas', address: '/responses?answer=granted' });
  expect((await listSearches(desk)).map(({ name, address }) => [name, address])).toEqual([
    ['Contested', '/propositions?standing=contested'],
    ['Visas', '/responses?answer=granted'],
  ]);
  await dropSearch(desk, 'Visas');
  expect(await listSearches(desk)).toHaveLength(1);
});

test.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/api/log', '/a b', '/x#y', ''])(
  'what is no page of the desk is no search: %j',
  async (address) => {
    await expect(keepSearch(memoryDesk(), { name: 'x', address })).rejects.toMatchObject({
      code: 'bad-usage',
    });
  },
);
