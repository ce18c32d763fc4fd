/**
 * Originals that may be hard to bear or mean harm, beside the text: a PDF on the page of the claim's words, drawn in a frame without
 * origin and network; its pictures, and picture files, covered until asked for. Skipped with a line when no browser starts; fails
 * instead when CI=true.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newPlace, type Place } from './cli-fixture.ts';
import { axeViolations } from './desk/page-checks.ts';
import { pdfFile } from './desk/pdf-file.ts';
import { type ServedDesk, serveDesk, type WatchedPages, watchedPages } from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };
const browser = await startBrowser('test/e2e/desk-original.test.ts');
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = pdfFile([
  ['The yearbook of the harbour, a preface of no interest.', 'It was printed in Velin.'],
  [
    'The Sorev Courier reported that 11 weavers had been killed in Kes-',
    'sar. The Interior Guard denied the report.',
  ],
  ['A table of tides and nothing else.'],
]);
/** Pixels that are red through and through: only the picture is. */
const RED = `(() => {
  const drawn = document.querySelector('canvas');
  const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] > 240 && data[at + 1] < 20 && data[at + 2] < 20) red += 1;
  return red;
})()`;

describe.skipIf(browser === null)('originals beside the text', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;
  const sources = new Map<string, string>();

  beforeAll(async () => {
    place = newPlace();
    writeFileSync(join(place.dir, 'a.pdf'), PDF);
    writeFileSync(join(place.dir, 'b.png'), PNG);
    writeFileSync(join(place.dir, 'c.pdf'), PDF.subarray(0, 900));
    for (const args of [['init', '--no-encryption'], ['capture', 'a.pdf', 'b.png', 'c.pdf'], ['propose']]) {
      const { code, err } = place.run(args);
      if (code !== 0) throw new Error(`onrecord ${args[0]} ended with ${code}: ${err}`);
    }
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, {
      viewport: { width: 1400, height: 900 },
    });
    page = await pages.newPage();
    await page.goto(desk.address);
    await page.waitForSelector('.sources li');
    const { sources: all } = (await asked('/api/sources')) as { sources: { id: string }[] };
    for (const { id } of all) {
      const { captures } = (await asked(`/api/sources/${id}`)) as { captures: { fileName: string }[] };
      sources.set(captures[0]?.fileName ?? '', id);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  const asked = (path: string): Promise<unknown> =>
    page.evaluate(async (address) => (await fetch(address)).json(), path);

  async function original(file: string): Promise<Frame> {
    await page.goto(`http://127.0.0.1:${desk.port}/read/${sources.get(file)}`);
    await page.waitForSelector('article h1');
    await page.waitForSelector('.state .ok');
    await page.waitForTimeout(300);
    await page.keyboard.press('o');
    const frame = await (await page.waitForSelector('.original iframe')).contentFrame();
    return frame!;
  }

  test('a PDF opens on the page of the claim, its words framed, its pictures covered; one can go on and back', async () => {
    const frame = await original('a.pdf');
    await page.waitForSelector('.original [role=status] >> text=page 2 of 3');
    expect(await page.locator('.original >> text=not found').count()).toBe(0);
    expect(await frame.evaluate(RED)).toBe(0);
    const yellow = `(() => {
      const drawn = document.querySelector('canvas');
      const { data } = drawn.getContext('2d').getImageData(0, 0, drawn.width, drawn.height);
      for (let at = 0; at < data.length; at += 4) if (data[at] > 240 && data[at + 2] < 200) return true;
      return false;
    })()`;
    expect(await frame.evaluate(yellow)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.click('.original p.row button >> nth=0');
    await page.waitForSelector('.original [role=status] >> text=page 1 of 3');
    expect(await frame.evaluate(yellow)).toBe(false);
    await page.click('.original >> text=To the words of the claim');
    await page.waitForSelector('.original [role=status] >> text=page 2 of 3');
  });

  test('its pictures are drawn when somebody asks, and covered again', async () => {
    const frame = page.frames().at(-1)!;
    await page.click('.original button[aria-pressed=false]');
    await expect.poll(() => frame.evaluate(RED), SOON).toBeGreaterThan(1_000);
    await page.click('.original button[aria-pressed=true]');
    await expect.poll(() => frame.evaluate(RED), SOON).toBe(0);
    expect(pages.complaints).toEqual([]);
  });

  test('the frame has no origin, no network, no storage and no page around it; the file’s own scripts and links do nothing', async () => {
    const frame = page.frames().at(-1)!;
    expect(await frame.evaluate('self.origin')).toBe('null');
    const refused = `Promise.all([
      fetch('/api/record').then(() => 'answered', () => 'refused'),
      fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused'),
      Promise.resolve().then(() => parent.document.title).catch(() => 'refused'),
      Promise.resolve().then(() => localStorage.length).catch(() => 'refused'),
    ])`;
    expect(await frame.evaluate(refused)).toEqual(Array.from({ length: 4 }, () => 'refused'));
    expect(
      await frame.evaluate('document.querySelectorAll("a, form, iframe, embed, object, input").length'),
    ).toBe(0);
    const policy = await page.evaluate(
      async (src) => (await fetch(src)).headers.get('content-security-policy'),
      (await page.getAttribute('.original iframe', 'src')) ?? '',
    );
    expect(policy).toMatch(/default-src 'none'.*sandbox allow-scripts$/);
    expect(policy).not.toMatch(/connect-src|unsafe/);
  });

  test('a picture file is covered until asked for; a damaged PDF is told in words', async () => {
    const frame = await original('b.png');
    await expect.poll(() => frame.evaluate('document.images.length'), SOON).toBe(0);
    await page.click('.original button[aria-pressed=false]');
    await expect.poll(() => page.frames().at(-1)?.evaluate('document.images.length'), SOON).toBe(1);
    await original('c.pdf');
    await page.waitForSelector('.original >> text=/damaged|page 1 of/');
  });

  test('no request left the machine', () => {
    expect(pages.elsewhere.filter((one) => !one.startsWith('http://192.0.2.1/'))).toEqual([]);
    expect(desk.connections()).toEqual([]);
  });
});
