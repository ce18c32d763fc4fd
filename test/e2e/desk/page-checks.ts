/** What is looked at on a page of the desk: run inside the page, so that each is a text of script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of axe-core, each with its first places. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(
    '(async () => (await axe.run({ preload: false })).violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary).join(" | ")))()',
  )) as readonly string[];
}

/** Pixels by which a page is wider than its window. */
export async function tooWide(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
}

/** Elements whose words are cut off: hidden overflow, or a button smaller than what stands on it. */
export async function clippedWords(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.skip') || element.clientWidth === 0) return false;
    const { overflowX } = getComputedStyle(element);
    const hides = overflowX === 'hidden' || overflowX === 'clip' || element.tagName === 'BUTTON';
    return hides && element.scrollWidth > element.clientWidth + 1;
  }).map((element) => element.outerHTML.slice(0, 160))`)) as readonly string[];
}

/**
 * Words in Latin letters that the page itself says: those of the record, of people and of code stand in elements that name their
 * own direction or language, or are code. For a page in a language of another script.
 *
 * @param names of people, which stand within sentences of the page
 */
export async function latinWords(page: Page, names: readonly string[]): Promise<readonly string[]> {
  return (await page.evaluate(`(() => {
    const found = [];
    // Names of keys stand on the keys themselves.
    const said = (words) => /[A-Za-z]{3,}/u.test(words.replaceAll(/\\b(?:${['Esc', 'Enter', 'Ctrl', 'onrecord', '[a-z]{3}_[0-9a-z]+', ...names].join('|')})\\b/gu, ''));
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const element = node.parentElement;
      if (element.closest('[dir=auto], bdi, body [lang], code, pre, kbd, script, style, textarea, svg, .key') !== null) continue;
      if (said(node.data)) found.push(node.data.trim().slice(0, 120));
    }
    for (const element of document.querySelectorAll('main :is([placeholder], [aria-label], [title])'))
      for (const name of ['placeholder', 'aria-label', 'title']) {
        const words = element.getAttribute(name) ?? '';
        if (said(words)) found.push(name + ': ' + words.slice(0, 120));
      }
    return [...new Set(found)];
  })()`)) as readonly string[];
}

/** Elements that move although the person asked for none. */
export async function movingElements(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('body *')].filter((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
    const moves = (durations) => durations.split(', ').some((duration) => parseFloat(duration) > 0.01);
    return (animationName !== 'none' && moves(animationDuration)) || moves(transitionDuration);
  }).map((element) => element.outerHTML.slice(0, 160))`)) as readonly string[];
}

/** The element that has the focus, and what is wrong with how it is shown; null: nothing. */
export async function focusFault(page: Page): Promise<string | null> {
  return (await page.evaluate(`(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const shown = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    const looks = () => [...element.querySelectorAll('*')].map((mark) => getComputedStyle(mark).stroke + getComputedStyle(mark).strokeWidth).join();
    const { width, height, bottom, top } = element.getBoundingClientRect();
    const named = element.outerHTML.slice(0, 120);
    if (!shown(getComputedStyle(element))) {
      // In a drawing the mark itself changes: it must look otherwise than without the focus.
      const focused = looks();
      element.blur();
      const without = looks();
      element.focus();
      if (!(element instanceof SVGElement) || focused === without) return 'no outline: ' + named;
    }
    if (width === 0 || height === 0 || bottom <= 0 || top >= innerHeight) return 'not seen: ' + named;
    return null;
  })()`)) as string | null;
}

/**
 * What is wrong with a page as it stands: in light and dark, on a telephone, and from right to left.
 *
 * @param wide the size that it has again afterwards
 * @example
 * expect(await pageFaults(page, { width: 1280, height: 860 })).toEqual([]);
 */
export async function pageFaults(
  page: Page,
  wide: { readonly width: number; readonly height: number },
): Promise<readonly string[]> {
  const found = [...(await axeViolations(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axeViolations(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate(`document.documentElement.dir = '${dir}'`);
    await page.setViewportSize({ width: 390, height: 800 });
    const over = await tooWide(page);
    found.push(...(over > 0 ? [`${dir}: ${over} pixels too wide`] : []), ...(await clippedWords(page)));
    await page.setViewportSize(wide);
  }
  await page.evaluate(`document.documentElement.dir = 'ltr'`);
  return found;
}
