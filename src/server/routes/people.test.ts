/** Lists and pairs of listings over the API: the queue, a decision, and taking it back. */
import { expect, test } from 'vitest';
import { generatePeople } from '../../../bench/count/generate-people.ts';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { peopleBeside, peopleEngine } from '../../compose.ts';
import { listImported, sampleList } from '../../storage/contract/sample-lists.ts';
import { captured, sampleId } from '../../storage/contract/sample-record.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';
import type { ServerRoom } from '../server-room.ts';

const PROPERTIES = ['given', 'family', 'born', 'sex', 'lived-at', 'died'] as const;

interface Told {
  readonly id?: string;
  readonly pairs?: readonly { readonly a: object; readonly b: object; readonly steps: readonly object[] }[];
}

async function listedApp(linkPeople: ServerRoom['linkPeople'] = peopleEngine(2), listings = 90) {
  const desk = memoryDesk();
  const people = generatePeople(listings, 0.4, 3);
  for (const list of [1, 2, 3])
    await desk.store.append([
      captured(list, null),
      listImported(list, {
        list: sampleList({
          id: sampleId('list', list),
          name: `List ${list}`,
          columns: PROPERTIES.map((property) => ({ header: property, property, lang: null, dates: null })),
        }),
        listings: people.flatMap(({ values }, at) =>
          at % 3 === list - 1
            ? [{ id: sampleId('listing', at), key: `${at}`, row: at + 2, values: [...values], written: {} }]
            : [],
        ),
      }),
    ]);
  const { app, cookie } = openApp({ desk, linkPeople });
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const given = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await app.request(path, { method, headers: pageHeaders(cookie, method), ...given });
    return { status: response.status, told: (await response.json()) as Told };
  };
  return { ask };
}

test('the queue is linked once for one state of the log, and shows both sides', {
  timeout: 120_000,
}, async () => {
  let linked = 0;
  const engine = peopleEngine(2);
  const { ask } = await listedApp((...given) => {
    linked += 1;
    return engine(...given);
  });
  const { told } = await ask('GET', '/api/people/queue?limit=1');
  await ask('GET', '/api/people/queue');
  expect(linked).toBe(1);
  expect(told).toMatchObject({
    listings: 90,
    people: { status: 'told' },
    decisions: { same: 0, different: 0 },
  });
  expect(told.pairs).toHaveLength(1);
  for (const { a, b, steps } of told.pairs ?? []) {
    expect(a).toMatchObject({ name: expect.stringMatching(/^List/) });
    expect(b).toMatchObject({ row: expect.any(Number) });
    expect(steps[0]).toMatchObject({ column: null, a: null, b: null });
  }
});

test('while linkages are drawn the desk answers other questions; what comes back is what is reckoned here', {
  timeout: 120_000,
}, async () => {
  const order: string[] = [];
  let drawing = (): void => undefined;
  const drawn = new Promise<void>((resolve) => {
    drawing = resolve;
  });
  const beside = peopleBeside(1);
  const { ask } = await listedApp(async (task, work) => {
    const told = await beside(task, {
      ...work,
      onProgress: (progress) => {
        work?.onProgress?.(progress);
        if (progress.stage === 'drawing') drawing();
      },
    });
    order.push('linked');
    return told;
  }, 900);
  const queue = ask('GET', '/api/people/queue?limit=3');
  await drawn;
  expect((await ask('GET', '/api/people/linking')).told).toMatchObject({
    state: 'running',
    progress: { stage: 'drawing', of: expect.any(Number) },
  });
  await ask('GET', '/api/record');
  order.push('answered');
  const { told } = await queue;
  expect(order).toEqual(['answered', 'linked']);
  expect((await ask('GET', '/api/people/linking')).told).toEqual({ state: 'done', progress: null });
  const { ask: askHere } = await listedApp(peopleEngine(1), 900);
  expect((await askHere('GET', '/api/people/queue?limit=3')).told).toEqual(told);
});

test('a linkage is stopped at once, says so, and begins anew when asked again', {
  timeout: 60_000,
}, async () => {
  const begun: AbortSignal[] = [];
  const ends = peopleEngine(1);
  const { ask } = await listedApp((task, work) => {
    const { signal } = work ?? {};
    if (signal !== undefined) begun.push(signal);
    if (begun.length > 1) return ends(task, work);
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const queue = ask('GET', '/api/people/queue');
  await expect.poll(() => begun.length).toBe(1);
  expect((await ask('POST', '/api/people/linking/stop')).status).toBe(200);
  expect(await queue).toMatchObject({ status: 409, told: { error: { code: 'stopped' } } });
  expect((await ask('GET', '/api/people/linking')).told).toMatchObject({ state: 'stopped' });
  expect((await ask('GET', '/api/people/queue')).told).toMatchObject({ listings: 90 });
});

test('a decision while it runs begins it anew; who waits gets what is true now', {
  timeout: 60_000,
}, async () => {
  let begun = 0;
  const ends = peopleEngine(1);
  const { ask } = await listedApp((task, work) => {
    begun += 1;
    if (begun > 1) return ends(task, work);
    return new Promise((_, reject) =>
      work?.signal?.addEventListener('abort', () => reject(work.signal?.reason)),
    );
  });
  const first = ask('GET', '/api/people/queue');
  await expect.poll(() => begun).toBe(1);
  const pair = { relation: 'same', a: sampleId('listing', 1), b: sampleId('listing', 2) };
  await ask('POST', '/api/people/decisions', { ...pair, reason: 'the same mother' });
  const second = await ask('GET', '/api/people/queue');
  expect(second.told).toMatchObject({ decisions: { same: 1 } });
  expect(await first).toEqual(second);
});

test('lists are told with their size; a decision needs a reason, stands, and is taken back', async () => {
  const { ask } = await listedApp();
  expect((await ask('GET', '/api/people/lists')).told).toMatchObject({
    lists: [
      { list: { name: 'List 1', columns: PROPERTIES.map((property) => ({ property })) }, listings: 30 },
      {},
      {},
    ],
    fitting: 3,
    next: null,
  });
  const pair = { relation: 'same', a: sampleId('listing', 1), b: sampleId('listing', 2) };
  expect((await ask('POST', '/api/people/decisions', { ...pair, reason: ' ' })).status).toBe(400);
  const { status, told } = await ask('POST', '/api/people/decisions', { ...pair, reason: 'the same mother' });
  expect(status).toBe(200);
  const undo = `/api/people/decisions/${told.id}/undo`;
  expect((await ask('POST', undo, { reason: 'two sisters' })).told).toEqual({ decision: told.id });
  expect((await ask('GET', '/api/people/decisions')).told).toMatchObject({
    decisions: [{ ...pair, by: 'A. Archivist', undone: { reason: 'two sisters' } }],
  });
});
