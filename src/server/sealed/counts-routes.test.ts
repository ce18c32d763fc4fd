/** Counts from cases at the page: prepared by one, looked at and signed by another, dropped; and what is refused. */
import { beforeAll, expect, test, vi } from 'vitest';
import { addMember } from '../../desk/cases/change-members.ts';
import { createCompartment } from '../../desk/cases/create-compartment.ts';
import { caseVault, memberOn, passphraseOf } from '../../desk/cases/fixtures/case-vault.ts';
import { openCompartment } from '../../desk/cases/open-compartment.ts';
import { caseEntry } from '../../desk/cases/save-case.ts';
import { countsWorkHere } from '../../desk/disclosure/counts-work-here.ts';
import type { CountsWork } from '../../desk/ports/counts-work.ts';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import { caseOf } from '../../record/case/case.cases.ts';
import { openApp, pageHeaders } from '../fixtures/open-app.ts';
import { openSealedDoor } from './open-sealed-door.ts';

vi.setConfig({ testTimeout: 60_000 });

let work: CountsWork;
beforeAll(async () => {
  work = countsWorkHere(await openLinearSolver());
});

const ORDER = {
  axes: ['state', 'answer'],
  unit: null,
  period: 'year',
  groups: [],
  threshold: 5,
  protection: null,
  round: null,
  zeros: false,
};

interface Told {
  readonly id: string;
  readonly withheld: number;
  readonly typedLabels: readonly string[];
  readonly signedOffBy: string | null;
  readonly preparedBy: string;
  readonly intervals: readonly { readonly recovered: boolean }[];
  readonly counts: readonly { readonly id: string; readonly signedOffBy: string | null }[];
  readonly error: { readonly code: string; readonly message: string; readonly faults: readonly object[] };
}

async function deskOfTwo() {
  const vault = await caseVault();
  const desk = vault.machine('both');
  const lena = await memberOn(desk, 'lena');
  const omar = await memberOn(desk, 'omar');
  await createCompartment(desk, lena.me, 'North');
  const { fingerprint } = omar.introduced;
  await addMember(desk, await openCompartment(desk, lena.me, null), {
    name: 'omar',
    fingerprint,
    role: 'member',
  });
  const room = await openCompartment(desk, lena.me, null);
  const [first] = caseOf().applications;
  if (first === undefined) throw new Error('the sample case has an application');
  const numbers = { granted: 3, refused: 21, silent: 17, pending: 9 } as const;
  for (const [answer, many] of Object.entries(numbers)) {
    const isOpen = answer === 'pending' || answer === 'silent';
    const closed = isOpen ? { answeredAt: null, reason: null } : {};
    const application = {
      ...first,
      ...closed,
      to: 'Embassy of Tavria',
      answer: answer as keyof typeof numbers,
    };
    await desk.store.append(
      Array.from({ length: many }, () =>
        caseEntry(
          desk,
          room,
          caseOf({ id: desk.newId('case'), documents: [], applications: [application] }),
          0,
        ),
      ),
    );
  }
  const { app, cookie } = openApp({ desk, sealed: openSealedDoor(desk, () => () => undefined, work) });
  const ask = async (method: 'GET' | 'POST', path: string, body: object = {}) => {
    const response = await app.request(`/api/sealed${path}`, {
      method,
      headers: pageHeaders(cookie, method),
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, told: (await response.json()) as Told };
  };
  const unlock = (name: string) =>
    ask('POST', '/unlockings', { member: name, passphrase: passphraseOf(name), minutes: 5 });
  return { desk, ask, unlock };
}

test('prepared by lena, signed by omar, and in the log from then on; nobody signs their own', async () => {
  const { desk, ask, unlock } = await deskOfTwo();
  expect((await ask('GET', '/counts')).told.error.code).toBe('locked');
  await unlock('lena');
  const { told: made } = await ask('POST', '/counts', ORDER);
  expect(made).toMatchObject({ preparedBy: 'lena', signedOffBy: null, typedLabels: ['Embassy of Tavria'] });
  expect(made.withheld).toBeGreaterThan(1);
  expect(made.intervals.length).toBeGreaterThan(0);
  expect(made.intervals.some(({ recovered }) => recovered)).toBe(false);
  const own = await ask('POST', `/counts/${made.id}/signatures`);
  expect(own).toMatchObject({ status: 400, told: { error: { code: 'bad-usage' } } });
  await unlock('omar');
  expect((await ask('GET', '/counts')).told.counts).toMatchObject([{ id: made.id, signedOffBy: null }]);
  expect((await ask('GET', `/counts/${made.id}`)).told.intervals).toEqual(made.intervals);
  expect(await desk.store.entriesWith('counts-released')).toHaveLength(0);
  expect((await ask('POST', `/counts/${made.id}/signatures`)).told.signedOffBy).toBe('omar');
  expect(await desk.store.entriesWith('counts-released')).toHaveLength(1);
  expect((await ask('POST', `/counts/${made.id}/erasures`)).status).not.toBe(500);
});

test('what nobody shall sign is erased; a bad order, a wrong group and an unknown id are told apart', async () => {
  const { ask, unlock } = await deskOfTwo();
  await unlock('lena');
  const { told: made } = await ask('POST', '/counts', ORDER);
  expect((await ask('POST', `/counts/${made.id}/erasures`)).status).toBe(200);
  expect((await ask('GET', '/counts')).told.counts).toEqual([]);
  expect((await ask('GET', `/counts/${made.id}`)).status).toBe(404);
  for (const wrong of [{ axes: [] }, { axes: ['name'] }, { threshold: 1 }, { round: 1 }])
    expect((await ask('POST', '/counts', { ...ORDER, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  const groups = [{ whole: 'north', parts: ['Embassy of Nowhere'] }];
  const grouped = await ask('POST', '/counts', { ...ORDER, groups });
  expect(grouped).toMatchObject({ status: 400, told: { error: { faults: [{ path: 'groups[0]' }] } } });
});
