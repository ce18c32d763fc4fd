/**
 * Cuts from a page what is no part of its report: navigation, forms, cookie banners, share bars, link lists,
 * teasers of other reports. Cuts marked by the page's own markup are sure; cuts by class names are made only
 * where the element also looks like furniture. Never cuts an element that holds more than half of the page's
 * words, and never a correction, wherever it stands.
 */
import { plainTextOf } from './block-text.ts';
import { BLOCK_TAGS, SILENT_TAGS } from './html-tags.ts';
import type { HtmlElement } from './html-tree.ts';

const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'complementary',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
]);
const CORRECTION =
  /^\W*(correction|corrections|clarification|editor['’]s note|note to readers|an earlier version|this (article|story|report|post) (was|has been) (amended|corrected|updated|changed|edited))\b/i;
/** Class or id words that name furniture beyond doubt. */
const SURE_NAME =
  /(^|[\s_-])(cookies?|consent|gdpr|newsletter|comments|disqus|outbrain|taboola|related|recommended|recommendations|most-read|most-popular|trending|breadcrumbs?|share-?bar|sharing|social-?(share|links|media|icons)|more-(stories|news|from|on)|read-?(next|more)|skip-?link|sr-only|visually-?hidden|screen-reader-text)([\s_-]|$)/i;
/** Class or id words that often name furniture; believed only when the content agrees. */
const LIKELY_NAME =
  /(^|[\s_-])(subscribe|subscription|sign-?up|share|social|sidebar|promo|promotion|advert|advertisement|ads?|sponsor|sponsored|popup|modal|menu|nav|navbar|masthead|footer|toolbar|pagination|paywall|tags|teasers?|banner|print-only)([\s_-]|$)/i;
const KEPT_TAGS = new Set([
  '#page',
  'html',
  'body',
  'main',
  'article',
  'p',
  'h1',
  'blockquote',
  'td',
  'tr',
  'tbody',
]);
const LINK_HEADED = new Set(['article', 'li', 'div', 'section']);
const RELATED_LINE =
  /^(related|read more|read also|see also|also read|more on this|recommended|watch|listen)\b/i;
/** A paragraph with at least this many code units and few links is prose. */
const PROSE_UNITS = 60;
const MEASURED = new Set([...BLOCK_TAGS, '#page']);

/** Below this the element is read as a whole when looking for a correction. */
const NOTICE_UNITS = 3000;

function isHidden(element: HtmlElement): boolean {
  const { attributes } = element;
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  const style = attributes.get('style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Sizes of every element, bottom up; hidden and silent elements are cut on the way. */
function measure(element: HtmlElement): { readonly inline: number; readonly inlineLink: number } {
  let inline = 0;
  let inlineLink = 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      const units = /\S/.test(child) ? child.length : 0;
      inline += units;
      element.size += units;
      continue;
    }
    if (SILENT_TAGS.has(child.tag) || isHidden(child)) {
      child.cut = true;
      continue;
    }
    const below = measure(child);
    inline += below.inline;
    inlineLink += below.inlineLink;
    element.size += child.size;
    element.linkSize += child.linkSize;
    element.prose += child.prose;
  }
  if (element.tag === 'a') {
    element.linkSize = element.size;
    inlineLink = inline;
  }
  if (!MEASURED.has(element.tag)) return { inline, inlineLink };
  if (inline >= PROSE_UNITS && inlineLink < inline * 0.4 && element.tag !== 'figcaption')
    element.prose += inline;
  return { inline: 0, inlineLink: 0 };
}

function isCorrection(element: HtmlElement): boolean {
  return element.size < NOTICE_UNITS && CORRECTION.test(plainTextOf(element).slice(0, 200));
}

function isInside(element: HtmlElement, tag: string): boolean {
  for (let up = element.parent; up !== null; up = up.parent) if (up.tag === tag) return true;
  return false;
}

function holds(element: HtmlElement, test: (inner: HtmlElement) => boolean): boolean {
  return element.children.some((child) => typeof child !== 'string' && (test(child) || holds(child, test)));
}

function isHeading(element: HtmlElement): boolean {
  return /^h[1-6]$/.test(element.tag);
}

/** Furniture by the page's own markup. */
function isMarkedFurniture(element: HtmlElement): boolean {
  const { tag, attributes } = element;
  if (tag === 'nav' || FURNITURE_ROLES.has(attributes.get('role') ?? '')) return true;
  if (tag === 'aside') return true;
  if (tag === 'footer') return !isInside(element, 'blockquote');
  if (tag === 'form') return element.prose < 400;
  if (tag === 'header' && !isInside(element, 'article') && !isInside(element, 'main')) {
    return !holds(element, (inner) => inner.tag === 'h1');
  }
  return false;
}

/** Furniture by its name and its look. */
function isNamedFurniture(element: HtmlElement): boolean {
  const name = `${element.attributes.get('class') ?? ''} ${element.attributes.get('id') ?? ''}`;
  if (name === ' ') return false;
  if (SURE_NAME.test(name)) return true;
  return LIKELY_NAME.test(name) && (element.linkSize > element.size * 0.25 || element.prose === 0);
}

/** A card that leads to another report: its heading is a link, and little stands below it. */
function isTeaser(element: HtmlElement): boolean {
  if (!LINK_HEADED.has(element.tag) || element.size > 700) return false;
  return holds(
    element,
    (inner) => isHeading(inner) && inner.tag !== 'h1' && inner.size > 0 && isAllLink(inner),
  );
}

function isAllLink(element: HtmlElement): boolean {
  return element.linkSize > element.size * 0.8 || element.parent?.tag === 'a';
}

/** A list of links without sentences. */
function isLinkList(element: HtmlElement): boolean {
  if (element.prose > 0 || element.size === 0 || element.linkSize < element.size * 0.7) return false;
  let links = 0;
  holds(element, (inner) => {
    if (inner.tag === 'a') links += 1;
    return false;
  });
  return links >= 2 && element.size / links < 120;
}

function isRelatedLine(element: HtmlElement): boolean {
  const isLine = element.tag === 'p' || element.tag === 'div' || element.tag === 'li';
  return (
    isLine &&
    element.size < 300 &&
    element.linkSize > element.size * 0.5 &&
    RELATED_LINE.test(plainTextOf(element))
  );
}

function isFurniture(element: HtmlElement): boolean {
  if (isMarkedFurniture(element)) return true;
  if (isRelatedLine(element)) return true;
  if (KEPT_TAGS.has(element.tag)) return element.tag === 'article' && isTeaser(element);
  if (!BLOCK_TAGS.has(element.tag) && element.tag !== 'span') return false;
  return isNamedFurniture(element) || isTeaser(element) || (element.tag !== 'table' && isLinkList(element));
}

/** Takes the sizes of a cut element off everything above it. */
function cut(element: HtmlElement): void {
  element.cut = true;
  for (let up = element.parent; up !== null; up = up.parent) {
    up.size -= element.size;
    up.linkSize -= element.linkSize;
    up.prose -= element.prose;
  }
}

function cutBelow(element: HtmlElement, pageSize: number): void {
  for (const child of element.children) {
    if (typeof child === 'string' || child.cut || child.size === 0) continue;
    const isSmall = child.size <= pageSize / 2;
    const holdsArticle = child.attributes.get('itemprop') === 'articleBody';
    if (isSmall && !holdsArticle && isFurniture(child) && !isCorrection(child)) cut(child);
    else cutBelow(child, pageSize);
  }
}

/**
 * Measures every element of a page and marks what is furniture as cut.
 *
 * @example
 * cutFurniture(page.root); page.root.prose // code units of prose left
 */
export function cutFurniture(root: HtmlElement): void {
  measure(root);
  cutBelow(root, root.size);
}
