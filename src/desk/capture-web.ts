/**
 * Captures one web address: has it loaded, packs what came into one web archive package (WACZ), and takes that in
 * like any file. Says what is missing from a complete capture, and stores an incomplete one only when the person
 * asked for that. Refuses addresses with a password in them and anything but http and https.
 */

import { sha256Hex } from '../crypto/sha256.ts';
import { writePageArchive } from '../exchange/page-archive.ts';
import { durationWords } from '../record/duration-words.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { type CaptureEvent, captureSources } from './capture-sources.ts';
import type { Desk } from './desk.ts';
import { type GivenMetadata, NOTHING_GIVEN } from './given-metadata.ts';
import type { DocumentReader } from './ports/document-reader.ts';
import type { InputFiles } from './ports/input-files.ts';
import { headerOf, type LoadedPage, type WebPages } from './ports/web-page.ts';
import { missingOf } from './web-completeness.ts';

/** How a web capture went, beside what became of its file. */
export interface WebOutcome {
  readonly state: 'complete' | 'incomplete';
  /** What is missing from a complete capture, in words. */
  readonly missing: readonly string[];
  readonly url: string;
  /** ISO 8601 instant, UTC, by this machine's clock. */
  readonly capturedAt: string;
  /** The server's own Date header as sent; null when it sent none. */
  readonly serverDate: string | null;
  readonly hosts: readonly string[];
  readonly proxy: string | null;
  readonly tool: string;
  readonly notes: readonly string[];
}

/** `web` is null when nothing answered. */
export type WebCaptureEvent = CaptureEvent & { readonly web: WebOutcome | null };

export interface WebCaptureOptions {
  readonly pages: WebPages;
  readonly reader: DocumentReader;
  readonly given?: GivenMetadata;
  readonly agent?: string;
  /** Milliseconds for loading the page. */
  readonly timeoutMs: number;
  readonly allowIncomplete: boolean;
  /** Name and version of this program, as it stands in the archive. */
  readonly software: string;
}

/** Clocks that differ by less are not worth a sentence. */
const CLOCK_SLACK_SECONDS = 120;

/**
 * Whether an input is a web address rather than a file.
 *
 * @example
 * isWebAddress('https://harbour.example/2021/depot'); // true
 */
export function isWebAddress(input: string): boolean {
  return /^https?:\/\//iu.test(input);
}

/**
 * An address as it will be contacted.
 *
 * @throws OnRecordError `bad-usage` when it is none, or holds a password
 * @example
 * readAddress('https://harbour.example').href; // 'https://harbour.example/'
 */
export function readAddress(input: string): URL {
  const url = URL.canParse(input) && isWebAddress(input) ? new URL(input) : null;
  if (url === null || url.hostname === '') {
    throw new OnRecordError(
      'bad-usage',
      `${input.slice(0, 200)} is no web address. Write it whole: https://host/path`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new OnRecordError(
      'bad-usage',
      `The address at ${url.host} holds a name or password, which would stand in the record. Leave it out: onrecord logs in nowhere.`,
    );
  }
  return url;
}

/**
 * Captures one address. Contacts it and whatever the page asks for; announce that before.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`, `damaged`: faults of the vault alone
 * @example
 * const event = await captureWeb(desk, 'https://harbour.example/depot', { pages, reader, timeoutMs: 30_000, allowIncomplete: false, software });
 */
export async function captureWeb(
  desk: Desk,
  address: string,
  options: WebCaptureOptions,
): Promise<WebCaptureEvent> {
  let loaded: LoadedPage;
  try {
    loaded = await options.pages.load(readAddress(address).href, { timeoutMs: options.timeoutMs });
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    const { code, message, faults } = error;
    return { state: 'failed', file: address, code, message, faults, web: null };
  }
  const web = outcomeOf(loaded, options);
  if (web.state === 'incomplete' && !options.allowIncomplete) return refused(address, web);
  return { ...(await store(desk, { address, loaded, web }, options)), web };
}

function refused(file: string, web: WebOutcome): WebCaptureEvent {
  const message = `${file} was contacted, but the capture is incomplete and was not stored. Try again, or store it marked as incomplete with --allow-incomplete.`;
  const faults = web.missing.map((what) => ({ path: '', message: `missing: ${what}` }));
  return { state: 'failed', file, code: 'unreadable-file', message, faults, web };
}

function outcomeOf(loaded: LoadedPage, { pages }: WebCaptureOptions): WebOutcome {
  const missing = missingOf(loaded);
  const main = loaded.main === null ? undefined : loaded.exchanges[loaded.main];
  const capturedAt = main?.startedAt ?? loaded.startedAt;
  const serverDate = main === undefined ? null : headerOf(main.responseHeaders, 'date');
  return {
    state: missing.length === 0 ? 'complete' : 'incomplete',
    missing,
    url: loaded.url,
    capturedAt,
    serverDate,
    hosts: loaded.hosts,
    proxy: pages.proxy,
    tool: pages.tool,
    notes: [timeNote(capturedAt, serverDate), ...pages.notes, ...loaded.notes],
  };
}

function timeNote(capturedAt: string, serverDate: string | null): string {
  if (serverDate === null)
    return `Captured at ${capturedAt} by this machine's clock; the server named no time.`;
  const seconds = Math.round((Date.parse(serverDate) - Date.parse(capturedAt)) / 1000);
  const apart =
    Number.isFinite(seconds) && Math.abs(seconds) > CLOCK_SLACK_SECONDS
      ? ` The two are ${durationWords(Math.abs(seconds) * 1000)} apart: one clock is wrong.`
      : '';
  return `Captured at ${capturedAt} by this machine's clock; the server's clock said ${serverDate}.${apart}`;
}

interface Made {
  readonly address: string;
  readonly loaded: LoadedPage;
  readonly web: WebOutcome;
}

async function store(desk: Desk, made: Made, options: WebCaptureOptions): Promise<CaptureEvent> {
  const { address, loaded, web } = made;
  const bytes = packageOf(made, options.software);
  const given = options.given ?? NOTHING_GIVEN;
  const title = `Web capture of ${loaded.title ?? loaded.url}`;
  const events = captureSources(desk, [address], {
    files: asFile(address, { name: fileNameOf(loaded.url, web), bytes }),
    reader: options.reader,
    given: { ...given, title: given.title ?? title, url: given.url ?? loaded.url },
    ...(options.agent === undefined ? {} : { agent: options.agent }),
  });
  for await (const event of events) return event;
  throw new OnRecordError('unreadable-file', `${address} gave nothing to store.`);
}

function packageOf({ address, loaded, web }: Made, software: string): Uint8Array {
  const { html, dom, screenshots, exchanges, main, title, url, startedAt, endedAt } = loaded;
  const said = { askedFor: address, ...web, startedAt, endedAt, software };
  return writePageArchive(
    {
      software,
      url,
      title,
      startedAt,
      endedAt,
      exchanges,
      main,
      html,
      dom,
      screenshots,
      missing: web.missing,
      said,
    },
    sha256Hex,
  );
}

function asFile(shownAs: string, { name, bytes }: { name: string; bytes: Uint8Array }): InputFiles {
  return {
    async *find() {
      yield {
        found: 'file',
        file: { shownAs, fileName: name, method: 'web', read: async () => bytes, sidecar: async () => null },
      };
    },
  };
}

/** "harbour.example-2021-depot-20261122T201500Z.wacz"; an incomplete capture says so in its name. */
function fileNameOf(url: string, web: WebOutcome): string {
  const { host, pathname } = new URL(url);
  const words = `${host}${pathname}`.replace(/[^A-Za-z0-9.]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  const stamp = web.capturedAt.replace(/\.\d+/u, '').replace(/[-:]/gu, '');
  return `${words.slice(0, 80)}-${stamp}${web.state === 'complete' ? '' : '.incomplete'}.wacz`;
}
