/** The desk as a person starts it: the real command line, its address, its end, and every request of its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BIN, newPlace, type Place, placeIn } from '../cli-fixture.ts';
import { copyExample } from './example-template.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/reports', import.meta.url));
const LOADED_BEFORE = ['./tell-connections.mjs', '../kept/slow-machine.ts'].flatMap((path) => [
  '--import',
  new URL(path, import.meta.url).href,
]);

/**
 * A folder with a vault in clear that holds the example reports and the proposals in them.
 *
 * @param more further files by name
 * @example
 * const place = exampleVault({ 'note.txt': 'Nine weavers were taken.' });
 */
export function exampleVault(more: Readonly<Record<string, string>> = {}): Place {
  const place = newPlace();
  copyExample(place.dir, (dir) =>
    runAll(placeIn(dir), [['init', '--no-encryption'], ['capture', EXAMPLES], ['propose']]),
  );
  const files = Object.entries(more).map(([name, content]) => place.write(name, content));
  if (files.length > 0) runAll(place, [['capture', ...files], ['propose']]);
  return place;
}

/**
 * Runs commands, each of which must end well.
 *
 * @example
 * runAll(place, [['init'], ['capture', 'a.html']]);
 */
export function runAll(place: Place, commands: readonly (readonly string[])[]): void {
  for (const args of commands) {
    const { code, err } = place.run(args);
    if (code !== 0) throw new Error(`onrecord ${args[0]} ended with ${code}: ${err}`);
  }
}

export interface ServedDesk {
  /** Opens the desk once. */
  readonly address: string;
  readonly port: number;
  /** Ends it as Ctrl-C does, or as a crash; gives the exit code (null: killed). */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  /** Connections that the process began itself, and names it looked up; the address it is bound to is none. */
  connections(): readonly string[];
}

/**
 * Serves the vault of a folder.
 *
 * @example
 * const desk = await serveDesk(place.dir, ['--port', '43117']);
 */
export async function serveDesk(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ServedDesk> {
  const child = spawn(process.execPath, [...LOADED_BEFORE, BIN, 'serve', '--json', ...args], {
    cwd: folder,
    env: { ...process.env, ONRECORD_VAULT: '', ONRECORD_AGENT: '', NO_COLOR: '1', ...env },
  });
  let err = '';
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const { address, port } = await addressOf(child, () => err);
  return {
    address,
    port,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
    connections: () => err.split('\n').filter((line) => /^CONNECTION (?!lookup "127\.0\.0\.1")/u.test(line)),
  };
}

function addressOf(child: ChildProcess, said: () => string): Promise<{ address: string; port: number }> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.endsWith('}\n')) resolve(JSON.parse(out));
    });
    child.on('close', (code) => reject(new Error(`onrecord serve ended with ${code}: ${said()}`)));
  });
}

export interface WatchedPages {
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Addresses asked for that are not the desk's. */
  readonly elsewhere: readonly string[];
  /** What the console complained of, and what was thrown. */
  readonly complaints: readonly string[];
}

type ContextOptions = Parameters<Browser['newContext']>[0];

/**
 * Pages of one browser session, all of whose requests are looked at.
 *
 * @param own the desk's host and port
 * @example
 * const pages = await watchedPages(browser, `127.0.0.1:${desk.port}`);
 */
export async function watchedPages(
  browser: Browser,
  own: string,
  options: ContextOptions = {},
): Promise<WatchedPages> {
  return watchedContext(await browser.newContext(options), own);
}

/**
 * The same over a context that is there.
 *
 * @example
 * const pages = watchedContext(profile, `127.0.0.1:${desk.port}`);
 */
export function watchedContext(context: BrowserContext, own: string): WatchedPages {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (host !== own && protocol !== 'data:' && protocol !== 'about:') elsewhere.push(request.url());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    // The browser itself says that a request was refused or not answered; the page says it in words.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { context, newPage: () => context.newPage(), elsewhere, complaints };
}
