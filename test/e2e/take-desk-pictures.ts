/**
 * Takes docs/images/desk/*.png from the example vault: its rooms, in light and dark, with places, an incident and lists of people that
 * it puts on record itself.
 * Run under Node 24: node test/e2e/take-desk-pictures.ts [FOLDER]. Needs Debian's chromium or the one in the packages.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fillCases } from './desk/fill-cases.ts';
import { fillDesk } from './desk/fill-desk.ts';
import { exampleVault, serveDesk, watchedPages } from './desk/served-desk.ts';
import { startBrowser } from './desk/start-browser.ts';
import { threeLists } from './three-lists.ts';

const MOST_BYTES = 200_000;
const SIZE = { width: 1100, height: 720 };
/** What the picture of a long page begins with. */
const SHOWN: Readonly<Record<string, string>> = {
  origins: '.origin-drawing',
  people: 'table.pair',
  places: '.place-map',
};
const target = process.argv[2] ?? join(import.meta.dirname, '../../docs/images/desk');
mkdirSync(target, { recursive: true });
const browser = await startBrowser('test/e2e/take-desk-pictures.ts');
if (browser === null) throw new Error('No browser could be started: install Chromium.');
const place = exampleVault();
for (const { name, csv } of threeLists().lists) {
  const file = place.write(`${name}.csv`, csv);
  const { code, err } = place.run([
    'list',
    'import',
    file,
    '--name',
    name,
    '--agree',
    '--by',
    'A. Archivist',
  ]);
  if (code !== 0) throw new Error(`The list ${name} was not taken in: ${err}`);
}
const desk = await serveDesk(place.dir, ['--by', 'A. Archivist']);
try {
  const pages = await watchedPages(browser, `127.0.0.1:${desk.port}`, { viewport: SIZE });
  const page = await pages.newPage();
  await page.goto(desk.address);
  const article = (await page.getAttribute('.sources a', 'href')) ?? '/';
  const { incident } = await fillDesk(page);
  const sealed = await fillCases(page);
  await page.goto(`http://127.0.0.1:${desk.port}/propositions`);
  const proposition = (await page.getAttribute('.propositions li > a', 'href')) ?? '/';
  const rooms = {
    inbox: '/',
    reading: article,
    propositions: '/propositions',
    origins: `${proposition}/origins`,
    tolls: '/tolls',
    people: '/people',
    places: '/places',
    incident: `/incidents/${incident}`,
    search: '/search?q=kessar',
    custody: '/custody',
    cases: '/cases',
    case: `/cases/${sealed.id}`,
  };
  for (const [name, path] of Object.entries(rooms)) {
    await page.goto(`http://127.0.0.1:${desk.port}${path}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate('document.fonts.ready');
    // Loading a page anew locks: the room is entered from within.
    if (path.startsWith('/cases')) await sealed.open(path);
    const shown = SHOWN[name];
    if (shown !== undefined) {
      await page.waitForSelector(shown);
      // Below the bar that stays.
      await page.evaluate(
        `window.scrollBy(0, document.querySelector(${JSON.stringify(shown)}).getBoundingClientRect().top - 64)`,
      );
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const file = join(target, `${name}-${colorScheme}.png`);
      await page.screenshot({ path: file });
      const { size } = statSync(file);
      if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes; at most ${MOST_BYTES} are wanted.`);
      process.stdout.write(`${file}: ${size} bytes\n`);
    }
  }
} finally {
  await browser.close();
  await desk.end('SIGINT');
  place.remove();
}
