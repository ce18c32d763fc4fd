/** `onrecord serve --team` twice over one database: one session works at both, and ended at one it is ended at the other. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../../src/crypto/one-time-code.ts';
import { freePort } from '../fixtures/free-port.ts';
import { type LocalPostgres, startLocalPostgres } from '../fixtures/local-postgres.ts';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

const HOST = 'desk.example';
let server: LocalPostgres;
let place: Place;
beforeAll(async () => {
  server = await startLocalPostgres();
  place = newPlace();
});
afterAll(async () => {
  place.remove();
  await server.stop();
});

interface Answered {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
}

function ask(port: number, path: string, given: { cookie?: string; body?: unknown } = {}): Promise<Answered> {
  const headers = {
    host: HOST,
    ...(given.cookie === undefined ? {} : { cookie: given.cookie }),
    ...(given.body === undefined
      ? {}
      : { origin: `https://${HOST}`, 'content-type': 'application/json', 'x-onrecord': '1' }),
  };
  const method = given.body === undefined ? 'GET' : 'POST';
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({ status: answer.statusCode ?? 0, cookie, text });
      });
    });
    asked.on('error', () => resolve({ status: 0, cookie: '', text: '' }));
    asked.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  });
}

test('two servers, one session', { timeout: 180_000 }, async () => {
  const env = { ONRECORD_DATABASE: await server.createDatabase() };
  const run = (...args: string[]) => place.run(args, { env });
  expect(run('init', '--no-encryption').code).toBe(0);
  place.write('a.html', ARTICLE);
  expect(run('capture', 'a.html').code).toBe(0);
  expect(run('serve', '--team').code).toBe(2);
  expect(run('serve', '--team', '--public-address', 'http://desk.example').code).toBe(2);
  const { out } = run('team', 'invite', 'Mira', '--roles', 'reader,custodian', '--json');
  const invited = JSON.parse(out) as { token: string };

  const ports = [await freePort(), await freePort()] as const;
  const flags = ['serve', '--team', '--public-address', `https://${HOST}`, '--log'];
  const servers = ports.map((port) => place.start([...flags, '--port', String(port)], env));
  for (const port of ports)
    await expect.poll(async () => (await ask(port, '/api/record')).status, { timeout: 60_000 }).toBe(401);
  const [one, two] = ports;
  const read = await ask(one, '/api/team/invitations/readings', { body: { token: invited.token } });
  const { secret } = JSON.parse(read.text) as { secret: string };
  const passphrase = 'seven herons over the weir';
  const accepted = await ask(two, '/api/team/invitations/acceptances', {
    body: { token: invited.token, passphrase, code: codeAt(secret, Date.now()) },
  });
  expect(accepted.status).toBe(200);
  const { cookie } = accepted;
  for (const port of ports) {
    const sources = await ask(port, '/api/sources', { cookie });
    expect(sources.status).toBe(200);
    expect(JSON.parse(sources.text)).toMatchObject({ sources: [{}] });
  }
  expect((await ask(one, '/api/team/sign-out', { cookie, body: {} })).status).toBe(200);
  for (const port of ports) expect((await ask(port, '/api/sources', { cookie })).status).toBe(401);

  for (const running of servers) running.interrupt();
  for (const { ended } of servers) {
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).not.toContain(passphrase);
    expect(err).not.toContain('Warning');
    expect(err).not.toContain(cookie.split('=')[1]);
  }
  const seen = await server.run(
    'SELECT name, act, array_length(about, 1) AS about FROM onrecord_team.accesses ORDER BY seq',
    new URL(env.ONRECORD_DATABASE).pathname.slice(1),
  );
  expect(seen).toEqual([
    { name: '', act: 'invited', about: 1 },
    { name: 'Mira', act: 'joined', about: null },
    { name: 'Mira', act: 'read', about: 1 },
    { name: 'Mira', act: 'read', about: 1 },
    { name: 'Mira', act: 'signed-out', about: null },
  ]);
  // What was seen stands in the log, under its proof, when the servers have ended.
  const custody = run('verify');
  expect(custody.code).toBe(0);
  const [logged] = await server.run(
    'SELECT count(*)::int AS waiting FROM onrecord_team.accesses WHERE logged IS NULL',
    new URL(env.ONRECORD_DATABASE).pathname.slice(1),
  );
  expect(logged).toEqual({ waiting: 0 });
  const [entry] = await server.run(
    "SELECT count(*)::int AS entries FROM onrecord.log WHERE action = 'accesses-logged'",
    new URL(env.ONRECORD_DATABASE).pathname.slice(1),
  );
  expect(entry?.entries).toBeGreaterThan(0);
});
