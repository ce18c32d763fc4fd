/**
 * Cuts from a page what is no part of its report: navigation, forms, cookie banners, share bars, link lists,
 * teasers of other reports, readers' comments. Cuts marked by the page's own markup are sure; cuts by class names are
 * made only where the element also looks like furniture. Never cuts an element that holds more than a third of the
 * page's prose (but comments beside a report), and never a correction, wherever it stands.
 */
import { plainTextOf } from './block-text.ts';
import { holds, holdsRecords, isBoilerplate, isCorrection, isInside } from './element-look.ts';
import { namedAs } from './furniture-names.ts';
import { BLOCK_TAGS } from './html-tags.ts';
import type { HtmlElement } from './html-tree.ts';
import { cutOff, measure, PROSE_UNITS } from './measure-page.ts';

const FURNITURE_ROLES = new Set([
  'navigation',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
]);
const AMP_FURNITURE =
  /^amp-(ad|auto-ads|sticky-ad|embed|sidebar|consent|user-notification|social-share|lightbox)$/;
const KEPT_TAGS = new Set([
  '#page',
  'html',
  'body',
  'main',
  'article',
  'p',
  'h1',
  'blockquote',
  'tr',
  'tbody',
]);
const LINK_HEADED = new Set(['article', 'li', 'div', 'section']);
const RELATED =
  /^(related|read more|read also|see also|also read|more on this|more from|recommended|watch|listen|tags|topics|share|follow)\b/i;
const REPORT_TAGS = ['article', 'main'];
/** Prose that must be left beside comments for them to be comments on something. */
const REPORT_UNITS = 120;

/** What was cut, and what was read though the page hides it. */
export interface FurnitureCut {
  /** Code units of prose in the parts that were cut. */
  readonly prose: number;
  /** Code units of text that the page folds away and that were kept. */
  readonly folded: number;
}

function isLinked(element: HtmlElement, share: number): boolean {
  return element.linkSize > element.size * share;
}

/** Hidden until a script or a click shows it. An open dialog marks the whole page aria-hidden: that hides no prose. */
function isHidden(element: HtmlElement): boolean {
  const { attributes } = element;
  if (attributes.size === 0) return false;
  if (attributes.get('aria-hidden') === 'true' && element.prose === 0) return true;
  if (attributes.has('hidden')) return true;
  const style = attributes.get('style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Hidden words that are no notice and no menu: the folded rest of a report. */
function isFoldedText(element: HtmlElement): boolean {
  if (element.size < PROSE_UNITS || isLinked(element, 0.25)) return false;
  return namedAs(element) === null && !isBoilerplate(element);
}

/** A box beside or under the text that speaks in sentences of its own. */
function isSpeakingBox(element: HtmlElement): boolean {
  if (isLinked(element, 0.25) || namedAs(element) !== null || isBoilerplate(element)) return false;
  return element.prose > 0 || holdsRecords(element);
}

/** Furniture by the page's own markup. */
function isMarkedFurniture(element: HtmlElement): boolean {
  const { tag, attributes } = element;
  const role = attributes.get('role') ?? '';
  if (tag === 'nav' || FURNITURE_ROLES.has(role) || AMP_FURNITURE.test(tag)) return true;
  const isInReport = isInside(element, REPORT_TAGS);
  if (tag === 'aside' || role === 'complementary') return !(isInReport && isSpeakingBox(element));
  if (tag === 'footer' || role === 'contentinfo') {
    if (isInside(element, ['blockquote'])) return false;
    return !isInReport || isLinked(element, 0.4) || isBoilerplate(element);
  }
  if (tag === 'form') return element.prose < 400;
  if (tag === 'header' || role === 'banner')
    return !isInReport && !holds(element, (inner) => inner.tag === 'h1');
  return false;
}

/** Furniture by its name and its look. */
function isNamedFurniture(element: HtmlElement): boolean {
  const name = namedAs(element);
  if (name === null) return false;
  if (name !== 'likely') return true;
  return isLinked(element, 0.25) || (element.prose === 0 && !holdsRecords(element));
}

/** A heading that leads to another page. A link to a place on this page is the mark of an entry in a live report. */
function isLinkToOther(heading: HtmlElement): boolean {
  if (heading.tag === 'h1' || !/^h[2-6]$/.test(heading.tag) || heading.size === 0) return false;
  const leadsOn = (link: HtmlElement): boolean =>
    link.tag === 'a' && !/#/.test(link.attributes.get('href') ?? '');
  if (heading.parent?.tag === 'a') return leadsOn(heading.parent);
  return isLinked(heading, 0.8) && holds(heading, leadsOn);
}

/** A card that leads to another report: its heading is a link, and little stands below it. */
function isTeaser(element: HtmlElement): boolean {
  return LINK_HEADED.has(element.tag) && element.size <= 700 && holds(element, isLinkToOther);
}

/** The element before this one; null when text or nothing stands there. */
function elementBefore(element: HtmlElement): HtmlElement | null {
  const siblings = element.parent?.children ?? [];
  for (let index = siblings.indexOf(element) - 1; index >= 0; index -= 1) {
    const sibling = siblings[index];
    if (sibling === undefined || (typeof sibling === 'string' && /\S/.test(sibling))) return null;
    if (typeof sibling !== 'string' && sibling.size > 0) return sibling;
  }
  return null;
}

/** A list that a paragraph of the report announces: short linked items such as names. */
function isAnnounced(list: HtmlElement, links: number): boolean {
  const before = elementBefore(list);
  if (before === null || before.cut || isLinked(before, 0.5)) return false;
  const isParagraph = before.tag === 'p' || !holds(before, (inner) => BLOCK_TAGS.has(inner.tag));
  if (!isParagraph) return false;
  return links >= 2 && list.size / links <= 40 && !RELATED.test(plainTextOf(before));
}

/** A list of links without sentences. */
function isLinkList(element: HtmlElement): boolean {
  if (element.prose > 0 || element.size === 0 || !isLinked(element, 0.7)) return false;
  let links = 0;
  holds(element, (inner) => {
    if (inner.tag === 'a') links += 1;
    return false;
  });
  const most = element.tag === 'td' ? 4 : 2;
  return links >= most && element.size / links < 120 && !isAnnounced(element, links);
}

function isRelatedLine(element: HtmlElement): boolean {
  const isLine = element.tag === 'p' || element.tag === 'div' || element.tag === 'li';
  return isLine && element.size < 300 && isLinked(element, 0.5) && RELATED.test(plainTextOf(element));
}

function isFurniture(element: HtmlElement): boolean {
  if (isMarkedFurniture(element)) return true;
  if (isRelatedLine(element)) return true;
  if (KEPT_TAGS.has(element.tag)) return false;
  if (element.tag === 'td') return isLinkList(element);
  if (!BLOCK_TAGS.has(element.tag) && element.tag !== 'span') return false;
  return isNamedFurniture(element) || (element.tag !== 'table' && isLinkList(element));
}

/** Walks a page once and cuts. */
class FurnitureWalk {
  prose = 0;
  folded = 0;
  private readonly root: HtmlElement;
  private teasers: HtmlElement[] | null = [];

  constructor(root: HtmlElement) {
    this.root = root;
  }

  private cut(element: HtmlElement): void {
    this.prose += element.prose;
    cutOff(element);
  }

  /** Readers' comments, however long, where a report stands beside them. */
  comments(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string' || child.cut || child.size === 0) continue;
      const isComments = !KEPT_TAGS.has(child.tag) && namedAs(child) === 'comments';
      if (isComments && this.root.prose - child.prose >= REPORT_UNITS && !isCorrection(child))
        this.cut(child);
      else this.comments(child);
    }
  }

  /** Whether the page is still a page without this element. */
  private isMinor(element: HtmlElement): boolean {
    const { root } = this;
    if (element.prose > root.prose * 0.35) return element.prose < root.prose && isBoilerplate(element);
    return element.size - element.linkSize <= (root.size - root.linkSize) / 2;
  }

  below(element: HtmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string' || child.cut || child.size === 0) continue;
      const hidden = isHidden(child);
      if (hidden && isFoldedText(child)) this.folded += child.size;
      const holdsReport = child.attributes.get('itemprop') === 'articleBody';
      if (this.teasers !== null && isTeaser(child) && !isCorrection(child)) {
        this.teasers.push(child);
        continue;
      }
      const isCut = hidden ? !isFoldedText(child) : !holdsReport && isFurniture(child);
      if (isCut && this.isMinor(child) && !isCorrection(child)) this.cut(child);
      else this.below(child);
    }
  }

  /** Cuts cards, unless the page consists of them: then they are its report. */
  cards(): void {
    const cards = this.teasers ?? [];
    this.teasers = null;
    const prose = cards.reduce((sum, card) => sum + card.prose, 0);
    const isBeside = this.root.prose - prose >= Math.max(REPORT_UNITS, prose / 8);
    for (const card of cards) {
      if (isBeside || card.prose === 0) this.cut(card);
      else this.below(card);
    }
  }
}

/**
 * Measures every element of a page and marks what is furniture as cut.
 *
 * @example
 * cutFurniture(page.root); page.root.prose // code units of prose left
 */
export function cutFurniture(root: HtmlElement): FurnitureCut {
  measure(root);
  const walk = new FurnitureWalk(root);
  walk.comments(root);
  walk.below(root);
  walk.cards();
  return { prose: walk.prose, folded: walk.folded };
}
