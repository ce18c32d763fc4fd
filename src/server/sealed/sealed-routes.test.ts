/**
 * Sealed cases behind the desk's door: locked until a passphrase opens them, locked again by hand, by time and by the blank
 * page; no answer without the keys, no words of a case in an error; and none of it in an app that is handed no such door.
 */
import { expect, test, vi } from 'vitest';
import { createCompartment } from '../../desk/cases/create-compartment.ts';
import { caseVault, memberOn, passphraseOf } from '../../desk/cases/fixtures/case-vault.ts';
import { NO_COUNTS } from '../fixtures/no-counts.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';
import { SECURITY_HEADERS } from '../guard/security-headers.ts';
import { SEALED_ROUTES } from './api/every-sealed-route.ts';
import { openSealedDoor } from './open-sealed-door.ts';

vi.setConfig({ testTimeout: 60_000 });

const MARK = 'Quillonbrook';
const FIELDS = {
  pseudonym: `Heron ${MARK}`,
  retainUntil: '2027-11-30',
  applications: [{ to: `Embassy of ${MARK}`, kind: 'visa', askedAt: '2026-10-05' }],
  tasks: [{ what: 'call the doctor', due: '2026-11-29' }],
};

/** What the answers that are looked at here hold. */
interface Told {
  readonly id: string;
  readonly version: number;
  readonly size: number;
  readonly me: string | null;
  readonly open: { readonly members: readonly object[] } | null;
  readonly keys: number;
  readonly ids: readonly string[];
  readonly gone: readonly string[];
  readonly faults: readonly string[];
  readonly cases: readonly object[];
  readonly due: readonly { readonly what: string }[];
  readonly case: { readonly pseudonym: string };
  readonly versions: readonly {
    readonly version: number;
    readonly case: { readonly needs: readonly string[] };
  }[];
  readonly reads: readonly { readonly by: string; readonly kind: string }[];
  readonly paths: object;
  readonly error: { readonly code: string };
}

async function sealedDesk(options: { readonly compartment?: boolean } = {}) {
  const vault = await caseVault();
  const desk = vault.machine('lena');
  const { me } = await memberOn(desk, 'lena');
  if (options.compartment !== false) await createCompartment(desk, me, `Families ${MARK}`);
  const timers: { run: () => void; at: number }[] = [];
  const door = openSealedDoor(
    desk,
    (at, run) => {
      const timer = { run, at };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    NO_COUNTS,
  );
  const { app, cookie, unexpected } = openApp({ desk, sealed: door });
  const raw = async (
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | null,
    more: Record<string, string> = {},
  ) =>
    app.request(path, {
      method,
      headers: { ...pageHeaders(cookie, method), ...more },
      ...(body === null ? {} : { body }),
    });
  const ask = async (method: 'GET' | 'POST', path: string, body: object = {}) => {
    const response = await raw(method, path, method === 'GET' ? null : JSON.stringify(body));
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(response.headers.get(name)).toBe(value);
    return { status: response.status, told: (await response.json()) as Told };
  };
  const unlock = (name = 'lena') =>
    ask('POST', '/api/sealed/unlockings', { member: name, passphrase: passphraseOf(name), minutes: 5 });
  return { vault, desk, door, timers, raw, ask, unlock, unexpected };
}

test('an app that is handed no sealed door has none of its routes', async () => {
  const { app, cookie } = openApp();
  for (const { method, path } of Object.values(SEALED_ROUTES)) {
    const response = await app.request(path.replace(/\{\w+\}/gu, 'cas_00'), {
      method: method.toUpperCase(),
      headers: pageHeaders(cookie, method.toUpperCase()),
      ...(method === 'get' ? {} : { body: '{}' }),
    });
    expect(response.status, path).toBe(404);
  }
  const document = await app.request('/api/openapi.json', { headers: pageHeaders(cookie, 'GET') });
  const { paths } = (await document.json()) as Told;
  expect(Object.keys(paths).filter((path) => path.includes('sealed'))).toEqual([]);
});

test('every route is refused without the session, and while locked says so and nothing else', async () => {
  const { raw } = await sealedDesk();
  for (const { method, path } of Object.values(SEALED_ROUTES)) {
    const [sent, address] = [method.toUpperCase(), path.replace(/\{\w+\}/gu, 'cas_00')];
    const body = method === 'get' ? null : '{}';
    expect((await raw(sent, address, body, { cookie: '' })).status, path).toBe(401);
    expect((await raw(sent, address, body, { 'sec-fetch-site': 'cross-site' })).status, path).toBe(403);
  }
  for (const path of ['/api/sealed/cases', '/api/sealed/cases/cas_00', '/api/sealed/reads']) {
    const response = await raw('GET', path, null);
    const { error } = (await response.json()) as Told;
    expect([response.status, error.code]).toEqual([403, 'locked']);
  }
});

test('unlock, a case, an answer that is awaited, a search, a conflict, its history; then locked: nothing', async () => {
  const { ask, unlock, raw } = await sealedDesk();
  const opened = await unlock();
  expect(opened.told).toMatchObject({
    me: 'lena',
    minutes: 5,
    open: { label: `Families ${MARK}`, admin: true },
  });
  const { told: made } = await ask('POST', '/api/sealed/cases', { fields: FIELDS });
  expect(made.version).toBe(1);
  const { told: list } = await ask('GET', '/api/sealed/cases');
  expect(list.cases).toMatchObject([
    { pseudonym: `Heron ${MARK}`, pending: 1, awaited: [{ days: 56 }], nextDue: '2026-11-29' },
  ]);
  expect(list.due.map(({ what }) => what)).toEqual(['task']);
  const find = async (words: string) => (await ask('POST', '/api/sealed/finds', { words })).told.ids;
  expect(await find('quillon*')).toEqual([made.id]);
  expect(await find('flat')).toEqual([]);
  const path = `/api/sealed/cases/${made.id}`;
  const needs = (version: number, one: string) => ({ version, fields: { needs: [one] } });
  expect((await ask('POST', `${path}/versions`, needs(1, 'a flat'))).told.version).toBe(2);
  // Found by its new words beside the index that was made before, and by its old ones.
  expect(await find('flat')).toEqual([made.id]);
  expect(await find('quillon*')).toEqual([made.id]);
  const late = await ask('POST', `${path}/versions`, needs(1, `a doctor ${MARK}`));
  expect([late.status, late.told.error.code]).toEqual([409, 'vault-busy']);
  expect(JSON.stringify(late.told)).not.toContain(MARK);
  const bad = await ask('POST', `${path}/versions`, {
    version: 2,
    fields: { [MARK]: MARK, risk: { level: MARK } },
  });
  expect(bad.status).toBe(400);
  expect(JSON.stringify(bad.told)).not.toContain(MARK);
  const { told: history } = await ask('GET', `${path}/history`);
  expect(history.versions.map(({ version, case: one }) => [version, one.needs])).toEqual([
    [2, ['a flat']],
    [1, []],
  ]);
  expect(history.faults).toEqual([]);
  expect(new Set(history.reads.map(({ by, kind }) => `${by} ${kind}`))).toEqual(
    new Set(['lena show', 'lena save']),
  );
  expect((await ask('POST', '/api/sealed/locks')).told).toEqual({ locked: true });
  expect((await ask('GET', path)).told.error.code).toBe('locked');
  expect(await (await raw('GET', '/api/sealed', null)).text()).not.toContain(MARK);
});

test('a file goes in as bytes and comes out as an attachment, and its name stands in no address', async () => {
  const { ask, unlock, raw, vault } = await sealedDesk();
  await unlock();
  const { told: made } = await ask('POST', '/api/sealed/cases', { fields: FIELDS });
  const path = `/api/sealed/cases/${made.id}/documents`;
  const bytes = Buffer.alloc(3_000_000, `letter ${MARK} `);
  const sent = await raw('POST', path, bytes, {
    'content-type': 'application/octet-stream',
    'x-onrecord-file': encodeURIComponent(JSON.stringify({ name: `письмо ${MARK}.pdf`, mediaType: '' })),
  });
  const { id, size } = (await sent.json()) as Told;
  expect([sent.status, size]).toEqual([200, 3_000_000]);
  const { told: list } = await ask('GET', '/api/sealed/cases');
  expect(list.cases).toMatchObject([{ documents: 1 }]);
  const copy = await raw('POST', `${path}/${id}/copies`, '{}');
  expect(copy.headers.get('content-disposition')).toBe(`attachment; filename="${id}"`);
  expect(Buffer.from(await copy.arrayBuffer()).equals(bytes)).toBe(true);
  expect((await vault.bytes()).includes(MARK)).toBe(false);
  const nameless = await raw('POST', path, bytes, { 'content-type': 'application/octet-stream' });
  expect(nameless.status).toBe(400);
  const { told } = await ask('POST', `/api/sealed/cases/${made.id}/erasures`, { document: null });
  expect(told.gone).toHaveLength(2);
  expect((await ask('GET', '/api/sealed/cases')).told.cases).toEqual([]);
  expect((await ask('POST', '/api/sealed/finds', { words: 'heron' })).told.ids).toEqual([]);
});

test('time without use locks; use puts it off; the blank page locks, and says nothing', async () => {
  const { ask, unlock, raw, timers } = await sealedDesk();
  await unlock();
  expect(timers.map(({ at }) => at)).toEqual([300_000]);
  expect((await ask('POST', '/api/sealed/uses')).told).toEqual({ unlocked: true });
  expect(timers).toHaveLength(1);
  timers[0]?.run();
  expect((await ask('GET', '/api/sealed')).told).toMatchObject({ me: null, open: null });
  expect((await ask('POST', '/api/sealed/uses')).told).toEqual({ unlocked: false });
  await unlock();
  expect(await (await raw('GET', '/blank', null)).text()).not.toMatch(/case|sealed|script/iu);
  expect((await ask('GET', '/api/sealed')).told.me).toBe(null);
});

test('a lock while something is under way: it hands nothing out, and nothing is sealed with a wiped key', async () => {
  const { ask, unlock, raw, door, desk } = await sealedDesk();
  await unlock();
  const saving = raw('POST', '/api/sealed/cases', JSON.stringify({ fields: FIELDS }));
  await vi.waitFor(async () => expect((await desk.store.head())?.seq).toBeGreaterThan(2));
  door.lock();
  expect([200, 403]).toContain((await saving).status);
  await unlock();
  const { told } = await ask('GET', '/api/sealed/cases');
  expect(told.faults).toEqual([]);
});

test('a wrong passphrase gives no hint, and its own words and member are not told', async () => {
  const { ask } = await sealedDesk();
  const wrong = await ask('POST', '/api/sealed/unlockings', { member: 'lena', passphrase: MARK, minutes: 5 });
  expect([wrong.status, wrong.told.error]).toEqual([
    403,
    { code: 'locked', message: 'It does not open. Nothing was changed.', subject: null, faults: [] },
  ]);
});

test('a member is taken in by fingerprint, compared, and removed with a new key', async () => {
  const { ask, unlock, vault, desk } = await sealedDesk();
  const omar = await memberOn(vault.machine('omar'), 'omar');
  await unlock();
  const wrong = await ask('POST', '/api/sealed/admissions', {
    name: 'omar',
    fingerprint: '0000',
    admin: false,
  });
  expect(wrong.status).toBe(400);
  const { fingerprint } = omar.introduced;
  const { told } = await ask('POST', '/api/sealed/admissions', { name: 'omar', fingerprint, admin: false });
  expect(told.open?.members).toMatchObject([
    { name: 'lena', role: 'admin', compared: true },
    { name: 'omar', role: 'member', compared: true, fingerprint },
  ]);
  const { told: made } = await ask('POST', '/api/sealed/cases', { fields: FIELDS });
  expect((await ask('POST', '/api/sealed/rotations', { remove: 'omar' })).told.keys).toBeGreaterThan(1);
  expect((await ask('GET', `/api/sealed/cases/${made.id}`)).told.case.pseudonym).toBe(`Heron ${MARK}`);
  expect((await ask('GET', '/api/sealed')).told.open).toMatchObject({ epoch: 2 });
  expect(await desk.store.check()).toEqual([]);
});

test('a new member and a new compartment are made from the page', async () => {
  const { ask, unlock } = await sealedDesk({ compartment: false });
  const order = { name: 'mira', passphrase: passphraseOf('mira'), destroyPassphrase: null };
  const { told: mira } = await ask('POST', '/api/sealed/members', order);
  expect(Object.keys(mira).sort()).toEqual(['fingerprint', 'folder', 'name', 'recoveryKey']);
  expect((await unlock('mira')).told).toMatchObject({ me: 'mira', open: null });
  const { told } = await ask('POST', '/api/sealed/compartments', { label: MARK });
  expect(told.open).toMatchObject({ label: MARK, admin: true });
});
