/** Paragraphs from the places of words on PDF pages. Units are points, origin at the bottom left. */

/** A run of words at a place. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  end: number;
}

/** Runs in the order of the page's content; a run on the same height goes on with the line. */
function linesOf(runs: readonly PlacedText[]): readonly Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const size = run.size || 10;
    const isSameLine =
      last !== undefined && Math.abs(last.y - run.y) < size * 0.5 && run.x >= last.end - size;
    if (!isSameLine) {
      lines.push({ text: run.text, x: run.x, y: run.y, size, end: run.x + run.width });
      continue;
    }
    const gap = run.x - last.end;
    const glue =
      last.text.endsWith(' ') || run.text.startsWith(' ')
        ? ''
        : gap > size * 2
          ? ' | '
          : gap > size * 0.15
            ? ' '
            : '';
    last.text += glue + run.text;
    last.end = run.x + run.width;
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text !== '');
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function join(before: string, next: string): string {
  if (/\p{L}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(next)) return before.slice(0, -1) + next;
  return before.endsWith('\u00AD') ? before.slice(0, -1) + next : `${before} ${next}`;
}

/** Whether a line opens a paragraph: larger gap, other letter size, indent, or the line before ended early. */
function opensParagraph(
  before: Line,
  line: Line,
  page: { readonly step: number; readonly right: number },
): boolean {
  const step = before.y - line.y;
  if (step < 0 || step > page.step * 1.35 || Math.abs(before.size - line.size) > 1) return true;
  if (line.x > before.x + line.size * 0.9 && /[.!?…:”"»)]$/.test(before.text)) return true;
  return /[.!?…”"»]$/.test(before.text) && before.end < page.right - line.size * 8;
}

/**
 * Rebuilds paragraphs; a paragraph that runs over a page's end is joined when it stops without a full stop.
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
    const page = { step: middle(steps) || 14, right: Math.max(0, ...lines.map((line) => line.end)) };
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const open = paragraphs.at(-1);
      const runsOn =
        before === undefined &&
        open !== undefined &&
        /[\p{Ll},\-\u00AD]$/u.test(open) &&
        /^\p{Ll}/u.test(line.text);
      const isNew = before === undefined ? !runsOn : opensParagraph(before, line, page);
      if (isNew || open === undefined) paragraphs.push(line.text);
      else paragraphs[paragraphs.length - 1] = join(open, line.text);
    }
  }
  return paragraphs;
}
