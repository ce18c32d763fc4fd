/** Tolls over the API: scopes with their reasons, one count, totals. */
import { expect, test } from 'vitest';
import { countedDesk } from '../../../test/fixtures/desk/counted-desk.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';

async function ask(path: string) {
  const { desk, of } = await countedDesk();
  const { app, cookie } = openApp({ desk });
  const response = await app.request(path.replace('{of}', of), { headers: pageHeaders(cookie, 'GET') });
  return { status: response.status, told: (await response.json()) as never };
}

test.each([
  ['measure=killed&place=kessar', 1, []],
  ['place=Orsa', 0, ['whether Kessar lies in Orsa is not certain']],
  ['by=Guard', 0, ['does not say by whom']],
  ['group=weavers', 1, []],
  ['from=2031-04-01&until=2031-04-30', 1, []],
  ['until=2031-03-01', 1, []],
  ['place=%20', 1, []],
])('counts of the scope %s', async (scope, found, reasons) => {
  const { told } = await ask(`/api/tolls?${scope}`);
  expect(told).toMatchObject({ fitting: found, waiting: 0, preset: null });
  expect((told as { outside: { reason: string }[] }).outside.map(({ reason }) => reason)).toEqual(reasons);
});

test('one count is told with its claims, and from where on it is open', async () => {
  const { told } = await ask('/api/tolls/{of}?axis=event');
  expect(told).toMatchObject({ openFrom: 30, axis: 'event', toll: { low: { value: 26 }, high: null } });
  expect((told as { claims: object[] }).claims).toHaveLength(3);
});

test('a total is told with its parts', async () => {
  const { told } = await ask('/api/totals?measure=killed');
  expect(told).toMatchObject({
    totals: [
      { measure: 'killed', low: 26, high: null, openFrom: 30, mayOverlap: 0, parts: [{ inLow: true }] },
    ],
  });
});

test('a day that is none is refused', async () => {
  expect((await ask('/api/tolls?from=yesterday')).status).toBe(400);
});
