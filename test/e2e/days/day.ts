/** What the lived days share: pictures for their guides, taken when PICTURES=1, and pages gone through with the keyboard alone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const GUIDE = join(import.meta.dirname, '../../../docs/guide/days');

/**
 * Takes a picture of what a person sees, for the guide of that day; nothing unless `PICTURES=1`.
 *
 * @param name file name without its ending
 * @example
 * await picture(page, 'reporter-inbox');
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(GUIDE, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(GUIDE, `${name}.png`) });
}

/**
 * Goes on with Tab until what has the focus fits; fails after so many steps.
 *
 * @param selector of CSS, without quotes of its own
 * @example
 * await tabTo(page, '.sources a');
 */
export async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`After ${most} steps of Tab nothing that is ${selector} had the focus.`);
}
