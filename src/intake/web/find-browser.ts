/** Finds the person's own Chromium, Chrome or Edge. Downloads nothing; a browser that was named is the only one tried. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const MAC = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];
const WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Where the browser is.
 *
 * @param given what --browser says; null: not given
 * @throws OnRecordError `not-found` when there is none, or not where it was said to be
 * @example
 * findBrowser(null, process.env, process.platform); // '/usr/bin/chromium'
 */
export function findBrowser(given: string | null, env: Env, platform: NodeJS.Platform): string {
  const named = given ?? ((env.ONRECORD_BROWSER ?? '') || null);
  if (named !== null) {
    if (canRun(named)) return named;
    const from = given === null ? 'ONRECORD_BROWSER' : '--browser';
    throw new OnRecordError('not-found', `${from} names ${named}, which is no program that can be run.`, {
      subject: named,
    });
  }
  const found = usualPlaces(env, platform).find(canRun);
  if (found !== undefined) return found;
  throw new OnRecordError(
    'not-found',
    'No Chromium, Chrome or Edge was found. Name yours with --browser PATH or ONRECORD_BROWSER, or capture without a picture: --no-browser --allow-incomplete.',
  );
}

/**
 * Where browsers usually are, in the order in which they are tried.
 *
 * @example
 * usualPlaces({ PATH: '/usr/bin' }, 'linux')[0]; // '/usr/bin/chromium'
 */
export function usualPlaces(env: Env, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '/', 'Applications')];
    return folders.flatMap((folder) => MAC.map((name) => join(folder, name)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS.map((name) => `${folder}\\${name}`),
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const all = [...new Set([...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return ON_PATH.flatMap((name) => all.map((folder) => join(folder, name)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
