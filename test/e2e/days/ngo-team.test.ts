/**
 * A day of three people who help families at risk, from an empty machine: a record on PostgreSQL, invitations, a compartment, a case
 * with the answers of states, a hand-over, a member who leaves, a laptop that is lost, and the way back from a backup. `PICTURES=1`
 * takes the pictures of docs/guide/days/ngo-team.md. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scannerFor } from '../canary/hidden-words.ts';
import { axeViolations } from '../desk/page-checks.ts';
import { startBrowser } from '../desk/start-browser.ts';
import { picture } from './day.ts';
import { acceptInvitation, type Laptop, type Office, type OwnDesk, openOffice, wordsOf } from './ngo-team.ts';

const browser = await startBrowser('test/e2e/days/ngo-team.test.ts');
const REPORTS = ['11-estmark', '12-caldora', '21-estmark-ru'].map((name) =>
  fileURLToPath(new URL(`./reports/${name}.md`, import.meta.url)),
);
/** Stands in every sealed thing, and nowhere else. */
const MARK = 'Quillonbrook';
const SOON = { timeout: 60_000, interval: 25 };

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

describe.skipIf(browser === null)('a day of an NGO’s team', () => {
  let office: Office;
  let [lena, omar, mira]: Laptop[] = [];
  let desk: OwnDesk;
  let caseId = '';

  beforeAll(async () => {
    office = await openOffice(browser!, REPORTS);
    [lena, omar, mira] = [
      await office.laptop('lena'),
      await office.laptop('omar'),
      await office.laptop('mira'),
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });

  const json = (name: string, args: readonly string[]) => {
    const { code, out, err } = office.as(name, [...args, '--json']);
    expect(code, err).toBe(0);
    return JSON.parse(out);
  };
  /** What a person hears on the telephone. */
  const readAloud = (name: string): string => json(name, ['member', 'show', name]).fingerprint;
  /** How often the key of the compartment changed, from 1. */
  const epoch = (): number => json('lena', ['compartment', 'list']).compartments[0].epoch;
  const field = (label: string): string => `main label:has-text("${label}") >> input, select, textarea`;

  test('one is invited from the server, and invites two; each comes in by their own way', async () => {
    const told = office.done([
      'team',
      'invite',
      'Lena',
      '--roles',
      'custodian,reviewer,auditor',
      '--clearance',
      'sealed',
      '--public-address',
      office.origin,
    ]);
    const address = /http\S+#\S+/u.exec(told)?.[0] ?? '';
    await expect
      .poll(
        () =>
          lena!.page.goto(office.origin).then(
            () => true,
            () => false,
          ),
        SOON,
      )
      .toBe(true);
    await acceptInvitation(lena!.page, address, 'Lena');
    await lena!.page.click('nav a:text("Team")');
    for (const [name, laptop, roles] of [
      ['Omar', omar!, ['reviewer', 'custodian']],
      ['Mira', mira!, ['recorder']],
    ] as const) {
      // The table is there: nothing moves under the hand any more.
      await lena!.page.waitForSelector('tr:has-text("Lena")');
      await lena!.page.click('summary:text("Invite somebody")');
      await lena!.page.fill('details input[type=text]', name);
      for (const role of roles) await lena!.page.check(`details label:has-text("${role}") input`);
      if (name === 'Omar') await picture(lena!.page, 'ngo-invite');
      await lena!.page.click('details button.yes');
      const link = (await lena!.page.textContent('.notice pre')) ?? '';
      await acceptInvitation(laptop.page, link, name);
      await lena!.page.click('.notice button');
      await lena!.page.reload();
      await lena!.page.waitForSelector(`tr:has-text("${name}")`);
    }
    expect(await lena!.page.locator('.team tbody tr').count()).toBe(3);
  });

  test('a circle of three is made; fingerprints are read aloud', async () => {
    desk = await office.ownDesk('Lena', lena!);
    const { page } = desk;
    await page.goto(desk.at('/cases'));
    await page.fill(field('Name'), 'lena');
    await page.fill('input[type=password] >> nth=0', wordsOf('lena'));
    await page.fill('input[type=password] >> nth=1', wordsOf('lena'));
    await page.click('button:has-text("Make the keys")');
    await page.waitForSelector('pre.key');
    await page.click('button:has-text("written it down")');
    await page.fill('input[type=password]', wordsOf('lena'));
    await page.click('button:has-text("Unlock")');
    await page.fill(field('Name, told to its members'), `Families ${MARK}`);
    await page.click('button:has-text("Make it")');
    for (const name of ['omar', 'mira']) json(name, ['member', 'new', name]);
    await page.click('.lock-row a:has-text("Members")');
    for (const name of ['omar', 'mira']) {
      const line = page.locator(`.members li:has(bdi:text-is("${name}"))`);
      await line.locator('input[type=text]').fill(readAloud(name));
      if (name === 'omar') await line.locator('input[type=checkbox]').check();
      await line.locator('button').click();
      await page.waitForSelector(`.notice.good:has-text("${name} is in")`);
    }
    await picture(page, 'ngo-members');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a family is written down with what states answered, and handed over to a colleague', async () => {
    const { page } = desk;
    await page.click('.lock-row a:has-text("All cases")');
    await page.click('a:has-text("New case")');
    await page.fill(field('Pseudonym'), `Heron ${MARK}`);
    await page.fill(field('Kept until'), '2031-11-30');
    await page.click('button:has-text("Make the case")');
    await page.waitForSelector('.case-form');
    caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.selectOption(field('How much danger'), 'acute');
    const rows = page.locator('fieldset.rows:has-text("Applications")');
    for (const [at, to, answer, words] of [
      [0, 'Estmark', 'granted', 'three visas'],
      [1, 'Caldora', 'refused', 'not within the quota'],
      [2, 'Tavria', 'silent', null],
    ] as const) {
      await page.click('button:has-text("an application")');
      await rows.locator('label:has-text("State or authority") input').nth(at).fill(`Embassy of ${to}`);
      await rows.locator('label:has-text("Asked on") input').nth(at).fill('2026-10-05');
      await rows.locator('label:has-text("Answer") select').nth(at).selectOption(answer);
      if (words === null) continue;
      await rows.locator('label:has-text("Answered on") input').nth(at).fill('2026-11-02');
      await rows.locator('label:has-text("Reason") textarea').nth(at).fill(`${words} ${MARK}`);
    }
    expect(await page.inputValue(field('Looked after by'))).toBe('lena');
    await page.selectOption(field('Looked after by'), 'omar');
    await page.click('button:has-text("a note")');
    await page.fill('fieldset.rows:has-text("Notes") textarea', `Call after 20:00 only. ${MARK}`);
    await page.click('button:text-is("Save")');
    await page.waitForSelector('.save-row .ok');
    await rows.evaluate((shown) => shown.scrollIntoView());
    await page.evaluate('window.scrollBy(0, -64)');
    await picture(page, 'ngo-case');
    expect(await axeViolations(page)).toEqual([]);
    await page.click('a:has-text("All cases")');
    await page.waitForSelector('.case-table :text("Looked after by omar")');
    // Omar on his own machine.
    const [seen] = json('omar', ['case', 'list']).cases;
    expect(seen).toMatchObject({ id: caseId, lookedAfterBy: 'omar', pending: 0, risk: 'acute' });
    expect(
      json('omar', ['case', 'show', caseId]).case.applications.map(
        ({ answer }: Record<string, string>) => answer,
      ),
    ).toEqual(['granted', 'refused', 'silent']);
    expect(json('mira', ['case', 'search', 'herons', '--limit', '5']).found).toEqual([]);
    expect(json('mira', ['case', 'search', 'quota']).found).toHaveLength(1);
  });

  test('in the evening a backup; who leaves reads nothing more, and it says that older backups still open', async () => {
    mkdirSync(join(office.place.dir, 'stick'));
    office.done(['backup', join(office.place.dir, 'stick', 'day.backup')]);
    const { page } = desk;
    await page.click('.lock-row a:has-text("Members")');
    await page.click('button:text-is("Take mira out")');
    await page.click('button:has-text("Take out, with a new key")');
    await page.waitForSelector('.notice.good:has-text("Back up again")');
    expect(epoch()).toBe(2);
    expect(office.as('mira', ['case', 'list']).code).toBe(8);
    expect(office.as('mira', ['case', 'show', caseId]).code).toBe(8);
    // Her account at the desk, too.
    await lena!.page.reload();
    await lena!.page.click('tr:has-text("Mira") button');
    await lena!.page.click('button:text-is("Close the account")');
    // Asked once more: a wrong click closes nothing.
    await lena!.page.click('dialog:has-text("Close Mira’s account?") button:text-is("Cancel")');
    await lena!.page.click('button:text-is("Close the account")');
    await lena!.page.click('dialog:has-text("Close Mira’s account?") button:text-is("Close it")');
    await lena!.page.waitForSelector('tr.closed:has-text("Mira")');
    await picture(lena!.page, 'ngo-team');
    await mira!.page.waitForSelector('dialog:has-text("the session has ended")', SOON);
    expect(office.done(['backup', join(office.place.dir, 'stick', 'day.backup')])).toMatch(/written\s+anew/);
  });

  test('a laptop is lost: its disk says nothing, its sessions end, and its keys open nothing any more', async () => {
    // What the finder has: the folder of keys, and nothing of the cases or the record.
    expect(scannerFor([MARK, wordsOf('omar'), 'Estmark']).below(omar!.disk)).toEqual([]);
    await lena!.page.click('tr:has-text("Omar") button');
    await lena!.page.click('button:text("End all sessions")');
    await omar!.page.waitForSelector('dialog:has-text("the session has ended")', SOON);
    const { page } = desk;
    await page.click('button:text-is("Take omar out")');
    await page.click('button:has-text("Take out, with a new key")');
    await page.waitForSelector('.notice.good:has-text("Back up again")');
    expect(epoch()).toBe(3);
    expect(office.as('omar', ['case', 'show', caseId]).code).toBe(8);
    // A new machine, new keys, and the case that nobody looks after stands out.
    await page.click('a:has-text("All cases")');
    await page.waitForSelector(
      '.case-table .stop:has-text("Looked after by omar, who cannot open it any more")',
    );
    await picture(page, 'ngo-orphan');
    await office.laptop('omar-2');
    json('omar-2', ['member', 'new', 'omar-2']);
    office.as('lena', ['compartment', 'add', 'omar-2', '--fingerprint', readAloud('omar-2')]);
    expect(json('omar-2', ['case', 'list']).cases).toHaveLength(1);
    await page.click('.case-table a');
    await page.selectOption(field('Looked after by'), 'omar-2');
    await page.click('button:text-is("Save")');
    await page.waitForSelector('.save-row .ok');
  });

  test('the server is gone: everything stands again on another machine, and proves itself', async () => {
    office.done(['backup', join(office.place.dir, 'stick', 'day.backup')]);
    await desk.page.keyboard.press('F9');
    await desk.page.waitForURL('**/blank');
    await desk.end();
    const database = await office.newDatabase();
    const back = join(office.place.dir, 'back');
    const run = (args: readonly string[]) => office.elsewhere(database, [...args, '--vault', back]);
    expect(run(['restore', join(office.place.dir, 'stick', 'day.backup')])).toMatchObject({ code: 0 });
    expect(run(['verify'])).toMatchObject({ code: 0 });
    cpSync(lena!.disk, join(back, 'members'), { recursive: true });
    const shown = run([
      'case',
      'show',
      caseId,
      '--member-passphrase-file',
      join(office.place.dir, 'lena.words'),
    ]);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining(`Heron ${MARK}`) });
    expect(run(['team']).out).toMatch(/Lena:[\s\S]*Mira:.*closed/u);
    // What lay on any disk of the team, the database's backups included, says nothing of a family.
    expect(scannerFor([MARK]).below(office.place.dir)).toEqual([]);
    expect(scannerFor([wordsOf('lena')]).below(office.place.dir)).not.toEqual([]);
    expect([lena!, omar!, mira!].flatMap(({ pages }) => pages.complaints)).toEqual([]);
  });
});
