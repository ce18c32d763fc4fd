/** The door between code units (inside the room) and code points (outside). */
import type { Span } from '../record/passage.ts';

/** Turns UTF-16 offsets of one text into code point offsets. */
export type ToCodePoints = (start: number, end: number) => Span;

/**
 * Makes the converter for a text; for a text without characters beyond the basic plane it does nothing.
 *
 * @example
 * codePointsOf('🙂 ab')(3, 5); // { start: 2, end: 4 }
 */
export function codePointsOf(text: string): ToCodePoints {
  const astral: number[] = [];
  for (let i = 0; i < text.length - 1; i += 1) {
    const high = text.charCodeAt(i);
    const low = text.charCodeAt(i + 1);
    if (high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
      astral.push(i);
      i += 1;
    }
  }
  if (astral.length === 0) return (start, end) => ({ start, end });
  const before = (offset: number): number => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((astral[middle] ?? 0) < offset - 1) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
  return (start, end) => ({ start: before(start), end: before(end) });
}
