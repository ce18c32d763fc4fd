/**
 * Microdata (HTML Standard §5) and `<time>` as far as they speak of the page's own report: a property belongs to the
 * nearest item around it, and an item that is a comment, a person or another thing speaks only of itself.
 */
import { plainTextOf } from './block-text.ts';
import { namedAs } from './furniture-names.ts';
import type { HtmlElement, HtmlPage } from './html-tree.ts';

const REPORT_TYPE =
  /(Article|BlogPosting|SocialMediaPosting|ForumPosting|Report|PressRelease|WebPage|CreativeWork)$/;
/** Parts of a page that speak of something else. */
const OTHER_PARTS = new Set(['aside', 'nav', 'footer', 'blockquote']);

function itemAround(element: HtmlElement): HtmlElement | null {
  for (let up = element.parent; up !== null; up = up.parent) if (up.attributes.has('itemscope')) return up;
  return null;
}

function typeOf(item: HtmlElement): string {
  return (item.attributes.get('itemtype') ?? '').trim().replace(/^.*[/#]/, '');
}

/** An item that is the page's report: no part of another item, and of a fitting type. */
function isReportItem(item: HtmlElement): boolean {
  const property = item.attributes.get('itemprop') ?? '';
  if (property !== '' && property !== 'mainEntity') return false;
  const type = typeOf(item);
  return type === '' || REPORT_TYPE.test(type);
}

function childNamed(element: HtmlElement): string | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.attributes.get('itemprop') === 'name')
      return child.attributes.get('content') ?? plainTextOf(child);
    const deeper = childNamed(child);
    if (deeper !== null) return deeper;
  }
  return null;
}

/**
 * Types of the items that are the page's report, in order.
 *
 * @example
 * microdataTypes(page) // ['NewsArticle']
 */
export function microdataTypes(page: HtmlPage): readonly string[] {
  return page.stating
    .filter(
      (element) =>
        element.attributes.has('itemscope') && itemAround(element) === null && isReportItem(element),
    )
    .map(typeOf);
}

/**
 * Values of a property of the report.
 *
 * @example
 * microdata(page, 'author') // ['Ana Ruiz']
 */
export function microdata(page: HtmlPage, property: string): readonly string[] {
  return page.stating
    .filter((element) => {
      if (element.tag === 'meta') return false;
      if (!(element.attributes.get('itemprop') ?? '').split(/\s+/).includes(property)) return false;
      const item = itemAround(element);
      return item === null || isReportItem(item);
    })
    .map((element) => {
      const { attributes } = element;
      if (attributes.has('itemscope')) return childNamed(element) ?? plainTextOf(element);
      return attributes.get('content') ?? attributes.get('datetime') ?? plainTextOf(element);
    });
}

function isElsewhere(element: HtmlElement): boolean {
  for (let up = element.parent; up !== null; up = up.parent) {
    if (OTHER_PARTS.has(up.tag) || namedAs(up) === 'comments') return true;
    if (up.attributes.has('itemscope') && !isReportItem(up)) return true;
  }
  return false;
}

/**
 * Machine-readable times outside quotations, asides, comments and menus; those marked as publication first.
 *
 * @example
 * timesOf(page) // ['2031-04-02T10:00:00Z']
 */
export function timesOf(page: HtmlPage): readonly string[] {
  const elements = page.stating.filter(
    (element) => element.tag === 'time' && element.attributes.has('datetime') && !isElsewhere(element),
  );
  const marked = elements.filter(({ attributes }) => attributes.has('pubdate'));
  return [...marked, ...elements].map(({ attributes }) => attributes.get('datetime') ?? '');
}
