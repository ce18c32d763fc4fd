/** The people of a team over HTTP: invited, signed in, signed out, changed; guessed at, fixed upon, replayed. */
import { expect, test, vi } from 'vitest';
import { codeAt } from '../../crypto/one-time-code.ts';
import { heldToSecondPerson } from '../../desk/second-person.ts';
import { invite } from '../../desk/team/invitations.ts';
import { MOST_TRIES } from '../../desk/team/tries.ts';
import type { Role } from '../../desk/vocabulary.ts';
import { levelsDesk } from './fixtures/levels-desk.ts';
import { movableClock, openTeam, TEAM_HOST, testTeam } from './fixtures/open-team.ts';

vi.setConfig({ testTimeout: 60_000 });

const PASSPHRASE = 'seven herons over the weir';

function opened() {
  const { clock, forward } = movableClock();
  const team = testTeam({ clock });
  const app = openTeam({ team });
  const code = (secret: string): string => codeAt(secret, clock().getTime());
  /** Somebody who is invited and accepts; their cookie and the secret of their app. */
  const enter = async (name: string, roles: readonly Role[] = ['reviewer']) => {
    const { token } = await invite(team, { name, roles, clearance: 'internal' }, 'the first custodian');
    const read = await app.ask(null, 'POST', '/api/team/invitations/readings', { body: { token } });
    const secret = read.told.secret as string;
    const body = { token, passphrase: PASSPHRASE, code: code(secret) };
    const accepted = await app.ask(null, 'POST', '/api/team/invitations/acceptances', { body });
    return { token, secret, accepted, cookie: cookieIn(accepted.headers) };
  };
  const signIn = (name: string, given: { secret?: string; passphrase?: string; code?: string }, more = {}) =>
    app.ask(null, 'POST', '/api/team/sign-in', {
      body: {
        name,
        passphrase: given.passphrase ?? PASSPHRASE,
        code: given.code ?? code(given.secret ?? ''),
      },
      ...more,
    });
  return { ...app, team, forward, code, enter, signIn };
}

function cookieIn(headers: Headers): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('every answer is told by the pattern of its route, with no id and no word', async () => {
  const { join, ask, answered } = openTeam();
  const { cookie } = await join({ name: 'Mira' });
  await ask(cookie, 'GET', '/api/sources/src_00000000000000000000000000?q=weavers');
  await ask(cookie, 'GET', '/api/team/self');
  await ask(cookie, 'GET', '/api/nothing/weavers');
  await ask(null, 'GET', '/read/src_00000000000000000000000000');
  expect(answered).toEqual([
    'GET /api/sources/:id 404',
    'GET /api/team/self 200',
    'GET page 404',
    'GET page 200',
  ]);
});

test('an invitation opens one account once; the cookie is of this host, over TLS, for no script', async () => {
  const { enter, ask, code, forward } = opened();
  const { token, secret, accepted, cookie } = await enter('Mira');
  expect(accepted.status).toBe(200);
  expect(accepted.headers.get('set-cookie')).toMatch(
    /^__Host-onrecord=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/u,
  );
  expect(accepted.text).not.toContain(cookie.split('=')[1]);
  const self = await ask(cookie, 'GET', '/api/team/self');
  expect(self.told).toMatchObject({
    account: { name: 'Mira', roles: ['reviewer'], ways: ['passphrase'], state: 'active' },
    fresh: true,
  });
  expect(self.text).not.toContain(secret);
  expect((await ask(cookie, 'GET', '/api/session')).told).toMatchObject({ by: 'Mira' });
  forward(60);
  const again = { token, passphrase: PASSPHRASE, code: code(secret) };
  expect((await ask(null, 'POST', '/api/team/invitations/acceptances', { body: again })).status).toBe(404);
  expect((await ask(null, 'POST', '/api/team/invitations/readings', { body: { token } })).status).toBe(404);
});

test('an invitation ends after three days, when it is taken back, and with a code that does not fit it stays', async () => {
  const { team, ask, code, forward, join } = opened();
  const { cookie } = await join({ name: 'Oren', roles: ['custodian'] });
  const invited = async (name: string) => {
    const body = { name, roles: ['reader'], clearance: 'public' };
    return (await ask(cookie, 'POST', '/api/team/invitations', { body })).told as {
      id: string;
      token: string;
    };
  };
  const late = await invited('Lena');
  const back = await invited('Ivo');
  expect(
    (
      await ask(cookie, 'POST', '/api/team/invitations', {
        body: { name: 'lena', roles: ['reader'], clearance: 'public' },
      })
    ).status,
  ).toBe(400);
  expect(
    (await ask(cookie, 'POST', '/api/team/invitations/withdrawals', { body: { invitation: back.id } }))
      .status,
  ).toBe(200);
  expect(
    (await ask(null, 'POST', '/api/team/invitations/readings', { body: { token: back.token } })).status,
  ).toBe(404);
  const read = await ask(null, 'POST', '/api/team/invitations/readings', { body: { token: late.token } });
  const accept = (given: object) =>
    ask(null, 'POST', '/api/team/invitations/acceptances', {
      body: { token: late.token, passphrase: PASSPHRASE, ...given },
    });
  expect((await accept({ code: '000000' })).status).toBe(400);
  const right = { code: code(read.told.secret as string) };
  expect((await accept({ ...right, passphrase: 'short' })).status).toBe(400);
  const two = await Promise.all([accept(right), accept(right)]);
  expect(two.map(({ status }) => status).sort()).toEqual([200, 404]);
  const other = await invited('Ada');
  forward(72 * 3600 + 1);
  expect(
    (await ask(null, 'POST', '/api/team/invitations/readings', { body: { token: other.token } })).status,
  ).toBe(404);
  await team.store.sweep(team.clock().toISOString());
  expect(await team.store.list('invitation')).toEqual([]);
});

test('signing in needs all three, says nothing of which was wrong, and takes a code once', async () => {
  const { enter, signIn, forward, code, team } = opened();
  const { secret } = await enter('Mira');
  forward(60);
  const wrong = await Promise.all([
    signIn('Mira', { secret, passphrase: 'seven herons over the wall' }),
    signIn('Nobody', { secret }),
    signIn('Mira', { code: '123456' }),
  ]);
  expect(new Set(wrong.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(wrong[0]?.status).toBe(403);
  const right = await signIn('mira', { secret });
  expect(right.status).toBe(200);
  expect((await signIn('Mira', { secret })).status).toBe(403);
  forward(30);
  const both = await Promise.all([
    signIn('Mira', { code: code(secret) }),
    signIn('Mira', { code: code(secret) }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  const failed = await team.store.accesses({ limit: 50, act: 'sign-in-failed' });
  expect(failed).toHaveLength(5);
  expect(JSON.stringify(await team.store.accesses({ limit: 50 }))).not.toContain(PASSPHRASE);
});

test('guessing ends: by account from anywhere, by address over all accounts; the right words wait too', async () => {
  const { enter, signIn, forward } = opened();
  const { secret } = await enter('Mira');
  forward(60);
  const wrong = { passphrase: 'some other words', code: '123456' };
  const statuses = await Promise.all(
    Array.from({ length: MOST_TRIES.account + 4 }, (_, at) =>
      signIn('Mira', wrong, { headers: { 'x-forwarded-for': `192.0.2.${at}` } }),
    ),
  );
  expect(statuses.filter(({ status }) => status === 403)).toHaveLength(MOST_TRIES.account);
  const over = statuses.find(({ status }) => status === 429);
  expect(over?.headers.get('retry-after')).toBe('900');
  expect((await signIn('Mira', { secret })).status).toBe(429);
  forward(901);
  expect((await signIn('Mira', { secret })).status).toBe(200);

  const from = { headers: { 'x-forwarded-for': '198.51.100.9, 203.0.113.5' } };
  let last = 0;
  for (let turn = 0; turn <= MOST_TRIES.address; turn += 1)
    last = (await signIn(`name ${turn}`, { passphrase: '\ud800', code: '1' }, from)).status;
  expect(last).toBe(429);
  forward(30);
  expect((await signIn('Mira', { secret }, { headers: { 'x-forwarded-for': '203.0.113.6' } })).status).toBe(
    200,
  );
});

test('a session that was there before is not taken over: no fixation', async () => {
  const { enter, ask, code, forward } = opened();
  const { secret, cookie } = await enter('Mira');
  forward(60);
  const body = { name: 'Mira', passphrase: PASSPHRASE, code: code(secret) };
  const planted = `__Host-onrecord=${'p'.repeat(43)}`;
  const signed = await ask(planted, 'POST', '/api/team/sign-in', { body });
  const fresh = cookieIn(signed.headers);
  expect(fresh).not.toBe(planted);
  expect((await ask(planted, 'GET', '/api/team/self')).status).toBe(401);
  forward(30);
  const again = await ask(cookie, 'POST', '/api/team/sign-in', { body: { ...body, code: code(secret) } });
  expect(again.status).toBe(200);
  expect((await ask(cookie, 'GET', '/api/team/self')).status, 'the one it came with ended').toBe(401);
  expect((await ask(fresh, 'GET', '/api/team/self')).status, 'another browser’s did not').toBe(200);
});

test('sessions are listed and ended; they end by themselves unused, and after a week in use', async () => {
  const { enter, ask, code, signIn, forward } = opened();
  const { secret, cookie } = await enter('Mira');
  forward(60);
  const second = cookieIn((await signIn('Mira', { code: code(secret) })).headers);
  const listed = await ask(second, 'GET', '/api/team/sessions');
  const sessions = listed.told.sessions as readonly { id: string; device: string }[];
  expect(sessions).toHaveLength(2);
  expect(sessions[0]?.device).toBe('another program');
  const other = sessions.find(({ id }) => id !== listed.told.this)?.id;
  const end = (session: string | null) =>
    ask(second, 'POST', '/api/team/sessions/ends', { body: { session } });
  expect((await end('ses_00000000000000000000000000')).status).toBe(404);
  expect((await end(other ?? '')).told).toEqual({ ended: 1 });
  expect((await ask(cookie, 'GET', '/api/record')).status).toBe(401);
  for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
    forward(6 * 3600);
    expect((await ask(second, 'GET', '/api/record')).status).toBe(200);
  }
  forward(6 * 3600);
  expect((await ask(second, 'GET', '/api/record')).status).toBe(401);
  const third = cookieIn((await signIn('Mira', { code: code(secret) })).headers);
  forward(12 * 3600 + 1);
  expect((await ask(third, 'GET', '/api/record')).status).toBe(401);
  const fourth = cookieIn((await signIn('Mira', { code: code(secret) })).headers);
  const out = await ask(fourth, 'POST', '/api/team/sign-out');
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await ask(fourth, 'GET', '/api/record')).status).toBe(401);
});

test('nobody ends the session of somebody else but a custodian; a change of roles ends them all', async () => {
  const { ask, join, forward } = opened();
  const mira = await join({ name: 'Mira', roles: ['reviewer'] });
  const oren = await join({ name: 'Oren', roles: ['custodian'] });
  const ended = await ask(oren.cookie, 'POST', '/api/team/sessions/ends', {
    body: { session: mira.session },
  });
  expect(ended.status).toBe(404);
  expect((await ask(mira.cookie, 'POST', `/api/team/members/${oren.account.id}/sessions/ends`)).status).toBe(
    403,
  );
  const path = `/api/team/members/${mira.account.id}`;
  expect((await ask(mira.cookie, 'POST', path, { body: { roles: ['custodian'] } })).status).toBe(403);
  forward(601);
  const stale = await ask(oren.cookie, 'POST', path, { body: { roles: ['reader'] } });
  expect(stale.told.error?.code).toBe('prove-again');
  const fresh = await join({ name: 'Lena', roles: ['custodian'] });
  expect((await ask(fresh.cookie, 'POST', path, { body: { roles: ['reader'] } })).told).toMatchObject({
    roles: ['reader'],
  });
  expect((await ask(mira.cookie, 'GET', '/api/record')).status).toBe(401);
  const close = (cookie: string) =>
    ask(cookie, 'POST', `/api/team/members/${oren.account.id}`, { body: { state: 'closed' } });
  const alone = await close(fresh.cookie);
  expect([alone.status, alone.text]).toEqual([400, expect.stringContaining('third custodian')]);
  const third = await join({ name: 'Ada', roles: ['custodian'] });
  expect((await close(third.cookie)).told).toMatchObject({ state: 'active', waits: true });
  expect((await close(fresh.cookie)).told).toMatchObject({ state: 'closed', waits: false });
  expect(
    (
      await ask(third.cookie, 'POST', `/api/team/members/${third.account.id}`, {
        body: { roles: ['reader'] },
      })
    ).status,
  ).toBe(200);
  expect((await ask(oren.cookie, 'GET', '/api/record')).status).toBe(401);
  const last = await ask(fresh.cookie, 'POST', `/api/team/members/${fresh.account.id}`, {
    body: { roles: ['reader'] },
  });
  expect(last.told.error?.code).toBe('bad-usage');
  expect((await ask(fresh.cookie, 'POST', path, { body: { roles: ['reader'], name: 'Oren' } })).status).toBe(
    400,
  );
});

test('who proved it once more may do what asks for it; a stolen session alone may not', async () => {
  const { enter, ask, code, forward } = opened();
  const { secret, cookie } = await enter('Oren', ['custodian']);
  forward(700);
  const invited = { name: 'Ada', roles: ['reader'], clearance: 'public' };
  expect((await ask(cookie, 'POST', '/api/team/invitations', { body: invited })).told.error?.code).toBe(
    'prove-again',
  );
  const wrong = { passphrase: 'not these words at all', code: code(secret) };
  expect((await ask(cookie, 'POST', '/api/team/proofs', { body: wrong })).status).toBe(403);
  const right = { passphrase: PASSPHRASE, code: code(secret) };
  expect((await ask(cookie, 'POST', '/api/team/proofs', { body: right })).status).toBe(200);
  expect((await ask(cookie, 'POST', '/api/team/invitations', { body: invited })).status).toBe(200);
});

test('where the team says so, nobody accepts a claim that they made', async () => {
  const { desk: bare, things } = await levelsDesk();
  const desk = { ...bare, store: heldToSecondPerson(bare.store) };
  const team = testTeam();
  const { ask, join } = openTeam({ team, room: { desk } });
  const mira = await join({ name: 'Mira', roles: ['reviewer'] });
  const ivo = await join({ name: 'Ivo', roles: ['reviewer'] });
  const oren = await join({ name: 'Oren', roles: ['custodian'] });
  const stated = {
    capture: things.internal.capture,
    inPlaceOf: [],
    reason: null,
    claims: [
      {
        spans: [{ start: 0, end: 5 }],
        stance: 'alleges',
        chain: [],
        proposition: { id: things.internal.proposition },
        quantity: null,
        when: null,
        where: null,
      },
    ],
  };
  const make = async () => {
    const { told } = await ask(mira.cookie, 'POST', '/api/claims', { body: stated });
    return (told.claims as string[])[0] as never;
  };
  expect((await desk.store.claim(await make()))?.status).toBe('accepted');
  expect((await ask(oren.cookie, 'PUT', '/api/team/settings', { body: { secondPerson: true } })).status).toBe(
    200,
  );
  expect(await desk.store.head()).toMatchObject({ action: 'settings-changed', agent: 'Oren' });
  const claim = await make();
  expect((await desk.store.claim(claim))?.status).toBe('proposed');
  const accept = (cookie: string) =>
    ask(cookie, 'POST', '/api/claims/decisions', {
      body: { claims: [claim], decision: 'accepted', reason: null },
    });
  expect((await accept(mira.cookie)).status).toBe(400);
  expect((await desk.store.claim(claim))?.status).toBe('proposed');
  expect((await accept(ivo.cookie)).status).toBe(200);
  expect((await desk.store.claim(claim))?.status).toBe('accepted');
});

test('what is kept of people is sealed: no secret, passphrase or cookie lies there in clear', async () => {
  const { enter, team } = opened();
  const { secret, cookie, token } = await enter('Mira');
  const lies = JSON.stringify([await team.store.list('account'), await team.store.list('session')]);
  for (const one of [secret, PASSPHRASE, cookie.split('=')[1] ?? '?', token, 'Mira'])
    expect(lies).not.toContain(one);
});

test('another name, site or form gets nothing; every answer has every header', async () => {
  const { ask, join, app } = opened();
  const { cookie } = await join({ name: 'Mira' });
  const from = (headers: Record<string, string>, method = 'GET') =>
    ask(cookie, method, '/api/team/sessions', { headers });
  expect((await from({ host: '127.0.0.1:8080' })).status).toBe(421);
  expect((await from({ host: `${TEAM_HOST}, ${TEAM_HOST}` })).status).toBe(421);
  expect((await from({ origin: `http://${TEAM_HOST}` })).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await from({ 'content-type': 'text/plain' }, 'POST')).status).toBe(415);
  expect((await from({ 'x-onrecord': '' }, 'POST')).status).toBe(403);
  for (const path of ['/', '/api/record', '/api/nothing', '/api/session']) {
    const { headers } = await ask(cookie, 'GET', path);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect((await app.request('/', { headers: {} })).status).toBe(421);
});
