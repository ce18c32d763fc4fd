/** Paragraphs from the lines of PDF pages: gaps, indents, letter sizes and early ends open one; hyphens are joined. */
import { type Line, linesOf, type PlacedText } from './pdf-lines.ts';

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A hyphen before a small letter is the typesetter's; before a capital or a digit it is the author's. */
function join(before: string, next: string): string {
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Lu}/u.test(next)) return before + next;
  if (/\d[-\u2010\u2013]$/u.test(before) && /^\d/.test(next)) return before + next;
  return before.endsWith('\u00AD') ? before.slice(0, -1) + next : `${before} ${next}`;
}

/** A sentence that stops without a full stop goes on at the top of the next column or page. */
function runsOn(open: string, next: string): boolean {
  return /[\p{L}\d,\-\u00AD]$/u.test(open) && /^\p{Ll}/u.test(next);
}

/** Whether a line opens a paragraph: larger gap, other letter size, indent, or the line before ended early. */
function opensParagraph(
  before: Line,
  line: Line,
  column: { readonly step: number; readonly right: number },
): boolean {
  const step = before.y - line.y;
  if (Math.abs(before.size - line.size) > 1) return true;
  if (step < 0) return !runsOn(before.text, line.text);
  if (step > column.step * 1.35) return true;
  if (line.x > before.x + line.size * 0.9 && /[.!?…:”"»)]$/.test(before.text)) return true;
  return /[.!?…”"»]$/.test(before.text) && before.end < column.right - line.size * 8;
}

/** Where the lines of a line's own column end. */
function rightEdge(lines: readonly Line[], line: Line): number {
  const column = lines.filter((other) => Math.abs(other.x - line.x) <= line.size * 3);
  return Math.max(0, ...column.map((other) => other.end));
}

/**
 * Rebuilds paragraphs; a paragraph that runs over a page's or column's end is joined when it stops without a full
 * stop.
 *
 * @example
 * paragraphsOfPages([[{ text: 'One', x: 0, y: 10, width: 20, size: 10 }]]) // ['One']
 */
export function paragraphsOfPages(pages: readonly (readonly PlacedText[])[]): readonly string[] {
  const paragraphs: string[] = [];
  for (const runs of pages) {
    const lines = linesOf(runs);
    const steps = lines
      .slice(1)
      .map((line, index) => (lines[index]?.y ?? 0) - line.y)
      .filter((step) => step > 0);
    const step = middle(steps) || 14;
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const open = paragraphs.at(-1);
      const isNew =
        open === undefined ||
        (before === undefined
          ? !runsOn(open, line.text)
          : opensParagraph(before, line, { step, right: rightEdge(lines, before) }));
      if (isNew || open === undefined) paragraphs.push(line.text);
      else paragraphs[paragraphs.length - 1] = join(open, line.text);
    }
  }
  return paragraphs;
}
