import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser, usualPlaces } from './find-browser.ts';

const dir = mkdtempSync(join(tmpdir(), 'find-browser-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const own = join(dir, 'google-chrome');
writeFileSync(own, '');
chmodSync(own, 0o755);
const notRunnable = join(dir, 'notes.txt');
writeFileSync(notRunnable, '');
chmodSync(notRunnable, 0o644);

test('what is named is taken, the flag before the environment', () => {
  expect(findBrowser(own, { ONRECORD_BROWSER: '/nowhere' }, 'linux')).toBe(own);
  expect(findBrowser(null, { ONRECORD_BROWSER: own }, 'linux')).toBe(own);
});

test.each([notRunnable, dir, join(dir, 'absent')])('%s is refused, and no other is tried', (path) => {
  expect(() => findBrowser(path, { PATH: dir }, 'linux')).toThrow(/--browser names/);
});

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ['linux', { PATH: '/opt/bin:relative' }, '/opt/bin/chromium'],
  ['linux', {}, '/snap/bin/chromium'],
  ['linux', { PATH: '/opt/bin' }, '/usr/bin/microsoft-edge-stable'],
  ['darwin', { HOME: '/Users/a' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files' },
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Microsoft\\Edge\\Application\\msedge.exe'],
])('on %s with %j, %s is tried', (platform, env, place) => {
  const places = usualPlaces(env, platform);
  expect(places).toContain(place);
  expect(places.some((one) => one.startsWith('relative'))).toBe(false);
});

test('none at all says what to do', () => {
  expect(() => findBrowser(null, {}, 'win32')).toThrow(/--browser PATH.*--no-browser/);
});
