/** The bytes of a copy as a page of its own, for a frame without origin: no script, no network, its pictures covered at first. */

import { createHash } from 'node:crypto';
import { OnRecordError } from '../../desk/desk.ts';
import { MIB } from '../../desk/size-words.ts';
import { decodedText } from './decoded-text.ts';
import { escaped, sanitiseHtml } from './sanitise-html.ts';

const STYLE =
  'html{color-scheme:light dark}body{font:16px/1.6 Charter,Georgia,"Noto Serif",serif;max-width:44rem;margin:1.5rem auto;padding:0 1rem;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;text-align:start}pre{white-space:pre-wrap;font:inherit}.picture{opacity:.8}';

/** Headers of such a page, in the place of the desk's own content policy. */
export const ORIGINAL_POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

const PAGES = new Set(['text/html', 'application/xhtml+xml']);
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Bytes that are shown as a page; more can be saved only. */
const MOST_BYTES = 32 * MIB;

/**
 * How a copy can be looked at beside the text: as a page, as a picture (covered first), or not at all.
 *
 * @example
 * shownAs('application/zip'); // 'nothing'
 */
export function shownAs(mediaType: string): 'page' | 'text' | 'picture' | 'pdf' | 'nothing' {
  const type = typeOf(mediaType);
  if (PAGES.has(type)) return 'page';
  if (PICTURES.has(type)) return 'picture';
  if (type === 'application/pdf') return 'pdf';
  return type.startsWith('text/') ? 'text' : 'nothing';
}

/**
 * The bytes, if they are few enough to be shown.
 *
 * @throws OnRecordError `too-large`
 * @example
 * pdfFramePage(room.pages, shownBytes(bytes));
 */
export function shownBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MOST_BYTES) return bytes;
  throw new OnRecordError('too-large', 'This original is too large to be shown here: save a copy of it.');
}

/**
 * The page.
 *
 * @throws OnRecordError `bad-usage` for a kind that is not shown; `too-large`
 * @example
 * originalPage('text/plain', bytes, { pictures: false });
 */
export function originalPage(
  mediaType: string,
  bytes: Uint8Array,
  { pictures }: { readonly pictures: boolean },
): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>original</title><style>${STYLE}</style></head><body>${bodyOf(mediaType, shownBytes(bytes), pictures)}</body></html>`;
}

function bodyOf(mediaType: string, bytes: Uint8Array, pictures: boolean): string {
  switch (shownAs(mediaType)) {
    case 'page':
      return sanitiseHtml(decodedText(bytes), { pictures });
    case 'text':
      return `<pre dir="auto">${escaped(decodedText(bytes))}</pre>`;
    case 'picture':
      // The type is one of PICTURES, so that nothing of it needs to be escaped.
      return pictures
        ? `<img alt="" src="data:${typeOf(mediaType)};base64,${Buffer.from(bytes).toString('base64')}">`
        : '';
    default:
      throw new OnRecordError('bad-usage', 'Originals of this kind are not shown here: save a copy.');
  }
}

function typeOf(mediaType: string): string {
  return mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
}
