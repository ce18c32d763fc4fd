/** What an element looks like: questions asked both when furniture is cut and when the main part is chosen. */
import { plainTextOf } from './block-text.ts';
import type { HtmlElement } from './html-tree.ts';

const CORRECTION =
  /^\W*(correction|corrections|clarification|editor['’]s note|note to readers|an earlier version|this (article|story|report|post) (was|has been) (amended|corrected|updated|changed|edited))\b/i;
/** Above this an element is no notice. */
const NOTICE_UNITS = 3000;
const BOILERPLATE =
  /\bcookies?\b|\bconsent\b|all rights reserved|©|\bcopyright\b|\bsubscri(be|ption)\b|\bsign up\b|\bnewsletters?\b|privacy (policy|notice)|terms (of|and)\b|\bdonate\b|your privacy|our partners/i;

/**
 * Whether any element below passes a test.
 *
 * @example
 * holds(header, (inner) => inner.tag === 'h1')
 */
export function holds(element: HtmlElement, test: (inner: HtmlElement) => boolean): boolean {
  return element.children.some((child) => typeof child !== 'string' && (test(child) || holds(child, test)));
}

/**
 * Whether an element stands inside one of these tags.
 *
 * @example
 * isInside(aside, ['article', 'main'])
 */
export function isInside(element: HtmlElement, tags: readonly string[]): boolean {
  for (let up = element.parent; up !== null; up = up.parent) if (tags.includes(up.tag)) return true;
  return false;
}

/**
 * Whether an element says that the report was corrected or amended. It is kept wherever it stands.
 *
 * @example
 * isCorrection(aside) // true for "Correction: an earlier version said 30."
 */
export function isCorrection(element: HtmlElement): boolean {
  return element.size < NOTICE_UNITS && CORRECTION.test(plainTextOf(element).slice(0, 200));
}

/**
 * Whether an element's first words are a site's notice: cookies, rights, subscriptions.
 *
 * @example
 * isBoilerplate(footer) // true for "Copyright. All rights reserved."
 */
export function isBoilerplate(element: HtmlElement): boolean {
  return BOILERPLATE.test(plainTextOf(element).slice(0, 400));
}

/** Items of a list that are no links. */
function countPlainItems(element: HtmlElement): number {
  let plain = 0;
  holds(element, (inner) => {
    const isItem = inner.tag === 'li' || inner.tag === 'dd';
    if (isItem && inner.size > 0 && inner.linkSize < inner.size * 0.5) plain += 1;
    return false;
  });
  return plain;
}

/**
 * Whether an element holds figures in a table, or a list whose items are no links: names, demands, terms.
 *
 * @example
 * holdsRecords(sidebar) // true for a table of tolls
 */
export function holdsRecords(element: HtmlElement): boolean {
  const hasFigures = (inner: HtmlElement): boolean => inner.tag === 'td' && /\d/.test(plainTextOf(inner));
  if (element.linkSize > element.size * 0.4) return false;
  return hasFigures(element) || holds(element, hasFigures) || countPlainItems(element) >= 2;
}
