/**
 * Loads one address without a browser: the page alone, no picture, no scripts, no pictures on it. Follows redirects
 * to http and https and keeps each as an exchange of its own. Refuses to start when a proxy is wanted, because it
 * would go past it; refuses to be led from a public address to one of the local network.
 */

import { lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '../../desk/ports/clock.ts';
import {
  type HttpExchange,
  type HttpHeaders,
  headerOf,
  type LoadedPage,
  mediaTypeOf,
  type WebPages,
} from '../../desk/ports/web-page.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { sizeWords } from '../../record/size-words.ts';
import { httpBody } from '../hostile/http-body.ts';
import type { ChosenProxy } from './find-proxy.ts';
import { isLocalAddress } from './local-network.ts';
import { titleOf } from './page-title.ts';
import { causeOf, noAnswer } from './web-faults.ts';

const MOST_REDIRECTS = 20;
/** Says no more than that it can read pages; neither this program nor its version. */
const REQUEST_HEADERS = [
  ['User-Agent', 'Mozilla/5.0'],
  ['Accept', 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8'],
  ['Accept-Language', 'en;q=0.5,*;q=0.1'],
  ['Accept-Encoding', 'gzip, deflate, br'],
  ['Connection', 'close'],
] as const;

export interface FetchPageOptions {
  readonly proxy: ChosenProxy | null;
  readonly clock: Clock;
  /** Bytes of one body, packed or unpacked. */
  readonly mostBytes: number;
  /** Which addresses are of the local network; the usual ones when absent. */
  readonly isLocalAddress?: (address: string) => boolean;
}

/**
 * The way without a browser.
 *
 * @throws OnRecordError `bad-usage` when a proxy is wanted
 * @example
 * const pages = openFetchPages({ proxy: null, clock, mostBytes: 60_000_000 });
 */
export function openFetchPages(options: FetchPageOptions): WebPages {
  if (options.proxy !== null) {
    throw new OnRecordError(
      'bad-usage',
      `${options.proxy.from} names a proxy, and --no-browser cannot go through one; nothing was contacted. Leave --no-browser out, or say --proxy none to go directly.`,
    );
  }
  return {
    way: 'fetch',
    tool: `node ${process.versions.node}`,
    proxy: null,
    notes: [],
    load: (url, { timeoutMs }) => loadPage(new URL(url), timeoutMs, options),
    close: async () => undefined,
  };
}

async function loadPage(first: URL, timeoutMs: number, options: FetchPageOptions): Promise<LoadedPage> {
  const startedAt = options.clock().toISOString();
  const signal = AbortSignal.timeout(timeoutMs);
  const exchanges: HttpExchange[] = [];
  const notes: string[] = [];
  let url = first;
  const isLocalHere = options.isLocalAddress ?? isLocalAddress;
  let isLocal = await leadsToLocal(url, isLocalHere);
  for (;;) {
    const exchange = await exchangeAt(url, { signal, isLocal, options, notes });
    exchanges.push(exchange);
    const next = nextOf(exchange, url);
    if (next === null) break;
    if (exchanges.length > MOST_REDIRECTS)
      throw noAnswer(first, `it redirected more than ${MOST_REDIRECTS} times`);
    isLocal = isLocal && (await leadsToLocal(next, isLocalHere));
    url = next;
  }
  const last = exchanges.at(-1);
  const html = last === undefined ? null : htmlOf(last, options.mostBytes);
  return {
    url: url.href,
    title: html === null ? null : titleOf(html),
    startedAt,
    endedAt: options.clock().toISOString(),
    exchanges,
    main: exchanges.length - 1,
    html,
    dom: null,
    screenshots: [],
    pictureCut: null,
    hosts: [...new Set(exchanges.map((exchange) => new URL(exchange.url).host))],
    notes,
  };
}

/** Null: the answer is no redirect. */
function nextOf({ status, responseHeaders }: HttpExchange, url: URL): URL | null {
  const location = headerOf(responseHeaders, 'location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
  if (next === null || !/^https?:$/u.test(next.protocol)) {
    const where = next === null ? 'an address that is none' : `a ${next.protocol} address`;
    throw noAnswer(url, `it redirects to ${where}, which is not followed`);
  }
  next.username = '';
  next.password = '';
  return next;
}

function htmlOf(exchange: HttpExchange, limit: number): Uint8Array | null {
  const isHtml = /^(text\/html|application\/xhtml\+xml|)$/u.test(mediaTypeOf(exchange.responseHeaders));
  if (!isHtml || exchange.body === null) return null;
  return httpBody(exchange.body, { get: (name) => headerOf(exchange.responseHeaders, name) }, limit);
}

interface OneRequest {
  readonly signal: AbortSignal;
  /** The way so far never left the local network; it may go on there. */
  readonly isLocal: boolean;
  readonly options: FetchPageOptions;
  readonly notes: string[];
}

function exchangeAt(url: URL, asked: OneRequest): Promise<HttpExchange> {
  const requestHeaders: HttpHeaders = [['Host', url.host], ...REQUEST_HEADERS];
  const startedAt = asked.options.clock().toISOString();
  const isInside = asked.isLocal ? () => false : (asked.options.isLocalAddress ?? isLocalAddress);
  if (isInside(bareHost(url))) return Promise.reject(ledInside(url));
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.request(url, {
      agent: false,
      headers: requestHeaders.flat(),
      signal: asked.signal,
      lookup: lookupWithin(url, isInside),
    });
    const fail = (error: unknown): void => reject(asFault(error, url, asked.signal));
    let isAnswered = false;
    // After the head has come, what breaks off is the body, and gather tells of it.
    request.on('error', (error) => isAnswered || fail(error));
    request.on('response', (response) => {
      isAnswered = true;
      const remoteAddress = response.socket.remoteAddress ?? null;
      gather(response, url, asked).then((body) => {
        resolve({
          startedAt,
          url: url.href,
          method: 'GET',
          requestHeaders,
          requestBody: null,
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? '',
          responseHeaders: pairsOf(response.rawHeaders),
          body,
          bodyForm: 'packed',
          remoteAddress,
        });
      }, fail);
    });
    request.end();
  });
}

function pairsOf(raw: readonly string[]): HttpHeaders {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}

/** The body; null when it never ended, with a note. */
async function gather(
  response: http.IncomingMessage,
  url: URL,
  { signal, options, notes }: OneRequest,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > options.mostBytes) throw tooLarge(url, options.mostBytes);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof OnRecordError) throw error;
    notes.push(
      signal.aborted
        ? `The answer of ${url.host} did not end in time; ${size} bytes had come.`
        : `The answer of ${url.host} broke off after ${size} bytes.`,
    );
    return null;
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(url: URL, mostBytes: number): OnRecordError {
  return new OnRecordError(
    'too-large',
    `The answer of ${url.host} is larger than ${sizeWords(mostBytes)} and was not stored. Save the file another way and capture it from disk.`,
    { subject: url.host },
  );
}

function asFault(error: unknown, url: URL, signal: AbortSignal): OnRecordError {
  if (error instanceof OnRecordError) return error;
  return noAnswer(url, signal.aborted ? 'it did not answer in time' : causeOf(error), error);
}

function ledInside(url: URL): OnRecordError {
  return noAnswer(url, 'a public page led to an address of the local network, which is not followed');
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '');
}

async function leadsToLocal(url: URL, isLocalHere: (address: string) => boolean): Promise<boolean> {
  const host = bareHost(url);
  if (isIP(host) !== 0) return isLocalHere(host);
  return new Promise((resolve) => {
    lookUp(host, (error, address) => resolve(error === null && isLocalHere(address)));
  });
}

/** Looks a name up, and refuses local answers once the way has led through public ones. */
function lookupWithin(url: URL, isInside: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const first = addresses[0];
      if (error !== null) done(error, '', 4);
      else if (first === undefined) done(Object.assign(new Error(host), { code: 'ENOTFOUND' }), '', 4);
      else if (addresses.some(({ address }) => isInside(address))) done(ledInside(url), '', 4);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
