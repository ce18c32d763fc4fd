/**
 * One browser, one vault and one served desk for all tests of a file: begun before the first, ended after the last. Skipped with a
 * line when no browser starts; fails instead when CI=true.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Place } from '../cli-fixture.ts';
import { type ServedDesk, serveDesk, type WatchedPages, watchedPages } from './served-desk.ts';
import { startBrowser } from './start-browser.ts';

/** What a file begins with. */
export interface DeskPlan {
  /** The test file, for the line that says what is skipped. */
  readonly file: string;
  /** Makes the vault; it is removed afterwards. */
  vault(): Place;
  /** Of `onrecord serve`; `--by "A. Archivist"` when absent. */
  readonly args?: readonly string[];
  /** Pixels; 1280 × 860 when absent. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The first test opens the desk itself. */
  readonly unopened?: boolean;
}

/** What the tests work with. Its parts are there when the first test runs, and may be put in the place of others. */
export interface DeskAtWork {
  readonly browser: Browser;
  readonly place: Place;
  desk: ServedDesk;
  readonly pages: WatchedPages;
  page: Page;
  /** The address of a page of the desk. */
  at(path: string): string;
  /** Goes to a page and waits until it stands. */
  open(path: string): Promise<void>;
  /** The same, and until nothing is asked for any more. */
  openWhole(path: string): Promise<void>;
  /** What the desk answers, asked by the page. */
  asked(path: string): Promise<unknown>;
  /** Kills the desk, serves the vault again at the same port, and opens it with another page. */
  killAndServe(): Promise<void>;
  /** Serves the vault again at the same port, and opens it with another page. */
  serve(): Promise<void>;
}

export const WIDE = { width: 1280, height: 860 } as const;

/**
 * Declares the tests of a file.
 *
 * @example
 * await describeDesk('places', { file: 'test/e2e/desk-places.test.ts', vault: exampleVault }, (work) => {
 *   test('…', () => work.open('/places'));
 * });
 */
export async function describeDesk(
  title: string,
  plan: DeskPlan,
  declare: (work: DeskAtWork) => void,
): Promise<void> {
  const browser = await startBrowser(plan.file);
  describe.skipIf(browser === null)(title, () => {
    const work = {} as Begun;
    if (browser !== null) Object.assign(work, { browser }, waysOf(work, plan));
    beforeAll(() => begin(work, plan), LONG);
    afterAll(async () => {
      await browser?.close();
      await work.desk?.end('SIGKILL');
      work.place?.remove();
    });
    declare(work);
  });
}

/** Its parts are put in one after the other. */
type Begun = { -readonly [K in keyof DeskAtWork]: DeskAtWork[K] };

/** Milliseconds: it only ends what hangs. */
const LONG = 300_000;

const argsOf = ({ args = ['--by', 'A. Archivist'] }: DeskPlan): readonly string[] => args;

async function begin(work: Begun, plan: DeskPlan): Promise<void> {
  work.place = plan.vault();
  work.desk = await serveDesk(work.place.dir, argsOf(plan));
  const { viewport = WIDE } = plan;
  work.pages = await watchedPages(work.browser, `127.0.0.1:${work.desk.port}`, { viewport });
  work.page = await work.pages.newPage();
  if (plan.unopened === true) return;
  await work.page.goto(work.desk.address);
  await work.page.waitForSelector('.sources li');
}

function waysOf(work: Begun, plan: DeskPlan): Partial<DeskAtWork> {
  const at = (path: string): string => new URL(path, `http://127.0.0.1:${work.desk.port}`).href;
  const open = async (path: string): Promise<void> => {
    await work.page.goto(at(path));
    await work.page.waitForSelector('.state .ok');
  };
  const serve = async (): Promise<void> => {
    work.desk = await serveDesk(work.place.dir, [...argsOf(plan), '--port', String(work.desk.port)]);
    const other = await work.pages.newPage();
    await other.goto(work.desk.address);
    await other.waitForSelector('.sources li');
    await other.close();
  };
  return {
    at,
    open,
    serve,
    openWhole: async (path) => {
      await open(path);
      await work.page.waitForLoadState('networkidle');
    },
    asked: (path) => work.page.evaluate(async (address) => (await fetch(address)).json(), path),
    killAndServe: async () => {
      await work.desk.end('SIGKILL');
      await serve();
    },
  };
}
