/**
 * What a person says of propositions in the desk: worded anew with every wording kept, pairs held apart, claims merged from a
 * list. Skipped with a line when no browser starts; fails instead when CI=true.
 */
import { expect, test } from 'vitest';
import { type DeskPlan, describeDesk } from './desk/desk-at-work.ts';
import { axeViolations } from './desk/page-checks.ts';
import { exampleVault } from './desk/served-desk.ts';

/** A machine with much to do needs its time. */
const SOON = { timeout: 20_000 };
const ALIKE = 'People were killed in Upper Velm';

const PLAN: DeskPlan = { file: 'test/e2e/desk-wordings.test.ts', vault: exampleVault };

await describeDesk('propositions in the words of people', PLAN, (work) => {
  const { open } = work;

  /** Fills the dialog's reason and sends it. */
  async function because(reason: string): Promise<void> {
    await work.page.fill('dialog[open] textarea >> nth=-1', reason);
    expect(await axeViolations(work.page)).toEqual([]);
    await work.page.click('dialog[open] [type=submit]');
    await work.page.waitForSelector('dialog', { state: 'detached' });
  }

  test('a proposition worded anew: a cue is told while one types, the words before stay and can be used again', async () => {
    await open('/propositions');
    await work.page.click('.propositions li a');
    await work.page.waitForSelector('#wordings');
    const before = await work.page.textContent('h1');
    const path = new URL(work.page.url()).pathname;
    await work.page.click('section[aria-labelledby=wordings] > button');
    await work.page.fill('dialog[open] textarea >> nth=0', `${ALIKE}, reportedly`);
    expect(await work.page.textContent('dialog[open] [role=status]')).toContain('reportedly');
    await work.page.fill('dialog[open] textarea >> nth=0', ALIKE);
    await work.page.waitForSelector('dialog[open] [role=status]', { state: 'detached' });
    await because('The place was missing.');
    await expect.poll(() => work.page.textContent('h1'), SOON).toBe(ALIKE);
    expect(await work.page.textContent('.wordings')).toContain(before);
    expect(await work.page.textContent('.wordings')).toContain('A. Archivist: The place was missing.');
    await open('/propositions');
    await work.page.waitForSelector('.propositions li');
    expect(await work.page.textContent('.propositions')).toContain(ALIKE);
    await open(path);
    await work.page.click('.wordings button');
    await because('The place was wrong.');
    await expect.poll(() => work.page.textContent('h1'), SOON).toBe(before);
    expect(await work.page.locator('.wordings li').count()).toBe(2);
    await open(`${path}?lang=ru`);
    expect(await work.page.textContent('.stand p')).toMatch(/^[^a-z]*[а-яё]{4}/u);
    expect(await work.page.getAttribute('.stand p span', 'lang')).toBeNull();
    expect(work.place.run(['verify']).code).toBe(0);
  });

  /** Of each group that may be one, the addresses of its members. */
  const groups = (): Promise<string[][]> =>
    work.page.evaluate(
      "[...document.querySelectorAll('.alike')].map((group) => [...group.querySelectorAll('li a')].map((link) => link.getAttribute('href')))",
    );

  test('a pair held apart is suggested no more, in any tab, until it is taken back', async () => {
    await open('/propositions/alike');
    await work.page.waitForSelector('.alike li');
    const pair = (await groups())[0]?.slice(0, 2) ?? [];
    const named = (await work.page.locator('.alike >> nth=0 >> li bdi >> nth=0').allTextContents())[0] ?? '';
    const together = async (): Promise<boolean> =>
      (await groups()).some((links) => pair.every((link) => links.includes(link)));
    expect(await together()).toBe(true);
    for (const at of [0, 1]) await work.page.check(`.alike >> nth=0 >> input >> nth=${at}`);
    await work.page.click('.alike >> nth=0 >> .row button >> nth=2');
    await because('Two raids.');
    await expect.poll(together, SOON).toBe(false);
    await work.page.reload();
    await work.page.waitForSelector('.apart summary');
    expect(await together()).toBe(false);
    await work.page.click('.apart summary');
    const told = await work.page.textContent('.apart');
    for (const part of [named, 'A. Archivist', 'Two raids.']) expect(told).toContain(part);
    await work.page.click('.apart button');
    await because('One raid after all.');
    await expect.poll(together, SOON).toBe(true);
    await work.page.waitForSelector('.apart', { state: 'detached' });
  });

  test('what is one is ticked and joined in one step, and the words of the most spoken-of stay', async () => {
    await open('/propositions/alike');
    await work.page.waitForSelector('.alike li');
    const [into, from] = (await groups())[0] ?? [];
    for (const at of [0, 1]) await work.page.check(`.alike >> nth=0 >> input >> nth=${at}`);
    expect(await axeViolations(work.page)).toEqual([]);
    await work.page.click('.alike >> nth=0 >> button.yes');
    await because('One count.');
    await expect.poll(async () => (await groups()).flat(), SOON).not.toContain(from);
    await open(into ?? '/');
    await expect
      .poll(() => work.page.textContent('section[aria-labelledby=grouping]'), SOON)
      .toContain('One count.');
    expect(work.place.run(['verify']).code).toBe(0);
  });

  test('a standing narrows the list; the search is kept under a name, found in the palette after the desk was killed, and dropped', async () => {
    await open('/propositions');
    await work.page.waitForSelector('.propositions li');
    const all = await work.page.locator('.propositions li').count();
    await work.page.selectOption('.filters select >> nth=1', 'denied');
    await expect.poll(() => work.page.locator('.propositions li').count(), SOON).toBeLessThan(all);
    const denied = await work.page.locator('.propositions li').count();
    expect(await work.page.locator('.propositions li .tag >> text=denied').count()).toBe(denied);
    expect(new URL(work.page.url()).search).toBe('?standing=denied');
    await work.page.click('.searches button');
    await work.page.fill('.searches input', 'Denied, all');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('.searches a[aria-current=true] >> text=Denied, all');
    expect(await axeViolations(work.page)).toEqual([]);
    await work.killAndServe();
    await open('/');
    await work.page.waitForSelector('.sources li');
    await work.page.keyboard.press('Control+k');
    await work.page.keyboard.type('denied, all');
    await work.page.waitForSelector('dialog.palette [role=option] >> text=Denied, all');
    await work.page.keyboard.press('Enter');
    await expect.poll(() => new URL(work.page.url()).search, SOON).toBe('?standing=denied');
    await work.page.waitForSelector('.propositions li');
    await expect.poll(() => work.page.locator('.propositions li').count(), SOON).toBe(denied);
    await work.page.click('.searches li button');
    await work.page.waitForSelector('.searches li', { state: 'detached' });
  });

  test('M merges with a claim chosen from the list by arrows, and undo takes it back', async () => {
    await open('/');
    await work.page.click('.sources a');
    await work.page.waitForSelector('.card .act');
    await work.page.keyboard.press('m');
    await work.page.waitForSelector('dialog.choose-claim[open]');
    expect(await axeViolations(work.page)).toEqual([]);
    await work.page.keyboard.press('a');
    expect(await work.page.locator('dialog.choose-claim[open]').count()).toBe(1);
    await work.page.keyboard.press('ArrowDown');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('.claim-form');
    expect(await work.page.locator('.claim-form blockquote').count()).toBeGreaterThan(1);
    await work.page.keyboard.press('Escape');
    await work.page.waitForSelector('.claim-form', { state: 'detached' });
    const { counts } = (await work.page.evaluate(async () => (await fetch('/api/record')).json())) as {
      counts: { claims: { accepted: number } };
    };
    expect(counts.claims.accepted).toBe(0);
  });

  test('nothing was asked elsewhere and nothing broke the content policy', () => {
    expect(work.pages.elsewhere).toEqual([]);
    expect(work.pages.complaints).toEqual([]);
  });
});
