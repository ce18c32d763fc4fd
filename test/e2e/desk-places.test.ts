/**
 * Places, the map and incidents in a real browser: what a person puts on record, what is drawn as what, what is never drawn.
 * Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { expect, test } from 'vitest';
import { type DeskPlan, describeDesk, WIDE } from './desk/desk-at-work.ts';
import { axeViolations, clippedWords, tooWide } from './desk/page-checks.ts';
import { exampleVault } from './desk/served-desk.ts';

const PLAN: DeskPlan = { file: 'test/e2e/desk-places.test.ts', vault: exampleVault };

await describeDesk('places and incidents', PLAN, (work) => {
  const { openWhole: open, asked } = work;

  const field = (label: string): string =>
    `.record-form label:has-text("${label}") >> input, select, textarea`;

  /** What is wrong with the page as it stands: rules of access in light and dark, and on a telephone. */
  async function faults(): Promise<readonly string[]> {
    const found = [...(await axeViolations(work.page))];
    await work.page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeViolations(work.page)));
    await work.page.emulateMedia({ colorScheme: 'light' });
    await work.page.setViewportSize({ width: 390, height: 800 });
    await work.page.waitForLoadState('networkidle');
    const over = await tooWide(work.page);
    found.push(...(over > 0 ? [`${over} pixels too wide`] : []), ...(await clippedWords(work.page)));
    await work.page.setViewportSize(WIDE);
    return found;
  }

  test('nothing is placed by itself: the table lists the places, no map is drawn', async () => {
    await open('/places');
    expect(await work.page.textContent('table.places')).toContain('Kessar');
    expect(await work.page.$('.place-map svg .land')).toBeNull();
    expect(await work.page.textContent('.place-map')).toContain('that nobody has placed');
  });

  test('a person says what a region is: it is drawn as an area, with no dot, and the log says who and why', async () => {
    await work.page.click('table.places a:has-text("Kessar")');
    await work.page.click('button:has-text("Say what place this is")');
    // Invented, and put where nobody lives.
    await work.page.selectOption(field('Kind'), 'adm1');
    await work.page.fill(field('Latitude'), '-49.2');
    await work.page.fill(field('Longitude'), '69.5');
    await work.page.selectOption(field('Known as exactly as'), '4');
    await work.page.fill(field('Why'), 'Invented region of the examples');
    expect(await faults()).toEqual([]);
    await work.page.click('.record-form button[type=submit]');
    await work.page.waitForSelector('.notice.good');
    expect(work.page.url()).toMatch(/\/places\/plc_/u);
    expect(await work.page.textContent('.notice.good')).toContain('A. Archivist');
    await open('/places');
    await work.page.waitForSelector('.place-map .mark.area.recorded path');
    expect(await work.page.$$('.place-map > svg circle')).toHaveLength(0);
    expect(await work.page.getAttribute('.place-map .mark', 'aria-label')).toContain('Kessar');
    expect(await faults()).toEqual([]);
  });

  test('the filters are kept under a name, which the list and the palette lead back to', async () => {
    await open('/places');
    await work.page.selectOption('.filters label:has-text("Kind") >> select', 'adm1');
    await work.page.click('.searches button');
    await work.page.fill('.searches input', 'Regions');
    await work.page.click('.searches button[type=submit]');
    await work.page.waitForSelector('.searches a:has-text("Regions")');
    expect(await faults()).toEqual([]);
    await open('/incidents?until=2031-02-01');
    await work.page.keyboard.press('Control+k');
    await work.page.fill('dialog input', 'Regions');
    await work.page.keyboard.press('Enter');
    await work.page.waitForURL('**/places?kind=adm1');
    await work.page.waitForSelector('table.places a:has-text("Kessar")');
  });

  test('a proposition leads to its place', async () => {
    const { propositions } = (await asked('/api/positions?q=kessar&includeProposed=true&limit=200')) as {
      propositions: { proposition: { id: string; scope: { place: string | null } } }[];
    };
    const there = propositions.find(({ proposition }) => proposition.scope.place === 'Kessar')?.proposition;
    await open(`/propositions/${there?.id}`);
    await work.page.click('.facts a[href^="/places/"]');
    await work.page.waitForSelector('h1:has-text("Kessar")');
    expect(await work.page.textContent('.claimed')).toContain('independent origin');
  });

  test('going back from an article, the desk asks for nothing that the address does not name', async () => {
    const astray: string[] = [];
    work.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/api\/sources\/(?:\/|$)/u.test(pathname)) astray.push(pathname);
    });
    await open('/');
    await work.page.click('.sources a');
    await work.page.waitForSelector('article h1');
    await work.page.goBack();
    await work.page.waitForSelector('.sources a');
    await work.page.goForward();
    await work.page.waitForSelector('article h1');
    await work.page.click('nav a[href="/propositions"]');
    await work.page.waitForSelector('ol.propositions');
    expect(astray).toEqual([]);
  });

  test('the map is reached and followed with the keyboard alone', async () => {
    await open('/places');
    await work.page.focus('.place-map .mark');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('h1:has-text("Kessar")');
    expect(await work.page.textContent('.claimed')).toContain('independent origin');
    expect(await work.page.textContent('.claimed')).toMatch(/denied|no denial on record/u);
  });

  test('a site whose coordinates are withheld is listed, with its type, and never drawn', async () => {
    await open('/places');
    await work.page.click('table.places a:has-text("grain depot")');
    await work.page.click('button:has-text("Say what place this is")');
    await work.page.selectOption(field('Kind'), 'site');
    await work.page.selectOption(field('Type of site'), 'huridocs-5.0206');
    await work.page.fill(field('Why'), 'Secret: no coordinates');
    await work.page.waitForSelector('.run-by label:nth-of-type(2) option', { state: 'attached' });
    const who = ((await asked('/api/actors?includeProposed=true')) as { actors: { name: string }[] })
      .actors[0]!;
    await work.page.fill('.run-by input[type=search]', who.name);
    await work.page.waitForSelector('.run-by > button:not(:disabled)');
    await work.page.click('.run-by > button');
    expect(await faults()).toEqual([]);
    await work.page.click('.record-form button[type=submit]');
    await work.page.waitForSelector('.notice.good');
    const sheet = await work.page.textContent('main');
    expect(sheet).toContain('without any legal authorisation');
    expect(sheet).toContain(who.name);
    const { map, withheld } = (await asked('/api/map?includeProposed=true')) as {
      map: object;
      withheld: number;
    };
    expect(JSON.stringify(map)).not.toContain('depot');
    expect(withheld).toBe(1);
    await open('/places?kind=site');
    expect(await work.page.textContent('table.places')).toContain('grain depot');
    expect(await work.page.textContent('table.places')).not.toContain('Kessar');
    expect(await work.page.textContent('.place-map')).toContain('recorded without coordinates');
  });

  test('an incident is made of propositions, found by its filters, changed, and taken back', async () => {
    await open('/incidents');
    await work.page.click('a:has-text("Put an incident on record")');
    await work.page.fill(field('Title'), 'Arrests in Kessar');
    await work.page.fill(field('Kind'), 'mass roundup');
    await work.page.fill(field('When'), '2031-03/2031-05');
    await work.page.selectOption(field('Place on record'), { label: 'Kessar' });
    await work.page.fill('.proposition-field input', 'detained kessar');
    await work.page.waitForSelector('.proposition-field button:has-text("+")');
    await work.page.click('.proposition-field ul:last-child button');
    await work.page.fill(field('Why'), 'They speak of the same weeks');
    expect(await faults()).toEqual([]);
    await work.page.click('.record-form button[type=submit]');
    await work.page.waitForSelector('.claimed li');
    expect(await work.page.textContent('h1')).toBe('Arrests in Kessar');
    expect(await faults()).toEqual([]);
    const address = new URL(work.page.url()).pathname;
    await work.page.click('main a[href^="/places/plc_"]');
    await work.page.waitForSelector('h2:has-text("Incidents here")');
    await open('/incidents?kind=mass%20roundup&from=2031-05-01&until=2031-06-01');
    expect(await work.page.textContent('.propositions')).toContain('Arrests in Kessar');
    await open('/incidents?until=2031-02-01');
    expect(await work.page.$$('.propositions li')).toHaveLength(0);

    await open(address);
    await work.page.click('button:has-text("Change it")');
    await work.page.fill(field('When'), 'in spring');
    await work.page.fill(field('Why'), 'day');
    await work.page.click('.record-form button[type=submit]');
    expect(await work.page.textContent('.record-form [role=alert]')).toContain('date');
    await work.page.fill(field('When'), '2031-04-02');
    await work.page.click('.record-form button[type=submit]');
    await work.page.waitForSelector('.record-form', { state: 'detached' });
    await expect.poll(() => work.page.textContent('main')).toContain('2 Apr 2031');
    await work.page.click('button:has-text("Take it back")');
    await work.page.fill('dialog textarea', 'Two raids');
    await work.page.click('dialog button[type=submit]');
    await work.page.waitForURL('**/incidents');
    expect(await asked('/api/incidents')).toMatchObject({ fitting: 0 });
    const { entries } = (await asked('/api/log?limit=5')) as { entries: { action: string; agent: string }[] };
    expect(entries.map(({ action, agent }) => [action, agent])).toEqual([
      ...Array.from({ length: 3 }, () => ['incident-recorded', 'A. Archivist']),
      ...Array.from({ length: 2 }, () => ['place-recorded', 'A. Archivist']),
    ]);
  });

  test('the vault proves itself, and nothing was asked elsewhere', async () => {
    expect(work.pages.elsewhere).toEqual([]);
    expect(work.pages.complaints).toEqual([]);
    expect(work.desk.connections()).toEqual([]);
    await work.desk.end('SIGINT');
    expect(work.place.run(['verify'])).toMatchObject({ code: 0 });
  });
});
