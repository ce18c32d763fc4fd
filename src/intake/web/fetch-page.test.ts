/** Plain fetching against an invented site on this machine. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NewsSite, openNewsSite } from '../../../test/fixtures/news-site.ts';
import { headerOf, type LoadedPage } from '../../desk/ports/web-page.ts';
import { type FetchPageOptions, openFetchPages } from './fetch-page.ts';
import { isLocalAddress } from './local-network.ts';

let site: NewsSite;
beforeAll(async () => {
  site = await openNewsSite();
});
afterAll(() => site.close());
beforeEach(() => {
  site.asked.length = 0;
});

const clock = (): Date => new Date('2031-06-01T00:00:00Z');

function load(path: string, options: Partial<FetchPageOptions> = {}): Promise<LoadedPage> {
  const pages = openFetchPages({ proxy: null, clock, mostBytes: 1_000_000, ...options });
  return pages.load(`${site.origin}${path}`, { timeoutMs: 3000 });
}

test('every step of the way is kept with its headers, the body as it was sent', async () => {
  const page = await load('/old');
  expect(page.exchanges.map(({ status, url }) => [status, url.slice(site.origin.length)])).toEqual([
    [301, '/old'],
    [302, '/older'],
    [200, '/2021/depot'],
  ]);
  expect(headerOf(page.exchanges[0]?.responseHeaders ?? [], 'x-way')).toBe('moved');
  const last = page.exchanges[2];
  expect([...(last?.body?.subarray(0, 2) ?? [])]).toEqual([0x1f, 0x8b]);
  expect(last?.remoteAddress).toBe('127.0.0.1');
  expect(Date.parse(headerOf(last?.responseHeaders ?? [], 'date') ?? '')).toBeGreaterThan(0);
  expect(new TextDecoder().decode(page.html ?? undefined)).toContain('grain depot');
  expect(page).toMatchObject({
    main: 2,
    title: 'Eleven taken from the grain depot',
    dom: null,
    screenshots: [],
  });
});

test('neither the program nor its version is told to the site', async () => {
  await load('/2021/depot');
  expect([...site.agents]).toEqual(['Mozilla/5.0']);
});

test('a body over the limit is refused', async () => {
  await expect(load('/huge')).rejects.toMatchObject({ code: 'too-large' });
});

test('a body that unpacks beyond the limit gives no HTML', async () => {
  const page = await load('/2021/depot', { mostBytes: 700 });
  expect(page.html).toBeNull();
});

test.each([
  ['/to-file', /file: address/],
  ['/circle', /more than 20 times/],
  ['/silent', /in time/],
])('%s gives nothing', async (path, message) => {
  await expect(load(path)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(message),
  });
});

test('an answer that never ends is told, without its body', async () => {
  const page = await load('/endless');
  expect(page.exchanges[0]).toMatchObject({ status: 200, body: null });
  expect(page.notes.join(' ')).toMatch(/did not end in time/);
});

test('a public page cannot lead to an address of the local network', async () => {
  // "localhost" passes for a public name here, and the address it stands for is asked again before connecting.
  let questions = 0;
  const isLocal = (): boolean => {
    questions += 1;
    return questions > 1;
  };
  const pages = openFetchPages({ proxy: null, clock, mostBytes: 1_000_000, isLocalAddress: isLocal });
  const page = pages.load(`${site.origin.replace('127.0.0.1', 'localhost')}/2021/depot`, { timeoutMs: 3000 });
  await expect(page).rejects.toMatchObject({ message: expect.stringMatching(/local network/) });
  expect(site.asked).toEqual([]);
});

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['93.184.216.34', false],
  ['2606:2800:220:1::1', false],
  ['localhost', false],
])('%s is local: %s', (address, expected) => {
  expect(isLocalAddress(address)).toBe(expected);
});
