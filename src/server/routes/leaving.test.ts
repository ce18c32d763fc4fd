/** What leaves the vault, at the desk: handling with its history, clearing of persons, and words taken out of a copy. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { captureSources } from '../../desk/capture-sources.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';

const TEXT = 'Ana Belik fled Dol. Ana Belik was seen in Tarn.';

interface Told {
  readonly handling: string;
  readonly leaves: readonly string[];
  readonly decisions: readonly {
    readonly handling: string;
    readonly reason: string | null;
    readonly by: string;
  }[];
  readonly persons: readonly {
    readonly name: string;
    readonly cleared: boolean;
    readonly pseudonym: string | null;
  }[];
  readonly named: number;
  readonly copies: readonly string[];
  readonly error: { readonly code: string; readonly message: string };
}

async function filled(by: string | null = 'A. Archivist') {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  for await (const _ of captureSources(desk, ['a.txt'], { files, reader: plainReader() }));
  const [source] = await desk.store.sources();
  if (source === undefined) throw new Error('nothing was captured');
  const [capture] = await desk.store.captures({ source: source.id });
  if (capture === undefined) throw new Error('no copy');
  const b = new RecordBuilder();
  b.actor('Oren Tasch', 'person');
  await desk.store.append([
    {
      at: '2031-05-01T12:00:00.000Z',
      agent: 'A',
      subject: source.id,
      body: { action: 'source-described', source, actors: [...b.actors.values()] },
    },
  ]);
  const { app, cookie } = openApp({ desk, by });
  const ask = async (method: 'GET' | 'POST', path: string, body: object = {}) => {
    const response = await app.request(`/api${path}`, {
      method,
      headers: pageHeaders(cookie, method),
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, told: (await response.json()) as Told };
  };
  return { desk, source: source.id, capture: capture.id, ask };
}

test('handling is decided with a reason, and its history stands beside it', async () => {
  const { source, ask } = await filled();
  const path = `/sources/${source}/handlings`;
  expect((await ask('GET', path)).told).toMatchObject({
    handling: 'internal',
    leaves: ['claims', 'package-to'],
    decisions: [{ handling: 'internal', reason: null }],
  });
  expect((await ask('POST', path, { handling: 'public', reason: 'printed by a newspaper' })).status).toBe(
    200,
  );
  expect((await ask('POST', path, { handling: 'sealed', reason: 'asked by the witness' })).status).toBe(200);
  expect((await ask('GET', path)).told).toMatchObject({
    handling: 'sealed',
    leaves: [],
    decisions: [
      { handling: 'sealed', reason: 'asked by the witness', by: 'A. Archivist' },
      { handling: 'public', reason: 'printed by a newspaper' },
      { handling: 'internal', reason: null },
    ],
  });
  expect((await ask('POST', path, { handling: 'sealed', reason: 'again' })).status).toBe(400);
  expect((await ask('POST', path, { handling: 'public', reason: ' ' })).status).toBe(400);
  expect((await ask('GET', '/sources/src_zzzzzzzz/handlings')).status).toBe(404);
});

test('persons are covered until somebody clears them with a reason, and can be covered again', async () => {
  const { ask } = await filled();
  expect((await ask('GET', '/persons')).told).toMatchObject({
    persons: [{ name: 'Oren Tasch', cleared: false, pseudonym: null }],
    named: 0,
  });
  const clear = (cleared: boolean, reason: string) =>
    ask('POST', '/persons/clearances', { person: 'Oren Tasch', cleared, reason });
  expect((await clear(true, '')).status).toBe(400);
  expect((await clear(true, 'He holds public office.')).status).toBe(200);
  expect((await ask('GET', '/persons?shown=named&q=tasch')).told).toMatchObject({
    persons: [{ cleared: true, pseudonym: expect.stringMatching(/^Person /u) }],
    named: 1,
  });
  expect((await ask('GET', '/persons?shown=covered')).told.persons).toEqual([]);
  expect((await clear(false, 'He left the office.')).status).toBe(200);
  expect((await ask('GET', '/persons')).told.named).toBe(0);
});

test('words are taken out into a copy; another copy, a reason in words and nobody named are refused', async () => {
  const { desk, source, capture, ask } = await filled();
  const path = `/sources/${source}/redactions`;
  const order = { capture, passages: [{ start: 0, end: 9 }], reason: 'person' };
  const { told } = await ask('POST', path, order);
  expect(told.copies).toHaveLength(1);
  const made = (await desk.store.captures({ source })).find(({ id }) => id === told.copies[0]);
  expect(await desk.store.text(made?.text?.sha256 as never)).toBe(
    '█████████ fled Dol. Ana Belik was seen in Tarn.',
  );
  const other = await ask('POST', path, { ...order, capture: told.copies[0] });
  expect(other).toMatchObject({
    status: 400,
    told: { error: { message: expect.stringContaining('another copy') } },
  });
  expect((await ask('POST', path, { ...order, reason: 'Ana asked' })).status).toBe(400);
  expect((await ask('POST', path, { ...order, passages: [{ start: 40, end: 400 }] })).status).toBe(400);
  const nobody = await filled(null);
  const unsaid = await nobody.ask('POST', `/sources/${nobody.source}/redactions`, {
    ...order,
    capture: nobody.capture,
  });
  expect(unsaid.told.error.message).toContain('Say first who you are');
});
