/** Long lists are parted over several files, so that none grows past what a browser opens at once. */
import { type Content, html } from './html.ts';

/** Entries on one page of a list. */
export const ENTRIES_A_PAGE = 500;

/** One page of a list. */
export interface PagePart<T> {
  /** 1-based. */
  readonly number: number;
  /** Pages in all; at least 1. */
  readonly of: number;
  readonly items: readonly T[];
}

/**
 * Parts a list; an empty one has one empty page.
 *
 * @example
 * partsOf(['a', 'b', 'c'], 2); // 2 pages
 */
export function partsOf<T>(items: readonly T[], size = ENTRIES_A_PAGE): readonly PagePart<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/**
 * The file of a page of a list; the first keeps the plain name.
 *
 * @example
 * partPath('timeline', 2); // 'timeline-2.html'
 */
export function partPath(name: string, number: number): string {
  return number <= 1 ? `${name}.html` : `${name}-${number}.html`;
}

/**
 * The way between the pages of a list; null when there is one page.
 *
 * @example
 * partLinks('timeline', { number: 1, of: 3, items: [] });
 */
export function partLinks(name: string, { number, of }: PagePart<unknown>): Content {
  if (of <= 1) return null;
  const links = Array.from({ length: of }, (_, index) => {
    const here = index + 1 === number;
    return here
      ? html`<li><a href="${partPath(name, index + 1)}" aria-current="page">${index + 1}</a></li>`
      : html`<li><a href="${partPath(name, index + 1)}">${index + 1}</a></li>`;
  });
  return html`<nav class="parts" aria-label="Pages of this list"><span>Page ${number} of ${of}</span><ol>${links}</ol></nav>`;
}
