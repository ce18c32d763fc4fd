/** Lists and pairs of listings over the API: the queue, a decision, and taking it back. */
import { expect, test } from 'vitest';
import { generatePeople } from '../../../bench/count/generate-people.ts';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { peopleEngine } from '../../compose.ts';
import { listImported, sampleList } from '../../storage/contract/sample-lists.ts';
import { captured, sampleId } from '../../storage/contract/sample-record.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';

const PROPERTIES = ['given', 'family', 'born', 'sex', 'lived-at', 'died'] as const;

interface Told {
  readonly id?: string;
  readonly pairs?: readonly { readonly a: object; readonly b: object; readonly steps: readonly object[] }[];
}

async function listedApp(linkRecords = peopleEngine(2)) {
  const desk = memoryDesk();
  const people = generatePeople(90, 0.4, 3);
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
  const { app, cookie } = openApp({ desk, linkRecords });
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

test('lists are told with their size; a decision needs a reason, stands, and is taken back', async () => {
  const { ask } = await listedApp();
  expect((await ask('GET', '/api/people/lists')).told).toMatchObject({
    lists: [{ name: 'List 1', listings: 30, columns: [...PROPERTIES] }, {}, {}],
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
