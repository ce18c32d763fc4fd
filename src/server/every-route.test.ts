/** Every route of the contract against every way in: no session, another host, another site, a form; and with the session. */
import { describe, expect, test } from 'vitest';
import { ROUTES } from './api/every-route.ts';
import { HOST, openApp, pageHeaders } from './fixtures/open-app.ts';
import { SECURITY_HEADERS } from './guard/security-headers.ts';

const every = Object.values(ROUTES).map(({ method, path }) => ({
  method: method.toUpperCase(),
  path: path.replace(/\{\w+\}/gu, 'src_00000000000000000000000000'),
}));
const routes = [...every, { method: 'GET', path: '/api/openapi.json' }, { method: 'GET', path: '/' }];

test('there are routes, and each stands in the document of the API once', async () => {
  const { app, cookie } = openApp();
  const response = await app.request('/api/openapi.json', { headers: pageHeaders(cookie, 'GET') });
  const { paths, openapi } = (await response.json()) as { paths: Record<string, object>; openapi: string };
  expect(openapi).toBe('3.1.0');
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(told.sort()).toEqual(
    Object.values(ROUTES)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

describe.each(routes)('$method $path', ({ method, path }) => {
  const body = method === 'GET' ? {} : { body: '{}' };
  const ask = async (headers: Record<string, string>): Promise<Response> =>
    openApp().app.request(path, { method, headers, ...body });
  const session = openApp().cookie;

  test('without a session: nothing', async () => {
    const { cookie: _, ...headers } = pageHeaders('', method);
    expect((await ask(headers)).status).toBe(401);
    expect((await ask({ ...headers, cookie: 'onrecord_8080=guessed' })).status).toBe(401);
  });

  test('under another name, from another site or port: nothing, even with the session', async () => {
    const headers = pageHeaders(session, method);
    expect((await ask({ ...headers, host: 'evil.example:8080' })).status).toBe(421);
    expect((await ask({ ...headers, host: `${HOST}, ${HOST}` })).status).toBe(421);
    expect((await ask({ ...headers, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ ...headers, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask({ ...headers, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  if (method !== 'GET')
    test('as a form of another page would send it: nothing', async () => {
      const headers = pageHeaders(session, method);
      expect((await ask({ ...headers, 'content-type': 'text/plain' })).status).toBe(415);
      const { 'x-onrecord': _, ...bare } = headers;
      expect((await ask(bare)).status).toBe(403);
    });

  test('with the session: an answer in the one shape, with every header of protection', async () => {
    const response = await ask(pageHeaders(session, method));
    expect([200, 400, 404]).toContain(response.status);
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(response.headers.get(name)).toBe(value);
    if (response.status !== 200) {
      const told = (await response.json()) as { error: object };
      expect(Object.keys(told.error).sort()).toEqual(['code', 'faults', 'message', 'subject']);
    }
  });
});

test('a vault that can only be read is not written, whoever asks', async () => {
  const { app, cookie } = openApp({ readOnly: true });
  const response = await app.request('/api/claims/decisions', {
    method: 'POST',
    headers: pageHeaders(cookie, 'POST'),
    body: JSON.stringify({ claims: ['clm_00'], decision: 'accepted', reason: null }),
  });
  expect(response.status).toBe(403);
});

test('what was not expected is told without its words', async () => {
  const { app, cookie, room, unexpected } = openApp();
  room.desk.store.counts = async () => {
    throw new TypeError('the testimony of a witness');
  };
  const response = await app.request('/api/record', { headers: pageHeaders(cookie, 'GET') });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('testimony');
  expect(unexpected).toEqual(['TypeError']);
});

test('too much at once is refused before it is read', async () => {
  const { app, cookie } = openApp();
  const response = await app.request('/api/claims/decisions', {
    method: 'POST',
    headers: { ...pageHeaders(cookie, 'POST'), 'content-length': '2000000' },
    body: 'x'.repeat(2_000_000),
  });
  expect(response.status).toBe(413);
});
