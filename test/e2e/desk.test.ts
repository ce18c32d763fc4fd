/**
 * The desk in a real browser over the real command line: the examples are captured and read, a person decides with keys only,
 * the desk is killed in the middle and started again. Skipped with a line when no browser starts; fails instead when CI=true.
 */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPlace, type Place } from './cli-fixture.ts';
import {
  exampleVault,
  type ServedDesk,
  serveDesk,
  type WatchedPages,
  watchedPages,
} from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';

const browser = await startBrowser('test/e2e/desk.test.ts');
const WHO = 'A. Archivist';

/** A page that tries to run, load, frame and lead away. */
const HOSTILE = `<!doctype html><html><head><title>A hostile page</title><meta http-equiv="refresh" content="0;url=http://192.0.2.1/"></head>
<body onload="top.document.title='taken over'"><script>top.document.title='taken over'</script>
<article><h1>A hostile page</h1><p onclick="x()">Nine weavers were taken from the market of Sorev on Monday, residents said.</p>
<p><img src="http://192.0.2.1/x.png"><img alt="The yard" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">
<a href="http://192.0.2.1/">more of it</a> and so on, said the residents of the street behind the market.</p>
<iframe src="http://192.0.2.1/"></iframe><form action="http://192.0.2.1/"><input name="a"></form></article></body></html>`;

interface LogEntry {
  readonly seq: number;
  readonly agent: string;
  readonly action: string;
}

describe.skipIf(browser === null)('the desk, from an article to decisions in the log', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;

  beforeAll(async () => {
    place = exampleVault({ 'hostile.html': HOSTILE });
    desk = await serveDesk(place.dir);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, {
      viewport: { width: 1280, height: 860 },
    });
    page = await pages.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  /** Entries of the log that came after a place, oldest first, as the desk itself tells them. */
  async function logSince(seq: number): Promise<readonly LogEntry[]> {
    const { entries } = (await asked('/api/log?limit=100')) as { entries: LogEntry[] };
    return entries.filter((entry) => entry.seq > seq).toReversed();
  }

  async function asked(path: string): Promise<unknown> {
    return page.evaluate(async (address) => (await fetch(address)).json(), path);
  }

  async function tally(): Promise<Record<string, number>> {
    return ((await asked('/api/record')) as { counts: { claims: Record<string, number> } }).counts.claims;
  }

  async function head(): Promise<number> {
    return ((await asked('/api/record')) as { head: { seq: number } }).head.seq;
  }

  const saved = (): Promise<unknown> => page.waitForSelector('.state .ok');
  const shownNumber = async (): Promise<string> => (await page.textContent('.card .gut')) ?? '';

  test('the address opens the inbox, once', async () => {
    await page.goto(desk.address);
    await page.waitForSelector('.sources li');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(page.url()).not.toContain('t=');
    const second = await browser!.newPage();
    const answer = await second.goto(desk.address);
    expect(answer?.status()).toBe(403);
    expect(await second.textContent('h1')).toBe('This address opens nothing any more');
    await second.close();
  });

  test('accept, reject, take back and change, with keys only, and the log says who', async () => {
    await page.focus('.skip');
    for (
      let steps = 0;
      steps < 20 && !(await page.evaluate('document.activeElement.closest(".sources") !== null'));
      steps += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.card .act');
    const before = await head();
    const had = await tally();
    const first = await shownNumber();

    await page.keyboard.press('a');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type(WHO);
    await page.keyboard.press('Enter');
    await expect.poll(shownNumber).not.toBe(first);
    await saved();

    await page.keyboard.press('r');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('3');
    await page.waitForSelector('dialog', { state: 'detached' });
    await saved();
    await page.keyboard.press('u');
    await saved();
    await page.keyboard.press('e');
    await page.waitForSelector('.claim-form');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.claim-form', { state: 'detached' });
    await saved();

    const entries = await logSince(before);
    expect(entries.map(({ action }) => action)).toEqual([
      'claim-reviewed',
      'claim-reviewed',
      'claim-reviewed',
      'claims-proposed',
      'claim-reviewed',
    ]);
    expect(new Set(entries.map(({ agent }) => agent))).toEqual(new Set([WHO]));
    const now = await tally();
    expect(now.accepted).toBe(had.accepted! + 2);
    expect(now.superseded).toBe(had.superseded! + 1);
    expect(now.rejected).toBe(had.rejected);
  });

  test('a claim from words that a person marked; undone, it no longer counts', async () => {
    const had = await tally();
    await page.keyboard.press('n');
    await page.waitForSelector('.beside [role=status]');
    await page.dblclick('.text p >> nth=0', { position: { x: 120, y: 14 } });
    const marked = await page.evaluate('String(document.getSelection()).trim()');
    expect(marked).not.toBe('');
    await page.keyboard.press('n');
    await page.waitForSelector('.claim-form blockquote');
    expect(await page.textContent('.claim-form blockquote')).toContain(marked);
    await page.fill('.claim-form textarea', 'People were taken from the market of Kessar.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.claim-form', { state: 'detached' });
    await saved();
    expect((await tally()).accepted).toBe(had.accepted! + 1);
    await page.keyboard.press('u');
    await expect.poll(tally).toEqual({ ...had, rejected: had.rejected! + 1 });
  });

  test('undo gives a changed proposal its place back', async () => {
    const had = await tally();
    await page.keyboard.press('e');
    await page.waitForSelector('.claim-form');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await tally()).superseded).toBe(had.superseded! + 1);
    await page.waitForSelector('.claim-form', { state: 'detached' });
    await page.keyboard.press('u');
    await expect.poll(tally).toEqual({ ...had, rejected: had.rejected! + 1 });
  });

  test('the original beside the text: sanitised, without origin, its pictures covered; a copy is saved and logged', async () => {
    const source = new URL(page.url()).pathname;
    const hostile = ((await asked('/api/sources?q=hostile&limit=1')) as { sources: { id: string }[] })
      .sources[0]!;
    await page.goto(`http://127.0.0.1:${desk.port}/read/${hostile.id}`);
    await page.waitForSelector('.text p');
    await page.keyboard.press('o');
    const frame = await (await page.waitForSelector('.original iframe')).contentFrame();
    await frame!.waitForSelector('p');
    expect(await frame!.textContent('body')).toContain('Nine weavers');
    expect(await frame!.evaluate('self.origin')).toBe('null');
    expect(
      await frame!.evaluate('[...document.querySelectorAll("script, img, a, iframe, form")].length'),
    ).toBe(0);
    expect(await page.title()).not.toBe('taken over');
    await page.click('.original [aria-pressed=false]');
    await expect.poll(async () => page.frames().at(-1)?.evaluate('document.images.length')).toBe(1);
    const before = await head();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('.original button:not([aria-pressed])'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cap_[a-z0-9]+$/u);
    expect((await logSince(before)).map(({ action }) => action)).toEqual(['custody-recorded']);
    const direct = await page.evaluate(async (id) => {
      const told = await fetch(`/api/captures/${id}/original`);
      return [told.headers.get('content-security-policy'), told.headers.get('content-type')];
    }, download.suggestedFilename());
    expect(direct[0]).toContain('sandbox');
    expect(direct[1]).toContain('text/html');
    await page.goto(`http://127.0.0.1:${desk.port}${source}`);
    await page.waitForSelector('.card .act');
  });

  test('killed in the middle: the page says so in words, and nothing that was decided is lost', async () => {
    const had = await tally();
    const before = await head();
    await page.keyboard.press('a');
    await saved();
    await expect.poll(async () => (await tally()).accepted).toBe(had.accepted! + 1);
    await desk.end('SIGKILL');
    await page.keyboard.press('a');
    await page.waitForSelector('main .notice.warn');
    expect(await page.textContent('main .notice.warn')).toContain('The desk does not answer');

    desk = await serveDesk(place.dir, ['--port', String(desk.port)]);
    await page.waitForFunction(
      "document.querySelector('main .notice.warn')?.textContent.includes('started again')",
    );
    const other = await pages.newPage();
    await other.goto(desk.address);
    await other.waitForSelector('.sources li');
    await other.close();
    await page.waitForSelector('main .notice.warn', { state: 'detached' });
    await saved();
    expect((await tally()).accepted).toBe(had.accepted! + 2);
    const entries = await logSince(before);
    expect(entries.map(({ action }) => action)).toEqual(['claim-reviewed', 'claim-reviewed']);
    expect(entries.map(({ agent }) => agent)).toEqual([WHO, WHO]);
    expect(place.run(['verify']).code).toBe(0);
  });

  test('no request left the machine, nothing broke the content policy, Ctrl-C ends with 0', async () => {
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
    expect(desk.connections()).toEqual([]);
    expect(await desk.end('SIGINT')).toBe(0);
  });
});

test('demo --once only prints', async () => {
  const place = newPlace();
  const { code, out } = place.run(['demo', '--once']);
  place.remove();
  expect(code).toBe(0);
  expect(out).not.toContain('127.0.0.1');
});
