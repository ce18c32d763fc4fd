/**
 * What a web capture lacks. The Berkeley Protocol (para. 155) asks for the address, the HTML as received and a
 * full-page picture, with the time; a file that is no page (a PDF) has no picture to take.
 */
import { type LoadedPage, mediaTypeOf } from './ports/web-page.ts';

/**
 * What is missing, in words; empty when the capture is complete.
 *
 * @example
 * missingOf(loaded); // ['the full-page picture']
 */
export function missingOf(page: LoadedPage): readonly string[] {
  const main = page.main === null ? undefined : page.exchanges[page.main];
  if (main === undefined) return ['the page: no answer came that is one'];
  const missing: string[] = [];
  if (main.status < 200 || main.status > 299) {
    missing.push(`the page: the server answered ${`${main.status} ${main.statusText}`.trim()}`);
  }
  if (main.body === null) missing.push('the bytes of the page as received');
  else if (main.body.length === 0) missing.push('the bytes of the page: the answer is empty');
  if (!Number.isFinite(Date.parse(main.startedAt))) missing.push('the time');
  return isWebPage(main.responseHeaders) ? [...missing, ...missingOfHtml(page)] : missing;
}

function isWebPage(headers: Parameters<typeof mediaTypeOf>[0]): boolean {
  return /^(text\/html|application\/xhtml\+xml|)$/.test(mediaTypeOf(headers));
}

function missingOfHtml(page: LoadedPage): string[] {
  const missing: string[] = [];
  if (page.html === null || page.html.length === 0) missing.push('the HTML');
  if (page.screenshots.length === 0) missing.push('the full-page picture');
  else if (page.pictureCut !== null) missing.push(`a part of the full-page picture (${page.pictureCut})`);
  return missing;
}
