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
        return await reviewOn(await context.newPage(), reports, until);
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await proxy.close();
    },
  };
}

async function reviewOn(page: Page, reports: readonly ToReview[], until: number): Promise<Reviewed> {
  const acknowledged: string[] = [];
  const times: number[] = [];
  const others: number[] = [];
  for (const { source, claims } of reports) {
    if (performance.now() > until) break;
    await open(page, source);
    for (let at = 0; at < claims; at += 1) {
      await pause(READS[0] + Math.random() * (READS[1] - READS[0]));
      if (performance.now() > until) break;
      const answered = page.waitForResponse(
        (one) => one.url().endsWith('/api/claims/decisions') && one.request().method() === 'POST',
        { timeout: LOADING },
      );
      const began = performance.now();
      await page.keyboard.press('a');
      const answer = await answered;
      times.push(performance.now() - began);
      if (answer.status() === 200)
        acknowledged.push(...((await answer.json()) as { readonly decided: readonly string[] }).decided);
      else others.push(answer.status());
    }
  }
  return { acknowledged, times, others };
}

/** Milliseconds that a page may take, on a machine that has other work. */
const LOADING = 180_000;

async function open(page: Page, source: string): Promise<void> {
  await page.goto(`https://${HOST}/read/${source}`, { timeout: LOADING });
  try {
    await page.waitForSelector('.card .act', { timeout: LOADING });
  } catch (cause) {
    const heading = await page.textContent('h1').catch(() => null);
    throw new Error(`A report did not open for a reviewer: the page says ${heading}`, { cause });
  }
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
