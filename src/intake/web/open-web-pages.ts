/** Chooses the way to web pages: the person's browser, or plain fetching when that was asked for. Contacts nothing. */
import type { Clock } from '../../desk/ports/clock.ts';
import type { WebPages } from '../../desk/ports/web-page.ts';
import { openBrowserPages } from './browser-page.ts';
import { openFetchPages } from './fetch-page.ts';
import { findBrowser } from './find-browser.ts';
import { findProxy } from './find-proxy.ts';

/** 60 MB: what a page and all its parts may hold together, so that its archive can be read back. */
const MOST_BYTES = 60_000_000;

export interface OpenWebPagesOptions {
  readonly way: 'browser' | 'fetch';
  /** Path of the browser; null: ONRECORD_BROWSER, else the usual places. */
  readonly browser: string | null;
  /** Address of a proxy, or "none"; null: what the environment says. */
  readonly proxy: string | null;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the browser's temporary folder goes; null: where the system puts such things. */
  readonly scratch: string | null;
  readonly mostBytes?: number;
}

/**
 * Opens the way. Close it at the end.
 *
 * @throws OnRecordError `not-found` without a browser, `bad-usage` for a proxy that cannot be honoured,
 * `unsupported-runtime` when the browser does not start
 * @example
 * const pages = await openWebPages({ way: 'browser', browser: null, proxy: null, clock, env: process.env, scratch: null });
 */
export async function openWebPages(options: OpenWebPagesOptions): Promise<WebPages> {
  const { clock, env } = options;
  const proxy = findProxy(options.proxy, env);
  const mostBytes = options.mostBytes ?? MOST_BYTES;
  if (options.way === 'fetch') return openFetchPages({ proxy, clock, mostBytes });
  const executablePath = findBrowser(options.browser, env, process.platform);
  const isRoot = process.getuid?.() === 0;
  return openBrowserPages({ executablePath, proxy, clock, mostBytes, scratch: options.scratch, isRoot });
}
