/**
 * Where on a page the report stands. Recall before tidiness: the part chosen must hold at least three quarters
 * of the page's prose, otherwise everything that holds prose is read. See docs/decisions/010-main-text.md.
 */
import type { HtmlElement } from './html-tree.ts';

/** The element to read, and prose of the page that stands outside it. */
export interface MainPart {
  readonly element: HtmlElement;
  /** Code units of prose left out. */
  readonly proseOutside: number;
}

const ENOUGH = 0.75;
/** An `<article>` below this share of the largest is no part of the report. */
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
  for (let up: HtmlElement | null = element; up !== null; up = up.parent) path.unshift(up);
  return path;
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

/** The page's articles together: one report, or a report published in several. */
function articlesOf(root: HtmlElement): HtmlElement | null {
  const articles = find(
    root,
    (element) => element.tag === 'article' || element.attributes.get('role') === 'article',
  );
  const largest = Math.max(0, ...articles.map((article) => article.prose));
  if (largest === 0) return null;
  return commonAncestor(articles.filter((article) => article.prose >= largest * SIBLING_SHARE));
}

/** The deepest element that holds all prose. */
function holderOfProse(root: HtmlElement): HtmlElement {
  let holder = root;
  for (;;) {
    const only = holder.children.filter(
      (child): child is HtmlElement => typeof child !== 'string' && !child.cut && child.prose > 0,
    );
    const next = only[0];
    const hasOwnText = holder.children.some((child) => typeof child === 'string' && /\S/.test(child));
    if (only.length !== 1 || next === undefined || next.tag === 'p' || hasOwnText) return holder;
    holder = next;
  }
}

/**
 * Chooses the part of a page to read. Call after `cutFurniture`.
 *
 * @example
 * mainPartOf(page.root).element.tag // 'article'
 */
export function mainPartOf(root: HtmlElement): MainPart {
  const total = root.prose;
  const candidates = [
    articlesOf(root),
    commonAncestor(find(root, isMainMarked)),
    commonAncestor(find(root, (element) => element.attributes.get('itemprop') === 'articleBody')),
  ];
  for (const element of candidates) {
    if (element !== null && total > 0 && element.prose >= total * ENOUGH) {
      return { element, proseOutside: total - element.prose };
    }
  }
  return { element: holderOfProse(root), proseOutside: 0 };
}
