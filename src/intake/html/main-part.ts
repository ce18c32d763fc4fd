/**
 * Where on a page the report stands: a marked core (`article`, `main`, `articleBody`) or the deepest element that holds
 * all prose, and everything around it that speaks in sentences, shows figures or corrects. Recall before tidiness.
 * See docs/decisions/010-main-text.md.
 */
import { holds, holdsRecords, isBoilerplate, isCorrection } from './element-look.ts';
import { namedAs } from './furniture-names.ts';
import { BLOCK_TAGS } from './html-tags.ts';
import type { HtmlElement } from './html-tree.ts';
import { cutOff } from './measure-page.ts';

/** The element to read, and prose of the page that stands outside it. */
export interface MainPart {
  readonly element: HtmlElement;
  /** Code units of prose left out. */
  readonly proseOutside: number;
}

/** A marked core holds at least this share of the page's prose. */
const ENOUGH = 0.5;
/** An `<article>` below this share of the largest, elsewhere on the page, is no core of the report. */
const SIBLING_SHARE = 0.15;

function isMainMarked(element: HtmlElement): boolean {
  return element.tag === 'main' || element.attributes.get('role') === 'main';
}

function find(root: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const look = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || child.cut) continue;
      if (test(child)) found.push(child);
      else look(child);
    }
  };
  look(root);
  return found;
}

function pathOf(element: HtmlElement): HtmlElement[] {
  const path: HtmlElement[] = [];
  for (let up: HtmlElement | null = element; up !== null; up = up.parent) path.push(up);
  return path.reverse();
}

function commonAncestor(elements: readonly HtmlElement[]): HtmlElement | null {
  const paths = elements.map(pathOf);
  const first = paths[0];
  if (first === undefined) return null;
  let common: HtmlElement | null = null;
  for (const [depth, candidate] of first.entries()) {
    if (!paths.every((path) => path[depth] === candidate)) break;
    common = candidate;
  }
  return common;
}

/** The page's articles together: one report, or a report published in several, such as a thread or a live report. */
function articlesOf(root: HtmlElement): HtmlElement | null {
  const isArticle = (element: HtmlElement): boolean =>
    element.tag === 'article' || element.attributes.get('role') === 'article';
  const articles = find(root, isArticle);
  const most = Math.max(0, ...articles.map((article) => article.prose));
  const largest = articles.find((article) => article.prose === most);
  if (most === 0 || largest === undefined) return null;
  const belongs = ({ prose, parent, size }: HtmlElement): boolean =>
    prose >= most * SIBLING_SHARE || (parent === largest.parent && size > 0);
  return commonAncestor(articles.filter(belongs));
}

/** An element of words alone. */
function isParagraph(element: HtmlElement): boolean {
  return !holds(element, (inner) => BLOCK_TAGS.has(inner.tag));
}

/** The deepest element of several blocks that holds all prose. */
function holderOfProse(root: HtmlElement): HtmlElement {
  let holder = root;
  for (;;) {
    const only = holder.children.filter(
      (child): child is HtmlElement => typeof child !== 'string' && !child.cut && child.prose > 0,
    );
    const next = only[0];
    const hasOwnText = holder.children.some((child) => typeof child === 'string' && /\S/.test(child));
    if (only.length !== 1 || next === undefined || isParagraph(next) || hasOwnText) return holder;
    holder = next;
  }
}

function coreOf(root: HtmlElement): HtmlElement {
  const candidates = [
    articlesOf(root),
    commonAncestor(find(root, isMainMarked)),
    commonAncestor(find(root, (element) => element.attributes.get('itemprop') === 'articleBody')),
  ];
  const marked = candidates.find(
    (element) => element !== null && root.prose > 0 && element.prose >= root.prose * ENOUGH,
  );
  return marked ?? holderOfProse(root);
}

/** Whether an element beside the core may belong to the report: words that are no links, no notice, no named box. */
function speaks(element: HtmlElement): boolean {
  if (element.size === 0) return false;
  if (isCorrection(element)) return true;
  if (isBoilerplate(element)) return false;
  if (namedAs(element) === 'likely') return holdsRecords(element);
  return element.linkSize < element.size * 0.25;
}

/** Keeps what speaks below an element beside the core, and cuts the rest; the elements kept. */
function keepBeside(element: HtmlElement): readonly HtmlElement[] {
  if (speaks(element)) return [element];
  const hasOwnText = element.children.some((child) => typeof child === 'string' && /\S/.test(child));
  if (hasOwnText || !holds(element, speaks)) {
    cutOff(element);
    return [];
  }
  return element.children.flatMap((child) =>
    typeof child === 'string' || child.cut ? [] : keepBeside(child),
  );
}

/**
 * Chooses the part of a page to read, and cuts what stands around it. Call after `cutFurniture`; look for headings
 * before.
 *
 * @example
 * mainPartOf(page.root).element.tag // 'article'
 */
export function mainPartOf(root: HtmlElement): MainPart {
  const before = root.prose;
  const core = coreOf(root);
  const kept: HtmlElement[] = [core];
  for (let inner = core; inner.parent !== null; inner = inner.parent) {
    for (const beside of inner.parent.children) {
      if (typeof beside !== 'string' && beside !== inner && !beside.cut) kept.push(...keepBeside(beside));
    }
  }
  return { element: commonAncestor(kept) ?? core, proseOutside: before - root.prose };
}
