/** What the day of an NGO begins with: a server with PostgreSQL, the team's desk, and a browser and a folder of keys for each member. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { codeAt } from '../../../src/crypto/one-time-code.ts';
import { freePort } from '../../fixtures/free-port.ts';
import { startLocalPostgres } from '../../fixtures/local-postgres.ts';
import { newPlace, type Place, type Ran } from '../cli-fixture.ts';
import { type ServedDesk, serveDesk, type WatchedPages, watchedPages } from '../desk/served-desk.ts';

/** Milliseconds: they only end what hangs. */
const PATIENCE = 90_000;
const SIZE = { width: 1280, height: 860 };

/** A machine of a member: its browser, and the folder that holds the member's keys. */
export interface Laptop {
  readonly pages: WatchedPages;
  readonly page: Page;
  /** Everything that this machine's disk holds of onrecord. */
  readonly disk: string;
}

export interface Office {
  readonly place: Place;
  /** Address of the team's desk. */
  readonly origin: string;
  /** Runs a command on the server. */
  run(args: readonly string[]): Ran;
  /** The same, which must end well; gives its output. */
  done(args: readonly string[]): string;
  /** Runs a command on somebody's machine, with their keys and passphrase. */
  as(name: string, args: readonly string[]): Ran;
  /** Runs a command on another machine, whose vault and database are its own. */
  elsewhere(database: string, args: readonly string[]): Ran;
  newDatabase(): Promise<string>;
  laptop(name: string): Promise<Laptop>;
  /** Serves the record on a member's own machine, and opens it in their browser. */
  ownDesk(name: string, laptop: Laptop): Promise<OwnDesk>;
  close(): Promise<void>;
}

export interface OwnDesk {
  readonly page: Page;
  at(path: string): string;
  end(): Promise<void>;
}

/** The passphrase of a member's keys; the one for the desk is another. */
export const wordsOf = (name: string): string => `seven herons for ${name}`;

/**
 * Makes the record and serves it to the team.
 *
 * @example
 * const office = await openOffice(browser);
 */
export async function openOffice(browser: Browser, reports: readonly string[]): Promise<Office> {
  const server = await startLocalPostgres();
  const place = newPlace();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  chmodSync(place.write('vault.words', 'six words that dice have chosen\n'), 0o600);
  const env = {
    ONRECORD_VAULT: join(place.dir, 'kessar'),
    ONRECORD_DATABASE: await server.createDatabase(),
    ONRECORD_PASSPHRASE_FILE: join(place.dir, 'vault.words'),
  };
  const run = (args: readonly string[]): Ran => place.run(args, { env });
  const done = (args: readonly string[]): string => wellEnded(args, run(args)).out;
  done(['init']);
  done(['capture', ...reports, '--by', 'Lena']);
  done(['propose']);
  const running = place.start(
    ['serve', '--team', '--public-address', origin, '--port', String(port), '--json'],
    env,
  );
  const desks: ServedDesk[] = [];
  return {
    place,
    origin,
    run,
    done,
    as: (name, args) =>
      place.run(args, {
        env: {
          ...env,
          ONRECORD_MEMBER_FOLDER: diskOf(place, name),
          ONRECORD_MEMBER_PASSPHRASE_FILE: wordsFile(place, name),
        },
      }),
    elsewhere: (database, args) =>
      place.run(args, { env: { ...env, ONRECORD_DATABASE: database, ONRECORD_VAULT: '' } }),
    newDatabase: () => server.createDatabase(),
    laptop: async (name) => {
      const pages = await watchedPages(browser, new URL(origin).host, { viewport: SIZE });
      mkdirSync(diskOf(place, name), { recursive: true });
      return { pages, page: await pages.newPage(), disk: diskOf(place, name) };
    },
    ownDesk: async (name, { pages, disk }) => {
      const desk = await serveDesk(place.dir, ['--by', name, '--member-folder', disk], env);
      desks.push(desk);
      const page = await pages.context.newPage();
      // Making keys measures the machine, which takes long where it is busy.
      page.setDefaultTimeout(100_000);
      await page.goto(desk.address);
      return {
        page,
        at: (path) => new URL(path, `http://127.0.0.1:${desk.port}`).href,
        end: async () => {
          await soon(page.close(), 'the page did not close');
          await soon(desk.end('SIGINT'), 'the desk did not end after SIGINT');
        },
      };
    },
    close: async () => {
      running.kill();
      await Promise.all(desks.map((desk) => desk.end('SIGKILL')));
      await running.ended;
      place.remove();
      await server.stop();
    },
  };
}

/**
 * Accepts an invitation with a passphrase and the code of an app.
 *
 * @returns the secret of the app
 * @example
 * await join(laptop.page, address, 'Omar');
 */
export async function acceptInvitation(page: Page, address: string, name: string): Promise<string> {
  await page.goto(address);
  const secret = ((await page.textContent('.secret')) ?? '').replaceAll(' ', '');
  await page.fill('input[autocomplete=new-password]', `the desk of ${name}`);
  await page.fill('input[autocomplete=one-time-code]', codeAt(secret, Date.now()));
  await page.click('button:text("Go in")');
  await page.waitForSelector('.sources a');
  return secret;
}

/** Says what hangs, instead of a test that runs out of time. */
async function soon<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function wellEnded(args: readonly string[], ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${ran.code}: ${ran.err}`);
  return ran;
}

function diskOf(place: Place, name: string): string {
  return join(place.dir, 'laptops', name);
}

function wordsFile(place: Place, name: string): string {
  const file = place.write(`${name}.words`, `${wordsOf(name)}\n`);
  chmodSync(file, 0o600);
  return file;
}
