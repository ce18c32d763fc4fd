/** The organisation's sign-in against a provider that lies: what does not fit proves nothing, and no reason or secret is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutsideQuestion } from '../../desk/ports/outside-door.ts';
import { type SmallProvider, startSmallProvider } from './fixtures/small-provider.ts';
import { openOutsideDoor } from './open-outside-door.ts';
import { readOutsideSettings } from './outside-settings.ts';

const REDIRECT = 'https://desk.example/outside';
const SECRET = 'a heron never tells';
const question: OutsideQuestion = {
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  verifier: 'v'.repeat(43),
  again: false,
};

let provider: SmallProvider;
const doorWith = (more: object = {}) =>
  openOutsideDoor({
    issuer: provider.issuer,
    client: 'onrecord',
    secretFile: null,
    secret: SECRET,
    name: 'the institute',
    acr: ['urn:strong'],
    amr: ['hwk', 'otp'],
    redirect: REDIRECT,
    ...more,
  });
beforeAll(async () => {
  provider = await startSmallProvider();
});
afterAll(() => provider.stop());
beforeEach(() => {
  provider.lies = {};
  provider.forged = false;
  provider.down = false;
});

test('asks with PKCE, state and nonce, behind the # where the provider can; knows who came back', async () => {
  const door = doorWith();
  const address = new URL(await door.ask(question));
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: 'onrecord',
    redirect_uri: REDIRECT,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid profile',
    state: question.state,
    nonce: question.nonce,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
    code_challenge_method: 'S256',
  });
  expect(address.href).not.toContain(question.verifier);
  const answer = provider.visit(address.href, '4f2c', {
    preferred_username: 'mira',
    email: 'mira@example.org',
  });
  expect(await door.proof(answer, question)).toEqual({
    issuer: provider.issuer,
    subject: '4f2c',
    name: 'mira',
    strong: false,
  });
  expect(provider.redeemed.at(-1)?.authorization).toMatch(/^Basic /u);
  expect(await door.proof(answer, question), 'the same code once more').toBeNull();
  expect(await door.signOutAddress()).toBe(`${provider.issuer}/out?client_id=onrecord`);
});

test.each<readonly [string, Record<string, unknown>, boolean]>([
  ['a class that the team takes', { acr: 'urn:strong' }, true],
  ['a method that the team takes', { amr: ['pwd', 'hwk'] }, true],
  ['other words', { acr: '0', amr: ['pwd'] }, false],
  ['a word in the place of a list', { amr: 'hwk' }, false],
])('a second factor: %s', async (_, claims, strong) => {
  const door = doorWith();
  const answer = provider.visit(await door.ask(question), '4f2c', claims);
  expect(await door.proof(answer, question)).toMatchObject({ strong });
});

const past = (): number => Math.floor(Date.now() / 1000) - 600;
test.each<readonly [string, () => Record<string, unknown>]>([
  ['another nonce', () => ({ nonce: 'another' })],
  ['no nonce', () => ({ nonce: null })],
  ['another issuer', () => ({ iss: 'https://evil.example' })],
  ['another audience', () => ({ aud: 'another desk' })],
  [
    'an audience among others without being who it was made for',
    () => ({ aud: ['onrecord', 'b'], azp: 'b' }),
  ],
  ['an expired time', () => ({ iat: past(), exp: past() + 60 })],
  ['a time that has not come', () => ({ nbf: past() + 6_000 })],
  ['no subject', () => ({ sub: null })],
])('a token with %s proves nothing', async (_, lies) => {
  const door = doorWith();
  const answer = provider.visit(await door.ask(question), '4f2c');
  provider.lies = lies();
  expect(await door.proof(answer, question)).toBeNull();
});

test('a token that another key signed, another verifier, another state, an error, another provider’s answer: nothing', async () => {
  const door = doorWith();
  const visit = async () => provider.visit(await door.ask(question), '4f2c');
  provider.forged = true;
  expect(await door.proof(await visit(), question)).toBeNull();
  provider.forged = false;
  expect(await door.proof(await visit(), { ...question, verifier: 'w'.repeat(43) })).toBeNull();
  expect(await door.proof(await visit(), { ...question, state: 'x'.repeat(43) })).toBeNull();
  const back = new URLSearchParams(await visit());
  back.set('iss', 'https://evil.example');
  expect(await door.proof(back.toString(), question), 'RFC 9207').toBeNull();
  back.delete('iss');
  expect(await door.proof(back.toString(), question)).toBeNull();
  expect(
    await door.proof(`error=access_denied&state=${question.state}&iss=${provider.issuer}`, question),
  ).toBeNull();
});

test('asked to prove it anew, an old proof is none', async () => {
  const door = doorWith();
  const anew = { ...question, again: true };
  const address = await door.ask(anew);
  expect(new URL(address).searchParams.get('prompt')).toBe('login');
  expect(await door.proof(provider.visit(address, '4f2c'), anew)).toMatchObject({ subject: '4f2c' });
  for (const auth_time of [past(), null]) {
    const answer = provider.visit(await door.ask(anew), '4f2c', { auth_time });
    expect(await door.proof(answer, anew)).toBeNull();
  }
});

test('a provider that is down is told in words, and used again when it is back; the secret is in no fault', async () => {
  const door = doorWith();
  provider.down = true;
  const fault = await door.ask(question).catch((error: Error) => error);
  expect(fault).toMatchObject({ code: 'unreachable', message: expect.stringContaining('the institute') });
  expect(await door.signOutAddress()).toBeNull();
  provider.down = false;
  const answer = provider.visit(await door.ask(question), '4f2c');
  provider.down = true;
  const cut = await door.proof(answer, question).catch((error: Error) => error);
  expect(cut).toMatchObject({ code: 'unreachable' });
  for (const one of [fault, cut]) expect(JSON.stringify([String(one), one])).not.toContain(SECRET);
  provider.down = false;
  const elsewhere = doorWith({ issuer: `${provider.issuer}/other` });
  await expect(elsewhere.ask(question)).rejects.toMatchObject({ code: 'unreachable' });
});

test('without a secret it is PKCE alone', async () => {
  const door = doorWith({ secret: null });
  expect(await door.proof(provider.visit(await door.ask(question), '4f2c'), question)).not.toBeNull();
  const { authorization, body } = provider.redeemed.at(-1) ?? {};
  expect([authorization, body?.get('client_id'), body?.has('client_secret')]).toEqual([
    null,
    'onrecord',
    false,
  ]);
});

test('every fault of the file at once', () => {
  const given = { issuer: 'http://id.example', client: '', name: 'the institute', amr: 'hwk', colour: 'red' };
  try {
    readOutsideSettings(JSON.stringify(given), 'oidc.json');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-usage', subject: 'oidc.json' });
    expect((error as { faults: readonly { path: string }[] }).faults.map(({ path }) => path).sort()).toEqual([
      '',
      'amr',
      'client',
      'issuer',
    ]);
  }
  expect(() => readOutsideSettings('issuer: x', 'oidc.json')).toThrow(/oidc.json/);
});
