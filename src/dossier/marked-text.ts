/**
 * A text with marks that may overlap and nest. Each stretch between two mark borders becomes one element
 * that carries every mark over it, so that no element ever crosses another. Positions come in as code
 * points, 0-based, end exclusive; inside, they are turned into code units once.
 */
import { type Content, type Html, html, joined } from './html.ts';

/** What a mark says: whose words, which attributing words, what is claimed, how many, the words in support. */
export type MarkRole = 'content' | 'speaker' | 'cue' | 'quantity' | 'evidence';

export interface Mark {
  /** Code points, 0-based. */
  readonly start: number;
  /** Code points, exclusive. */
  readonly end: number;
  readonly role: MarkRole;
  /** Where links jump to; null when nothing links here. */
  readonly anchor: string | null;
  /** Shown right after the mark's last character; null for none. */
  readonly after: Html | null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly MarkRole[];
  readonly anchors: readonly string[];
  readonly after: readonly Html[];
}

/**
 * Code-unit offsets of ascending code-point positions; positions past the end become the end.
 *
 * @param positions code points, ascending
 * @example
 * unitOffsets('a😀b', [1, 2, 3]); // [1, 3, 4]
 */
export function unitOffsets(text: string, positions: readonly number[]): readonly number[] {
  const offsets: number[] = [];
  let unit = 0;
  let point = 0;
  for (const wanted of positions) {
    while (point < wanted && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    offsets.push(unit);
  }
  return offsets;
}

const ROLE_ORDER: readonly MarkRole[] = ['content', 'evidence', 'speaker', 'cue', 'quantity'];

function stretchesOf(text: string, marks: readonly Mark[]): readonly Stretch[] {
  const sorted = marks
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const borders = [...new Set(sorted.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  const units = unitOffsets(text, borders);
  const stretches: Stretch[] = [];
  let active: Mark[] = [];
  let next = 0;
  let last = 0;
  borders.forEach((border, index) => {
    const from = units[index] ?? text.length;
    if (from > last) stretches.push(stretch(last, from, active));
    const ended = active.filter((mark) => mark.end <= border);
    if (ended.length > 0) {
      const after = ended.flatMap((mark) => (mark.after === null ? [] : [mark.after]));
      stretches.push({ from, to: from, roles: [], anchors: [], after });
      active = active.filter((mark) => mark.end > border);
    }
    const anchors: string[] = [];
    for (let mark = sorted[next]; mark !== undefined && mark.start === border; mark = sorted[next]) {
      active.push(mark);
      if (mark.anchor !== null) anchors.push(mark.anchor);
      next += 1;
    }
    if (anchors.length > 0) stretches.push({ from, to: from, roles: [], anchors, after: [] });
    last = from;
  });
  if (last < text.length) stretches.push(stretch(last, text.length, []));
  return stretches;
}

function stretch(from: number, to: number, active: readonly Mark[]): Stretch {
  const roles = ROLE_ORDER.filter((role) => active.some((mark) => mark.role === role));
  return { from, to, roles, anchors: [], after: [] };
}

function drawn(text: string, roles: readonly MarkRole[]): Content {
  if (text === '') return '';
  return roles.length === 0 ? text : html`<span class="m ${roles.join(' ')}">${text}</span>`;
}

/**
 * The text as paragraphs with its marks. Line ends part paragraphs; every other character is kept.
 *
 * @param text code units as they are; marks count in code points
 * @example
 * markedText('A said b', [{ start: 7, end: 8, role: 'content', anchor: 'c-1', after: null }]);
 */
export function markedText(text: string, marks: readonly Mark[]): Html {
  const paragraphs: Content[][] = [[]];
  const add = (content: Content): void => {
    paragraphs.at(-1)?.push(content);
  };
  for (const piece of stretchesOf(text, marks)) {
    for (const anchor of piece.anchors) add(html`<a class="anchor" id="${anchor}"></a>`);
    text
      .slice(piece.from, piece.to)
      .split(/\r?\n/)
      .forEach((line, index) => {
        if (index > 0) paragraphs.push([]);
        add(drawn(line, piece.roles));
      });
    for (const after of piece.after) add(after);
  }
  const shown = paragraphs.filter((line) => line.some((content) => content !== ''));
  return html`${joined(
    shown.map((line) => html`<p dir="auto">${line}</p>`),
    '\n',
  )}`;
}
