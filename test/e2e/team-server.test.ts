/**
 * `onrecord serve --team` twice over one database, as behind a proxy that asks now the one, now the other: sessions, questions to passkeys,
 * tries, what others do and decide are the same at both.
 */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { codeAt } from '../../src/crypto/one-time-code.ts';
import { MOST_TRIES } from '../../src/desk/team/tries.ts';
import { softPasskey } from '../../src/server/team/fixtures/soft-passkey.ts';
import { freePort } from '../fixtures/free-port.ts';
import { type LocalPostgres, startLocalPostgres } from '../fixtures/local-postgres.ts';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

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

/** A stream of events that is followed. */
function follow(port: number, cookie: string): { text(): string; readonly ended: Promise<void> } {
  let text = '';
  const ended = new Promise<void>((resolve) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/api/events', headers: { host: HOST, cookie } },
      (answer) => {
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('close', resolve);
      },
    );
    asked.on('error', () => resolve());
    asked.end();
  });
  return { text: () => text, ended };
}

const PASSPHRASE = 'seven herons over the weir';
let env: { readonly ONRECORD_DATABASE: string };
let servers: readonly ReturnType<Place['start']>[];
let one = 0;
let two = 0;
const run = (...args: string[]) => place.run(args, { env });

beforeAll(async () => {
  env = { ONRECORD_DATABASE: await server.createDatabase() };
  expect(run('init', '--no-encryption').code).toBe(0);
  place.write('a.html', ARTICLE);
  expect(run('capture', 'a.html').code).toBe(0);
  expect(run('propose').code).toBe(0);
  [one, two] = [await freePort(), await freePort()];
  const flags = ['serve', '--team', '--public-address', `https://${HOST}`, '--log'];
  servers = [one, two].map((port) => place.start([...flags, '--port', String(port)], env));
}, 180_000);

/** An invitation as the command line makes it. */
function invited(name: string, roles: string): string {
  const { out } = run('team', 'invite', name, '--roles', roles, '--json');
  return (JSON.parse(out) as { token: string }).token;
}

test('an address that is none of TLS, and none at all, begin nothing', () => {
  expect(run('serve', '--team').code).toBe(2);
  expect(run('serve', '--team', '--public-address', 'http://desk.example').code).toBe(2);
});

test('two servers, one session', async () => {
  for (const port of [one, two])
    await expect.poll(async () => (await ask(port, '/api/record')).status, { timeout: 60_000 }).toBe(401);
  const token = invited('Mira', 'reader,custodian');
  const read = await ask(one, '/api/team/invitations/readings', { body: { token } });
  const { secret } = JSON.parse(read.text) as { secret: string };
  const accepted = await ask(two, '/api/team/invitations/acceptances', {
    body: { token, passphrase: PASSPHRASE, code: codeAt(secret, Date.now()) },
  });
  expect(accepted.status).toBe(200);
  const { cookie } = accepted;
  for (const port of [one, two]) {
    const sources = await ask(port, '/api/sources', { cookie });
    expect(sources.status).toBe(200);
    expect(JSON.parse(sources.text)).toMatchObject({ sources: [{}] });
  }
  expect((await ask(one, '/api/team/sign-out', { cookie, body: {} })).status).toBe(200);
  for (const port of [one, two]) expect((await ask(port, '/api/sources', { cookie })).status).toBe(401);
});

test('a question to a passkey is asked by one and answered at the other, once', async () => {
  const token = invited('Oren', 'reviewer');
  const key = softPasskey(HOST, `https://${HOST}`, 1);
  const questionAt = async (port: number, path: string, body: object) => {
    const { text } = await ask(port, path, { body });
    return JSON.parse(text) as { question: string; options: { user: { id: string } } };
  };
  const asked = await questionAt(one, '/api/team/invitations/passkeys/questions', { token });
  const accepted = await ask(two, '/api/team/invitations/passkeys', {
    body: { token, question: asked.question, answer: key.make(asked.options as never), label: 'telephone' },
  });
  expect(accepted.status).toBe(200);
  const again = await questionAt(two, '/api/team/passkeys/questions', {});
  const body = { question: again.question, answer: key.use(again.options as never) };
  const signed = await ask(one, '/api/team/passkeys/sign-in', { body });
  expect(signed.status).toBe(200);
  expect((await ask(two, '/api/team/passkeys/sign-in', { body })).status, 'replayed').toBe(403);

  // What is done at one is told at the other; the stream of a session ends with it, wherever that was ended.
  const stream = follow(one, signed.cookie);
  await expect.poll(() => stream.text(), { timeout: 20_000 }).not.toBe('');
  const { sources } = JSON.parse((await ask(two, '/api/sources', { cookie: accepted.cookie })).text) as {
    sources: readonly { id: string }[];
  };
  const { claims } = JSON.parse(
    (await ask(two, '/api/claims?includeProposed=true&limit=2', { cookie: accepted.cookie })).text,
  ) as {
    claims: readonly { id: string }[];
  };
  const [claim] = claims;
  const [source] = sources;
  const commented = await ask(two, '/api/comments', {
    cookie: accepted.cookie,
    body: { thing: source?.id, text: 'who is the Courier?', mentions: [] },
  });
  expect(commented.status, commented.text).toBe(200);
  const decision = { claims: [claim?.id], decision: 'accepted', reason: null };
  const first = await ask(two, '/api/claims/decisions', { cookie: accepted.cookie, body: decision });
  expect(JSON.parse(first.text), first.text).toMatchObject({ decided: [claim?.id] });
  await expect.poll(() => stream.text(), { timeout: 20_000 }).toMatch(/"kind":"claim-reviewed"/u);
  await expect.poll(() => stream.text(), { timeout: 20_000 }).toMatch(/"kind":"comment"/u);
  expect(stream.text()).not.toMatch(/Courier|weavers/u);
  // Who decides the same at the other, a moment later, is told who was first; it is not logged twice.
  const second = await ask(one, '/api/claims/decisions', { cookie: signed.cookie, body: decision });
  expect(JSON.parse(second.text)).toMatchObject({
    decided: [],
    unchanged: [claim?.id],
    first: [{ by: 'Oren' }],
  });
  expect((await ask(two, '/api/team/sign-out', { cookie: signed.cookie, body: {} })).status).toBe(200);
  await stream.ended;
});

test('tries to sign in are counted over both', async () => {
  const statuses: number[] = [];
  for (let nth = 0; nth <= MOST_TRIES.account; nth += 1) {
    const wrong = { name: 'Mira', passphrase: 'eight herons over the weir', code: '000000' };
    statuses.push((await ask(nth % 2 === 0 ? one : two, '/api/team/sign-in', { body: wrong })).status);
  }
  expect(statuses.slice(0, -1)).toEqual(statuses.slice(0, -1).map(() => 403));
  expect(statuses.at(-1)).toBe(429);
  const right = { name: 'Mira', passphrase: PASSPHRASE, code: '000000' };
  for (const port of [one, two])
    expect((await ask(port, '/api/team/sign-in', { body: right })).status).toBe(429);
});

test('both end by themselves; what was seen stands in the log, under its proof', async () => {
  for (const running of servers) running.interrupt();
  for (const { ended } of servers) {
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).not.toContain(PASSPHRASE);
    expect(err).not.toContain('Warning');
    expect(err).not.toMatch(/__Host-onrecord|Courier/u);
  }
  const database = new URL(env.ONRECORD_DATABASE).pathname.slice(1);
  const seen = await server.run(
    "SELECT name, act, array_length(about, 1) AS about FROM onrecord_team.accesses WHERE name = 'Mira' ORDER BY seq",
    database,
  );
  expect(seen.slice(0, 4)).toEqual([
    { name: 'Mira', act: 'joined', about: null },
    { name: 'Mira', act: 'read', about: 1 },
    { name: 'Mira', act: 'read', about: 1 },
    { name: 'Mira', act: 'signed-out', about: null },
  ]);
  expect(run('verify').code).toBe(0);
  const [logged] = await server.run(
    'SELECT count(*)::int AS waiting FROM onrecord_team.accesses WHERE logged IS NULL',
    database,
  );
  expect(logged).toEqual({ waiting: 0 });
  const [entry] = await server.run(
    "SELECT count(*)::int AS entries FROM onrecord.log WHERE action = 'accesses-logged'",
    database,
  );
  expect(entry?.entries).toBeGreaterThan(0);
});
