import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { sampleProposition } from '../storage/contract/sample-record.ts';
import { earlierWordings, rewordProposition, undoRewording } from './reword-proposition.ts';

const FIRST = sampleProposition(1);
const BY = { proposition: FIRST.id, by: 'A. Archivist', reason: 'No group was named.', lang: null };

async function sampleDesk() {
  const desk = memoryDesk();
  await desk.store.append(linkedRecord());
  return desk;
}

test('the new words stand, the old ones are kept with who changed them and why, the latest first', async () => {
  const desk = await sampleDesk();
  const told = await rewordProposition(desk, { ...BY, text: ' fishermen killed in the port ' });
  expect(told).toEqual({
    proposition: FIRST.id,
    before: { text: FIRST.text, lang: 'en' },
    after: { text: 'fishermen killed in the port', lang: 'en' },
    cue: null,
  });
  await rewordProposition(desk, { ...BY, text: 'рыбаки убиты в порту', lang: 'ru', reason: 'Our language.' });
  expect(await desk.store.proposition(FIRST.id)).toMatchObject({ text: 'рыбаки убиты в порту', lang: 'ru' });
  expect(await earlierWordings(desk, FIRST.id)).toMatchObject([
    { text: 'fishermen killed in the port', lang: 'en', by: 'A. Archivist', reason: 'Our language.' },
    { text: FIRST.text, lang: 'en', by: 'A. Archivist', reason: 'No group was named.' },
  ]);
  await undoRewording(desk, { ...BY, reason: null });
  expect(await desk.store.proposition(FIRST.id)).toMatchObject({ text: 'fishermen killed in the port' });
  expect((await earlierWordings(desk, FIRST.id))[0]).toMatchObject({ lang: 'ru', reason: 'undone' });
});

test('words that attribute are told, not stopped', async () => {
  const desk = await sampleDesk();
  const { cue } = await rewordProposition(desk, { ...BY, text: 'fishermen were allegedly killed' });
  expect(cue).toBe('allegedly');
});

test.each([
  ['the same words', { text: FIRST.text }],
  ['no reason', { text: 'x', reason: ' ' }],
  ['nobody', { text: 'x', by: null }],
  ['no words', { text: '  ' }],
  ['a language that is none', { text: 'x', lang: '??' }],
])('%s: refused, and nothing is written', async (_, given) => {
  const desk = await sampleDesk();
  const before = desk.entries.length;
  await expect(rewordProposition(desk, { ...BY, ...given })).rejects.toMatchObject({ name: 'OnRecordError' });
  await expect(undoRewording(desk, BY)).rejects.toMatchObject({ code: 'bad-usage' });
  expect(desk.entries).toHaveLength(before);
});
