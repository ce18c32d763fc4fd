/**
 * Every kind of page of the desk, found from the rooms and the links in them: accessible (axe-core) in light and dark, with the
 * keyboard alone, at 200 % and on a telephone, in Russian, right to left, without movement. Skipped with a line when no browser
 * starts; fails instead when CI=true.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Place } from './cli-fixture.ts';
import { type DeskPlan, describeDesk, WIDE } from './desk/desk-at-work.ts';
import { fillCases } from './desk/fill-cases.ts';
import { fillDesk } from './desk/fill-desk.ts';
import {
  axeViolations,
  clippedWords,
  focusFault,
  latinWords,
  movingElements,
  tooWide,
} from './desk/page-checks.ts';
import { exampleVault, runAll } from './desk/served-desk.ts';

vi.setConfig({ testTimeout: 180_000 });
const ROOMS = [
  ...readFileSync(new URL('../../src/web/shell/rooms.ts', import.meta.url), 'utf8').matchAll(
    /^\s+path: '([^']*)'/gmu,
  ),
]
  .map(([, path]) => `/${path}`)
  // The ways in of a team stand without the frame: test/e2e/team-desk.test.ts.
  .filter((path) => path !== '/join' && path !== '/outside');

type Look = () => Promise<readonly string[]>;

/** With a release that waits for approval. */
function releasingVault(): Place {
  const place = exampleVault();
  const profile = {
    title: 'Kessar, April 2021',
    publisher: 'The Lowland Archive',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    methodNotes: [{ lang: 'en', text: 'Two outlets were read.' }],
    unreviewed: 'leave-out',
  };
  const file = place.write('profile.json', JSON.stringify(profile));
  runAll(place, [
    ['accept', '--measure', 'killed', '--by', 'A. Archivist'],
    ['release', 'new', file, '--by', 'A. Archivist'],
  ]);
  return place;
}

const PLAN: DeskPlan = { file: 'test/e2e/desk-for-everyone.test.ts', vault: releasingVault };

await describeDesk('every page of the desk', PLAN, (work) => {
  const paths: string[] = [];

  beforeAll(async () => {
    // A map with areas and dots, and an incident.
    const { incident } = await fillDesk(work.page);
    const { releases } = (await work.asked('/api/releases')) as {
      releases: readonly { readonly id: string }[];
    };
    const more = [`/incidents/${incident}`, `/releases/${releases[0]?.id}`, '/leaving/persons'];
    paths.push(...(await kindsOfPages()), ...more);
  });

  const { openWhole: open } = work;

  /** The rooms, and of what they link to one page of each kind: the room and how deep. */
  async function kindsOfPages(): Promise<readonly string[]> {
    const kinds = new Map<string, string>();
    for (const room of ROOMS) {
      await open(room);
      if ((await work.page.textContent('main'))?.includes('There is nothing under this address.') !== true)
        kinds.set(room, room);
      const links = (await work.page.evaluate(
        "[...document.querySelectorAll('main a[href^=\"/\"]')].map((link) => link.getAttribute('href'))",
      )) as string[];
      for (const link of links) {
        const parts = link.split(/[?#]/u)[0]!.split('/').filter(Boolean);
        const kind = `${parts[0]} ${parts.length}`;
        if (parts.length > 1 && parts[0] !== 'api' && ROOMS.includes(`/${parts[0]}`) && !kinds.has(kind))
          kinds.set(kind, link);
      }
    }
    return [...kinds.values(), '/nowhere'];
  }

  /** Visits every page once and looks at it in every way; each fault with the page it is on. */
  async function faultsIn(language: 'en' | 'ru' | 'pseudo', looks: Readonly<Record<string, Look>>) {
    const faults: Record<string, string[]> = {};
    for (const path of paths) {
      await open(`${path}?lang=${language}`);
      for (const [name, look] of Object.entries(looks))
        for (const fault of await look()) faults[name] = [...(faults[name] ?? []), `${path}: ${fault}`];
    }
    return faults;
  }

  const fits = (width: number, height: number) => async (): Promise<readonly string[]> => {
    await work.page.setViewportSize({ width, height });
    const over = await tooWide(work.page);
    const clipped = await clippedWords(work.page);
    await work.page.setViewportSize(WIDE);
    return over > 0 ? [`${over} pixels too wide`, ...clipped] : clipped;
  };
  const looks = {
    wide: fits(WIDE.width, WIDE.height),
    'at 200 %': fits(640, 430),
    'on a telephone': fits(360, 740),
  };

  test('there are the inbox and an article at least', () => {
    expect(paths).toContain('/');
    expect(paths.some((path) => path.startsWith('/read/'))).toBe(true);
  });

  test('in English: axe-core in light and dark, the focus is always seen, nothing moves, nothing is too wide', async () => {
    const faults = await faultsIn('en', {
      ...looks,
      'axe-core in light': () => axeViolations(work.page),
      'axe-core in dark': async () => {
        await work.page.emulateMedia({ colorScheme: 'dark' });
        const violations = await axeViolations(work.page);
        await work.page.emulateMedia({ colorScheme: 'light' });
        return violations;
      },
      'without movement': async () => {
        await work.page.emulateMedia({ reducedMotion: 'reduce' });
        const moving = await movingElements(work.page);
        await work.page.emulateMedia({ reducedMotion: 'no-preference' });
        return moving;
      },
      'with Tab alone': async () => {
        const found: string[] = [];
        for (let step = 0; step < 25; step += 1) {
          await work.page.keyboard.press('Tab');
          const fault = await focusFault(work.page);
          if (fault !== null) found.push(fault);
        }
        return found;
      },
    });
    expect(faults).toEqual({});
  });

  test.each([
    ['ru', 'ltr'],
    ['pseudo', 'rtl'],
  ] as const)('in %s no word is cut off and nothing is too wide', async (language, direction) => {
    const reasons = async (): Promise<readonly string[]> =>
      work.page.locator('main span[dir=auto][lang=en]').allTextContents();
    expect(await faultsIn(language, { ...looks, 'reasons left in English': reasons })).toEqual({});
    expect(await work.page.evaluate('document.documentElement.dir')).toBe(direction);
  });

  test('the sealed rooms in Russian and right to left: nothing cut off or too wide, no English left', async () => {
    const { id, open: unlock } = await fillCases(work.page);
    const rooms = ['/new', `/${id}`, '/members', '/reads', '/custodian', '/counts', ''].map(
      (end) => `/cases${end}`,
    );
    const faults: string[] = [];
    for (const language of ['ru', 'pseudo']) {
      const look = async (name: string): Promise<void> => {
        // The narrowest alone: what fits there fits.
        const narrow = await looks['on a telephone']();
        faults.push(...narrow.map((fault) => `${language} ${name}: ${fault}`));
        if (language === 'ru')
          faults.push(...(await latinWords(work.page, ['lena'])).map((said) => `${name}: ${said}`));
      };
      await open(`/cases?lang=${language}`);
      await look('locked');
      await unlock('/cases');
      for (const path of rooms) {
        // Within the page: another one would be locked again.
        await work.page.evaluate(
          `history.pushState(null, '', '${path}'); dispatchEvent(new PopStateEvent('popstate'))`,
        );
        await work.page.waitForLoadState('networkidle');
        await look(path);
      }
    }
    expect(faults).toEqual([]);
  });

  test('right to left, the room one is in stands in the row of rooms, as it does from left to right', async () => {
    await work.page.setViewportSize({ width: 360, height: 740 });
    for (const language of ['en', 'pseudo']) {
      await open(`/leaving?lang=${language}`);
      await expect
        .poll(() =>
          work.page.evaluate(`(() => {
            const [row, link] = ['.bar nav', '.bar nav [aria-current]'].map((one) => document.querySelector(one).getBoundingClientRect());
            const middle = (link.left + link.right) / 2;
            return middle > row.left && middle < row.right ? null : JSON.stringify({ row, link });
          })()`),
        )
        .toBeNull();
    }
    await work.page.setViewportSize(WIDE);
  });

  test('axe-core finds nothing in the dialogs: palette, keys, who decides, why rejected, claim form', async () => {
    const faults: string[] = [];
    const article = paths.find((path) => path.startsWith('/read/')) ?? '';
    for (const key of ['Control+k', '?', 'r', 'e']) {
      await open(article);
      await work.page.waitForSelector('.card .act');
      await work.page.keyboard.press(key);
      await work.page.waitForSelector('dialog[open], .claim-form');
      faults.push(...(await axeViolations(work.page)).map((fault) => `${key}: ${fault}`));
    }
    await work.page.click('.state button:not(.wide)');
    await work.page.waitForSelector('dialog[open]');
    faults.push(...(await axeViolations(work.page)));
    await open(article);
    await work.page.keyboard.press('a');
    await work.page.waitForSelector('.text .done:not(.now)');
    faults.push(...(await axeViolations(work.page)));
    expect(faults).toEqual([]);
  });

  test('Ctrl-K opens the palette, arrows and Enter go, Escape closes and gives the focus back', async () => {
    await open('/');
    await work.page.focus('.filters input');
    await work.page.keyboard.press('Control+k');
    await work.page.waitForSelector('dialog.palette[open]');
    await work.page.keyboard.press('Escape');
    await work.page.waitForSelector('dialog.palette', { state: 'detached' });
    expect(await work.page.evaluate('document.activeElement.type')).toBe('search');
    // At once, as fast fingers do: no key may be lost to the page behind.
    await work.page.keyboard.press('Control+k');
    await work.page.keyboard.type('language: ru');
    await work.page.keyboard.press('Enter');
    await work.page.waitForSelector('html[lang=ru]');
  });

  test('no page asked anything elsewhere or broke the content policy', () => {
    expect(work.pages.elsewhere).toEqual([]);
    expect(work.pages.complaints).toEqual([]);
  });
});
