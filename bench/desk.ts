/**
 * The desk in a real browser over a large vault of synthetic reports, with one report of 500 pages: first useful paint, opening
 * an article, from key to paint, memory of the page, weight of its script, search. The last line is one line of JSON.
 *
 *   npm run bench:desk -- [--articles 20000] [--keep FOLDER]
 *
 * Times are taken inside the page, from the event to the paint after what it changed. An article is open when its text is painted
 * as far as it is seen; of the long one it is also told when all of it is drawn. The server is started afresh, so that the first
 * paint waits for what is reckoned first; the vault that was just written is still in the page cache.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { serveDesk, watchedPages } from '../test/e2e/desk/served-desk.ts';
import { startBrowser } from '../test/e2e/desk/start-browser.ts';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'bin', 'onrecord.mjs');
/** About 500 pages of 3,000 letters. */
const LONG_UNITS = 1_500_000;
const TARGETS = {
  first_paint_ms: 1_000,
  article_open_ms: 300,
  key_to_paint_p95_ms: 50,
  page_mb: 200,
  js_gzip_kb: 250,
  search_p95_ms: 50,
} as const;

function run(command: readonly string[]): void {
  const done = spawnSync(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${command.join(' ')} ended with ${done.status ?? done.signal}`);
}

/** Builds the vault where none is kept yet. */
function vaultIn(folder: string, articles: number): string {
  const vault = join(folder, 'vault');
  if (existsSync(vault)) return vault;
  console.log(`building a vault of ${articles} articles in ${folder}`);
  run([join(ROOT, 'bench/build-vault.ts'), folder, String(articles)]);
  const long = join(folder, 'long.html');
  writeFileSync(long, longReport());
  for (const args of [['capture', long], ['propose']]) run([BIN, ...args, '--vault', vault]);
  return vault;
}

function longReport(): string {
  const parts = [
    '<title>A report of five hundred pages</title><article><h1>A report of five hundred pages</h1>',
  ];
  for (let units = 0, page = 1; units < LONG_UNITS; page += 1) {
    const plain = `On page ${page} the road from Kessar to Sorev is described, with its bridges, its mills and the weather of that week. `;
    const claim = `The Sorev Courier reported that ${10 + (page % 80)} weavers had been detained in Kessar.`;
    const part = `<p>${plain.repeat(4)}${page % 40 === 0 ? claim : ''}</p>\n`;
    parts.push(part);
    units += part.length;
  }
  return parts.join('');
}

/** In the page: remembers when what a selector names was painted, and how long each key and click took until it was. */
const WATCH = `(() => {
  const samples = [];
  let since = null;
  const afterPaint = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  });
  window.bench = { samples, firstPaint: null, until: null, opened: null, from: null, whole: null };
  document.addEventListener('keydown', (event) => { since = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (since !== null) {
      const start = since;
      since = null;
      afterPaint(() => samples.push(performance.now() - start));
    }
    if (window.bench.firstPaint === null && document.querySelector('.sources li') !== null) {
      window.bench.firstPaint = -1;
      afterPaint(() => { window.bench.firstPaint = performance.now(); });
    }
    const { until } = window.bench;
    if (until !== null && document.querySelector('.text p') !== null) {
      window.bench.until = null;
      afterPaint(() => { window.bench.opened = performance.now() - until; });
    }
    if (window.bench.from !== null && document.querySelector('.text[aria-busy=false] p') !== null) {
      const { from } = window.bench;
      window.bench.from = null;
      afterPaint(() => { window.bench.whole = performance.now() - from; });
    }
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
})()`;

/** Asks the page until it is so; the content policy lets no text of script wait inside it. */
async function until(page: Page, condition: string): Promise<void> {
  const end = performance.now() + 60_000;
  while ((await page.evaluate(condition)) !== true) {
    if (performance.now() > end) throw new Error(`not so after a minute: ${condition}`);
    await page.waitForTimeout(20);
  }
}

async function painted(page: Page): Promise<number> {
  await until(page, 'window.bench.firstPaint > 0');
  return (await page.evaluate('window.bench.firstPaint')) as number;
}

async function openArticle(page: Page, link: string): Promise<number> {
  await page.evaluate(
    `window.bench.opened = null; window.bench.whole = null; document.querySelector(${JSON.stringify(link)}).addEventListener('click', () => { window.bench.until = window.bench.from = performance.now(); }, { capture: true, once: true })`,
  );
  await page.click(link);
  await until(page, 'window.bench.opened !== null');
  return (await page.evaluate('window.bench.opened')) as number;
}

/** Of the article opened last: when all of it was drawn. */
async function drawnWhole(page: Page): Promise<number> {
  await until(page, 'window.bench.whole !== null');
  return (await page.evaluate('window.bench.whole')) as number;
}

async function pressKeys(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.waitForSelector('.card .act');
  await page.waitForTimeout(500);
  await page.evaluate('window.bench.samples.length = 0');
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  return (await page.evaluate('window.bench.samples')) as number[];
}

/** Private memory of the page's process, in MB (10^6 bytes): what is its own, without the browser's shared code. */
async function pageMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const kept = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gmu);
      return [...kept].reduce((sum, [, kb]) => sum + Number(kb), 0) * 1024;
    });
  return Math.max(...sizes) / 1e6;
}

/** Words of the titles, and the commonest there are: alone, together, and as a beginning; each asked of texts, claims and names. */
async function searchTimes(page: Page): Promise<readonly number[]> {
  return (await page.evaluate(`(async () => {
    const { sources } = await (await fetch('/api/sources?limit=200')).json();
    const found = new Set(sources.flatMap(({ title }) => (title ?? '').split(/\\W+/u).filter((word) => word.length > 3)));
    const asked = [...[...found].slice(0, 100), 'the', 'of', 'in', 'reported', 'people', 'the of', 'k*', '"had been detained"'];
    const times = [];
    for (const q of asked) {
      for (const route of ['search', 'search/claims', 'search/names']) {
        const start = performance.now();
        const response = await fetch('/api/' + route + '?limit=20&q=' + encodeURIComponent(q));
        await response.json();
        if (!response.ok) throw new Error(route + ' answered ' + response.status);
        times.push(performance.now() - start);
      }
    }
    return times;
  })()`)) as number[];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const round = (value: number): number => Math.round(value * 10) / 10;

async function measure(browser: Browser, vault: string) {
  const desk = await serveDesk(ROOT, ['--vault', vault, '--by', 'A. Archivist']);
  try {
    const pages = await watchedPages(browser, `127.0.0.1:${desk.port}`, {
      viewport: { width: 1280, height: 860 },
    });
    const page = await pages.newPage();
    await page.addInitScript(WATCH);
    let gzip = 0;
    const weighing: Promise<void>[] = [];
    const weigh = (response: import('playwright-core').Response): void => {
      if (response.headers()['content-type']?.startsWith('text/javascript') !== true) return;
      weighing.push(
        response.body().then((body) => {
          gzip += gzipSync(body).length;
        }),
      );
    };
    page.on('response', weigh);
    await page.goto(desk.address);
    const firstPaint = await painted(page);
    await Promise.all(weighing);
    page.off('response', weigh);
    await page.reload();
    const againPaint = await painted(page);
    const opened: number[] = [];
    for (let at = 1; at <= 12; at += 1) {
      opened.push(await openArticle(page, `.sources li:nth-child(${at}) a`));
      if (at < 12) await page.goBack();
      if (at < 12) await page.waitForSelector('.sources li');
    }
    const keys = ['j', 'k', 'a', 'j', 'a', 'u', 'j', 'k'];
    const usual = await pressKeys(page, Array.from({ length: 5 }, () => keys).flat());
    const search = await searchTimes(page);
    const { sources } = (await page.evaluate(
      "(async () => (await fetch('/api/sources?limit=1&q=five+hundred+pages')).json())()",
    )) as { sources: { id: string }[] };
    await page.goto(`http://127.0.0.1:${desk.port}/?q=`);
    await painted(page);
    await page.fill('.filters input', 'five hundred pages');
    await page.waitForSelector(`.sources a[href="/read/${sources[0]?.id}"]`);
    const longOpen = await openArticle(page, `.sources a[href="/read/${sources[0]?.id}"]`);
    const longWhole = await drawnWhole(page);
    const long = await pressKeys(page, Array.from({ length: 5 }, () => keys).flat());
    const memory = await pageMemory(browser);
    return { firstPaint, againPaint, opened, usual, search, longOpen, longWhole, long, memory, gzip };
  } finally {
    await desk.end('SIGINT');
  }
}

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, keep: { type: 'string' } },
});
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 50) throw new Error('--articles is a whole number from 50 on');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'onrecord-bench-desk-'));
mkdirSync(folder, { recursive: true });
const browser = await startBrowser('bench/desk.ts');
if (browser === null) throw new Error('No browser could be started: install Chromium.');
try {
  const told = await measure(browser, vaultIn(folder, articles));
  const figures = {
    first_paint_ms: round(told.firstPaint),
    article_open_ms: round(quantile(told.opened, 0.95)),
    key_to_paint_p95_ms: round(quantile([...told.usual, ...told.long], 0.95)),
    page_mb: round(told.memory),
    js_gzip_kb: round(told.gzip / 1_000),
    search_p95_ms: round(quantile(told.search, 0.95)),
  };
  console.log(
    `${cpus()[0]?.model.trim() ?? 'unknown'}, load ${round(loadavg()[0] ?? 0)}, ${articles} articles`,
  );
  for (const [name, most] of Object.entries(TARGETS)) {
    const value = figures[name as keyof typeof figures];
    console.log(
      `${name.padEnd(22)} ${String(value).padStart(10)}  ${value <= most ? 'met' : 'MISSED'}: ≤ ${most}`,
    );
  }
  const more = {
    again_paint_ms: round(told.againPaint),
    article_open_median_ms: round(quantile(told.opened, 0.5)),
    long_open_ms: round(told.longOpen),
    long_whole_ms: round(told.longWhole),
    long_key_p95_ms: round(quantile(told.long, 0.95)),
    keys: told.usual.length + told.long.length,
    searches: told.search.length,
  };
  for (const [name, value] of Object.entries(more))
    console.log(`${name.padEnd(22)} ${String(value).padStart(10)}`);
  console.log(JSON.stringify({ articles, ...figures, ...more }));
} finally {
  await browser.close();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
