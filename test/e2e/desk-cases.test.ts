/**
 * Sealed cases in a real browser: keys are made, a case is written with an application for a visa and its answer, a letter goes in
 * and out, somebody else saves in between, it is erased; and after the lock nothing of it is left in the page, its storage, its
 * cache, its history, the browser's profile on the disk or the vault. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scannerFor } from './canary/hidden-words.ts';
import type { Place } from './cli-fixture.ts';
import { pageFaults } from './desk/page-checks.ts';
import {
  exampleVault,
  type ServedDesk,
  serveDesk,
  type WatchedPages,
  watchedContext,
} from './desk/served-desk.ts';
import { startProfile } from './desk/start-browser.ts';

const WIDE = { width: 1280, height: 860 };
/** The browser's profile is on the disk, as a person's is. */
const folder = mkdtempSync(join(tmpdir(), 'onrecord-profile-'));
const browser = await startProfile('test/e2e/desk-cases.test.ts', folder, {
  viewport: WIDE,
  acceptDownloads: true,
});
const MARK = 'Quillonbrook';
const PASSPHRASE = 'seven herons for lena';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

describe.skipIf(browser === null)('sealed cases', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;
  const asked: string[] = [];

  beforeAll(async () => {
    place = exampleVault();
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
    pages = watchedContext(browser!, `127.0.0.1:${desk.port}`);
    pages.context.on('request', (request) => asked.push(request.url()));
    page = await pages.newPage();
    // Making keys measures the machine, which takes long where it is busy.
    page.setDefaultTimeout(100_000);
    await page.goto(desk.address);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (path: string): string => new URL(path, `http://127.0.0.1:${desk.port}`).href;
  const field = (label: string, within = 'main'): string =>
    `${within} label:has-text("${label}") >> input, select, textarea`;

  const faults = () => pageFaults(page, WIDE);

  async function unlock(): Promise<void> {
    await page.goto(at('/cases'));
    await page.fill('input[type=password]', PASSPHRASE);
    await page.click('button:has-text("Unlock")');
    await page.waitForSelector('.lock-row');
  }

  test('keys and a compartment are made; what is lost with the passphrase is said beforehand', async () => {
    await page.goto(at('/cases'));
    await page.waitForSelector('h2:has-text("make yours")');
    expect(await page.textContent('main')).toContain('nobody can bring it back');
    expect(await faults()).toEqual([]);
    await page.fill(field('Name'), 'lena');
    await page.fill('input[type=password] >> nth=0', PASSPHRASE);
    await page.fill('input[type=password] >> nth=1', PASSPHRASE);
    await page.click('button:has-text("Make the keys")');
    await page.waitForSelector('pre.key');
    expect(await faults()).toEqual([]);
    await page.click('button:has-text("written it down")');
    await page.fill('input[type=password]', 'no herons');
    await page.click('button:has-text("Unlock")');
    expect(await page.textContent('[role=alert]')).toContain('does not open');
    expect(await faults()).toEqual([]);
    await page.fill('input[type=password]', PASSPHRASE);
    await page.click('button:has-text("Unlock")');
    await page.fill(field('Name, told to its members'), `Families ${MARK}`);
    expect(await faults()).toEqual([]);
    await page.click('button:has-text("Make it")');
    await page.waitForSelector(`h1:has-text("${MARK}")`);
  });

  test('a case is written: an application for a visa, then its answer', async () => {
    await page.click('a:has-text("New case")');
    await page.fill(field('Pseudonym'), `Heron ${MARK}`);
    await page.fill(field('Kept until'), '2031-11-30');
    await page.click('button:has-text("Make the case")');
    await page.waitForSelector('.case-form');
    await page.click('button:has-text("an application")');
    await page.fill(field('State or authority'), `Embassy of ${MARK}`);
    await page.fill(field('Asked on'), '2026-01-05');
    await page.selectOption(field('How much danger'), 'acute');
    await page.click('button:has-text("a consent")');
    await page.fill(field('What for'), 'contact with the embassy');
    await page.fill(field('Given on'), '2026-01-02');
    await page.fill(field('Withdrawn on'), '2026-02-01');
    await page.click('button:text-is("Save")');
    await page.waitForSelector('.save-row .ok');
    expect(await page.textContent('main')).toContain('what it allowed must stop');
    expect(await faults()).toEqual([]);
    await page.click('a:has-text("All cases")');
    await expect
      .poll(() => page.textContent('.case-table'))
      .toContain('asked on 5 Jan 2026, no answer since');
    expect(await page.textContent('.case-table')).toContain('acute');
    expect(await faults()).toEqual([]);
    await page.fill('input[type=search]', 'quillon*');
    await expect.poll(() => page.textContent('.case-table caption')).toContain('1 case');
    await page.fill('input[type=search]', 'nothing');
    await expect.poll(() => page.textContent('main')).toContain('No case fits');
    await page.fill('input[type=search]', '');
    await page.click('.case-table a');
    await page.selectOption(field('Answer'), 'refused');
    await page.fill(field('Answered on'), '2026-11-01');
    await page.fill(field('Reason, in their own words'), `not within the quota of ${MARK}`);
    await page.click('button:text-is("Save")');
    await page.waitForSelector('.save-row .ok');
    expect(await page.textContent('.lead')).toContain('version 3');
  });

  test('a letter goes in and comes out, and its name stands in no address', async () => {
    await page.setInputFiles('input[type=file]', {
      name: `letter ${MARK}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF ${MARK}`),
    });
    await page.waitForSelector(`bdi:has-text("letter ${MARK}.pdf")`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("Take out")'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^doc_\w+\.pdf$/u);
    expect(readFileSync(await download.path(), 'utf8')).toBe(`%PDF ${MARK}`);
    await download.delete();
  });

  test('who saved in between is told, and both changes stand', async () => {
    await page.fill(field('Needs of all'), 'a lawyer');
    await page.evaluate(async (path) => {
      const address = `/api/sealed${path}`;
      const headers = { 'content-type': 'application/json', 'x-onrecord': '1' };
      const { version } = (await (await fetch(address)).json()) as { version: number };
      const fields = { notes: [{ text: 'She waits for her brother.' }] };
      await fetch(`${address}/versions`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ version, fields }),
      });
    }, new URL(page.url()).pathname);
    await page.click('button:text-is("Save")');
    await page.waitForSelector('button:has-text("Put my changes onto theirs")');
    expect(await page.textContent('.case-form')).toContain('Changed by them: Notes');
    expect(await faults()).toEqual([]);
    await page.click('button:has-text("Put my changes onto theirs")');
    expect(await page.inputValue(field('Needs of all'))).toBe('a lawyer');
    expect(await page.inputValue('fieldset.rows:has-text("Notes") textarea')).toBe(
      'She waits for her brother.',
    );
    await page.click('button:text-is("Save")');
    await page.waitForSelector('.save-row .ok');
    await page.click('button:has-text("Versions and reads")');
    await page.waitForSelector('.history li');
    expect(await page.$$('.history details')).toHaveLength(6);
    expect(await page.textContent('.history')).toContain('took out a document');
    expect(await faults()).toEqual([]);
  });

  test('members and reads have their pages', async () => {
    await page.click('.lock-row a:has-text("Members")');
    await page.waitForSelector('.members .key');
    expect(await faults()).toEqual([]);
    await page.click('.lock-row a:has-text("Who read what")');
    await page.waitForSelector('.reads li');
    expect(await faults()).toEqual([]);
  });

  test('Esc twice locks while somebody types, and nothing is left', async () => {
    await page.click('a:has-text("All cases")');
    await page.click('.case-table a');
    await page.fill(field('Needs of all'), `not saved ${MARK}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForURL('**/blank');
    expect(await page.content()).not.toMatch(new RegExp(`${MARK}|case`, 'iu'));
    const left = await page.evaluate(`(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))()`);
    expect(left).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
    expect(asked.filter((address) => decodeURIComponent(address).includes(MARK))).toEqual([]);
    // Back in the history is a page that asks for the passphrase.
    await page.goBack();
    await page.waitForSelector('input[type=password]');
    expect(await page.content()).not.toContain(MARK);
    const kept = await page.evaluate(
      async () => (await fetch('/api/sealed/cases', { cache: 'force-cache' })).status,
    );
    expect(kept).toBe(403);
  });

  test('F9 locks, too; a case is erased for good', async () => {
    await unlock();
    await page.keyboard.press('F9');
    await page.waitForURL('**/blank');
    await unlock();
    await page.click('.case-table a');
    await page.click('button:has-text("Erase this case")');
    expect(await page.textContent('dialog')).toContain('nobody can bring it back');
    await page.fill('dialog input', `Heron ${MARK}`);
    await page.click('dialog button:has-text("Erase for good")');
    await page.waitForSelector('dialog [role=status]');
    expect(await faults()).toEqual([]);
    await page.click('dialog button:has-text("Close")');
    await expect.poll(() => page.textContent('main')).toContain('There is no case yet');
    await page.keyboard.press('F9');
    await page.waitForURL('**/blank');
  });

  test('nothing is left in the profile of the browser: history, tabs, forms, caches', async () => {
    await unlock();
    await page.click('a:has-text("New case")');
    await page.fill(field('Pseudonym'), `Wren ${MARK}`);
    await page.fill(field('Kept until'), '2031-11-30');
    await page.click('button:has-text("Make the case")');
    await page.waitForSelector('.case-form');
    await page.fill(field('Needs of all'), `typed ${MARK}`);
    await page.keyboard.press('F9');
    await page.waitForURL('**/blank');
    await browser?.close();
    const kept = (words: readonly string[]): readonly string[] => [
      ...new Set(
        scannerFor(words)
          .below(folder)
          .map(({ path }) => path.slice(folder.length)),
      ),
    ];
    // The same look finds what the browser does keep: it can fail.
    expect(kept([`127.0.0.1:${desk.port}`])).not.toEqual([]);
    expect(kept([MARK, PASSPHRASE])).toEqual([]);
  });

  test('nothing lies in clear in the vault, nothing was asked elsewhere, and the vault proves itself', async () => {
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
    expect(desk.connections()).toEqual([]);
    await desk.end('SIGINT');
    const files = readdirSync(place.dir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const holding = files.filter((one) => readFileSync(join(one.parentPath, one.name)).includes(MARK));
    expect(holding.map(({ name }) => name)).toEqual([]);
    expect(place.run(['verify'])).toMatchObject({ code: 0 });
  });
});
