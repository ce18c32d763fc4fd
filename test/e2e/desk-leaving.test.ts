/**
 * What leaves, in a real browser: a source is made public, sealed and looked back at, several in one step, a name is cleared and
 * covered again; each with a reason that stands in the log. With keys alone where that is what a person has. Skipped with a line when
 * no browser starts; fails instead when CI=true.
 */
import { expect, test, vi } from 'vitest';
import { tabTo } from './days/day.ts';
import { type DeskPlan, describeDesk, WIDE } from './desk/desk-at-work.ts';
import { axeViolations, clippedWords, tooWide } from './desk/page-checks.ts';
import { exampleVault } from './desk/served-desk.ts';

vi.setConfig({ testTimeout: 120_000 });
/** Milliseconds: they only end what hangs. */
const SOON = { timeout: 60_000, interval: 25 };
const PLAN: DeskPlan = { file: 'test/e2e/desk-leaving.test.ts', vault: exampleVault };

await describeDesk('what leaves', PLAN, (work) => {
  const count = (selector: string): Promise<number> => work.page.locator(selector).count();

  /** Says why in the dialog that is open. */
  async function because(reason: string): Promise<void> {
    await work.page.waitForSelector('dialog[open] textarea');
    await work.page.keyboard.type(reason);
    await work.page.keyboard.press('Control+Enter');
    await work.page.waitForSelector('dialog', { state: 'detached' });
  }

  /** In light and dark, and on a small telephone. */
  async function faults(): Promise<readonly string[]> {
    const found = [...(await axeViolations(work.page))];
    await work.page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeViolations(work.page)));
    await work.page.emulateMedia({ colorScheme: 'light' });
    await work.page.setViewportSize({ width: 360, height: 740 });
    const over = await tooWide(work.page);
    found.push(...(over > 0 ? [`${over} pixels too wide`] : []), ...(await clippedWords(work.page)));
    await work.page.setViewportSize(WIDE);
    return found;
  }

  test('one source is made public with the keyboard, then sealed; who decided what and why stands beside it', async () => {
    await work.openWhole('/leaving');
    const [internal, open] = [await count('.handling.internal'), await count('.handling.public')];
    expect(internal).toBeGreaterThan(5);
    await tabTo(work.page, '.leaving li button');
    expect(await work.page.evaluate('document.activeElement?.textContent')).toBe('Make it public');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('dialog[open]');
    expect(await faults()).toEqual([]);
    await work.page.waitForSelector('dialog[open] textarea');
    await work.page.keyboard.press('Control+Enter');
    // Without a reason nothing is decided.
    expect(await count('dialog[open]')).toBe(1);
    await because('A newspaper printed it.');
    await expect.poll(() => count('.handling.public'), SOON).toBe(open + 1);
    const line = work.page.locator('.leaving li:has(.handling.public)').first();
    await line.locator('button:has-text("Seal it")').click();
    await because('A witness asked.');
    await expect.poll(() => count('.handling.sealed'), SOON).toBeGreaterThan(0);
    const sealed = work.page
      .locator('.leaving li:has(.handling.sealed)', { hasText: 'Make it public' })
      .first();
    await sealed.locator('button[aria-expanded]').click();
    await sealed.locator('ol li >> text=A witness asked.').waitFor();
    expect(await sealed.textContent()).toMatch(
      /A\. Archivist: sealed\. A witness asked\.[\s\S]*A newspaper printed it\./u,
    );
    // A sealed one is never among those that are made public together.
    expect(await sealed.locator('input[type=checkbox]').count()).toBe(0);
    expect(await faults()).toEqual([]);
  });

  test('several internal ones are made public in one step, each with a decision of its own in the log', async () => {
    const [internal, open] = [await count('.handling.internal'), await count('.handling.public')];
    const boxes = work.page.locator('.leaving li input[type=checkbox]');
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    const before = ((await work.asked('/api/record')) as { head: { seq: number } }).head.seq;
    await work.page.click('.leaving .row button:has-text("Make 3 sources public")');
    await because('Offices published them.');
    await expect.poll(() => count('.handling.public'), SOON).toBe(open + 3);
    expect(await count('.handling.internal')).toBe(internal - 3);
    const after = ((await work.asked('/api/record')) as { head: { seq: number } }).head.seq;
    expect(after - before).toBe(3);
  });

  test('a name is covered until somebody clears it, and is covered again as easily', async () => {
    await work.openWhole('/leaving/persons');
    const covered = await count('.handling.internal');
    expect(covered).toBeGreaterThan(2);
    const first = work.page.locator('.leaving li').first();
    const name = (await first.locator('strong').textContent()) ?? '';
    await first.locator('button').click();
    await because('Governor, speaks in office.');
    await expect.poll(() => count('.handling.public'), SOON).toBe(1);
    expect(await faults()).toEqual([]);
    await work.openWhole('/leaving/persons?shown=named');
    expect(await work.page.locator('.leaving li strong').allTextContents()).toEqual([name]);
    await work.page.click('.leaving li button');
    await because('Left office.');
    await expect.poll(() => work.page.textContent('main'), SOON).toContain('Nobody fits.');
    await work.openWhole('/leaving/persons');
    expect(await count('.handling.internal')).toBe(covered);
    expect(work.pages.complaints).toEqual([]);
    expect(work.pages.elsewhere).toEqual([]);
  });
});
