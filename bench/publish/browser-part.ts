/**
 * Both dossiers in Chromium, opened from disk. Figures: `open_ms` from the start of the navigation to the end of the load event of the
 * large front page, the median of nine fresh contexts, `open_most_ms` the slowest of them; `paint_ms` the median of the first contentful
 * paint; `largest_page_ms` the load of the largest page; `axe_violations` of axe-core on every kind of page, in light and dark;
 * `external_requests` that left the folder; `unread_without_script` pages on which less can be read with JavaScript off;
 * `csp_complaints` of the browser. Skipped with a line when no browser starts.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../test/e2e/desk/start-browser.ts';
import { DOSSIER_PAGES } from '../../test/fixtures/dossier-pages.ts';
import type { PublishPart } from '../publish.ts';
import { exampleDossier } from './example-dossier.ts';
import { largeDossier } from './large-dossier.ts';

const OPENINGS = 9;
const FOLDERS = ['propositions', 'places', 'actors', 'sources', 'states'];

export const browserPart: PublishPart = async ({ articles, folder }) => {
  const browser = await startBrowser('bench/publish.ts');
  if (browser === null) return { browser: 'none could be started' };
  try {
    const large = await largeDossier(folder, articles);
    const example = exampleDossier(folder);
    const outside: string[] = [];
    const complaints: string[] = [];
    const watch = (page: Page, root: string): void => {
      const inside = pathToFileURL(root).href;
      page.on('request', (request) => {
        if (!request.url().startsWith(inside) && !request.url().startsWith('data:'))
          outside.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
    };
    const opened = await openings(browser, large.pages, 'index.html', watch);
    const largest = largestPage(large.pages);
    const heavy = await openings(browser, large.pages, largest, watch);
    const violations = await accessibility(browser, example, watch);
    const unread = await withoutScript(browser, example);
    const times = sorted(opened.map(({ load }) => load));
    console.log(
      `The front page of ${large.claims} claims, opened ${OPENINGS} times from disk in fresh contexts: ${times.map((ms) => ms.toFixed(0)).join(' ')} ms. Largest page ${largest}, ${(statSync(join(large.pages, largest)).size / 1e6).toFixed(1)} MB.`,
    );
    console.log(
      `  ${violations.length} violations of axe-core on every kind of page of the example dossier, light and dark; ${outside.length} requests outside the folder; ${unread.length} pages with less to read without a script.`,
    );
    for (const one of [...violations, ...outside, ...unread, ...complaints].slice(0, 8))
      console.log(`  ! ${one}`);
    return {
      open_ms: Math.round(median(times)),
      open_most_ms: Math.round(times.at(-1) ?? Number.NaN),
      paint_ms: Math.round(median(sorted(opened.map(({ paint }) => paint)))),
      largest_page_ms: Math.round(median(sorted(heavy.map(({ load }) => load)))),
      axe_violations: violations.length,
      external_requests: outside.length,
      unread_without_script: unread.length,
      csp_complaints: complaints.length,
    };
  } finally {
    await browser.close();
  }
};

type Watch = (page: Page, root: string) => void;

async function openings(
  browser: Browser,
  root: string,
  path: string,
  watch: Watch,
): Promise<readonly { readonly load: number; readonly paint: number }[]> {
  const runs: { load: number; paint: number }[] = [];
  for (let run = 0; run < OPENINGS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    watch(page, root);
    await page.goto(pathToFileURL(join(root, path)).href, { waitUntil: 'load' });
    // The policy of the pages lets no code be made from words: what is asked for goes in as one expression.
    await page.evaluate(
      '(async () => { while (performance.getEntriesByName("first-contentful-paint").length === 0) await new Promise((go) => setTimeout(go, 5)); })()',
    );
    runs.push(
      (await page.evaluate(
        '({ load: performance.getEntriesByType("navigation")[0].loadEventEnd, paint: performance.getEntriesByName("first-contentful-paint")[0].startTime })',
      )) as { load: number; paint: number },
    );
    await context.close();
  }
  return runs;
}

/** Every page on top, and of each folder the first, the largest and one from the middle. */
function kindsOf(root: string): readonly string[] {
  const inside = FOLDERS.flatMap((folder) => {
    const names = readdirSync(join(root, folder)).toSorted();
    const largest = names.toSorted((a, b) => sizeOf(root, folder, b) - sizeOf(root, folder, a))[0];
    const chosen = new Set([names[0], names[Math.floor(names.length / 2)], largest]);
    return [...chosen].flatMap((name) => (name === undefined ? [] : [`${folder}/${name}`]));
  });
  return [...DOSSIER_PAGES, ...inside];
}

function sizeOf(root: string, folder: string, name: string): number {
  return statSync(join(root, folder, name)).size;
}

function largestPage(root: string): string {
  const pages = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.html'))
    .map((file) => join(file.parentPath, file.name));
  const [largest = 'index.html'] = pages.toSorted((a, b) => statSync(b).size - statSync(a).size);
  return largest.slice(root.length + 1);
}

async function accessibility(browser: Browser, root: string, watch: Watch): Promise<readonly string[]> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of kindsOf(root)) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme });
      watch(page, root);
      await page.goto(pathToFileURL(join(root, path)).href);
      await page.evaluate(axe);
      const violations = (await page.evaluate(
        '(async () => (await axe.run({ preload: false })).violations.map(({ id, nodes }) => id + " (" + nodes.length + "): " + nodes[0].html.slice(0, 120)))()',
      )) as string[];
      found.push(...violations.map((violation) => `${path} in ${colorScheme}: ${violation}`));
      await page.close();
    }
  return found;
}

/** Pages whose text is not the same without JavaScript; of the page that searches only that it says what to do instead. */
async function withoutScript(browser: Browser, root: string): Promise<readonly string[]> {
  const read = async (javaScriptEnabled: boolean, path: string): Promise<string> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(root, path)).href);
    const text = await page.locator('main').innerText();
    await context.close();
    return text;
  };
  const unread: string[] = [];
  for (const path of kindsOf(root)) {
    const without = await read(false, path);
    const reads =
      path === 'search.html' ? without.includes('without it') : without === (await read(true, path));
    if (!reads) unread.push(path);
  }
  return unread;
}

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

function median(values: readonly number[]): number {
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}
