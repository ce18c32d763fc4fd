/**
 * Loads one address in the person's browser as a reader would: scripts run, the page is scrolled so that late
 * pictures come, and is taken with everything it asked for. Saves no downloads, grants no permissions, answers no
 * dialogs, opens no second window. A page that never comes to rest is taken as it stands when the time is up.
 */

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Clock } from '../../desk/ports/clock.ts';
import type { LoadedPage, WebPages } from '../../desk/ports/web-page.ts';
import { durationWords } from '../../record/duration-words.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { type BrowserFolder, makeBrowserFolder } from './browser-folder.ts';
import type { ChosenProxy } from './find-proxy.ts';
import { type PagePicture, pageSize, takePicture } from './page-picture.ts';
import { type Traffic, TrafficRecorder } from './record-traffic.ts';
import { startBrowser } from './start-browser.ts';
import { noAnswer } from './web-faults.ts';

/** Milliseconds. */
const SCROLL_MS = 15_000;
const STEP_MS = 120;
const SETTLE_MS = 5_000;
const TAKE_MS = 10_000;
const PICTURE_MS = 60_000;
const STUCK_MS = 5_000;
const MOST_SCROLL = 96_000;
const A_FILE = 'the address gives a file, not a page; capture it with --no-browser';
const VIEW = { width: 1280, height: 960 };

export interface BrowserPageOptions {
  readonly executablePath: string;
  readonly proxy: ChosenProxy | null;
  readonly clock: Clock;
  /** Bytes of all bodies of one page. */
  readonly mostBytes: number;
  /** Where the browser's temporary folder goes; null: where the system puts such things. */
  readonly scratch: string | null;
  readonly isRoot: boolean;
}

/**
 * The way with a browser. It starts at once and contacts nothing until a page is loaded.
 *
 * @throws OnRecordError `unsupported-runtime` when it does not start
 * @example
 * const pages = await openBrowserPages({ executablePath, proxy: null, clock, mostBytes: 60_000_000, scratch: null, isRoot: false });
 */
export async function openBrowserPages(options: BrowserPageOptions): Promise<WebPages> {
  const folder = makeBrowserFolder(options.scratch);
  const browser = await startBrowser({ ...options, folder }).catch((error: unknown) => {
    folder.remove();
    throw error;
  });
  const unguarded =
    'The browser ran without its sandbox, because onrecord runs as root. Run it as an ordinary user.';
  return {
    way: 'browser',
    tool: `Chromium ${browser.version()}`,
    proxy: options.proxy?.server ?? null,
    notes: options.isRoot ? [unguarded] : [],
    load: (url, { timeoutMs }) => loadPage(browser, { url, timeoutMs, ...options }),
    close: () => endBrowser(browser, folder),
  };
}

async function endBrowser(browser: Browser, folder: BrowserFolder): Promise<void> {
  try {
    await browser.close();
  } finally {
    folder.remove();
  }
}

interface Visit extends BrowserPageOptions {
  readonly url: string;
  readonly timeoutMs: number;
}

async function loadPage(browser: Browser, visit: Visit): Promise<LoadedPage> {
  const context = await openContext(browser);
  try {
    const page = await context.newPage();
    const traffic = new TrafficRecorder(context, page, visit);
    refuseExtras(context, page);
    const startedAt = visit.clock().toISOString();
    const notes = await goThere(page, traffic, visit);
    const seen = await take(context, page, notes);
    return loadedPage(seen, await traffic.result(), {
      startedAt,
      endedAt: visit.clock().toISOString(),
      visit,
    });
  } finally {
    await context.close();
  }
}

async function openContext(browser: Browser): Promise<BrowserContext> {
  const agent = await ownAgent(browser);
  return browser.newContext({
    acceptDownloads: false,
    permissions: [],
    serviceWorkers: 'block',
    viewport: VIEW,
    deviceScaleFactor: 1,
    ...(agent === null ? {} : { userAgent: agent }),
  });
}

/** The browser's own name without the word that it runs without a window: some sites answer that with another page. */
async function ownAgent(browser: Browser): Promise<string | null> {
  const page = await browser.newPage();
  const agent: unknown = await page.evaluate('navigator.userAgent');
  await page.close();
  return typeof agent === 'string' ? agent.replace('HeadlessChrome', 'Chrome') : null;
}

function refuseExtras(context: BrowserContext, page: Page): void {
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined);
  });
}

/** Goes to the address and waits until the page has come to rest or the time is up. Returns what to tell. */
async function goThere(page: Page, traffic: TrafficRecorder, visit: Visit): Promise<string[]> {
  const end = performance.now() + visit.timeoutMs;
  const left = (): number => Math.max(1, end - performance.now());
  try {
    const answer = await page.goto(visit.url, { waitUntil: 'commit', timeout: left() });
    const type = (answer?.headers()['content-type'] ?? '').toLowerCase();
    // The browser would show it in a page of its own and hand over that page in its place.
    if (type.startsWith('application/pdf')) throw noAnswer(new URL(visit.url), A_FILE);
  } catch (error) {
    if (error instanceof OnRecordError) throw error;
    throw noAnswer(new URL(visit.url), causeOfFailure(error), error);
  }
  const isLoaded = await page.waitForLoadState('load', { timeout: left() }).then(
    () => true,
    () => false,
  );
  if (isLoaded) await traffic.settle(Math.min(SETTLE_MS, left()));
  await scrollThrough(page, Math.min(SCROLL_MS, left()));
  const isQuiet = await traffic.settle(Math.min(SETTLE_MS, left()));
  if (!isLoaded) {
    return [
      `The page was still loading after ${durationWords(visit.timeoutMs)}; it is kept as it stood then.`,
    ];
  }
  return isQuiet ? [] : ['The page went on asking for things; it is kept as it stood.'];
}

function causeOfFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/Download is starting|ERR_ABORTED/u.test(text)) {
    return A_FILE;
  }
  if (/Timeout/iu.test(text)) return 'it did not answer in time';
  const code = /net::(ERR_\w+)/u.exec(text)?.[1] ?? null;
  const words: Readonly<Record<string, string>> = {
    ERR_NAME_NOT_RESOLVED: 'its name is not known: check the spelling and your connection',
    ERR_CONNECTION_REFUSED: 'it refused the connection',
    ERR_INTERNET_DISCONNECTED: 'there is no connection',
    ERR_UNSAFE_REDIRECT: 'it redirects to an address that is no web address, which is not followed',
    ERR_TOO_MANY_REDIRECTS: 'it redirects in a circle',
    ERR_PROXY_CONNECTION_FAILED: 'the proxy cannot be reached, and nothing goes past it',
    ERR_SOCKS_CONNECTION_FAILED: 'the proxy could not reach it, and nothing goes past the proxy',
    ERR_CERT_AUTHORITY_INVALID: 'its certificate is not trusted',
    ERR_CERT_DATE_INVALID: 'its certificate has expired, or the clock of this machine is wrong',
    ERR_CERT_COMMON_NAME_INVALID: 'its certificate is for another name',
    ERR_EMPTY_RESPONSE: 'it answered nothing',
  };
  return code === null ? 'the browser could not open it' : (words[code] ?? `the browser says ${code}`);
}

async function scrollThrough(page: Page, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  try {
    const session = await page.context().newCDPSession(page);
    for (let y = VIEW.height; y < MOST_SCROLL && performance.now() < end; y += VIEW.height) {
      const { height } = await inTime(pageSize(session), limitMs);
      await inTime(page.evaluate(`window.scrollTo(0, ${y})`), limitMs);
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      if (y >= height) break;
    }
    await inTime(page.evaluate('window.scrollTo(0, 0)'), limitMs);
    await session.detach();
  } catch {
    // A page that leaves, or whose scripts never pause, is taken unscrolled.
  }
}

interface SeenPage {
  readonly title: string | null;
  readonly dom: string | null;
  readonly picture: PagePicture;
  readonly notes: readonly string[];
}

async function take(context: BrowserContext, page: Page, notes: readonly string[]): Promise<SeenPage> {
  const none: PagePicture = { parts: [], cut: null };
  if (!/^https?:/iu.test(page.url())) {
    const left = 'The page led on to an address that could not be opened; there is no picture of it.';
    return { title: null, dom: null, picture: none, notes: [...notes, left] };
  }
  const dom = await inTime(page.content(), TAKE_MS).catch(() => null);
  const title = dom === null ? '' : await inTime(page.title(), TAKE_MS).catch(() => '');
  const picture = await inTime(pictureOf(context, page), dom === null ? STUCK_MS : PICTURE_MS).catch(
    () => none,
  );
  const stuck = dom === null ? ['The page as shown could not be taken: its scripts never paused.'] : [];
  return { title: title.trim().slice(0, 500) || null, dom, picture, notes: [...notes, ...stuck] };
}

async function pictureOf(context: BrowserContext, page: Page): Promise<PagePicture> {
  const session: CDPSession = await context.newCDPSession(page);
  return takePicture(session);
}

async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function loadedPage(
  seen: SeenPage,
  traffic: Traffic,
  told: { readonly startedAt: string; readonly endedAt: string; readonly visit: Visit },
): LoadedPage {
  const main = traffic.main === null ? undefined : traffic.exchanges[traffic.main];
  return {
    url: main?.url ?? told.visit.url,
    title: seen.title,
    startedAt: told.startedAt,
    endedAt: told.endedAt,
    exchanges: traffic.exchanges,
    main: traffic.main,
    html: main?.body ?? null,
    dom: seen.dom,
    screenshots: seen.picture.parts,
    pictureCut: seen.picture.cut,
    hosts: traffic.hosts,
    notes: [...seen.notes, ...traffic.notes],
  };
}
