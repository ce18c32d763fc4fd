/**
 * Places, the map and incidents in a real browser: what a person puts on record, what is drawn as what, what is never drawn.
 * Skipped with a line when no browser starts; fails instead when CI=true.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Place } from './cli-fixture.ts';
import { axeViolations, clippedWords, tooWide } from './desk/page-checks.ts';
import {
  exampleVault,
  type ServedDesk,
  serveDesk,
  type WatchedPages,
  watchedPages,
} from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';

const browser = await startBrowser('test/e2e/desk-places.test.ts');
const WIDE = { width: 1280, height: 860 };

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(browser === null)('places and incidents', () => {
  let place: Place;
  let desk: ServedDesk;
  let pages: WatchedPages;
  let page: Page;

  beforeAll(async () => {
    place = exampleVault();
    desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
    pages = await watchedPages(browser!, `127.0.0.1:${desk.port}`, { viewport: WIDE });
    page = await pages.newPage();
    await page.goto(desk.address);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.end('SIGKILL');
    place?.remove();
  });

  async function open(path: string): Promise<void> {
    await page.goto(new URL(path, `http://127.0.0.1:${desk.port}`).href);
    await page.waitForSelector('.state .ok');
    await page.waitForLoadState('networkidle');
  }

  async function asked(path: string): Promise<unknown> {
    return page.evaluate(async (address) => (await fetch(address)).json(), path);
  }

  const field = (label: string): string =>
    `.record-form label:has-text("${label}") >> input, select, textarea`;

  /** What is wrong with the page as it stands: rules of access in light and dark, and on a telephone. */
  async function faults(): Promise<readonly string[]> {
    const found = [...(await axeViolations(page))];
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeViolations(page)));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForLoadState('networkidle');
    const over = await tooWide(page);
    found.push(...(over > 0 ? [`${over} pixels too wide`] : []), ...(await clippedWords(page)));
    await page.setViewportSize(WIDE);
    return found;
  }

  test('nothing is placed by itself: the table lists the places, no map is drawn', async () => {
    await open('/places');
    expect(await page.textContent('table.places')).toContain('Kessar');
    expect(await page.$('.place-map svg .land')).toBeNull();
    expect(await page.textContent('.place-map')).toContain('that nobody has placed');
  });

  test('a person says what a region is: it is drawn as an area, with no dot, and the log says who and why', async () => {
    await page.click('table.places a:has-text("Kessar")');
    await page.click('button:has-text("Say what place this is")');
    // Invented, and put where nobody lives.
    await page.selectOption(field('Kind'), 'adm1');
    await page.fill(field('Latitude'), '-49.2');
    await page.fill(field('Longitude'), '69.5');
    await page.selectOption(field('Known as exactly as'), '4');
    await page.fill(field('Why'), 'Invented region of the examples');
    expect(await faults()).toEqual([]);
    await page.click('.record-form button[type=submit]');
    await page.waitForSelector('.notice.good');
    expect(page.url()).toMatch(/\/places\/plc_/u);
    expect(await page.textContent('.notice.good')).toContain('A. Archivist');
    await open('/places');
    await page.waitForSelector('.place-map .mark.area.recorded path');
    expect(await page.$$('.place-map > svg circle')).toHaveLength(0);
    expect(await page.getAttribute('.place-map .mark', 'aria-label')).toContain('Kessar');
    expect(await faults()).toEqual([]);
  });

  test('the filters are kept under a name, which the list and the palette lead back to', async () => {
    await open('/places');
    await page.selectOption('.filters label:has-text("Kind") >> select', 'adm1');
    await page.click('.searches button');
    await page.fill('.searches input', 'Regions');
    await page.click('.searches button[type=submit]');
    await page.waitForSelector('.searches a:has-text("Regions")');
    expect(await faults()).toEqual([]);
    await open('/incidents?until=2031-02-01');
    await page.keyboard.press('Control+k');
    await page.fill('dialog input', 'Regions');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/places?kind=adm1');
    await page.waitForSelector('table.places a:has-text("Kessar")');
  });

  test('a proposition leads to its place', async () => {
    const { propositions } = (await asked('/api/positions?q=kessar&includeProposed=true&limit=200')) as {
      propositions: { proposition: { id: string; scope: { place: string | null } } }[];
    };
    const there = propositions.find(({ proposition }) => proposition.scope.place === 'Kessar')?.proposition;
    await open(`/propositions/${there?.id}`);
    await page.click('.facts a[href^="/places/"]');
    await page.waitForSelector('h1:has-text("Kessar")');
    expect(await page.textContent('.claimed')).toContain('independent origin');
  });

  test('going back from an article, the desk asks for nothing that the address does not name', async () => {
    const astray: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/api\/sources\/(?:\/|$)/u.test(pathname)) astray.push(pathname);
    });
    await open('/');
    await page.click('.sources a');
    await page.waitForSelector('article h1');
    await page.goBack();
    await page.waitForSelector('.sources a');
    await page.goForward();
    await page.waitForSelector('article h1');
    await page.click('nav a[href="/propositions"]');
    await page.waitForSelector('ol.propositions');
    expect(astray).toEqual([]);
  });

  test('the map is reached and followed with the keyboard alone', async () => {
    await open('/places');
    await page.focus('.place-map .mark');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Kessar")');
    expect(await page.textContent('.claimed')).toContain('independent origin');
    expect(await page.textContent('.claimed')).toMatch(/denied|no denial on record/u);
  });

  test('a site whose coordinates are withheld is listed, with its type, and never drawn', async () => {
    await open('/places');
    await page.click('table.places a:has-text("grain depot")');
    await page.click('button:has-text("Say what place this is")');
    await page.selectOption(field('Kind'), 'site');
    await page.selectOption(field('Type of site'), 'huridocs-5.0206');
    await page.fill(field('Why'), 'Secret: no coordinates');
    await page.waitForSelector('.run-by label:nth-of-type(2) option', { state: 'attached' });
    const who = ((await asked('/api/actors?includeProposed=true')) as { actors: { name: string }[] })
      .actors[0]!;
    await page.fill('.run-by input[type=search]', who.name);
    await page.waitForSelector('.run-by > button:not(:disabled)');
    await page.click('.run-by > button');
    expect(await faults()).toEqual([]);
    await page.click('.record-form button[type=submit]');
    await page.waitForSelector('.notice.good');
    const sheet = await page.textContent('main');
    expect(sheet).toContain('without any legal authorisation');
    expect(sheet).toContain(who.name);
    const { map, withheld } = (await asked('/api/map?includeProposed=true')) as {
      map: object;
      withheld: number;
    };
    expect(JSON.stringify(map)).not.toContain('depot');
    expect(withheld).toBe(1);
    await open('/places?kind=site');
    expect(await page.textContent('table.places')).toContain('grain depot');
    expect(await page.textContent('table.places')).not.toContain('Kessar');
    expect(await page.textContent('.place-map')).toContain('recorded without coordinates');
  });

  test('an incident is made of propositions, found by its filters, changed, and taken back', async () => {
    await open('/incidents');
    await page.click('a:has-text("Put an incident on record")');
    await page.fill(field('Title'), 'Arrests in Kessar');
    await page.fill(field('Kind'), 'mass roundup');
    await page.fill(field('When'), '2031-03/2031-05');
    await page.selectOption(field('Place on record'), { label: 'Kessar' });
    await page.fill('.proposition-field input', 'detained kessar');
    await page.waitForSelector('.proposition-field button:has-text("+")');
    await page.click('.proposition-field ul:last-child button');
    await page.fill(field('Why'), 'They speak of the same weeks');
    expect(await faults()).toEqual([]);
    await page.click('.record-form button[type=submit]');
    await page.waitForSelector('.claimed li');
    expect(await page.textContent('h1')).toBe('Arrests in Kessar');
    expect(await faults()).toEqual([]);
    const address = new URL(page.url()).pathname;
    await page.click('main a[href^="/places/plc_"]');
    await page.waitForSelector('h2:has-text("Incidents here")');
    await open('/incidents?kind=mass%20roundup&from=2031-05-01&until=2031-06-01');
    expect(await page.textContent('.propositions')).toContain('Arrests in Kessar');
    await open('/incidents?until=2031-02-01');
    expect(await page.$$('.propositions li')).toHaveLength(0);

    await open(address);
    await page.click('button:has-text("Change it")');
    await page.fill(field('When'), 'in spring');
    await page.fill(field('Why'), 'day');
    await page.click('.record-form button[type=submit]');
    expect(await page.textContent('.record-form [role=alert]')).toContain('date');
    await page.fill(field('When'), '2031-04-02');
    await page.click('.record-form button[type=submit]');
    await page.waitForSelector('.record-form', { state: 'detached' });
    await expect.poll(() => page.textContent('main')).toContain('2 Apr 2031');
    await page.click('button:has-text("Take it back")');
    await page.fill('dialog textarea', 'Two raids');
    await page.click('dialog button[type=submit]');
    await page.waitForURL('**/incidents');
    expect(await asked('/api/incidents')).toMatchObject({ fitting: 0 });
    const { entries } = (await asked('/api/log?limit=5')) as { entries: { action: string; agent: string }[] };
    expect(entries.map(({ action, agent }) => [action, agent])).toEqual([
      ...Array.from({ length: 3 }, () => ['incident-recorded', 'A. Archivist']),
      ...Array.from({ length: 2 }, () => ['place-recorded', 'A. Archivist']),
    ]);
  });

  test('the vault proves itself, and nothing was asked elsewhere', async () => {
    expect(pages.elsewhere).toEqual([]);
    expect(pages.complaints).toEqual([]);
    expect(desk.connections()).toEqual([]);
    await desk.end('SIGINT');
    expect(place.run(['verify'])).toMatchObject({ code: 0 });
  });
});
