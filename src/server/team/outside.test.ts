/**
 * The organisation's sign-in over HTTP: with a whole provider, and with a small one that says what it is told. The test is the browser.
 */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { codeAt } from '../../crypto/one-time-code.ts';
import { accountNamed } from '../../desk/team/accounts.ts';
import { changeMember } from '../../desk/team/change-members.ts';
import { invite } from '../../desk/team/invitations.ts';
import { putRecovery } from '../../desk/team/recovery.ts';
import { changeTeamSettings } from '../../desk/team/settings.ts';
import type { Account } from '../../desk/vocabulary.ts';
import { type SmallProvider, startSmallProvider } from '../../engine/outside/fixtures/small-provider.ts';
import { openOutsideDoor } from '../../engine/outside/open-outside-door.ts';
import { startCertifiedProvider } from './fixtures/certified-provider.ts';
import { movableClock, openTeam, TEAM_HOST, testTeam } from './fixtures/open-team.ts';

vi.setConfig({ testTimeout: 60_000 });

const REDIRECT = `https://${TEAM_HOST}/outside`;
const SECRET = 'a heron never tells';
const SETTINGS = { secretFile: null, name: 'the institute', acr: [], amr: ['otp'], redirect: REDIRECT };

let small: SmallProvider;
beforeAll(async () => {
  small = await startSmallProvider();
});
afterAll(() => small.stop());
beforeEach(() => {
  small.lies = {};
  small.down = false;
});

function opened(
  door = openOutsideDoor({ ...SETTINGS, issuer: small.issuer, client: 'onrecord', secret: SECRET }),
) {
  const { clock, forward } = movableClock();
  const team = testTeam({ clock });
  const app = openTeam({ team, outside: door });
  return { ...app, team, forward, code: (secret: string) => codeAt(secret, clock().getTime()) };
}
type Opened = ReturnType<typeof opened>;

/** A browser: it keeps its cookies. */
function browserOf({ ask }: Opened, cookie: string | null = null) {
  const cookies = new Map<string, string>();
  const take = (line: string): void => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    if (/Max-Age=0/u.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  };
  if (cookie !== null) take(cookie);
  const post = async (path: string, body: object = {}) => {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(sent || null, 'POST', path, { body });
    for (const line of answer.headers.getSetCookie()) take(line);
    return answer;
  };
  const get = (path: string) =>
    ask([...cookies].map(([name, value]) => `${name}=${value}`).join('; ') || null, 'GET', path);
  const address = async (path: string, body: object = {}): Promise<string> =>
    (await post(path, body)).told.address as string;
  return {
    post,
    get,
    address,
    cookies,
    /** Signs in, or accepts an invitation. */
    goes: async (subject: string, claims: object = {}, token: string | null = null) => {
      const to = await address('/api/team/outside/questions', { token });
      return post('/api/team/outside/answers', { answer: small.visit(to, subject, { ...claims }) });
    },
  };
}

const OTP = { amr: ['pwd', 'otp'] };

async function invited(team: Opened['team'], name: string, roles: Account['roles'] = ['reviewer']) {
  return (await invite(team, { name, roles, clearance: 'internal' }, 'Oren')).token;
}

/** Somebody who accepted with the small provider. */
async function entered(desk: Opened, name: string, subject: string, roles: Account['roles'] = ['reviewer']) {
  const browser = browserOf(desk);
  const token = await invited(desk.team, name, roles);
  expect((await browser.goes(subject, OTP, token)).told.step).toBe('in');
  return browser;
}

test('a whole provider: invited, with a code of ours on top, in again, proved anew; a code twice is none', async () => {
  const provider = await startCertifiedProvider(REDIRECT);
  try {
    const { issuer, client, secret } = provider;
    const desk = opened(openOutsideDoor({ ...SETTINGS, issuer, client, secret }));
    const { team, code, forward } = desk;
    const browser = browserOf(desk);
    const token = await invited(team, 'Mira');
    const to = await browser.address('/api/team/outside/questions', { token });
    const asked = await browser.post('/api/team/outside/answers', {
      answer: await provider.visit(to, 'kestrel'),
    });
    expect(asked.told).toMatchObject({ step: 'more', code: 'new', name: null });
    const app = asked.told.secret as string;
    const complete = (given: string) =>
      browser.post('/api/team/outside/completions', { pending: asked.told.pending, code: given, name: null });
    expect((await complete('000000')).status).toBe(400);
    expect((await complete(code(app))).told).toMatchObject({ step: 'in' });
    expect((await browser.get('/api/session')).told).toMatchObject({ by: 'Mira' });

    forward(700);
    const answer = await provider.visit(
      await browser.address('/api/team/proofs/outside/questions'),
      'kestrel',
    );
    const proof = await browser.post('/api/team/outside/answers', { answer });
    expect(proof.told).toMatchObject({ step: 'more', code: 'own', secret: null });
    const proved = { pending: proof.told.pending, code: code(app), name: null };
    expect((await browser.get('/api/team/self')).told.fresh).toBe(false);
    expect((await browser.post('/api/team/outside/completions', proved)).told.step).toBe('proved');
    expect((await browser.get('/api/team/self')).told.fresh).toBe(true);
    expect((await browser.post('/api/team/outside/answers', { answer })).status, 'replayed').toBe(403);

    forward(60);
    const other = browserOf(desk);
    const again = await provider.visit(
      await other.address('/api/team/outside/questions', { token: null }),
      'kestrel',
    );
    const second = await other.post('/api/team/outside/answers', { answer: again });
    const done = { pending: second.told.pending, code: code(app), name: null };
    expect((await other.post('/api/team/outside/completions', done)).told.step).toBe('in');
    const stranger = browserOf(desk);
    const unknown = await provider.visit(
      await stranger.address('/api/team/outside/questions', { token: null }),
      'magpie',
    );
    expect((await stranger.post('/api/team/outside/answers', { answer: unknown })).status).toBe(403);
    expect(await team.store.accesses({ limit: 9, act: 'sign-in-failed' })).not.toHaveLength(0);
  } finally {
    await provider.stop();
  }
});

test('the identity is issuer and subject: a name or an e-mail that fits opens nothing', async () => {
  const desk = opened();
  await entered(desk, 'Mira', '4f2c');
  const claims = { ...OTP, preferred_username: 'Mira', email: 'mira@example.org', email_verified: true };
  expect((await browserOf(desk).goes('9a01', claims)).status).toBe(403);
  expect((await browserOf(desk).goes('4f2c', OTP)).told.step).toBe('in');
  const lies = JSON.stringify([
    await desk.team.store.list('outside'),
    await desk.team.store.list('challenge'),
  ]);
  for (const one of ['4f2c', small.issuer, SECRET]) expect(lies).not.toContain(one);
});

test('an answer is for the browser that asked: nobody is signed in by an address that they were sent', async () => {
  const desk = opened();
  await entered(desk, 'Mira', '4f2c');
  const mine = browserOf(desk);
  const answer = small.visit(await mine.address('/api/team/outside/questions', { token: null }), '4f2c', OTP);
  const theirs = browserOf(desk);
  expect((await theirs.post('/api/team/outside/answers', { answer })).status, 'no cookie').toBe(403);
  await theirs.address('/api/team/outside/questions', { token: null });
  expect((await theirs.post('/api/team/outside/answers', { answer })).status, 'another cookie').toBe(403);
  const mixed = new URLSearchParams(answer);
  mixed.append('state', 'x'.repeat(43));
  expect((await mine.post('/api/team/outside/answers', { answer: mixed.toString() })).status).toBe(403);
  expect((await mine.post('/api/team/outside/answers', { answer })).told.step).toBe('in');
  const late = small.visit(await mine.address('/api/team/outside/questions', { token: null }), '4f2c', OTP);
  desk.forward(601);
  expect((await mine.post('/api/team/outside/answers', { answer: late })).status, 'too late').toBe(403);
  expect(mine.cookies.get('__Host-onrecord-browser')).toMatch(/^[\w-]{43}$/u);
});

test('an account that was closed here stays closed, and its identity makes no other', async () => {
  const desk = opened();
  const { team } = desk;
  const browser = await entered(desk, 'Mira', '4f2c');
  await changeTeamSettings(team, desk.room.desk, { change: { outsideSignUp: true }, by: 'Oren' });
  await changeMember(team, (await accountNamed(team, 'Mira'))?.id ?? '', {
    change: { state: 'closed' },
    by: null,
  });
  expect((await browser.get('/api/session')).status).toBe(401);
  expect((await browserOf(desk).goes('4f2c', OTP)).status).toBe(403);
  expect((await browserOf(desk).goes('4f2c', OTP, await invited(team, 'Lena'))).status).toBe(400);
  expect(await accountNamed(team, 'Lena')).toBeNull();
});

test('without an invitation there is no account, unless the team says so: then a reader of what is public', async () => {
  const desk = opened();
  const { team, code } = desk;
  expect((await browserOf(desk).goes('77aa', OTP)).status).toBe(403);
  await changeTeamSettings(team, desk.room.desk, { change: { outsideSignUp: true }, by: 'Oren' });
  await invited(team, 'Ivo');
  const browser = browserOf(desk);
  const asked = await browser.goes('77aa', { name: 'Ivo' });
  expect(asked.told).toMatchObject({ step: 'more', code: 'new', name: 'Ivo' });
  const complete = (name: string) =>
    browser.post('/api/team/outside/completions', {
      pending: asked.told.pending,
      code: code(asked.told.secret as string),
      name,
    });
  expect((await complete('ivo')).status, 'taken by an invitation').toBe(400);
  expect((await complete('Tano')).told.step).toBe('in');
  expect((await browser.get('/api/team/self')).told.account).toMatchObject({
    name: 'Tano',
    roles: ['reader'],
    clearance: 'public',
    ways: ['outside'],
  });
  expect((await browserOf(desk).goes('88bb', OTP)).told).toMatchObject({
    step: 'more',
    code: 'none',
    name: '',
  });
});

test('codes are guessed no more than elsewhere', async () => {
  const desk = opened();
  await changeTeamSettings(desk.team, desk.room.desk, { change: { outsideSignUp: true }, by: 'Oren' });
  const browser = browserOf(desk);
  const { told } = await browser.goes('77aa', { name: 'Ivo' });
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const body = { pending: told.pending, code: '000000', name: 'Ivo' };
    statuses.push((await browser.post('/api/team/outside/completions', body)).status);
  }
  expect(statuses).toEqual([...Array(10).fill(403), 429, 429]);
});

test('bound to an account that is there after a proof, dropped again, never the last way; one identity, one account', async () => {
  const desk = opened();
  const { team, forward, join } = desk;
  const made = await join({ name: 'Oren', roles: ['custodian'], passphrase: {} as never });
  const oren = browserOf(desk, made.cookie);
  const bind = async (subject: string) => {
    const to = await oren.address('/api/team/outside/bindings/questions');
    return oren.post('/api/team/outside/answers', { answer: small.visit(to, subject, OTP) });
  };
  expect((await bind('4f2c')).told.step).toBe('bound');
  expect((await browserOf(desk).goes('4f2c', OTP)).told.step).toBe('in');
  const mira = await entered(desk, 'Mira', '9a01');
  expect((await bind('9a01')).status, 'Mira’s').toBe(400);
  const to = await oren.address('/api/team/outside/bindings/questions');
  expect(
    (await mira.post('/api/team/outside/answers', { answer: small.visit(to, '5555', OTP) })).status,
  ).toBe(403);
  expect((await mira.post('/api/team/outside/bindings/drops')).status, 'the last way in').toBe(400);
  expect((await oren.post('/api/team/outside/bindings/drops')).told).toMatchObject({ ways: ['passphrase'] });
  expect((await browserOf(desk).goes('4f2c', OTP)).status).toBe(403);
  forward(700);
  expect((await oren.post('/api/team/outside/bindings/questions')).told.error?.code).toBe('prove-again');
  expect(JSON.stringify(await team.store.accesses({ limit: 50 }))).not.toContain('4f2c');
});

test('recovered in another way, the identity opens nothing any more; with it, it does', async () => {
  const desk = opened();
  const { team, code, ask } = desk;
  await entered(desk, 'Mira', '4f2c');
  const mira = await accountNamed(team, 'Mira');
  const first = await putRecovery(team, mira as Account, 'two custodians');
  const read = await ask(null, 'POST', '/api/team/invitations/readings', { body: { token: first.token } });
  const body = {
    token: first.token,
    passphrase: 'seven herons over the weir',
    code: code(read.told.secret as string),
  };
  expect((await ask(null, 'POST', '/api/team/invitations/acceptances', { body })).status).toBe(200);
  expect((await browserOf(desk).goes('4f2c', OTP)).status).toBe(403);
  const second = await putRecovery(team, mira as Account, 'two custodians');
  expect((await browserOf(desk).goes('4f2c', OTP, second.token)).told.step).toBe('in');
  expect((await accountNamed(team, 'Mira'))?.passphrase).toBeNull();
});

test('no second factor anywhere: not in', async () => {
  const desk = opened();
  await entered(desk, 'Mira', '4f2c');
  const refused = await browserOf(desk).goes('4f2c', { amr: ['pwd'] });
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('second factor')]);
});

test('sessions end with the day; signing out says that the provider still knows the browser', async () => {
  const desk = opened();
  const browser = await entered(desk, 'Mira', '4f2c');
  for (let hours = 0; hours < 11; hours += 1) {
    desk.forward(3600);
    expect((await browser.get('/api/team/self')).status).toBe(200);
  }
  desk.forward(3601);
  expect((await browser.get('/api/team/self')).status).toBe(401);
  const again = browserOf(desk);
  await again.goes('4f2c', OTP);
  expect((await again.post('/api/team/sign-out')).told.outside).toEqual({
    name: 'the institute',
    address: `${small.issuer}/out?client_id=onrecord`,
  });
});

test('the provider is down: told in words, and passphrases and sessions go on', async () => {
  const desk = opened();
  const { cookie } = await desk.join({ name: 'Oren' });
  small.down = true;
  const asked = await browserOf(desk).post('/api/team/outside/questions', { token: null });
  expect(asked.told.error).toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('the institute'),
  });
  expect(asked.text).not.toContain(SECRET);
  expect((await desk.ask(cookie, 'GET', '/api/team/self')).status).toBe(200);
  expect((await desk.ask(null, 'GET', '/api/team/door')).told).toEqual({ outside: 'the institute' });
  expect(desk.unexpected).toEqual([]);
});

test('the page that one comes back to may be led to by another site, and nothing else may', async () => {
  const { ask } = opened();
  const from = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await ask(null, 'GET', '/outside', { headers: from })).status).not.toBe(403);
  for (const path of ['/', '/api/team/door', '/outside/x'])
    expect((await ask(null, 'GET', path, { headers: from })).status, path).toBe(403);
  expect(
    (await ask(null, 'GET', '/outside', { headers: { ...from, 'sec-fetch-dest': 'iframe' } })).status,
  ).toBe(403);
  const answers = await ask(null, 'POST', '/api/team/outside/answers', {
    headers: from,
    body: { answer: 'a=1' },
  });
  expect(answers.status).toBe(403);
});

test('where there is none, the routes answer so', async () => {
  const { ask } = openTeam();
  expect((await ask(null, 'GET', '/api/team/door')).told).toEqual({ outside: null });
  const asked = await ask(null, 'POST', '/api/team/outside/questions', { body: { token: null } });
  expect(asked.status).toBe(404);
});
