import { expect, test } from 'vitest';
import { memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { openActorBook } from './actor-book.ts';
import { addOutlet, addSpellings, forgetOutlet, knownOutlets, outletsLike } from './outlet-list.ts';

const POST = {
  code: null,
  name: 'The Valley Post',
  kind: 'newspaper',
  state: null,
  aliases: [],
  careful: [],
  short: ['the Post'],
  domains: ['valleypost.example'],
} as const;
const NONE = { aliases: [], careful: [], short: [], domains: [] } as const;

test('an outlet is added under a code made of its name, and logged with who added it', async () => {
  const desk = memoryDesk();
  const shipped = (await knownOutlets(desk)).length;
  expect((await addOutlet(desk, POST, 'A. Archivist')).code).toBe('valley-post');
  expect(await knownOutlets(desk)).toHaveLength(shipped + 1);
  const entries = await desk.store.entriesWith('settings-changed');
  expect(entries.map(({ agent }) => agent)).toEqual(['A. Archivist']);
});

test('spellings are added to a shipped outlet, and taken back', async () => {
  const desk = memoryDesk();
  const before = (await knownOutlets(desk)).find(({ code }) => code === 'reuters');
  await addSpellings(desk, 'Reuters', { ...NONE, aliases: ['Reuterz'] }, 'A. Archivist');
  const now = (await knownOutlets(desk)).filter(({ code }) => code === 'reuters');
  expect(now.map(({ aliases }) => aliases.includes('Reuterz'))).toEqual([true]);
  await forgetOutlet(desk, 'Reuterz', 'A. Archivist');
  expect((await knownOutlets(desk)).find(({ code }) => code === 'reuters')).toEqual(before);
  await expect(forgetOutlet(desk, 'reuters', 'A. Archivist')).rejects.toMatchObject({ code: 'not-found' });
});

test('what belongs to another outlet is refused, all of it named', async () => {
  const desk = memoryDesk();
  await addOutlet(desk, POST, 'A. Archivist');
  const other = { ...POST, code: 'other', aliases: ['AFP'] };
  await expect(addOutlet(desk, other, 'A. Archivist')).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(
      /afp is a name or address of Agence France-Presse.*valley post.*valleypost\.example/s,
    ),
  });
  await expect(addOutlet(desk, POST, 'A. Archivist')).rejects.toThrow(/onrecord outlet alias valley-post/);
  await expect(addOutlet(desk, { ...POST, name: 'Долина' }, 'A. Archivist')).rejects.toThrow(/--code/);
  await expect(
    addOutlet(
      desk,
      { ...POST, code: 'A b', name: 'Hill Post', domains: ['https://a.example'] },
      'A. Archivist',
    ),
  ).rejects.toMatchObject({ code: 'invalid-record' });
  await expect(addSpellings(desk, 'nobody', NONE, 'A. Archivist')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('outlets are found by any of their words', async () => {
  const outlets = await knownOutlets(memoryDesk());
  expect(outletsLike(outlets, 'afp.com').map(({ code }) => code)).toEqual(['afp']);
  expect(outletsLike(outlets, '')).toHaveLength(outlets.length);
});

test('two spellings of one outlet are one actor, and the short names and persons stay apart', async () => {
  const desk = memoryDesk();
  const book = openActorBook(desk.store, desk.newId, await knownOutlets(desk));
  const agency = await book.actorFor('AFP', 'media');
  expect((await book.actorFor('Agence France-Presse', 'media'))?.id).toBe(agency?.id);
  expect((await book.actorFor('Франс Пресс', 'media'))?.id).toBe(agency?.id);
  expect(agency?.names.map(({ text }) => text)).toEqual(['AFP', 'Agence France-Presse']);
  const times = await book.actorFor('the Times', 'media');
  expect((await book.actorFor('The New York Times', 'media'))?.id).not.toBe(times?.id);
  const person = await book.actorFor('Bloomberg', 'person');
  expect((await book.actorFor('Bloomberg News', 'media'))?.id).not.toBe(person?.id);
  expect(book.takeMade()).toHaveLength(5);
});
