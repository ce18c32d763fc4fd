/** One text with its names replaced, and where each of its places is afterwards. */
import { codePointIndex } from '../../record/code-points.ts';
import type { Span } from '../../record/passage.ts';
import { type CoverEdit, replaced } from './name-cover.ts';

export interface CoveredText {
  readonly text: string;
  /** Nothing was replaced. */
  readonly same: boolean;
  /** A span of the text as it was, in code points, as it is now: one that cuts into a replacement holds all of it. */
  place(span: Span): Span;
  /** The words of a span of the covered text. */
  words(span: Span): string;
}

/**
 * Edits in order, those that overlap made one: the earlier label stays unless a later one must stand.
 *
 * @example
 * mergedEdits([{ start: 4, end: 9, label: 'b' }, { start: 0, end: 5, label: 'a' }]); // [{ start: 0, end: 9, label: 'a' }]
 */
export function mergedEdits(edits: readonly CoverEdit[]): readonly CoverEdit[] {
  const merged: CoverEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = merged.at(-1);
    if (before !== undefined && edit.start < before.end)
      merged[merged.length - 1] = { ...before, end: Math.max(before.end, edit.end) };
    else merged.push(edit);
  }
  return merged;
}

/**
 * Covers a text.
 *
 * @param edits in order, not overlapping; code units
 * @example
 * coverText('Oren Tasch said', [{ start: 0, end: 10, label: 'Person' }]).place({ start: 11, end: 15 }); // { start: 9, end: 13 }
 */
export function coverText(text: string, edits: readonly CoverEdit[]): CoveredText {
  const now = replaced(text, edits);
  const before = codePointIndex(text);
  const after = codePointIndex(now);
  const moved = (unit: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { start, end, label } of edits) {
      const length = label.length + 2;
      if (unit <= start) break;
      if (unit < end) return start + shift + (isEnd ? length : 0);
      shift += length - (end - start);
    }
    return unit + shift;
  };
  return {
    text: now,
    same: edits.length === 0,
    place: ({ start, end }) => ({
      start: after.toCodePoint(moved(before.toUnit(start), false)),
      end: after.toCodePoint(moved(before.toUnit(end), true)),
    }),
    words: ({ start, end }) => now.slice(after.toUnit(start), after.toUnit(end)),
  };
}
