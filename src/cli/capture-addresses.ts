/**
 * The part of `onrecord capture` that uses the network: says what will be contacted, captures each web address in
 * turn, and says what was contacted. Nothing is contacted before that line is written.
 */
import { captureWeb, readAddress, type WebOutcome } from '../desk/capture-web.ts';
import type { Desk } from '../desk/desk.ts';
import type { GivenMetadata } from '../desk/given-metadata.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import type { WebPages } from '../desk/ports/web-page.ts';
import type { CaptureReport } from './capture-report.ts';
import { type Options, usageError } from './command.ts';
import { oneLine, wrap } from './paper.ts';

/** What the flags say about web addresses. */
export interface WebFlags {
  readonly way: 'browser' | 'fetch';
  readonly browser: string | null;
  readonly proxy: string | null;
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly allowIncomplete: boolean;
}

const USUAL_SECONDS = 45;
/** What never has a picture, so that fetching it alone can be complete. */
const FILE_ENDING = /\.(pdf|docx?|xlsx?|odt|csv|txt|eml|zip|wacz|warc|jpe?g|png|mp3|mp4)$/iu;

/**
 * Reads the flags and refuses, before anything is contacted, what cannot end in a stored capture.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * webFlagsOf(call.options, ['https://harbour.example/depot']);
 */
export function webFlagsOf(options: Options, addresses: readonly string[]): WebFlags {
  const seconds = options.timeout === undefined ? USUAL_SECONDS : Number(options.timeout);
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 600)
    throw usageError('--timeout must be a number of seconds from 1 to 600', 'capture');
  const way = options.browser === false ? 'fetch' : 'browser';
  const allowIncomplete = options.allowIncomplete === true;
  const urls = addresses.map((address) => readAddress(address));
  const page = urls.find(({ pathname }) => !FILE_ENDING.test(pathname));
  if (way === 'fetch' && !allowIncomplete && page !== undefined) {
    throw usageError(
      'Without a browser there is no picture of a page, and a capture without one is incomplete. Add --allow-incomplete to store it marked as such, or leave --no-browser out. Nothing was contacted',
      'capture',
    );
  }
  return {
    way,
    browser: typeof options.browser === 'string' ? options.browser : null,
    proxy: typeof options.proxy === 'string' ? options.proxy : null,
    timeoutMs: seconds * 1000,
    allowIncomplete,
  };
}

export interface WebJob {
  readonly desk: Desk;
  readonly pages: WebPages;
  readonly reader: DocumentReader;
  readonly given: GivenMetadata;
  readonly agent: string | null;
  readonly flags: WebFlags;
  readonly software: string;
  readonly report: CaptureReport;
  /** Columns of standard error. */
  readonly width: number;
  readonly signal: AbortSignal;
}

/**
 * Captures the addresses one after the other; Ctrl-C stops after the one under way.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`, `damaged`
 * @example
 * await captureAddresses(['https://harbour.example/depot'], job);
 */
export async function captureAddresses(addresses: readonly string[], job: WebJob): Promise<void> {
  const { desk, pages, reader, given, agent, flags, software, report } = job;
  for (const address of addresses) {
    if (job.signal.aborted) {
      report.event({ state: 'stopped', file: address });
      return;
    }
    report.say(...told(announcement(readAddress(address), pages), job.width));
    const event = await captureWeb(desk, address, {
      pages,
      reader,
      given,
      software,
      timeoutMs: flags.timeoutMs,
      allowIncomplete: flags.allowIncomplete,
      ...(agent === null ? {} : { agent }),
    });
    if (event.web !== null) report.say(...told(afterwards(event.web), job.width));
    report.event(event);
  }
}

function announcement(url: URL, { way, proxy, tool }: WebPages): string {
  const through =
    proxy === null
      ? 'directly, without a proxy: it will see the address of your connection'
      : `through ${proxy}`;
  const what =
    way === 'browser'
      ? `with ${tool}, and so will every host from which the page loads something`
      : `without a browser (${tool}), and so will hosts it redirects to`;
  return `→ ${url.host} will be contacted ${through}; ${what}.`;
}

function afterwards(web: WebOutcome): string {
  const state = web.state === 'complete' ? 'Complete.' : `Incomplete, missing: ${web.missing.join('; ')}.`;
  return `← contacted: ${web.hosts.join(', ')}. ${state} ${web.notes.join(' ')}`;
}

function told(line: string, width: number): string[] {
  return wrap({ width, colour: false }, oneLine(line), { first: '', rest: '    ' });
}
