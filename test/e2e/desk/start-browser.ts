/** A browser for tests of pages: Debian's Chromium, or the one that comes in a package. */
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts one; null, with a line, when none starts.
 *
 * @param file the test that is skipped then
 * @throws Error when CI=true and none starts: there a browser must be
 * @example
 * const browser = await startBrowser('test/e2e/desk.test.ts');
 */
export async function startBrowser(file: string, flags: readonly string[] = []): Promise<Browser | null> {
  return startedBy(file, (executablePath) => chromium.launch({ executablePath, args: [...FLAGS, ...flags] }));
}

type ProfileOptions = Parameters<(typeof chromium)['launchPersistentContext']>[1];

/**
 * Starts one with a profile in a folder, as a person's browser has: what it keeps is written there.
 *
 * @throws Error as `startBrowser`
 * @example
 * const profile = await startProfile('test/e2e/desk-cases.test.ts', folder, { viewport });
 */
export async function startProfile(
  file: string,
  folder: string,
  options: ProfileOptions = {},
): Promise<BrowserContext | null> {
  return startedBy(file, (executablePath) =>
    chromium.launchPersistentContext(folder, { ...options, executablePath, args: [...FLAGS] }),
  );
}

async function startedBy<T>(file: string, start: (executable: string) => Promise<T>): Promise<T | null> {
  const candidates = [
    async () => (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null),
    async () => sparticuz.executablePath(),
  ];
  for (const candidate of candidates) {
    try {
      const executablePath = await candidate();
      if (executablePath !== null) return await start(executablePath);
    } catch {
      // The next candidate may start.
    }
  }
  if (process.env.CI === 'true') throw new Error('No browser could be started.');
  console.warn(`skipped: ${file}, no browser could be started`);
  return null;
}
