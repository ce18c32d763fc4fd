/**
 * Two members at the desk in a real browser: counts from cases are prepared by one and signed by the other, and keys are entrusted
 * and a lost member file is made anew. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Place } from './cli-fixture.ts';
import { pageFaults } from './desk/page-checks.ts';
import {
  exampleVault,
  type ServedDesk,
  serveDesk,
  type WatchedPages,
  watchedPages,
} from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';
import { passphraseOf, twoMembers } from './desk/two-members.ts';

const browser = await startBrowser('test/e2e/desk-counts.test.ts');
const WIDE = { width: 1280, height: 860 };

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(browser === null)('two members at the desk', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;
  let fingerprints: Readonly<Record<'lena' | 'omar', string>>;

  beforeAll(async () => {
    place = exampleVault();
    fingerprints = await twoMembers(place);
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, { viewport: WIDE, acceptDownloads: true });
    page = await pages.newPage();
    await page.goto(desk.address);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  const at = (path: string): string => new URL(path, `http://127.0.0.1:${desk.port}`).href;

  const faults = () => pageFaults(page, WIDE);

  async function unlock(who: string, passphrase = passphraseOf(who)): Promise<void> {
    await page.goto(at('/cases'));
    await page.selectOption('main select >> nth=0', { label: who });
    await page.fill('main input[type=password]', passphrase);
    await page.click('button:has-text("Unlock")');
    await page.waitForSelector('.lock-row');
  }

  async function lock(): Promise<void> {
    await page.keyboard.press('F9');
    await page.waitForURL('**/blank');
  }

  test('lena prepares a table: what is withheld, what an attacker gets, and no button to sign her own', async () => {
    await unlock('lena');
    await page.click('.lock-row a:has-text("Counts from cases")');
    await page.waitForSelector('text=Nothing waits.');
    expect(await faults()).toEqual([]);
    await page.fill('main textarea', 'the north = Embassy of Nowhere');
    await page.click('button:has-text("Count and protect")');
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('main')).toContain('groups[0]: has parts that are no values');
    await page.fill('main textarea', 'the north = Embassy of Tavria + Embassy of Corland');
    await page.click('button:has-text("Count and protect")');
    await page.waitForSelector('.count-table');
    const table = (await page.textContent('.count-table')) ?? '';
    expect(table).toContain('the north');
    expect((await page.$$('.count-table [aria-label=withheld]')).length).toBeGreaterThan(1);
    expect(await page.textContent('main')).toMatch(/Embassy of Tavria · granted: 0 to \d+/u);
    expect(await page.textContent('.notice.warn')).toContain('published as they stand');
    expect(await page.$$('button:has-text("Sign it")')).toEqual([]);
    expect(await faults()).toEqual([]);
    await lock();
  });

  test('omar looks at it and signs with the keyboard; it is released, and listed', async () => {
    await unlock('omar');
    await page.click('.lock-row a:has-text("Counts from cases")');
    await page.waitForSelector('text=you can sign it');
    expect(await faults()).toEqual([]);
    await page.focus('.counts-lines a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.count-table');
    await page.focus('button:has-text("Sign it")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=cannot be called back');
    expect(await faults()).toEqual([]);
    await page.focus('button:has-text("sign and release")');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=It stands in the log and may be published.');
    await page.click('main a:text-is("Counts from cases") >> nth=0');
    await page.waitForSelector('text=Nothing waits.');
    expect(await page.textContent('.counts-lines')).toContain('Signed by omar');
    await lock();
  });

  test('lena entrusts her keys to omar; her file is lost; omar makes it anew beside her', async () => {
    await unlock('lena');
    await page.click('.lock-row a:has-text("Second custodian")');
    await page.waitForSelector('h2:has-text("Entrust my keys")');
    expect(await faults()).toEqual([]);
    const form = 'form:has-text("Entrust my keys")';
    await page.fill(`${form} input[type=text]`, fingerprints.lena);
    await page.fill(`${form} input[type=password]`, passphraseOf('lena'));
    await page.click('button:has-text("Make the copy")');
    expect(await page.textContent('[role=alert]')).toContain('No copy was made');
    await page.fill(`${form} input[type=text]`, fingerprints.omar);
    await page.fill(`${form} input[type=password]`, passphraseOf('lena'));
    await page.click('button:has-text("Make the copy")');
    await page.waitForSelector(`${form} [role=status]`);
    expect(await faults()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("Save the copy")'),
    ]);
    const copy = readFileSync(await download.path());
    await lock();
    const members = join(place.dir, 'onrecord-vault', 'members');
    for (const name of readdirSync(members)) {
      const file = join(members, name);
      if (name.endsWith('.json') && readFileSync(file, 'utf8').includes('"lena"')) rmSync(file);
    }
    await unlock('omar');
    await page.click('.lock-row a:has-text("Second custodian")');
    const anew = 'form:has-text("Make a lost member file anew")';
    const give = (buffer: Buffer) =>
      page.setInputFiles(`${anew} input[type=file]`, {
        name: 'copy.json',
        mimeType: 'application/json',
        buffer,
      });
    const fill = async (): Promise<void> => {
      for (const nth of [0, 1])
        await page.fill(`${anew} input[type=password] >> nth=${nth}`, 'ten herons at the weir');
      await page.click('button:has-text("Make the file anew")');
    };
    await give(copy.subarray(0, 200));
    await fill();
    expect(await page.textContent('[role=alert]')).toContain('Nothing was restored');
    await give(copy);
    await fill();
    await page.waitForSelector('pre.key');
    expect(await page.textContent('.record-form .key')).toBe(fingerprints.lena);
    expect(await faults()).toEqual([]);
    await lock();
    await unlock('lena', 'ten herons at the weir');
    await lock();
  });

  test('in Russian both pages are whole', async () => {
    await page.goto(at('/cases?lang=ru'));
    await page.selectOption('main select >> nth=0', { label: 'omar' });
    await page.fill('main input[type=password]', passphraseOf('omar'));
    await page.click('form.unlock button.yes');
    await page.waitForSelector('.lock-row');
    for (const link of ['Числа из дел', 'Второй хранитель']) {
      await page.click(`.lock-row a:has-text("${link}")`);
      await page.waitForSelector(`h1:has-text("${link}")`);
      expect(await faults()).toEqual([]);
    }
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
    await lock();
  });
});
