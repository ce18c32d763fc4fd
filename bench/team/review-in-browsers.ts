/**
 * Reviewers in real browsers: each opens its reports in the reading room and accepts with a single key, through a proxy that
 * speaks TLS in front of the desk, as the guide sets one up.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../test/e2e/desk/start-browser.ts';
import { COOKIE, HOST } from './review-over-http.ts';

/** A report with as many proposals as wait in it. */
export interface ToReview {
  readonly source: string;
  readonly claims: number;
}

export interface Reviewed {
  /** Claims whose acceptance was answered with 200. */
  readonly acknowledged: readonly string[];
  /** Milliseconds from the key to the answer. */
  readonly times: readonly number[];
  /** Statuses of other answers. */
  readonly others: readonly number[];
  /** Why it came to an end before its time, one sentence each; [] when it did not. */
  readonly stuck: readonly string[];
}

export interface BrowserReviewers {
  /** Reads and accepts until a moment of `performance.now()`. */
  review(session: string, reports: readonly ToReview[], until: number): Promise<Reviewed>;
  close(): Promise<void>;
}

/** Milliseconds that a person reads before the next decision, at least and at most. */
export const READS = [1000, 5000] as const;

/**
 * Starts a browser, and the proxy before a desk; null, with a line, where no browser starts.
 *
 * @example
 * const browsers = await openBrowserReviewers(port);
 */
export async function openBrowserReviewers(port: number): Promise<BrowserReviewers | null> {
  const proxy = await startProxy(port);
  const rules = `--host-resolver-rules=MAP ${HOST} 127.0.0.1:${proxy.port}`;
  const browser = await startBrowser('bench/team', [rules, '--ignore-certificate-errors']);
  if (browser === null) {
    await proxy.close();
    return null;
  }
  return {
    review: async (session, reports, until) => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const safe = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const };
      await context.addCookies([{ name: COOKIE, value: session, domain: HOST, ...safe }]);
      try {
        return await reviewOn(() => context.newPage(), reports, until);
      } finally {
        await context.close().catch(() => undefined);
      }
    },
    close: async () => {
      await browser.close().catch(() => undefined);
      await proxy.close();
    },
  };
}

/** Pages that a reviewer opens anew after one is stuck. */
const MOST_STUCK = 3;

/** A page that does not open or answer is named, closed, and the next report is opened on another one: what was decided stays counted. */
async function reviewOn(
  newPage: () => Promise<Page>,
  reports: readonly ToReview[],
  until: number,
): Promise<Reviewed> {
  const done = { acknowledged: [] as string[], times: [] as number[], others: [] as number[] };
  const stuck: string[] = [];
  let page = await newPage();
  for (const report of reports) {
    if (performance.now() > until || stuck.length >= MOST_STUCK) break;
    try {
      await reviewOne(page, { report, until }, done);
    } catch (error) {
      stuck.push(`${report.source}: ${await lookOf(page)} (${firstLine(error)})`);
      await page.close().catch(() => undefined);
      page = await newPage();
    }
  }
  return { ...done, stuck };
}

interface Task {
  readonly report: ToReview;
  readonly until: number;
}

async function reviewOne(
  page: Page,
  { report: { source, claims }, until }: Task,
  done: { readonly acknowledged: string[]; readonly times: number[]; readonly others: number[] },
): Promise<void> {
  await page.goto(`https://${HOST}/read/${source}`, { timeout: LOADING });
  await page.waitForSelector('.card .act', { timeout: LOADING });
  for (let at = 0; at < claims; at += 1) {
    await pause(READS[0] + Math.random() * (READS[1] - READS[0]));
    if (performance.now() > until) break;
    const answered = page.waitForResponse(
      (one) => one.url().endsWith('/api/claims/decisions') && one.request().method() === 'POST',
      { timeout: ANSWERING },
    );
    const began = performance.now();
    await page.keyboard.press('a');
    const answer = await answered;
    done.times.push(performance.now() - began);
    if (answer.status() === 200)
      done.acknowledged.push(...((await answer.json()) as { readonly decided: readonly string[] }).decided);
    else done.others.push(answer.status());
  }
}

/** Milliseconds that a page may take, on a machine that has other work. */
const LOADING = 60_000;
/** Milliseconds from a key to the answer, after which it is said that there was none. */
const ANSWERING = 30_000;

/** What a page that is stuck shows: its address and heading, no words of a report. */
async function lookOf(page: Page): Promise<string> {
  const heading = await page.textContent('h1', { timeout: 2000 }).catch(() => null);
  return `at ${new URL(page.url()).pathname}, heading ${JSON.stringify(heading)}`;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
}

/** A proxy as the guide's: TLS in front, the name kept, the address of the browser in a header. */
async function startProxy(desk: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const { key, cert } = ownCertificate();
  const server = createServer({ key, cert }, (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': '192.0.2.2' };
    const passed = request(
      { host: '127.0.0.1', port: desk, method: asked.method, path: asked.url, headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    passed.on('error', () => {
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    });
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Made by OpenSSL for a day, in a folder that is gone afterwards. */
function ownCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-tls-'));
  try {
    const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${HOST}`];
    execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
