/** What pages of a team must be, whoever looks at them. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations, clippedWords, tooWide } from './page-checks.ts';

/** Folder in which pictures of the pages are put for people to look at; null: none are taken. */
export const PICTURES = process.env.TEAM_PICTURES ?? null;
export const TEAM_WIDE = { width: 1280, height: 860 };

/**
 * Passes the rules of accessibility in light and dark, and is as wide as a telephone with no word cut off.
 *
 * @param name under which a picture is put
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page), `${name} ${colorScheme}`).toEqual([]);
    if (PICTURES !== null)
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await tooWide(page), name).toBeLessThanOrEqual(0);
  expect(await clippedWords(page), name).toEqual([]);
  if (PICTURES !== null) await page.screenshot({ path: `${PICTURES}/${name}-phone.png`, fullPage: true });
  await page.setViewportSize(TEAM_WIDE);
}
