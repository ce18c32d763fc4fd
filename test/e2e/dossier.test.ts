/**
 * The dossier in a real browser, opened from disk: accessible (axe-core), no request leaves the folder, no
 * sideways scrolling on a telephone, light, dark and on paper. Skipped with a line when no browser starts;
 * fails instead when CI=true.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOSSIER_FONTS } from '../../src/dossier/font-faces.ts';
import { renderDossier } from '../../src/dossier/render-dossier.ts';
import { dossierInput } from '../fixtures/dossier-input.ts';
import { DOSSIER_PAGES } from '../fixtures/dossier-pages.ts';
import { kessarCampaign } from '../fixtures/kessar-campaign.ts';
import { startBrowser } from './desk/start-browser.ts';

const require = createRequire(import.meta.url);
const browser = await startBrowser('test/e2e/dossier.test.ts');

function fonts(): { readonly name: string; readonly bytes: Uint8Array }[] {
  return DOSSIER_FONTS.map((name) => {
    const family = name.startsWith('inter') ? 'inter' : 'source-serif-4';
    const folder = dirname(require.resolve(`@fontsource-variable/${family}/package.json`));
    return { name, bytes: readFileSync(join(folder, 'files', name)) };
  });
}

describe.skipIf(browser === null)('a dossier opened from disk', () => {
  let folder = '';
  const requests: string[] = [];
  const complaints: string[] = [];
  let pages: readonly string[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    const record = kessarCampaign();
    const files = renderDossier(
      dossierInput(
        record,
        {
          title: 'The Kessar detentions',
          head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'a signed note\n' },
        },
        { assets: fonts() },
      ),
    );
    for (const file of files) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.content);
    }
    const inside = files.map((file) => file.path).filter((path) => /^(propositions|sources)\//.test(path));
    pages = [...DOSSIER_PAGES, ...inside.filter((_, index) => index % 6 === 1)];
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, options: { width: number; dark?: boolean }): Promise<Page> {
    const page = await browser!.newPage({
      viewport: { width: options.width, height: 900 },
      colorScheme: options.dark === true ? 'dark' : 'light',
      bypassCSP: false,
    });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
    });
    await page.goto(pathToFileURL(join(folder, path)).href);
    return page;
  }

  test.each([
    ['light', false],
    ['dark', true],
  ])('every kind of page passes axe-core in %s', async (_, dark) => {
    const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    const found: string[] = [];
    for (const path of dark ? pages.filter((_, index) => index % 3 === 0) : pages) {
      const page = await open(path, { width: 1200, dark });
      await page.evaluate(axe);
      const violations = (await page.evaluate(
        '(async () => (await axe.run({ preload: false })).violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary).join(" | ")))()',
      )) as string[];
      found.push(...violations.map((violation) => `${path}: ${violation}`));
      await page.close();
    }
    expect(found).toEqual([]);
  });

  test('no page scrolls sideways at 320 and 390 pixels', async () => {
    const wide: string[] = [];
    for (const width of [320, 390])
      for (const path of pages) {
        const page = await open(path, { width });
        const over = (await page.evaluate(
          'document.documentElement.scrollWidth - window.innerWidth',
        )) as number;
        if (over > 0) wide.push(`${path} at ${width}: ${over} pixels too wide`);
        await page.close();
      }
    expect(wide).toEqual([]);
  });

  test('a footnote leads to the marked words', async () => {
    const page = await open('index.html', { width: 1200 });
    await page.click('a.fn >> nth=0');
    await page.waitForURL(/sources\/.*#c-/);
    const words = await page.evaluate('document.querySelector(":target").closest("p").textContent');
    expect(words).toContain('killed');
    await page.close();
  });

  test('a search finds words of claims from disk, and a result leads to the marked words', async () => {
    const page = await open('search.html', { width: 1200 });
    await page.fill('#search-box', 'guard service killed');
    await page.click('#search-found section:last-child li a >> nth=0');
    await page.waitForURL(/sources\/.*#c-/);
    expect(await page.evaluate('document.querySelector(":target") !== null')).toBe(true);
    await page.close();
  });

  test('without a script every page can be read, and the search says what to use instead', async () => {
    const context = await browser!.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of DOSSIER_PAGES) {
      await page.goto(pathToFileURL(join(folder, path)).href);
      expect(await page.locator('h1').first().isVisible(), path).toBe(true);
      expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(100);
    }
    await page.goto(pathToFileURL(join(folder, 'search.html')).href);
    expect(await page.locator('#search-without').isVisible()).toBe(true);
    expect(await page.locator('#search-with').isVisible()).toBe(false);
    await context.close();
  });

  test('the fonts of the folder are used and the folded tables are open on paper', async () => {
    const page = await open('index.html', { width: 1200 });
    const loaded = (await page.evaluate(
      '(async () => { await document.fonts.ready; return [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family.replaceAll("\\"", "")); })()',
    )) as string[];
    expect(new Set(loaded)).toEqual(new Set(['Inter', 'Source Serif 4']));
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.close();
  });

  test('nothing outside the folder was asked for and the content policy was never broken', () => {
    const root = pathToFileURL(folder).href;
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => !url.startsWith(root))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
