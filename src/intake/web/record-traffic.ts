/**
 * Keeps what a browser asks for and gets: every request of every frame with its answer, the body taken as soon as
 * it has come, before the browser forgets it. Bodies over the limits are dropped and named. What never ended has
 * no body.
 */

import type { BrowserContext, Frame, Page, Request, Response } from 'playwright-core';
import type { Clock } from '../../desk/ports/clock.ts';
import type { HttpExchange, HttpHeaders } from '../../desk/ports/web-page.ts';
import { sizeWords } from '../../record/size-words.ts';

export interface Traffic {
  readonly exchanges: readonly HttpExchange[];
  /** Index of the answer that is the page; null when none came. */
  readonly main: number | null;
  readonly hosts: readonly string[];
  readonly notes: readonly string[];
}

interface Seen {
  readonly request: Request;
  readonly startedAt: string;
  response: Response | null;
  exchange: HttpExchange | null;
  state: 'open' | 'done' | 'failed';
}

const QUIET_MS = 500;
/** Milliseconds for one answer's headers and body to be handed over by a browser that already has them. */
const HAND_OVER_MS = 15_000;

/** Listens to one browser context. Start it before the page is asked for anything. */
export class TrafficRecorder {
  readonly #seen = new Map<Request, Seen>();
  readonly #hosts = new Set<string>();
  readonly #notes: string[] = [];
  readonly #work: Promise<void>[] = [];
  readonly #page: Page;
  readonly #limits: { readonly mostBytes: number; readonly clock: Clock };
  #kept = 0;
  #main: Seen | null = null;
  /** Answered, and not yet shown: it may still turn out to be a file to save. */
  #coming: Seen | null = null;
  #lastChange = performance.now();

  constructor(context: BrowserContext, page: Page, limits: { mostBytes: number; clock: Clock }) {
    this.#page = page;
    this.#limits = limits;
    context.on('request', (request) => this.#begin(request));
    context.on('response', (response) => this.#answer(response));
    context.on('requestfinished', (request) => this.#end(request, 'done'));
    context.on('requestfailed', (request) => this.#end(request, 'failed'));
    page.on('framenavigated', (frame) => {
      const isShown =
        frame === page.mainFrame() && bare(frame.url()) === bare(this.#coming?.request.url() ?? '');
      if (!isShown) return;
      this.#main = this.#coming;
      this.#coming = null;
    });
    page.on('websocket', (socket) => {
      this.#addHost(socket.url());
      this.#notes.push('The page opened a live connection (WebSocket); what went over it is not kept.');
    });
  }

  /** Waits until nothing has been under way for half a second; false when that did not come in time. */
  async settle(limitMs: number): Promise<boolean> {
    const end = performance.now() + limitMs;
    for (;;) {
      const isBusy = [...this.#seen.values()].some(({ state }) => state === 'open');
      if (!isBusy && performance.now() - this.#lastChange >= QUIET_MS) return true;
      if (performance.now() >= end) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** What has come until now. */
  async result(): Promise<Traffic> {
    await Promise.all(this.#work);
    for (const seen of this.#seen.values()) {
      if (seen.state === 'open' && seen.response !== null && seen.exchange === null) {
        await this.#keep(seen, false);
        this.#notes.push(`An answer of ${hostOf(seen.request.url())} had not ended; it is not kept.`);
      }
    }
    const kept = [...this.#seen.values()].filter((seen) => seen.exchange !== null);
    const main = this.#main === null ? -1 : kept.indexOf(this.#main);
    return {
      exchanges: kept.flatMap(({ exchange }) => (exchange === null ? [] : [exchange])),
      main: main < 0 ? null : main,
      hosts: [...this.#hosts],
      notes: [...new Set(this.#notes)],
    };
  }

  #begin(request: Request): void {
    if (!/^https?:/iu.test(request.url())) return;
    this.#addHost(request.url());
    this.#lastChange = performance.now();
    this.#seen.set(request, {
      request,
      startedAt: this.#limits.clock().toISOString(),
      response: null,
      exchange: null,
      state: 'open',
    });
  }

  #answer(response: Response): void {
    const seen = this.#seen.get(response.request());
    if (seen === undefined) return;
    seen.response = response;
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (!isRedirect && this.#isMain(seen.request)) this.#coming = seen;
  }

  #isMain(request: Request): boolean {
    return request.isNavigationRequest() && frameOf(request) === this.#page.mainFrame();
  }

  #end(request: Request, state: 'done' | 'failed'): void {
    const seen = this.#seen.get(request);
    if (seen === undefined || seen.state !== 'open') return;
    seen.state = state;
    this.#lastChange = performance.now();
    if (seen.response === null) {
      const why = request.failure()?.errorText ?? 'no answer';
      this.#notes.push(`A request to ${hostOf(request.url())} got no answer (${why}).`);
    } else this.#work.push(this.#keep(seen, state === 'done'));
  }

  async #keep(seen: Seen, isWhole: boolean): Promise<void> {
    const { request, response } = seen;
    if (response === null) return;
    const [requestHeaders, responseHeaders, address, body] = await Promise.all([
      within(headersOf(request), []),
      within(headersOf(response), []),
      within(response.serverAddr(), null),
      isWhole ? within(bodyOf(request, response), null) : null,
    ]);
    const kept = this.#admit(body, request.url(), isWhole);
    const posted = request.postDataBuffer();
    seen.exchange = {
      startedAt: seen.startedAt,
      url: request.url(),
      method: request.method(),
      requestHeaders,
      requestBody: posted === null ? null : new Uint8Array(posted),
      status: response.status(),
      statusText: response.statusText(),
      responseHeaders,
      body: kept,
      bodyForm: 'unpacked',
      remoteAddress: address?.ipAddress.replace(/^\[|\]$/gu, '') ?? null,
    };
  }

  #admit(body: Uint8Array | null, url: string, isWhole: boolean): Uint8Array | null {
    if (body === null) {
      if (isWhole)
        this.#notes.push(`The browser did not hand over an answer of ${hostOf(url)}; it is not kept.`);
      return null;
    }
    if (this.#kept + body.length > this.#limits.mostBytes) {
      const most = sizeWords(this.#limits.mostBytes);
      this.#notes.push(`An answer of ${hostOf(url)} is not kept: with it the page would be over ${most}.`);
      return null;
    }
    this.#kept += body.length;
    return body;
  }

  #addHost(url: string): void {
    this.#hosts.add(hostOf(url));
  }
}

async function headersOf(message: Request | Response): Promise<HttpHeaders> {
  return (await message.headersArray()).map(({ name, value }) => [name, value] as const);
}

/** A redirect and an answer without content have none; the browser says so with an error. Null: not handed over. */
async function bodyOf(request: Request, response: Response): Promise<Uint8Array | null> {
  const status = response.status();
  if (request.method() === 'HEAD' || status === 204 || (status >= 300 && status < 400))
    return new Uint8Array();
  const body = new Uint8Array(await response.body());
  const {
    'content-type': type = '',
    'content-encoding': encoding,
    'content-length': length,
  } = response.headers();
  // For a PDF the browser hands over the page in which it shows it.
  if (/^application\/pdf/iu.test(type) && body[0] === 0x3c) return null;
  // What it could make no use of, or has dropped, it hands over empty or short, and calls it whole.
  const sent = encoding === undefined && length !== undefined ? Number(length) : 0;
  if (body.length < sent) return null;
  if (body.length > 0) return body;
  const { responseBodySize } = await request.sizes();
  return responseBodySize > 0 ? null : body;
}

/** A page that was closed or replaced no longer answers: the rest of the capture goes on. */
async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), HAND_OVER_MS);
  });
  return Promise.race([work.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

function bare(url: string): string {
  return url.replace(/#.*$/su, '');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an unreadable address';
}
