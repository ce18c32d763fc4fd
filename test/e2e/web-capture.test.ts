/**
 * `onrecord capture URL` against an invented site on this machine: through a browser and without one, with the
 * traps of the web. The browser part is skipped with a line when no browser starts; it fails instead when CI=true.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import sparticuz from '@sparticuz/chromium';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../src/intake/web/find-browser.ts';
import { type NewsSite, openNewsSite, PARAGRAPHS } from '../fixtures/news-site.ts';
import { newPlace, type Place, type Ran } from './cli-fixture.ts';

let site: NewsSite;
let place: Place;
const NO_PROXY_SET = Object.fromEntries(
  ['ALL_PROXY', 'HTTPS_PROXY', 'HTTP_PROXY', 'all_proxy', 'https_proxy', 'http_proxy'].map((name) => [
    name,
    '',
  ]),
);

beforeAll(async () => {
  site = await openNewsSite();
});
afterAll(() => site.close());
beforeEach(() => {
  site.asked.length = 0;
  place?.remove();
  place = newPlace();
  expect(run(['init', '--no-encryption']).code).toBe(0);
});
afterAll(() => place.remove());

function run(args: readonly string[], env: Record<string, string> = {}): Ran {
  return place.run(args, { env: { ...NO_PROXY_SET, ...env } });
}

/** The site answers in this process, so the command line must not hold it up. */
async function start(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return place.start(args, { ...NO_PROXY_SET, ...env }).ended;
}

interface ShownSource {
  readonly title: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

interface ShownCapture {
  readonly method: string;
  readonly fileName: string;
  readonly noTextReason: string | null;
}

interface Shown {
  readonly sources: readonly { readonly source: ShownSource; readonly captures: readonly ShownCapture[] }[];
}

function stored(): (ShownSource & { readonly captures: readonly ShownCapture[] })[] {
  const { out } = run(['show', '--sources', '--json']);
  return (JSON.parse(out) as Shown).sources.map(({ source, captures }) => ({ ...source, captures }));
}

const FETCH = ['--no-browser', '--allow-incomplete'];

test('a file is captured without a single request', async () => {
  place.write('a.html', `<p>${PARAGRAPHS[0]}</p><img src="${site.origin}/depot.png">`);
  expect((await start(['capture', 'a.html', '--url', `${site.origin}/2021/depot`])).code).toBe(0);
  expect(site.asked).toEqual([]);
});

describe('without a browser', () => {
  test('keeps the page and the way to it, marked as incomplete, and verify passes', async () => {
    place.write('note.txt', 'A note.');
    const { code, err } = await start(['capture', 'note.txt', `${site.origin}/old`, ...FETCH]);
    expect(err).toMatch(/→ 127\.0\.0\.1:\d+ will be contacted directly/);
    expect(err).toMatch(/← contacted: 127\.0\.0\.1:\d+\. Incomplete, missing: the full-page\s+picture/);
    expect(code).toBe(0);
    expect(site.asked).toEqual(['/old', '/older', '/2021/depot']);
    const [, container, page] = stored();
    expect(container?.captures[0]).toMatchObject({ method: 'web' });
    expect(container?.captures[0]?.fileName).toMatch(/\.incomplete\.wacz$/);
    expect(container?.captures[0]?.noTextReason).toMatch(
      /1 page inside\. The capture is incomplete; missing: the full-page picture/,
    );
    expect(page).toMatchObject({
      title: 'Eleven taken from the grain depot',
      url: `${site.origin}/2021/depot`,
      publishedAt: '2021-04-08',
    });
    expect(run(['search', '"grain depot"']).out).toContain('weavers');
    expect(run(['verify']).code).toBe(0);
  });

  test('is refused before anything is contacted when it would end incomplete', async () => {
    const { code, err } = await start(['capture', `${site.origin}/2021/depot`, '--no-browser']);
    expect(code).toBe(2);
    expect(err).toContain('--allow-incomplete');
    expect(site.asked).toEqual([]);
  });

  test('a file that is no page is complete without a picture', async () => {
    const { code, err } = await start(['capture', `${site.origin}/report.pdf`, '--no-browser']);
    expect(err).toContain('Complete');
    expect(code).toBe(0);
    expect(stored().map(({ captures }) => captures[0]?.method)).toEqual(['web', 'warc-record']);
  });

  test('what the header says of the encoding is used', async () => {
    await start(['capture', `${site.origin}/cyrillic`, ...FETCH]);
    expect(run(['search', 'город']).out).toContain('задержали');
  });

  test.each([
    ['/to-file', /redirects to a file: address/],
    ['/circle', /redirected more than 20 times/],
    ['/silent', /did not answer in time/],
  ])('%s gives nothing, and the reason', async (path, reason) => {
    const { code, err } = await start(['capture', `${site.origin}${path}`, ...FETCH, '--timeout', '2']);
    expect(code).toBe(3);
    expect(err.replace(/\s+/g, ' ')).toMatch(reason);
    expect(stored()).toEqual([]);
  });

  test.each([
    ['/gone', /the server answered 404 Not Found/],
    ['/endless', /did not end in time.*|the bytes of the page as received/],
  ])('%s is stored only marked as incomplete', async (path, missing) => {
    const { err } = await start(['capture', `${site.origin}${path}`, ...FETCH, '--timeout', '2']);
    expect(err.replace(/\s+/g, ' ')).toMatch(missing);
    expect(stored()[0]?.captures[0]?.fileName).toMatch(/\.incomplete\.wacz$/);
    expect(run(['verify']).code).toBe(0);
  });

  test.each([
    [
      'a proxy in the environment',
      ['--no-browser', '--allow-incomplete'],
      { ALL_PROXY: 'socks5://127.0.0.1:9' },
      /cannot go through one/,
    ],
    [
      '--proxy',
      ['--no-browser', '--allow-incomplete', '--proxy', 'http://127.0.0.1:9'],
      {},
      /cannot go through one/,
    ],
    ['a proxy that is none', ['--proxy', 'gopher://x'], {}, /cannot be understood/],
    ['a browser that is not there', ['--browser', '/nowhere/chromium'], {}, /no program that can be run/],
    ['a time that is none', ['--timeout', 'soon'], {}, /--timeout must be/],
  ])('%s: refused, and nothing is contacted', async (_, flags, env, message) => {
    const { code, err } = await start(['capture', `${site.origin}/2021/depot`, ...flags], env);
    expect(err.replace(/\s+/g, ' ')).toMatch(message);
    expect(code).not.toBe(0);
    expect(site.asked).toEqual([]);
  });

  test('an address with a password is refused and not printed', async () => {
    const address = site.origin.replace('http://', 'http://ana:geheim@');
    const { code, err, out } = await start(['capture', `${address}/2021/depot`, ...FETCH]);
    expect(code).toBe(2);
    expect(err + out).not.toContain('geheim');
    expect(site.asked).toEqual([]);
  });
});

async function browserPath(): Promise<string | null> {
  try {
    return findBrowser(null, process.env, process.platform);
  } catch {
    return sparticuz.executablePath().catch(() => null);
  }
}

const browser = await browserPath();
if (browser === null && process.env.CI === 'true') throw new Error('No browser was found.');
if (browser === null)
  console.warn('skipped: the browser part of test/e2e/web-capture.test.ts, no browser was found');

describe.skipIf(browser === null)('through a browser', () => {
  const through = (path: string, ...flags: string[]): Promise<Ran> =>
    start(['capture', `${site.origin}${path}`, '--browser', browser ?? '', ...flags]);

  test('keeps everything, says so, and leaves nothing behind', async () => {
    const { code, out } = await through('/old', '--json');
    expect(code).toBe(0);
    const event = (JSON.parse(out) as { events: Record<string, unknown>[] }).events[0];
    expect(event).toMatchObject({
      state: 'captured',
      web: {
        state: 'complete',
        missing: [],
        hosts: [new URL(site.origin).host],
        url: `${site.origin}/2021/depot`,
      },
    });
    expect(site.asked).toEqual(
      expect.arrayContaining([
        '/old',
        '/older',
        '/2021/depot',
        '/site.css',
        '/depot.png',
        '/late.png',
        '/advert',
      ]),
    );
    expect([...site.agents].filter((agent) => /onrecord|headless/iu.test(agent))).toEqual([]);
    const sources = stored();
    expect(sources.map(({ title }) => title)).toEqual([
      'Web capture of Eleven taken from the grain depot',
      'Eleven taken from the grain depot',
    ]);
    expect(sources[1]).toMatchObject({ publishedAt: '2021-04-08', url: `${site.origin}/2021/depot` });
    expect(run(['verify']).code).toBe(0);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('onrecord-browser-'))).toEqual([]);
  });

  test('a page made by scripts is read as it was shown', async () => {
    expect((await through('/app')).code).toBe(0);
    expect(stored()[1]).toMatchObject({ title: 'Shown by a script' });
    expect(run(['search', '"grain depot"']).out).toContain('weavers');
    expect(run(['verify']).code).toBe(0);
  });

  test('a page whose picture never comes is kept as it stood', async () => {
    const { code, err } = await through('/hanging', '--timeout', '4');
    expect(code).toBe(0);
    expect(err.replace(/\s+/g, ' ')).toContain('still loading after 4 seconds');
  });

  test.each([
    ['/gone', /the server answered 404 Not Found/],
    ['/endless', /the bytes of the page as received/],
    ['/to-file', /no web address/],
    ['/report.pdf', /--no-browser/],
  ])('%s is not stored, and the reason is told', async (path, reason) => {
    const { code, err } = await through(path, '--timeout', '5');
    expect(code).toBe(3);
    expect(err.replace(/\s+/g, ' ')).toMatch(reason);
    expect(stored()).toEqual([]);
  });

  test('with a proxy that is not there, nothing goes past it', async () => {
    const { code, err } = await through('/2021/depot', '--proxy', 'socks5h://127.0.0.1:9');
    expect(code).toBe(3);
    expect(err).toMatch(/through\s+socks5:\/\/127\.0\.0\.1:9/);
    expect(site.asked).toEqual([]);
  });
});
