/**
 * What is taken out of a copy of a source: stretches of its text, boxes on its pages. In the log both stand as numbers, with a category
 * for the reason; never the words.
 */
import type { Span } from './passage.ts';

/** Why something is taken out. */
export const REDACTION_REASONS = ['person', 'place', 'contact', 'method', 'law', 'other'] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

/**
 * A box on a page, from its upper left corner. Pictures: pixels. PDF: points (1/72 inch) of the page as it is shown.
 */
export interface RedactionBox {
  /** 1-based; 1 for a picture. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stands for one character that was taken out. */
export const BLOCK = '█';

/**
 * A text with stretches blocked out, every place as before: each code point is one block, line ends stay.
 *
 * @param spans code points, 0-based, end exclusive; in any order
 * @example
 * blockedText('Ana fled', [{ start: 0, end: 3 }]); // '███ fled'
 */
export function blockedText(text: string, spans: readonly Span[]): string {
  const points = [...text];
  for (const { start, end } of spans)
    for (let at = Math.max(0, start); at < Math.min(end, points.length); at += 1)
      if (points[at] !== '\n') points[at] = BLOCK;
  return points.join('');
}

/**
 * Spans as the log keeps them.
 *
 * @example
 * spansText([{ start: 10, end: 20 }]); // '10-20'
 */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/**
 * Reads spans; null when one is no span.
 *
 * @example
 * readSpans('10-20 35-40'); // [{ start: 10, end: 20 }, { start: 35, end: 40 }]
 */
export function readSpans(text: string): readonly Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(/\s+/u).filter(Boolean)) {
    const found = /^(\d{1,12})-(\d{1,12})$/u.exec(part);
    const [start, end] = [Number(found?.[1]), Number(found?.[2])];
    if (found === null || end <= start) return null;
    spans.push({ start, end });
  }
  return spans;
}

/**
 * Boxes as the log keeps them.
 *
 * @example
 * boxesText([{ page: 1, x: 10, y: 20, width: 100, height: 12 }]); // '1,10,20,100,12'
 */
export function boxesText(boxes: readonly RedactionBox[]): string {
  return boxes.map(({ page, x, y, width, height }) => [page, x, y, width, height].join(',')).join(' ');
}

/**
 * Reads boxes; null when one is no box.
 *
 * @example
 * readBoxes('1,10,20,100,12')?.[0]?.width; // 100
 */
export function readBoxes(text: string): readonly RedactionBox[] | null {
  const boxes: RedactionBox[] = [];
  for (const part of text.split(/\s+/u).filter(Boolean)) {
    const numbers = part.split(',').map(Number);
    const [page = 0, x = -1, y = -1, width = 0, height = 0] = numbers;
    const sound = numbers.length === 5 && numbers.every((one) => Number.isFinite(one) && one >= 0);
    if (!sound || !Number.isInteger(page) || page < 1 || width <= 0 || height <= 0) return null;
    boxes.push({ page, x, y, width, height });
  }
  return boxes;
}
