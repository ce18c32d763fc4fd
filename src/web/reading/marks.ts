/**
 * Where the claims of a text stand in it: content, speakers, cues and figures as spans of code units, cut into paragraphs.
 * Positions come in as code points; they are turned into code units once for each text.
 */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';

export type MarkRole = 'content' | 'speaker' | 'cue' | 'quantity';

/** A span of the text, code units, end exclusive. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
  /** Position of the claim in the list of claims. */
  readonly claim: number;
}

/** One paragraph of the text and what is marked in it. */
export interface MarkedParagraph {
  /** Code units in the text. */
  readonly start: number;
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Claims with a mark here. */
  readonly claims: readonly number[];
}

/** Code units around the content in which its cue is looked for. */
const NEAR = 240;

/**
 * Code-unit offsets of code points: one pass over the text.
 *
 * @example
 * unitsOf('a😀b')(2); // 3
 */
export function unitsOf(text: string): (point: number) => number {
  if (!/[\uD800-\uDBFF]/u.test(text) && !/[\u{10000}-\u{10FFFF}]/u.test(text))
    return (point) => Math.max(0, Math.min(point, text.length));
  const offsets: number[] = [];
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1)
    offsets.push(unit);
  return (point) => offsets[point] ?? (point <= 0 ? 0 : text.length);
}

/**
 * All marks of the claims in one capture's text, in order.
 *
 * @example
 * marksOf('The paper said 26 died.', claims, 'cap_1');
 */
export function marksOf(text: string, claims: readonly ClaimShape[], capture: string): readonly TextMark[] {
  const unit = unitsOf(text);
  const marks: TextMark[] = [];
  claims.forEach((claim, index) => {
    const add = (start: number, end: number, role: MarkRole): void => {
      if (end > start) marks.push({ start, end, role, claim: index });
    };
    const here = claim.passages.filter((passage) => passage.capture === capture);
    for (const { start, end } of here) add(unit(start), unit(end), 'content');
    const content = here[0];
    if (content === undefined) return;
    const from = unit(content.start);
    const to = unit(content.end);
    for (const { at, cue } of claim.chain) {
      if (at?.capture === capture) add(unit(at.start), unit(at.end), 'speaker');
      const found = cue === null ? null : nearest(text, cue, at === null ? from : unit(at.end), [from, to]);
      if (found !== null && cue !== null) add(found, found + cue.length, 'cue');
    }
    const wording = claim.quantity?.wording ?? '';
    const number = wording === '' ? -1 : text.indexOf(wording, from);
    if (number >= from && number + wording.length <= to) add(number, number + wording.length, 'quantity');
  });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The occurrence of a cue that is nearest to a place, not far from the content. */
function nearest(
  text: string,
  cue: string,
  place: number,
  [from, to]: readonly [number, number],
): number | null {
  const start = Math.max(0, from - NEAR);
  const window = text.slice(start, to + NEAR);
  let best: number | null = null;
  for (let at = window.indexOf(cue); at >= 0; at = window.indexOf(cue, at + 1)) {
    const found = start + at;
    if (best === null || Math.abs(found - place) < Math.abs(best - place)) best = found;
  }
  return best;
}

/**
 * The text as paragraphs, each with its marks. Every character but the line ends is kept.
 *
 * @example
 * paragraphsOf('One.\nTwo.', []).length; // 2
 */
export function paragraphsOf(text: string, marks: readonly TextMark[]): readonly MarkedParagraph[] {
  const paragraphs: MarkedParagraph[] = [];
  let next = 0;
  let open: TextMark[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    open = open.filter((mark) => mark.end > start);
    for (let mark = marks[next]; mark !== undefined && mark.start < end; mark = marks[next]) {
      open.push(mark);
      next += 1;
    }
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const claims = [...new Set(open.map(({ claim }) => claim))];
      paragraphs.push({ start, text: line, marks: [...open], claims });
    }
    start = end + 1;
  }
  return paragraphs;
}

/** A stretch of a paragraph under the same marks. */
export interface Stretch {
  readonly text: string;
  readonly roles: readonly MarkRole[];
  /** Claims whose marks lie over it. */
  readonly claims: readonly number[];
  /** Claims whose content begins here: their numbers are shown before it. */
  readonly opens: readonly number[];
}

/**
 * Cuts a paragraph at every border of a mark, so that no stretch crosses another.
 *
 * @example
 * stretchesOf({ start: 0, text: '26 died', marks: [], claims: [] }); // one stretch
 */
export function stretchesOf({ start, text, marks }: MarkedParagraph): readonly Stretch[] {
  const end = start + text.length;
  const borders = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])]
    .filter((border) => border >= start && border <= end)
    .sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, index) => {
    const to = borders[index + 1] ?? end;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    return {
      text: text.slice(from - start, to - start),
      roles: [...new Set(over.map(({ role }) => role))],
      claims: [...new Set(over.map(({ claim }) => claim))],
      opens: over.filter((mark) => mark.role === 'content' && mark.start === from).map(({ claim }) => claim),
    };
  });
}
