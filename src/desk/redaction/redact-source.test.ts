import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../capture-sources.ts';
import { publishedCopies } from './published-copies.ts';
import { type RedactionOrder, redactSource } from './redact-source.ts';

const TEXT = 'Ana Belik fled Dol. Ana Belik was seen in Tarn.';
const BY = { by: 'A. Archivist', reason: 'person' };
const NOTHING: Pick<RedactionOrder, 'passages' | 'words' | 'boxes'> = { passages: [], words: [], boxes: [] };
const TOOLS = {
  reader: plainReader(),
  version: '0.2.0',
  pictures: async () => {
    throw new TypeError('not needed');
  },
};

async function filledDesk() {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  for await (const _ of captureSources(desk, ['a.txt'], { files, reader: plainReader() }));
  const [source] = await desk.store.sources();
  if (source === undefined) throw new Error('nothing was captured');
  return { desk, source: source.id };
}

test('a stretch becomes blocks in a new copy; the log says where and why in numbers and a category', async () => {
  const { desk, source } = await filledDesk();
  const before = await desk.store.captures({ source });
  const [made] = await redactSource(
    desk,
    { source, ...NOTHING, passages: [{ start: 0, end: 9 }], ...BY },
    TOOLS,
  );
  expect(await desk.store.text(made?.capture.text?.sha256 as never)).toBe(
    '█████████ fled Dol. Ana Belik was seen in Tarn.',
  );
  expect(made?.capture).toMatchObject({ of: source, copy: 'working', derivedFrom: before[0]?.id });
  const logged = desk.entries.at(-1)?.body;
  expect(logged).toMatchObject({
    action: 'copy-stored',
    event: {
      kind: 'redacted',
      note: 'person',
      tool: { parameters: { passages: '0-9' } },
      input: before[0]?.sha256,
    },
  });
  expect(JSON.stringify(logged)).not.toMatch(/belik/i);
  expect((await desk.store.captures({ source }))[0]).toEqual(before[0]);
});

test('words are taken out wherever they stand, and what was out stays out', async () => {
  const { desk, source } = await filledDesk();
  await redactSource(desk, { source, ...NOTHING, passages: [{ start: 15, end: 18 }], ...BY }, TOOLS);
  const [made] = await redactSource(desk, { source, ...NOTHING, words: ['ana belik'], ...BY }, TOOLS);
  expect(await desk.store.text(made?.capture.text?.sha256 as never)).toBe(
    '█████████ fled ███. █████████ was seen in Tarn.',
  );
  const copies = (await publishedCopies(desk)).get(source);
  expect(copies?.text).toBe(made?.capture.id);
  expect(copies?.picture).toBeNull();
});

test.each<[string, Partial<RedactionOrder>]>([
  ['nothing to take out', {}],
  ['a passage outside the text', { passages: [{ start: 40, end: 400 }] }],
  ['words that stand nowhere', { words: ['Orsk'] }],
  ['a reason in words', { passages: [{ start: 0, end: 3 }], reason: 'Ana asked for it' }],
  ['no name', { passages: [{ start: 0, end: 3 }], by: null }],
])('nothing is stored for %s', async (_, wrong) => {
  const { desk, source } = await filledDesk();
  const before = desk.entries.length;
  await expect(redactSource(desk, { source, ...NOTHING, ...BY, ...wrong }, TOOLS)).rejects.toMatchObject({
    code: 'bad-usage',
  });
  expect(desk.entries).toHaveLength(before);
});
