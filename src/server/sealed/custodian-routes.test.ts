/** A second custodian from the page: the copy, the file made anew, and what is refused. */
import { expect, test, vi } from 'vitest';
import { caseVault, memberOn, passphraseOf } from '../../desk/cases/fixtures/case-vault.ts';
import { NO_COUNTS } from '../fixtures/no-counts.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';
import { openSealedDoor } from './open-sealed-door.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Told {
  readonly me: string | null;
  readonly everybody: readonly string[];
  readonly copy: string;
  readonly kept: boolean;
  readonly fingerprint: string;
  readonly error: { readonly code: string; readonly message: string };
}

async function deskOfTwo() {
  const vault = await caseVault();
  const desk = vault.machine('both');
  const lena = await memberOn(desk, 'lena');
  const omar = await memberOn(desk, 'omar');
  const door = openSealedDoor(desk, () => () => undefined, NO_COUNTS);
  const { app, cookie } = openApp({ desk, sealed: door });
  const ask = async (method: 'GET' | 'POST', path: string, body: object = {}) => {
    const response = await app.request(`/api/sealed${path}`, {
      method,
      headers: pageHeaders(cookie, method),
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, told: (await response.json()) as Told };
  };
  const unlock = (name: string, passphrase = passphraseOf(name)) =>
    ask('POST', '/unlockings', { member: name, passphrase, minutes: 5 });
  return { vault, desk, lena, omar, ask, unlock };
}

test('lena entrusts her keys, omar makes her file anew, and she opens it with the new passphrase', async () => {
  const { lena, omar, ask, unlock, desk } = await deskOfTwo();
  expect((await unlock('lena')).told.everybody).toEqual(['lena', 'omar']);
  const order = { to: 'omar', fingerprint: omar.introduced.fingerprint, passphrase: passphraseOf('lena') };
  const { told: made } = await ask('POST', '/custodians', order);
  expect(made.kept).toBe(true);
  expect(await desk.members.copyFor(lena.introduced.id, omar.introduced.id)).toBe(made.copy);
  await unlock('omar');
  const next = { passphrase: 'ten herons at the weir', destroyPassphrase: null };
  const { told: again } = await ask('POST', '/restorations', { of: 'lena', copy: null, ...next });
  expect(again).toMatchObject({ name: 'lena', fingerprint: lena.introduced.fingerprint, compared: false });
  expect((await unlock('lena')).status).toBe(403);
  expect((await unlock('lena', next.passphrase)).told.me).toBe('lena');
});

test('wrong passphrase, wrong fingerprint, wrong custodian, an altered copy, and nobody unlocked', async () => {
  const { omar, ask, unlock } = await deskOfTwo();
  const order = { to: 'omar', fingerprint: omar.introduced.fingerprint, passphrase: passphraseOf('lena') };
  const next = { passphrase: 'ten herons at the weir', destroyPassphrase: null };
  expect((await ask('POST', '/custodians', order)).told.error.code).toBe('locked');
  expect((await ask('POST', '/restorations', { of: 'lena', copy: null, ...next })).status).toBe(403);
  await unlock('lena');
  expect((await ask('POST', '/custodians', { ...order, passphrase: 'no herons' })).status).toBe(403);
  expect((await ask('GET', '')).told.me).toBe('lena');
  expect((await ask('POST', '/custodians', { ...order, fingerprint: null })).status).toBe(400);
  const { copy } = (await ask('POST', '/custodians', order)).told;
  const own = await ask('POST', '/restorations', { of: null, copy, ...next });
  expect(own).toMatchObject({ status: 400, told: { error: { code: 'bad-usage' } } });
  await unlock('omar');
  const cut = await ask('POST', '/restorations', { of: null, copy: copy.slice(0, 100), ...next });
  expect(cut.told.error).toMatchObject({ code: 'damaged' });
  expect((await unlock('lena')).told.me).toBe('lena');
});
