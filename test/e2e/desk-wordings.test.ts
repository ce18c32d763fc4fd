/**
 * What a person says of propositions in the desk: worded anew with every wording kept, pairs held apart, claims merged from a
 * list. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Place } from './cli-fixture.ts';
import { axeViolations } from './desk/page-checks.ts';
import {
  exampleVault,
  type ServedDesk,
  serveDesk,
  type WatchedPages,
  watchedPages,
} from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };
const browser = await startBrowser('test/e2e/desk-wordings.test.ts');
const ALIKE = 'People were killed in Upper Velm';

describe.skipIf(browser === null)('propositions in the words of people', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;

  beforeAll(async () => {
    place = exampleVault();
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, {
      viewport: { width: 1280, height: 860 },
    });
    page = await pages.newPage();
    await page.goto(desk.address);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  async function open(path: string): Promise<void> {
    await page.goto(`http://127.0.0.1:${desk.port}${path}`);
    await page.waitForSelector('.state .ok');
  }

  /** Fills the dialog's reason and sends it. */
  async function because(reason: string): Promise<void> {
    await page.fill('dialog[open] textarea >> nth=-1', reason);
    expect(await axeViolations(page)).toEqual([]);
    await page.click('dialog[open] [type=submit]');
    await page.waitForSelector('dialog', { state: 'detached' });
  }

  test('a proposition worded anew: a cue is told while one types, the words before stay and can be used again', async () => {
    await open('/propositions');
    await page.click('.propositions li a');
    await page.waitForSelector('#wordings');
    const before = await page.textContent('h1');
    const path = new URL(page.url()).pathname;
    await page.click('section[aria-labelledby=wordings] > button');
    await page.fill('dialog[open] textarea >> nth=0', `${ALIKE}, reportedly`);
    expect(await page.textContent('dialog[open] [role=status]')).toContain('reportedly');
    await page.fill('dialog[open] textarea >> nth=0', ALIKE);
    await page.waitForSelector('dialog[open] [role=status]', { state: 'detached' });
    await because('The place was missing.');
    await expect.poll(() => page.textContent('h1'), SOON).toBe(ALIKE);
    expect(await page.textContent('.wordings')).toContain(before);
    expect(await page.textContent('.wordings')).toContain('A. Archivist: The place was missing.');
    await open('/propositions');
    await page.waitForSelector('.propositions li');
    expect(await page.textContent('.propositions')).toContain(ALIKE);
    await open(path);
    await page.click('.wordings button');
    await because('The place was wrong.');
    await expect.poll(() => page.textContent('h1'), SOON).toBe(before);
    expect(await page.locator('.wordings li').count()).toBe(2);
    await open(`${path}?lang=ru`);
    expect(await page.textContent('.stand p')).toMatch(/^[^a-z]*[а-яё]{4}/u);
    expect(await page.getAttribute('.stand p span', 'lang')).toBeNull();
    expect(place.run(['verify']).code).toBe(0);
  }, 120_000);

  test('a pair held apart is suggested no more, in any tab, until it is taken back', async () => {
    await open('/propositions/alike');
    await page.waitForSelector('.pairs li');
    const count = await page.locator('.pairs li').count();
    const [first, second] = await page.locator('.pairs li >> nth=0').locator('a').allTextContents();
    await page.click('.pairs li >> nth=0 >> button.plain');
    await because('Two raids.');
    await expect.poll(() => page.locator('.pairs li').count(), SOON).toBe(count - 1);
    await page.reload();
    await page.waitForSelector('.apart summary');
    expect(await page.locator('.pairs li').count()).toBe(count - 1);
    await page.click('.apart summary');
    const told = await page.textContent('.apart');
    for (const part of [first, second, 'A. Archivist', 'Two raids.']) expect(told).toContain(part);
    await page.click('.apart button');
    await because('One raid after all.');
    await expect.poll(() => page.locator('.pairs li').count(), SOON).toBe(count);
    await page.waitForSelector('.apart', { state: 'detached' });
  }, 120_000);

  test('a standing narrows the list; the search is kept under a name, found in the palette after the desk was killed, and dropped', async () => {
    await open('/propositions');
    await page.waitForSelector('.propositions li');
    const all = await page.locator('.propositions li').count();
    await page.selectOption('.filters select >> nth=1', 'denied');
    await expect.poll(() => page.locator('.propositions li').count(), SOON).toBeLessThan(all);
    const denied = await page.locator('.propositions li').count();
    expect(await page.locator('.propositions li .tag >> text=denied').count()).toBe(denied);
    expect(new URL(page.url()).search).toBe('?standing=denied');
    await page.click('.searches button');
    await page.fill('.searches input', 'Denied, all');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.searches a[aria-current=true] >> text=Denied, all');
    expect(await axeViolations(page)).toEqual([]);
    await desk.end('SIGKILL');
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist', '--port', String(desk.port)]);
    await page.goto(desk.address);
    await page.waitForSelector('.sources li');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('denied, all');
    await page.waitForSelector('dialog.palette [role=option] >> text=Denied, all');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search, SOON).toBe('?standing=denied');
    await page.waitForSelector('.propositions li');
    await expect.poll(() => page.locator('.propositions li').count(), SOON).toBe(denied);
    await page.click('.searches li button');
    await page.waitForSelector('.searches li', { state: 'detached' });
  }, 120_000);

  test('M merges with a claim chosen from the list by arrows, and undo takes it back', async () => {
    await open('/');
    await page.click('.sources a');
    await page.waitForSelector('.card .act');
    await page.keyboard.press('m');
    await page.waitForSelector('dialog.choose-claim[open]');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('a');
    expect(await page.locator('dialog.choose-claim[open]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claim-form');
    expect(await page.locator('.claim-form blockquote').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.claim-form', { state: 'detached' });
    const { counts } = (await page.evaluate(async () => (await fetch('/api/record')).json())) as {
      counts: { claims: { accepted: number } };
    };
    expect(counts.claims.accepted).toBe(0);
  }, 120_000);

  test('nothing was asked elsewhere and nothing broke the content policy', () => {
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
  });
});
