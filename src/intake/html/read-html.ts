/**
 * An HTML page to text and statements (`html-2`): the headline as first paragraph, then every paragraph of the main
 * part. Linear in the page; pages over the limits are read as running text. Nothing is fetched or run.
 */

import type { StatedMetadata } from '../../desk/ports/document-reader.ts';
import { counted } from '../../record/number-words.ts';
import { decodeBytes } from '../decode-bytes.ts';
import type { Limits } from '../limits.ts';
import { type Reading, type TextHints, withText } from '../reading.ts';
import { blockTextOf, plainTextOf } from './block-text.ts';
import { type HtmlElement, type HtmlPage, parseHtml } from './html-tree.ts';
import { linearText } from './linear-text.ts';
import { mainPartOf } from './main-part.ts';
import { cutFurniture } from './page-furniture.ts';
import { pageMetadataOf } from './page-metadata.ts';
import { pageTrailOf } from './page-trail.ts';

const NORMALISER = 'html-2';
/** Where the HTML Standard and common sense look for a declared encoding. */
const HEAD_BYTES = 4096;

/** The encoding a page declares in its first bytes: XML declaration or meta element. */
function declaredCharset(bytes: Uint8Array): {
  readonly charset: string | null;
  readonly language: string | null;
} {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const charset =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"'>\s]+)/i.exec(head)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([^"'\s/>;]+)/i.exec(head)?.[1] ??
    null;
  return { charset, language: /<html\b[^>]*\blang\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function headings(root: HtmlElement, into: HtmlElement[] = []): HtmlElement[] {
  for (const child of root.children) {
    if (typeof child === 'string' || child.cut) continue;
    if (child.tag === 'h1') into.push(child);
    else headings(child, into);
  }
  return into;
}

/** The element that shows the headline: an h1 like the stated title, or the first h1 of the main part. */
function headlineElement(
  all: readonly HtmlElement[],
  main: HtmlElement,
  title: string | null,
): HtmlElement | null {
  if (title !== null) {
    const wanted = fold(title);
    const like = all.find((heading) => {
      const shown = fold(plainTextOf(heading));
      return shown !== '' && (wanted.includes(shown) || shown.includes(wanted));
    });
    if (like !== undefined) return like;
  }
  return headings(main)[0] ?? all[0] ?? null;
}

/** What was read of a page, and how much was not. */
interface PageParagraphs {
  readonly main: HtmlElement;
  readonly paragraphs: readonly string[];
  readonly struck: number;
  /** Code units of prose left out. */
  readonly cutProse: number;
  /** Code units of folded text that were read. */
  readonly folded: number;
}

function notesOn(page: HtmlPage, { struck, cutProse, folded }: PageParagraphs, limits: Limits): string[] {
  const notes: string[] = [];
  if (page.isFlattened)
    notes.push(`Elements nested deeper than ${limits.htmlDepth} were read as if side by side.`);
  if (struck > 0)
    notes.push(
      `${counted(struck, 'struck-out passage was', 'struck-out passages were')} left out of the text.`,
    );
  if (cutProse > 0) notes.push(`About ${cutProse} characters of prose outside the report were left out.`);
  if (folded > 0) notes.push(`About ${folded} characters that the page folds away were read.`);
  return notes;
}

/** Paragraphs with the headline in front, once. */
function paragraphsOf(page: HtmlPage, stated: StatedMetadata): PageParagraphs {
  const { title, publisher: outlet } = stated;
  const furniture = cutFurniture(page.root);
  const all = headings(page.root);
  const { element: main, proseOutside } = mainPartOf(page.root);
  const cutProse = furniture.prose + proseOutside;
  const heading = headlineElement(all, main, title);
  const shown = heading === null ? null : plainTextOf(heading);
  const isSiteName = shown !== null && outlet !== null && fold(shown) === fold(outlet);
  const headline = shown === null || shown === '' || isSiteName ? title : shown;
  const { paragraphs, struck } = blockTextOf(main, isSiteName ? null : heading);
  const counts = { main, struck, cutProse, folded: furniture.folded };
  if (headline === null) return { paragraphs, ...counts };
  const repeated = paragraphs.findIndex((paragraph) => fold(paragraph) === fold(headline));
  const rest = repeated >= 0 && repeated < 4 ? paragraphs.toSpliced(repeated, 1) : paragraphs;
  return { paragraphs: [headline, ...rest], ...counts };
}

/**
 * Reads one page.
 *
 * @param bytes the page as received
 * @example
 * readHtml(bytes, { charset: null, now: new Date() }, DEFAULT_LIMITS).text?.content
 */
export function readHtml(bytes: Uint8Array, hints: TextHints, limits: Limits): Reading {
  const declared = declaredCharset(bytes);
  const decoded = decodeBytes(bytes, hints.charset ?? declared.charset, declared.language);
  return readHtmlText(decoded.text, { notes: decoded.notes, now: hints.now, limits, mediaType: 'text/html' });
}

/**
 * Reads a page that is characters already (a mail's HTML part, a converted document).
 *
 * @param options notes made while decoding come first in the result
 * @example
 * readHtmlText('<p>One', { notes: [], now: new Date(), limits: DEFAULT_LIMITS, mediaType: 'text/html' })
 */
export function readHtmlText(
  html: string,
  options: {
    readonly notes: readonly string[];
    readonly now: Date;
    readonly limits: Limits;
    readonly mediaType: string;
  },
): Reading {
  const { limits, mediaType, now } = options;
  const base = { mediaType, normaliser: NORMALISER, textUnits: limits.textUnits };
  const isLarge = html.length > limits.htmlTreeBytes;
  const page = parseHtml(isLarge ? html.slice(0, 200_000) : html, limits);
  if (isLarge || page.isCut) {
    const metadata = pageMetadataOf(page, now);
    const { paragraphs, isCut } = linearText(html, limits.textUnits);
    const end = isCut ? [`The text of the page is cut at about ${limits.textUnits} characters.`] : [];
    const why =
      'The page is too large to find its main part; all its running text was read, navigation included.';
    return withText({
      ...base,
      raw: paragraphs.join('\n\n'),
      stated: metadata.stated,
      trail: pageTrailOf(page, null, metadata),
      notes: [...options.notes, ...metadata.notes, why, ...end],
    });
  }
  const metadata = pageMetadataOf(page, now);
  const read = paragraphsOf(page, metadata.stated);
  const notes = [...options.notes, ...metadata.notes, ...notesOn(page, read, limits)];
  const raw = read.paragraphs.join('\n\n');
  const trail = pageTrailOf(page, read.main, metadata);
  return withText({ ...base, raw, stated: metadata.stated, trail, notes });
}

/**
 * Reads HTML that is no web page of its own, such as a converted document: all its text, no main part, no
 * statements.
 *
 * @example
 * wholeHtmlText('<p>One<p>Two', DEFAULT_LIMITS) // 'One\n\nTwo'
 */
export function wholeHtmlText(html: string, limits: Limits): string {
  const page = html.length > limits.htmlTreeBytes ? null : parseHtml(html, limits);
  if (page === null || page.isCut) return linearText(html, limits.textUnits).paragraphs.join('\n\n');
  return blockTextOf(page.root, null).paragraphs.join('\n\n');
}
