import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../test/fixtures/desk/memory-desk.ts';
import { type CaptureEvent, type CaptureOptions, captureSources } from './capture-sources.ts';
import { OnRecordError } from './desk.ts';
import { NOTHING_GIVEN } from './given-metadata.ts';

async function run(
  desk: ReturnType<typeof memoryDesk>,
  inputs: string[],
  options: CaptureOptions,
): Promise<CaptureEvent[]> {
  const events: CaptureEvent[] = [];
  for await (const event of captureSources(desk, inputs, options)) events.push(event);
  return events;
}

const TWO = new Map<string, string>([
  ['a.txt', 'Two villages were emptied.'],
  ['b.txt', 'The ministry denied it.'],
]);

test('stores each file once and says so the second time', async () => {
  const desk = memoryDesk();
  const options = { files: memoryFiles(TWO), reader: plainReader() };
  expect((await run(desk, ['a.txt', 'b.txt'], options)).map(({ state }) => state)).toEqual([
    'captured',
    'captured',
  ]);
  expect((await run(desk, ['a.txt', 'b.txt'], options)).map(({ state }) => state)).toEqual([
    'already-stored',
    'already-stored',
  ]);
  expect(desk.entries).toHaveLength(2);
});

test('what nobody says stays unknown', async () => {
  const desk = memoryDesk();
  await run(desk, ['a.txt'], { files: memoryFiles(TWO), reader: plainReader() });
  const [source] = await desk.store.sources();
  expect(source).toMatchObject({
    kind: 'unknown',
    title: null,
    publisher: null,
    publishedAt: null,
    language: null,
    url: null,
    handling: 'internal',
  });
});

test('a sidecar speaks before flags, and the file before both', async () => {
  const desk = memoryDesk();
  const sidecars = new Map([['a.txt', 'publisher: Valley Post\ntitle: Emptied\nkind: news-article\n']]);
  const given = { ...NOTHING_GIVEN, publisher: 'Flag Press', language: 'en' };
  const events = await run(desk, ['a.txt'], {
    files: memoryFiles(TWO, sidecars),
    reader: plainReader({ title: 'Own title' }),
    given,
  });
  const [source] = await desk.store.sources();
  expect(source).toMatchObject({ title: 'Own title', kind: 'news-article', language: 'en' });
  expect((await desk.store.actors()).map(({ names }) => names[0]?.text)).toEqual(['Valley Post']);
  expect(events[0]).toMatchObject({ state: 'captured', sidecar: 'a.txt.yaml' });
});

test('all faults of a sidecar are told and its file is not stored; the next one is', async () => {
  const desk = memoryDesk();
  const sidecars = new Map([['a.txt', 'publisher: 7\ndate: 2017-02-30\nkind: novel\ncolour: red\n']]);
  const events = await run(desk, ['a.txt', 'b.txt'], {
    files: memoryFiles(TWO, sidecars),
    reader: plainReader(),
  });
  expect(events.map(({ state }) => state)).toEqual(['failed', 'captured']);
  const [first] = events;
  expect(first?.state === 'failed' ? first.faults.map(({ path }) => path) : []).toEqual([
    'colour',
    'kind',
    'publisher',
    'date',
  ]);
});

test.each([
  ['an empty file', '', 'unreadable-file'],
  [
    'a file that vanishes',
    new OnRecordError('file-vanished', 'b.txt vanished before it could be read.'),
    'file-vanished',
  ],
  [
    'a file that is too large',
    new OnRecordError('too-large', 'b.txt is larger than the limit.'),
    'too-large',
  ],
])('%s is one clear failure and the batch goes on', async (_name, content, code) => {
  const desk = memoryDesk();
  const files = memoryFiles(new Map<string, string | Error>([['bad', content], ...TWO]));
  const events = await run(desk, ['bad', 'a.txt'], { files, reader: plainReader() });
  expect(events[0]).toMatchObject({ state: 'failed', file: 'bad', code });
  expect(events[1]?.state).toBe('captured');
});

test('a full disk ends the batch, because every later file would meet it', async () => {
  const desk = memoryDesk();
  const full = {
    ...desk,
    blobs: {
      ...desk.blobs,
      put: async () => {
        throw new OnRecordError('disk-full', 'The disk is full.');
      },
    },
  };
  await expect(
    run(full, ['a.txt', 'b.txt'], { files: memoryFiles(TWO), reader: plainReader() }),
  ).rejects.toMatchObject({ code: 'disk-full' });
  expect(desk.entries).toHaveLength(0);
});

test('stops after the current file when told to', async () => {
  const desk = memoryDesk();
  const controller = new AbortController();
  const events: CaptureEvent[] = [];
  for await (const event of captureSources(desk, ['a.txt', 'b.txt'], {
    files: memoryFiles(TWO),
    reader: plainReader(),
    signal: controller.signal,
  })) {
    events.push(event);
    controller.abort();
  }
  expect(events.map(({ state }) => state)).toEqual(['captured', 'stopped']);
});

test('a date in the future is left unknown, and told', async () => {
  const desk = memoryDesk();
  const events = await run(desk, ['a.txt'], {
    files: memoryFiles(TWO),
    reader: plainReader({ publishedAt: '2040-01-01' }),
  });
  const [event] = events;
  expect(event?.state === 'captured' ? event.documents[0]?.notes[0] : null).toMatch(/2040-01-01.*future/);
  expect((await desk.store.sources())[0]?.publishedAt).toBeNull();
});

test('one publisher in two spellings is one actor', async () => {
  const desk = memoryDesk();
  await run(desk, ['a.txt'], {
    files: memoryFiles(TWO),
    reader: plainReader({ publisher: 'The Valley Post' }),
  });
  await run(desk, ['b.txt'], { files: memoryFiles(TWO), reader: plainReader({ publisher: 'Valley Post' }) });
  expect(await desk.store.actors()).toHaveLength(1);
});
