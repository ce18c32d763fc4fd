/** Sizes of every element of a page: words, words inside links, words in paragraphs that look like prose. */
import { BLOCK_TAGS, SILENT_TAGS } from './html-tags.ts';
import type { HtmlElement } from './html-tree.ts';

/** A paragraph with at least this many code units and few links is prose. */
export const PROSE_UNITS = 60;

const MEASURED = new Set([...BLOCK_TAGS, '#page']);

/**
 * Measures an element and all below it, bottom up; elements that never hold words of the page are cut on the way.
 *
 * @returns words of the element's own paragraph that its parent may go on with
 * @example
 * measure(page.root); page.root.prose // code units of prose on the page
 */
export function measure(element: HtmlElement): { readonly inline: number; readonly inlineLink: number } {
  let inline = 0;
  let inlineLink = 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      const units = /\S/.test(child) ? child.length : 0;
      inline += units;
      element.size += units;
      continue;
    }
    if (SILENT_TAGS.has(child.tag)) {
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
  const isProse = inline >= PROSE_UNITS && inlineLink < inline * 0.4 && element.tag !== 'figcaption';
  if (isProse) element.prose += inline;
  return { inline: 0, inlineLink: 0 };
}

/**
 * Cuts an element and takes its sizes off everything above it.
 *
 * @example
 * cutOff(banner); page.root.size // without the banner
 */
export function cutOff(element: HtmlElement): void {
  element.cut = true;
  for (let up = element.parent; up !== null; up = up.parent) {
    up.size -= element.size;
    up.linkSize -= element.linkSize;
    up.prose -= element.prose;
  }
}
