/**
 * Nothing that a person has begun is lost when the tab closes, the page is loaded anew or the desk is killed: it is kept in the
 * vault, under its keys, and never by the browser. In an encrypted vault. Skipped with a line when no browser starts; fails
 * instead when CI=true.
 */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ARTICLE, newPlace } from './cli-fixture.ts';
import { type DeskPlan, describeDesk } from './desk/desk-at-work.ts';
import { axeViolations } from './desk/page-checks.ts';
import { runAll } from './desk/served-desk.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };
const SECRET = 'Wobblethwaite';
/** In the vault's own folder. */
const KEY = ['--passphrase-file', 'words'] as const;

/** What the browser itself may keep; as text, for the page's own types are not these. */
const BROWSER_STORES = `(async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
])()`;

const PLAN: DeskPlan = {
  file: 'test/e2e/desk-drafts.test.ts',
  vault: () => {
    const place = newPlace();
    place.write('a.html', ARTICLE);
    place.write(
      'b.txt',
      `Six people were held in Kessar, the governor said.\n${'More of it.\n\n'.repeat(400)}`,
    );
    chmodSync(place.write('words', 'fourteen herons over the salt works\n'), 0o600);
    const commands = [['init'], ['capture', 'a.html', 'b.txt'], ['propose']];
    runAll(
      place,
      commands.map((args) => [...args, ...KEY]),
    );
    return place;
  },
  args: [...KEY, '--by', 'A. Archivist'],
};

await describeDesk('work that was begun', PLAN, (work) => {
  let article = '';

  beforeAll(async () => {
    await work.page.click('.sources a');
    await work.page.waitForSelector('.card .act');
    article = new URL(work.page.url()).pathname;
  });

  const { open } = work;
  const kept = (): Promise<unknown> =>
    work.page.waitForSelector('.claim-form [role=status] >> text=kept in the vault');

  test('a claim half-filled survives that the desk is killed and the tab closed, and opens by itself', async () => {
    await work.page.dblclick('.text p >> nth=-1', { position: { x: 60, y: 14 } });
    await work.page.keyboard.press('n');
    await work.page.fill('.claim-form textarea', `People of ${SECRET} were taken`);
    await work.page.fill('.claim-form input[inputmode=numeric] >> nth=0', '17');
    await kept();
    await work.killAndServe();
    await work.page.close();
    work.page = await work.pages.newPage();
    await open(article);
    await work.page.waitForSelector('.claim-form');
    expect(await work.page.inputValue('.claim-form textarea')).toBe(`People of ${SECRET} were taken`);
    expect(await work.page.inputValue('.claim-form input[inputmode=numeric] >> nth=0')).toBe('17');
    expect(await work.page.locator('.claim-form blockquote').count()).toBe(1);
  });

  test('what is typed while the desk is away is kept when it is there again', async () => {
    await work.desk.end('SIGKILL');
    await work.page.fill('.claim-form textarea', `People of ${SECRET} were taken away`);
    await work.page.waitForSelector('.claim-form [role=status] >> text=does not answer');
    await work.serve();
    await kept();
    await work.page.reload();
    await work.page.waitForSelector('.claim-form');
    expect(await work.page.inputValue('.claim-form textarea')).toBe(`People of ${SECRET} were taken away`);
  });

  test('Escape puts it aside; it waits in the list, is gone on with, saved, and kept no longer', async () => {
    await work.page.focus('.claim-form textarea');
    await work.page.keyboard.press('Escape');
    await work.page.waitForSelector('.half-made li');
    expect(await axeViolations(work.page)).toEqual([]);
    await work.page.reload();
    await work.page.waitForSelector('.half-made li');
    expect(await work.page.locator('.claim-form').count()).toBe(0);
    await work.page.click('.half-made li button >> nth=0');
    expect(await work.page.inputValue('.claim-form textarea')).toContain('taken away');
    await work.page.keyboard.press('Control+Enter');
    await work.page.waitForSelector('.claim-form', { state: 'detached' });
    await work.page.waitForSelector('.card .act');
    await work.page.reload();
    await work.page.waitForSelector('.card .act');
    await expect.poll(drafts, SOON).not.toContain('claim');
    expect(await work.page.locator('.half-made').count()).toBe(0);
  });

  async function drafts(): Promise<readonly string[]> {
    const { drafts: all } = (await work.page.evaluate(async () => (await fetch('/api/drafts')).json())) as {
      drafts: { name: string }[];
    };
    return all.map(({ name }) => name.split(' ')[0] ?? '');
  }

  test('a reason being typed waits for whoever opens the question again, and goes when it is used', async () => {
    await work.page.keyboard.press('r');
    await work.page.fill('dialog[open] input', `the list of ${SECRET} has anoth`);
    await expect.poll(drafts, SOON).toContain('reason');
    await work.page.reload();
    await work.page.waitForSelector('.card .act');
    await work.page.keyboard.press('r');
    await expect
      .poll(() => work.page.inputValue('dialog[open] input'), SOON)
      .toBe(`the list of ${SECRET} has anoth`);
    await work.page.click('dialog[open] [type=submit]');
    await work.page.waitForSelector('dialog', { state: 'detached' });
    await expect.poll(drafts, SOON).not.toContain('reason');
  });

  test('the place in a text is found again after the desk was killed', async () => {
    const { sources } = (await work.page.evaluate(async () => (await fetch('/api/sources?q=')).json())) as {
      sources: { id: string; title: string | null }[];
    };
    const long = sources.find(({ id }) => !article.endsWith(id))!;
    await open(`/read/${long.id}`);
    await work.page.waitForSelector('.text p >> nth=300');
    await work.page.waitForTimeout(700);
    await work.page.evaluate("document.querySelectorAll('.text p')[250].scrollIntoView({ block: 'start' })");
    await expect.poll(drafts, SOON).toContain('place');
    await work.page.waitForTimeout(1_200);
    await work.killAndServe();
    await work.page.close();
    work.page = await work.pages.newPage();
    await open(`/read/${long.id}`);
    await work.page.waitForSelector('.text p >> nth=300');
    const seen = `(() => {
      const { top } = document.querySelectorAll('.text p')[250].getBoundingClientRect();
      return top > -400 && top < innerHeight;
    })()`;
    await expect.poll(() => work.page.evaluate(seen), SOON).toBe(true);
  });

  test('no word of it lies in the vault in clear, and the browser keeps nothing', async () => {
    const folder = join(work.place.dir, 'onrecord-vault');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.some((file) => file.endsWith('notes.sqlite'))).toBe(true);
    for (const file of files) expect(readFileSync(file).includes(SECRET), file).toBe(false);
    expect(await work.page.evaluate(BROWSER_STORES)).toEqual([]);
  });

  test('nothing was asked elsewhere and nothing broke the content policy', () => {
    expect(work.pages.elsewhere).toEqual([]);
    expect(work.pages.complaints).toEqual([]);
  });
});
