/** Passkeys over HTTP with an authenticator in software; and a new way in from two custodians. */
import { expect, test, vi } from 'vitest';
import { codeAt } from '../../crypto/one-time-code.ts';
import { invite } from '../../desk/team/invitations.ts';
import { movableClock, openTeam, TEAM_HOST, testTeam } from './fixtures/open-team.ts';
import { softPasskey, type Wrong } from './fixtures/soft-passkey.ts';

vi.setConfig({ testTimeout: 60_000 });

const ORIGIN = `https://${TEAM_HOST}`;

function opened() {
  const { clock, forward } = movableClock();
  const team = testTeam({ clock });
  const app = openTeam({ team });
  const { ask } = app;
  const question = async (cookie: string | null, path: string, body: object = {}) => {
    const { told, status } = await ask(cookie, 'POST', path, { body });
    return {
      status,
      question: told.question as string,
      options: told.options as Record<string, unknown> & { user: { id: string } },
    };
  };
  /** Invited and in by a passkey. */
  const enter = async (
    name: string,
    seed: number,
    roles: readonly ('reader' | 'custodian')[] = ['reader'],
  ) => {
    const { token } = await invite(team, { name, roles, clearance: 'internal' }, 'a custodian');
    const key = softPasskey(TEAM_HOST, ORIGIN, seed);
    const asked = await question(null, '/api/team/invitations/passkeys/questions', { token });
    const accepted = await ask(null, 'POST', '/api/team/invitations/passkeys', {
      body: { token, question: asked.question, answer: key.make(asked.options), label: 'telephone' },
    });
    return { key, token, accepted, cookie: cookieIn(accepted.headers) };
  };
  const signIn = async (key: ReturnType<typeof softPasskey>, wrong: Wrong = {}) => {
    const asked = await question(null, '/api/team/passkeys/questions');
    const body = { question: asked.question, answer: key.use(asked.options, wrong) };
    return { body, ...(await ask(null, 'POST', '/api/team/passkeys/sign-in', { body })) };
  };
  return { ...app, team, clock, forward, question, enter, signIn };
}

function cookieIn(headers: Headers): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('made at the invitation, used to sign in without a name; each answer once', async () => {
  const { enter, signIn, ask } = opened();
  const { key, accepted, cookie } = await enter('Mira', 1);
  expect(accepted.status).toBe(200);
  expect((await ask(cookie, 'GET', '/api/team/self')).told).toMatchObject({
    account: { name: 'Mira', ways: ['passkey'] },
  });
  const signed = await signIn(key);
  expect(signed.status).toBe(200);
  expect((await ask(cookieIn(signed.headers), 'GET', '/api/session')).told).toMatchObject({ by: 'Mira' });
  expect(
    (await ask(null, 'POST', '/api/team/passkeys/sign-in', { body: signed.body })).status,
    'replayed',
  ).toBe(403);
});

test.each<readonly [string, Wrong]>([
  ['made for another page', { origin: 'https://desk.example.evil.example' }],
  ['made for another name', { rpId: 'evil.example' }],
  ['without the owner’s finger', { verified: false }],
  ['to another question', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
  ['with a count that was there before', { counter: 1 }],
])('an answer %s opens nothing, and says nothing of why', async (_, wrong) => {
  const { enter, signIn } = opened();
  const { key } = await enter('Mira', 1);
  expect((await signIn(key)).status).toBe(200);
  const refused = await signIn(key, wrong);
  expect(refused.status).toBe(403);
  expect(refused.told.error).toMatchObject({ code: 'locked', faults: [] });
});

test('a key of nobody, a question of five minutes ago, an answer that is none: nothing', async () => {
  const { enter, signIn, question, ask, forward } = opened();
  const { key, token } = await enter('Mira', 1);
  const stranger = softPasskey(TEAM_HOST, ORIGIN, 9);
  expect((await signIn(stranger)).status).toBe(403);
  const old = await question(null, '/api/team/passkeys/questions');
  const answer = key.use(old.options);
  forward(301);
  expect(
    (await ask(null, 'POST', '/api/team/passkeys/sign-in', { body: { question: old.question, answer } }))
      .status,
  ).toBe(403);
  for (const none of [
    {},
    { id: 7 },
    { id: key.id, response: {} },
    { id: key.id, response: { userHandle: '????' } },
  ]) {
    const { question: name } = await question(null, '/api/team/passkeys/questions');
    expect(
      (await ask(null, 'POST', '/api/team/passkeys/sign-in', { body: { question: name, answer: none } }))
        .status,
    ).toBe(403);
  }
  expect((await question(null, '/api/team/invitations/passkeys/questions', { token })).status).toBe(404);
});

test('one more is added and dropped after a proof; the last way in stays; a question for one thing is none for another', async () => {
  const { enter, ask, question, forward, signIn } = opened();
  const { key, cookie } = await enter('Mira', 1);
  forward(601);
  expect((await question(cookie, '/api/team/passkeys/additions/questions')).status).toBe(403);
  const proof = await question(cookie, '/api/team/proofs/passkeys/questions');
  const sign = await question(null, '/api/team/passkeys/questions');
  const prove = (asked: typeof proof) =>
    ask(cookie, 'POST', '/api/team/proofs/passkeys', {
      body: { question: asked.question, answer: key.use(asked.options) },
    });
  expect((await prove(sign)).status, 'asked at the door').toBe(403);
  expect((await prove(proof)).status).toBe(200);
  const added = await question(cookie, '/api/team/passkeys/additions/questions');
  const second = softPasskey(TEAM_HOST, ORIGIN, 2);
  const body = { question: added.question, answer: second.make(added.options), label: 'a key' };
  expect((await ask(cookie, 'POST', '/api/team/passkeys/additions', { body })).told.passkeys).toMatchObject([
    { label: 'telephone' },
    { label: 'a key' },
  ]);
  expect((await signIn(second)).status).toBe(200);
  const drop = (passkey: string) => ask(cookie, 'POST', '/api/team/passkeys/drops', { body: { passkey } });
  expect((await drop(key.id)).status).toBe(200);
  expect((await signIn(key)).status).toBe(403);
  expect((await drop(second.id)).status, 'the last way in').toBe(400);
});

test('who lost every way in gets one from two custodians, and no other way', async () => {
  const { enter, ask, join, team, clock, signIn, forward } = opened();
  const { key, cookie } = await enter('Mira', 1);
  const oren = await join({ name: 'Oren', roles: ['custodian'] });
  const lena = await join({ name: 'Lena', roles: ['custodian'] });
  const { told: self } = await ask(cookie, 'GET', '/api/team/self');
  const path = `/api/team/members/${(self.account as { id: string }).id}/recovery`;
  expect((await ask(cookie, 'POST', path)).status).toBe(403);
  expect((await ask(oren.cookie, 'POST', `/api/team/members/${oren.account.id}/recovery`)).status).toBe(400);
  expect((await ask(oren.cookie, 'POST', path)).told).toMatchObject({ state: 'waits', token: null });
  expect((await ask(oren.cookie, 'POST', path)).status, 'alone').toBe(400);
  expect((await ask(lena.cookie, 'GET', '/api/team/members')).told.members).toContainEqual(
    expect.objectContaining({ name: 'Mira', recoveryAskedBy: 'Oren' }),
  );
  const made = (await ask(lena.cookie, 'POST', path)).told as { state: string; token: string };
  expect(made).toMatchObject({ state: 'made', token: expect.stringMatching(/^[\w-]{43}$/u) });
  expect((await ask(cookie, 'GET', '/api/record')).status, 'until it is used the old ways stay').toBe(200);
  const read = await ask(null, 'POST', '/api/team/invitations/readings', { body: { token: made.token } });
  expect(read.told).toMatchObject({ name: 'Mira', recovers: true });
  const accepted = await ask(null, 'POST', '/api/team/invitations/acceptances', {
    body: {
      token: made.token,
      passphrase: 'nine otters in the reeds',
      code: codeAt(read.told.secret as string, clock().getTime()),
    },
  });
  expect(accepted.status).toBe(200);
  expect((await ask(cookie, 'GET', '/api/record')).status).toBe(401);
  expect((await signIn(key)).status).toBe(403);
  expect((await ask(cookieIn(accepted.headers), 'GET', '/api/team/self')).told).toMatchObject({
    account: { name: 'Mira', id: (self.account as { id: string }).id, ways: ['passphrase'] },
  });
  const acts = (await team.store.accesses({ limit: 20 })).map(({ name, act }) => `${name} ${act}`);
  expect(acts).toEqual(
    expect.arrayContaining(['Oren recovery-asked', 'Lena recovery-asked', 'Mira recovered']),
  );

  // What was asked for too long ago, or by somebody who is no custodian any more, counts for nothing.
  const again = await join({ name: 'Oren II', roles: ['custodian'] });
  expect((await ask(again.cookie, 'POST', path)).told).toMatchObject({ state: 'waits' });
  forward(73 * 3600);
  const [third, fourth, fifth] = [
    await join({ name: 'Ada', roles: ['custodian'] }),
    await join({ name: 'Ivo', roles: ['custodian'] }),
    await join({ name: 'Ena', roles: ['custodian'] }),
  ];
  expect((await ask(third.cookie, 'POST', path)).told).toMatchObject({ state: 'waits' });
  for (const { cookie: by } of [fourth, fifth])
    expect(
      (await ask(by, 'POST', `/api/team/members/${third.account.id}`, { body: { state: 'closed' } })).status,
    ).toBe(200);
  expect((await ask(fourth.cookie, 'POST', path)).told).toMatchObject({ state: 'waits' });
});
