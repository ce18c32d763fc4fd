/**
 * Nothing that a person has begun is lost when the tab closes, the page is loaded anew or the desk is killed: it is kept in the
 * vault, under its keys, and never by the browser. In an encrypted vault. Skipped with a line when no browser starts; fails
 * instead when CI=true.
 */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';
import { axeViolations } from './desk/page-checks.ts';
import { type ServedDesk, serveDesk, type WatchedPages, watchedPages } from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };
const browser = await startBrowser('test/e2e/desk-drafts.test.ts');
const SECRET = 'Wobblethwaite';
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What the browser itself may keep; as text, for the page's own types are not these. */
const BROWSER_STORES = `(async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
])()`;

describe.skipIf(browser === null)('work that was begun', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;
  let article = '';
  let key: string[] = [];

  beforeAll(async () => {
    place = newPlace();
    place.write('a.html', ARTICLE);
    place.write(
      'b.txt',
      `Six people were held in Kessar, the governor said.\n${'More of it.\n\n'.repeat(400)}`,
    );
    const words = place.write('words', 'fourteen herons over the salt works\n');
    chmodSync(words, 0o600);
    key = ['--passphrase-file', words];
    for (const args of [['init'], ['capture', 'a.html', 'b.txt'], ['propose']]) {
      const { code, err } = place.run([...args, ...key]);
      if (code !== 0) throw new Error(`onrecord ${args[0]} ended with ${code}: ${err}`);
    }
    desk = await serveDesk(place.dir, [...key, '--by', 'A. Archivist']);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, {
      viewport: { width: 1280, height: 860 },
    });
    page = await pages.newPage();
    await page.goto(desk.address);
    await page.click('.sources a');
    await page.waitForSelector('.card .act');
    article = new URL(page.url()).pathname;
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(`http://127.0.0.1:${desk.port}${path}`);
    await page.waitForSelector('.state .ok');
  };
  const kept = (): Promise<unknown> =>
    page.waitForSelector('.claim-form [role=status] >> text=kept in the vault');

  async function killAndServeAgain(): Promise<void> {
    await desk.end('SIGKILL');
    desk = await serveDesk(place.dir, [...key, '--by', 'A. Archivist', '--port', String(desk.port)]);
    const other = await pages.newPage();
    await other.goto(desk.address);
    await other.waitForSelector('.sources li');
    await other.close();
  }

  test('a claim half-filled survives that the desk is killed and the tab closed, and opens by itself', async () => {
    await page.dblclick('.text p >> nth=-1', { position: { x: 60, y: 14 } });
    await page.keyboard.press('n');
    await page.fill('.claim-form textarea', `People of ${SECRET} were taken`);
    await page.fill('.claim-form input[inputmode=numeric] >> nth=0', '17');
    await kept();
    await killAndServeAgain();
    await page.close();
    page = await pages.newPage();
    await open(article);
    await page.waitForSelector('.claim-form');
    expect(await page.inputValue('.claim-form textarea')).toBe(`People of ${SECRET} were taken`);
    expect(await page.inputValue('.claim-form input[inputmode=numeric] >> nth=0')).toBe('17');
    expect(await page.locator('.claim-form blockquote').count()).toBe(1);
  });

  test('what is typed while the desk is away is kept when it is there again', async () => {
    await desk.end('SIGKILL');
    await page.fill('.claim-form textarea', `People of ${SECRET} were taken away`);
    await page.waitForSelector('.claim-form [role=status] >> text=does not answer');
    desk = await serveDesk(place.dir, [...key, '--by', 'A. Archivist', '--port', String(desk.port)]);
    const other = await pages.newPage();
    await other.goto(desk.address);
    await other.waitForSelector('.sources li');
    await other.close();
    await kept();
    await page.reload();
    await page.waitForSelector('.claim-form');
    expect(await page.inputValue('.claim-form textarea')).toBe(`People of ${SECRET} were taken away`);
  });

  test('Escape puts it aside; it waits in the list, is gone on with, saved, and kept no longer', async () => {
    await page.focus('.claim-form textarea');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.half-made li');
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await page.waitForSelector('.half-made li');
    expect(await page.locator('.claim-form').count()).toBe(0);
    await page.click('.half-made li button >> nth=0');
    expect(await page.inputValue('.claim-form textarea')).toContain('taken away');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.claim-form', { state: 'detached' });
    await page.waitForSelector('.card .act');
    await page.reload();
    await page.waitForSelector('.card .act');
    await expect.poll(drafts, SOON).not.toContain('claim');
    expect(await page.locator('.half-made').count()).toBe(0);
  });

  async function drafts(): Promise<readonly string[]> {
    const { drafts: all } = (await page.evaluate(async () => (await fetch('/api/drafts')).json())) as {
      drafts: { name: string }[];
    };
    return all.map(({ name }) => name.split(' ')[0] ?? '');
  }

  test('a reason being typed waits for whoever opens the question again, and goes when it is used', async () => {
    await page.keyboard.press('r');
    await page.fill('dialog[open] input', `the list of ${SECRET} has anoth`);
    await expect.poll(drafts, SOON).toContain('reason');
    await page.reload();
    await page.waitForSelector('.card .act');
    await page.keyboard.press('r');
    await expect
      .poll(() => page.inputValue('dialog[open] input'), SOON)
      .toBe(`the list of ${SECRET} has anoth`);
    await page.click('dialog[open] [type=submit]');
    await page.waitForSelector('dialog', { state: 'detached' });
    await expect.poll(drafts, SOON).not.toContain('reason');
  });

  test('the place in a text is found again after the desk was killed', async () => {
    const { sources } = (await page.evaluate(async () => (await fetch('/api/sources?q=')).json())) as {
      sources: { id: string; title: string | null }[];
    };
    const long = sources.find(({ id }) => !article.endsWith(id))!;
    await open(`/read/${long.id}`);
    await page.waitForSelector('.text p >> nth=300');
    await page.waitForTimeout(700);
    await page.evaluate("document.querySelectorAll('.text p')[250].scrollIntoView({ block: 'start' })");
    await expect.poll(drafts, SOON).toContain('place');
    await page.waitForTimeout(1_200);
    await killAndServeAgain();
    await page.close();
    page = await pages.newPage();
    await open(`/read/${long.id}`);
    await page.waitForSelector('.text p >> nth=300');
    const seen = `(() => {
      const { top } = document.querySelectorAll('.text p')[250].getBoundingClientRect();
      return top > -400 && top < innerHeight;
    })()`;
    await expect.poll(() => page.evaluate(seen), SOON).toBe(true);
  });

  test('no word of it lies in the vault in clear, and the browser keeps nothing', async () => {
    const folder = join(place.dir, 'onrecord-vault');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith('notes.sqlite'))).toBe(true);
    for (const file of files) expect(readFileSync(file).includes(SECRET), file).toBe(false);
    expect(await page.evaluate(BROWSER_STORES)).toEqual([]);
  });

  test('nothing was asked elsewhere and nothing broke the content policy', () => {
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
  });
});
