import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { sampleId } from '../storage/contract/sample-record.ts';
import { decideLinks } from './decide-link.ts';
import { judgeVoices, undoFinding } from './judge-voices.ts';
import { originsOf } from './origins-of.ts';

const BY = { by: 'A. Archivist', reason: 'The texts agree.' };

async function linkedDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  return desk;
}

test('confirms, cuts and undoes a link by the beginning of its id', async () => {
  const desk = await linkedDesk();
  const link = sampleId('link', 1);
  const links = [link, link.toUpperCase()];
  expect(await decideLinks(desk, { links, decision: 'confirmed', ...BY })).toEqual([
    { link, status: 'confirmed' },
  ]);
  await expect(decideLinks(desk, { links, decision: 'confirmed', ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  expect(await decideLinks(desk, { links, decision: 'undone', ...BY })).toEqual([
    { link, status: 'proposed' },
  ]);
  await expect(decideLinks(desk, { links, decision: 'undone', ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
});

test('several links are decided on together, or none of them', async () => {
  const desk = await linkedDesk();
  const [a, b] = [sampleId('link', 1), sampleId('link', 2)];
  await decideLinks(desk, { links: [b], decision: 'cut', ...BY });
  const before = desk.entries.length;
  await expect(decideLinks(desk, { links: [a, b], decision: 'cut', ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringContaining(b.slice(0, 12)),
  });
  expect(desk.entries).toHaveLength(before);
  expect(
    (await decideLinks(desk, { links: [a, b], decision: 'confirmed', ...BY })).map(({ status }) => status),
  ).toEqual(['confirmed', 'confirmed']);
});

test.each([
  ['without a reason', { by: 'A. Archivist', reason: ' ' }],
  ['in nobody’s name', { by: null, reason: 'because' }],
  ['in the name of the machine', { by: 'machine', reason: 'because' }],
])('nothing is decided %s', async (_, decision) => {
  const desk = await linkedDesk();
  const before = desk.entries.length;
  const link = sampleId('link', 1);
  await expect(decideLinks(desk, { links: [link], decision: 'cut', ...decision })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  await expect(
    judgeVoices(desk, {
      relation: 'same',
      voices: [sampleId('actor', 1), sampleId('actor', 2)],
      proposition: null,
      ...decision,
    }),
  ).rejects.toMatchObject({ code: 'bad-usage' });
  expect(desk.entries).toHaveLength(before);
});

test('a finding is made, counted and taken back', async () => {
  const desk = await linkedDesk();
  const query = { includeProposed: true, proposition: sampleId('proposition', 1) };
  const before = (await originsOf(desk, query)).propositions[0];
  const given = { voices: [sampleId('source', 1), sampleId('claim', 3)], proposition: null, ...BY };
  const [finding] = await judgeVoices(desk, { relation: 'distinct', ...given });
  const after = (await originsOf(desk, query)).propositions[0];
  expect([before?.atLeast, after?.atLeast]).toEqual([1, 2]);
  const id = finding?.id ?? '';
  expect(await undoFinding(desk, { finding: id, ...BY })).toBe(id);
  await expect(undoFinding(desk, { finding: id, ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  expect((await originsOf(desk, query)).propositions[0]?.atLeast).toBe(1);
});

test('more than two are one in one step, all or none; only two at a time are two', async () => {
  const desk = await linkedDesk();
  const voices = [sampleId('source', 1), sampleId('claim', 3), sampleId('actor', 2)];
  const given = { proposition: null, ...BY };
  const before = desk.entries.length;
  for (const wrong of [
    { ...given, relation: 'distinct', voices },
    { ...given, relation: 'same', voices: voices.slice(0, 1) },
    { ...given, relation: 'same', voices: [...voices, voices[1] ?? ''] },
    { ...given, relation: 'same', voices: [...voices, 'act_zzzzzzzz'] },
  ] as const)
    await expect(judgeVoices(desk, wrong)).rejects.toMatchObject({ name: 'OnRecordError' });
  expect(desk.entries).toHaveLength(before);
  const findings = await judgeVoices(desk, { ...given, relation: 'same', voices });
  expect(findings.map(({ a, b }) => [a, b])).toEqual([
    [voices[0], voices[1]],
    [voices[0], voices[2]],
  ]);
});
