/** Places, the map and incidents over the API: what is put on record comes back, and what is withheld is nowhere on the map. */
import { expect, test } from 'vitest';
import { countedDesk } from '../../../test/fixtures/desk/counted-desk.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';

async function openRoom() {
  const { desk, of } = await countedDesk();
  const { app, cookie } = openApp({ desk });
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const headers = pageHeaders(cookie, method);
    const response = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, told: (await response.json()) as never };
  };
  return { ask, of };
}

const kessar = {
  id: null,
  kind: 'adm1',
  name: 'Kessar',
  country: null,
  latitude: -49.2,
  longitude: 69.5,
  precision: { scheme: 'ucdp-where-prec', code: '4' },
  siteType: null,
  partOf: null,
  runBy: [],
  wordings: ['Kessar'],
  reason: 'invented',
};

test('a place is listed, recorded, drawn as an area, and taken back', async () => {
  const { ask } = await openRoom();
  expect((await ask('GET', '/api/places')).told).toMatchObject({
    places: [{ key: 'kessar', placing: 'unplaced', kind: null, propositions: 1 }],
    fitting: 1,
  });
  expect((await ask('GET', '/api/map')).told).toEqual({ map: null, withheld: 0, unplaced: 1, proposed: [] });
  const { id } = (await ask('POST', '/api/places', kessar)).told as { id: string };
  expect((await ask('GET', '/api/map')).told).toMatchObject({
    map: { places: [{ key: id, form: 'area' }], labels: [{ text: 'Kessar' }] },
    unplaced: 0,
  });
  const { status, told } = await ask('GET', `/api/places/${id}`);
  expect(status).toBe(200);
  expect(told).toMatchObject({
    place: { name: 'Kessar', placing: 'recorded' },
    recorded: { by: 'A. Archivist', reason: 'invented' },
    figures: [{ range: { low: 26, high: null, openFrom: 30 }, denials: { atLeast: 1 } }],
  });
  expect((await ask('POST', '/api/places/withdrawals', { id, reason: 'another one' })).status).toBe(200);
  expect((await ask('GET', '/api/places')).told).toMatchObject({ places: [{ placing: 'unplaced' }] });
});

test('a place without coordinates is counted as withheld and is nowhere in the map', async () => {
  const { ask } = await openRoom();
  await ask('POST', '/api/places', { ...kessar, kind: 'site', latitude: null, longitude: null });
  expect((await ask('GET', '/api/map')).told).toEqual({ map: null, withheld: 1, unplaced: 0, proposed: [] });
});

test.each([
  ['kind=castle', 400],
  ['from=spring', 400],
  ['from=&until=&kind=adm1', 200],
])('places asked for by %s: %i', async (query, status) => {
  const { ask } = await openRoom();
  expect((await ask('GET', `/api/places?${query}`)).status).toBe(status);
});

test('an incident is recorded with its figures and its history, and refused without a reason', async () => {
  const { ask, of } = await openRoom();
  const incident = {
    id: null,
    title: 'Killings in Kessar',
    kind: 'killing',
    when: { edtf: '2031-04-01', extent: 'within' },
    clarity: 1,
    place: null,
    chain: [],
    propositions: [of],
    reason: 'one event',
  };
  expect((await ask('POST', '/api/incidents', { ...incident, reason: ' ' })).status).toBe(400);
  const { id } = (await ask('POST', '/api/incidents', incident)).told as { id: string };
  expect((await ask('GET', `/api/incidents/${id}`)).told).toMatchObject({
    incident: { title: 'Killings in Kessar', propositions: 1, claims: 3 },
    history: [{ by: 'A. Archivist', reason: 'one event' }],
    figures: [{ proposition: { id: of } }],
  });
  expect((await ask('GET', `/api/totals?incident=${id}`)).told).toMatchObject({
    totals: [{ measure: 'killed', low: 26, openFrom: 30, parts: [{ proposition: of }] }],
  });
  const other = { ...incident, title: 'Fire', propositions: [] };
  const { id: fire } = (await ask('POST', '/api/incidents', other)).told as { id: string };
  expect((await ask('GET', `/api/totals?incident=${fire}`)).told).toMatchObject({ totals: [] });
  expect((await ask('GET', '/api/tolls?incident=inc_9')).status).toBe(404);
  expect((await ask('GET', '/api/incidents?kind=killing')).told).toMatchObject({
    fitting: 2,
    next: null,
    kinds: ['killing'],
  });
  expect((await ask('GET', '/api/incidents/inc_9')).status).toBe(404);
});
