/** Sealed cases over the example vault, for pictures: invented people of an invented country. */
import type { Page } from 'playwright-core';

const PASSPHRASE = 'seven herons for lena';

const HERON = {
  pseudonym: 'Heron',
  retainUntil: '2031-11-30',
  risk: { level: 'acute', why: 'Two callers at the door', reviewedAt: '2026-11-02' },
  household: [
    { role: 'applicant', age: '30-44', needs: ['insulin'] },
    { role: 'daughter', age: '5-11', needs: [] },
  ],
  needs: ['a safe flat'],
  applications: [
    { to: 'Embassy of Tavria', kind: 'visa', askedAt: '2026-10-05' },
    {
      to: 'Embassy of Norland',
      kind: 'visa',
      askedAt: '2026-09-01',
      answeredAt: '2026-11-01',
      answer: 'refused',
      reason: 'not within the quota',
    },
  ],
  tasks: [{ what: 'call the doctor', due: '2026-12-20' }],
};
const others = [
  ['Stork', 'high', '2031-06-30', 'Ministry of Tavria'],
  ['Plover', 'medium', '2031-01-31', null],
  ['Wren', 'unknown', '2026-11-01', 'Embassy of Norland'],
] as const;

export interface FilledCases {
  /** Id of a case. */
  readonly id: string;
  /** Enters a page of the room, unlocking it first where it is locked. */
  open(path: string): Promise<void>;
}

/**
 * Makes keys, a compartment and cases through the desk's own routes.
 *
 * @example
 * const { id, open } = await fillCases(page);
 */
export async function fillCases(page: Page): Promise<FilledCases> {
  const send = async (path: string, body: object): Promise<{ readonly id?: string }> =>
    (await page.evaluate(
      async ([address, content]) => {
        const headers = { 'content-type': 'application/json', 'x-onrecord': '1' };
        return (await fetch(address, { method: 'POST', headers, body: content })).json();
      },
      [`/api/sealed/${path}`, JSON.stringify(body)] as const,
    )) as { readonly id?: string };
  await send('members', { name: 'lena', passphrase: PASSPHRASE, destroyPassphrase: null });
  await send('unlockings', { member: null, passphrase: PASSPHRASE, minutes: 10 });
  await send('compartments', { label: 'Families from the north' });
  const { id = '' } = await send('cases', { fields: HERON });
  for (const [pseudonym, level, retainUntil, to] of others) {
    const applications = to === null ? [] : [{ to, kind: 'relocation', askedAt: '2026-11-12' }];
    await send('cases', { fields: { pseudonym, retainUntil, risk: { level }, applications } });
  }
  if (id === '') throw new Error('No case was made.');
  await send('locks', {});
  const open = async (path: string): Promise<void> => {
    const field = await page.waitForSelector('input[type=password], .lock-row');
    if ((await field.getAttribute('type')) === 'password') {
      await page.fill('input[type=password]', PASSPHRASE);
      await page.click('button.yes');
    }
    await page.waitForSelector(path === '/cases' ? '.case-table' : '.case-form');
  };
  return { id, open };
}
