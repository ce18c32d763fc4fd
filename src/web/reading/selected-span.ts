/** The words a person has marked with the mouse, the keyboard or a finger, as a span of the text. */

/** Code points, end exclusive, with the words. */
export interface SelectedWords {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/**
 * The selection inside the shown text; null when nothing of it is marked. Blanks at its ends are left out.
 *
 * @param text the whole text, whose paragraphs carry their place in `data-start`
 * @example
 * selectedWords(text, document.getSelection())?.exact;
 */
export function selectedWords(text: string, selection: Selection | null): SelectedWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = unitAt(range.startContainer, range.startOffset);
  const to = unitAt(range.endContainer, range.endOffset);
  if (from === null || to === null || to <= from) return null;
  return spanOfUnits(text, from, to);
}

/**
 * A span of code units as code points, without blanks at its ends; null when nothing is left.
 *
 * @example
 * spanOfUnits('🕯 ab ', 2, 6); // { start: 2, end: 4, exact: 'ab' }
 */
export function spanOfUnits(text: string, from: number, to: number): SelectedWords | null {
  const words = text.slice(from, to);
  const exact = words.trim();
  if (exact === '') return null;
  const first = from + words.indexOf(exact);
  const start = lengthOf(text.slice(0, first));
  return { start, end: start + lengthOf(exact), exact };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Numbers in the margin are shown, and are no part of the text. */
const isMargin = (node: Node): boolean => node.parentElement?.closest('.gut') !== null;

function unitAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-start]');
  if (paragraph == null) return null;
  const until = document.createRange();
  until.setStart(paragraph, 0);
  until.setEnd(node, offset);
  let units = Number(paragraph.dataset.start);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let found = walker.nextNode(); found !== null; found = walker.nextNode()) {
    if (isMargin(found)) continue;
    if (found === node) return units + offset;
    if (until.comparePoint(found, 0) > 0) return units;
    units += found.textContent?.length ?? 0;
  }
  return units;
}
