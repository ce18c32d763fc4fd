/** The title that stands in a page's HTML, for naming the capture; the reader of the archive decides what the source is called. */

import { readHtml } from '../html/read-html.ts';
import { DEFAULT_LIMITS } from '../limits.ts';

/**
 * The title of a page; null when it names none.
 *
 * @example
 * titleOf(new TextEncoder().encode('<title>Two detained</title>')); // 'Two detained'
 */
export function titleOf(html: Uint8Array): string | null {
  return readHtml(html, { charset: null, now: new Date(0) }, DEFAULT_LIMITS).stated.title;
}
