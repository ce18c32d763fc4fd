/** Loading pages in a real browser. Skipped with a line when none starts; fails instead when CI=true. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NewsSite, openNewsSite } from '../../../test/fixtures/news-site.ts';
import { headerOf, type LoadedPage, type WebPages } from '../../desk/ports/web-page.ts';
import { findBrowser } from './find-browser.ts';
import { openWebPages } from './open-web-pages.ts';

const scratch = mkdtempSync(join(tmpdir(), 'browser-page-'));
const clock = (): Date => new Date();

async function opened(browser: string): Promise<WebPages | null> {
  const how = {
    way: 'browser',
    browser,
    proxy: 'none',
    clock,
    env: {},
    scratch,
    mostBytes: 40_000_000,
  } as const;
  return openWebPages(how).catch(() => null);
}

async function firstThatStarts(): Promise<WebPages | null> {
  try {
    const pages = await opened(findBrowser(null, process.env, process.platform));
    if (pages !== null) return pages;
  } catch {
    // None is installed: the one in the packages may start.
  }
  return opened(await sparticuz.executablePath());
}

const pages = await firstThatStarts();
if (pages === null && process.env.CI === 'true') throw new Error('No browser could be started.');
if (pages === null) console.warn('skipped: src/intake/web/browser-page.test.ts, no browser could be started');

let site: NewsSite;
beforeAll(async () => {
  site = await openNewsSite();
});
beforeEach(() => {
  site.asked.length = 0;
});
afterAll(async () => {
  await pages?.close();
  await site.close();
  const left = readdirSync(scratch);
  rmSync(scratch, { recursive: true, force: true });
  expect(left).toEqual([]);
});

function load(path: string, timeoutMs = 8000): Promise<LoadedPage> {
  if (pages === null) throw new Error('no browser');
  return pages.load(`${site.origin}${path}`, { timeoutMs });
}

function pathsOf(page: LoadedPage): string[] {
  return page.exchanges.map(({ url }) => url.slice(site.origin.length));
}

/** Width and height from the header of a PNG. */
function sizeOf(png: Uint8Array | undefined): number[] {
  const view = new DataView((png ?? new Uint8Array(24)).slice().buffer);
  return [view.getUint32(16), view.getUint32(20)];
}

describe.skipIf(pages === null)('a browser', () => {
  test('keeps the bytes of every answer, of frames and late pictures too', async () => {
    const page = await load('/old');
    const all = [
      '/old',
      '/older',
      '/2021/depot',
      '/site.css',
      '/site.js',
      '/depot.png',
      '/late.png',
      '/advert',
    ];
    expect(pathsOf(page).toSorted()).toEqual(all.toSorted());
    const picture = page.exchanges.find(({ url }) => url.endsWith('/late.png'));
    expect([...(picture?.body?.subarray(1, 4) ?? [])]).toEqual([0x50, 0x4e, 0x47]);
    const main = page.exchanges[page.main ?? -1];
    expect(main).toMatchObject({ status: 200, remoteAddress: '127.0.0.1', bodyForm: 'unpacked' });
    expect(headerOf(main?.responseHeaders ?? [], 'content-encoding')).toBe('gzip');
    expect(new TextDecoder().decode(page.html ?? undefined)).toMatch(/^<!doctype html>.*grain depot/s);
    expect(page.title).toBe('Eleven taken from the grain depot');
    expect(sizeOf(page.screenshots[0])[0]).toBe(1280);
    expect(sizeOf(page.screenshots[0])[1]).toBeGreaterThan(3000);
    expect(page.pictureCut).toBeNull();
  });

  test('a very long page comes as several pictures, none of it missing', async () => {
    const page = await load('/tall');
    const heights = page.screenshots.map((png) => sizeOf(png)[1] ?? 0);
    expect(heights.slice(0, 2)).toEqual([8000, 8000]);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(17_000);
    expect(page.pictureCut).toBeNull();
  });

  test('a page that leads on is followed; the page is where it ended', async () => {
    const page = await load('/moves');
    expect(page.url).toBe(`${site.origin}/2021/depot`);
    expect(page.exchanges[page.main ?? -1]?.url).toBe(page.url);
  });

  test('no second window, no dialog, no download, no permission; what is posted is kept', async () => {
    const page = await load('/grabs', 6000);
    expect(site.asked).not.toContain('/located');
    expect(page.exchanges.find(({ method }) => method === 'POST')?.requestBody).toEqual(
      new TextEncoder().encode('two words'),
    );
    expect(page.url).toBe(`${site.origin}/grabs`);
    expect(page.dom).toContain('weavers');
  });

  test('a page whose scripts never pause ends, and says what is missing', async () => {
    const begun = performance.now();
    const page = await load('/busy', 4000);
    expect(performance.now() - begun).toBeLessThan(40_000);
    expect(page.html).not.toBeNull();
    expect(page.dom).toBeNull();
    expect(page.notes.join(' ')).toMatch(/never paused/);
  }, 90_000);

  test('a large answer is kept', async () => {
    const page = await load('/big?script');
    expect(page.exchanges.find(({ url }) => url.endsWith('/big.bin?script'))?.body?.length).toBe(12_000_000);
  });

  test('an answer that the browser threw away is not called empty', async () => {
    const page = await load('/big');
    expect(page.exchanges.find(({ url }) => url.endsWith('/big.bin'))?.body).toBeNull();
    expect(page.notes.join(' ')).toMatch(/did not hand over an answer/);
  });

  test('one visit knows nothing of another', async () => {
    await load('/2021/depot');
    const page = await load('/2021/depot');
    expect(headerOf(page.exchanges[0]?.requestHeaders ?? [], 'cookie')).toBeNull();
  });
});
