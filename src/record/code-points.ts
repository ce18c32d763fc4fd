/**
 * Positions in text: code points at every border (W3C Web Annotation §4.2.4), code units inside JavaScript.
 * An unpaired surrogate counts as one code point. Offsets outside the text are moved to its nearest end, and a
 * unit offset inside a surrogate pair belongs to the code point it cuts. Graphemes are not looked at here.
 */

const SURROGATE = /[\uD800-\uDFFF]/;
/** Code units; the index of the last longer text is kept, because it is asked for again and again. */
const WORTH_KEEPING = 4096;

/** Translates offsets of one text in both directions. */
export interface CodePointIndex {
  /** Code units before the code point offset; 0-based. O(log n). */
  toUnit(codePoint: number): number;
  /** Code points before the code unit offset; 0-based. O(log n). */
  toCodePoint(unit: number): number;
  /** Of the text, in code points. */
  readonly length: number;
}

let recent: { readonly text: string; readonly index: CodePointIndex } | null = null;

/**
 * Length of a text in code points.
 *
 * @example
 * codePointLength('a👩b'); // 3
 */
export function codePointLength(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (let unit = 0; unit < text.length; unit += isPair(text, unit) ? 2 : 1) count += 1;
  return count;
}

/**
 * Code points before a code unit offset. For many offsets on one text use `codePointIndex`.
 *
 * @param unitOffset code units, 0-based
 * @example
 * toCodePoints('👩b', 2); // 1
 */
export function toCodePoints(text: string, unitOffset: number): number {
  return codePointIndex(text).toCodePoint(unitOffset);
}

/**
 * Code units before a code point offset. For many offsets on one text use `codePointIndex`.
 *
 * @param codePointOffset code points, 0-based
 * @example
 * toCodeUnits('👩b', 1); // 2
 */
export function toCodeUnits(text: string, codePointOffset: number): number {
  return codePointIndex(text).toUnit(codePointOffset);
}

/**
 * The words between two code point offsets.
 *
 * @param start code points, 0-based, inclusive
 * @param end code points, exclusive
 * @example
 * sliceCodePoints('a👩b', 1, 2); // '👩'
 */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const index = codePointIndex(text);
  return text.slice(index.toUnit(start), index.toUnit(end));
}

/**
 * Prepares a text for many translations. A text without characters outside the basic plane costs one scan.
 *
 * @example
 * const index = codePointIndex('👩b');
 * index.toUnit(1); // 2
 * index.toCodePoint(2); // 1
 * index.length; // 2
 */
export function codePointIndex(text: string): CodePointIndex {
  if (text.length < WORTH_KEEPING) return buildIndex(text);
  if (recent?.text !== text) recent = { text, index: buildIndex(text) };
  return recent.index;
}

function buildIndex(text: string): CodePointIndex {
  const pairs = SURROGATE.test(text) ? pairUnits(text) : [];
  const length = text.length - pairs.length;
  if (pairs.length === 0) {
    const same = (offset: number): number => clamp(offset, length);
    return Object.freeze({ toUnit: same, toCodePoint: same, length });
  }
  return Object.freeze({
    length,
    toUnit: (codePoint: number): number => {
      const at = clamp(codePoint, length);
      return at + countBelow(pairs.length, (i) => (pairs[i] ?? 0) - i < at);
    },
    toCodePoint: (unit: number): number => {
      const at = clamp(unit, text.length);
      return at - countBelow(pairs.length, (i) => (pairs[i] ?? 0) < at);
    },
  });
}

/** Code unit offsets at which a surrogate pair starts. */
function pairUnits(text: string): readonly number[] {
  const found: number[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    if (isPair(text, unit)) {
      found.push(unit);
      unit += 1;
    }
  }
  return found;
}

function isPair(text: string, unit: number): boolean {
  const high = text.charCodeAt(unit);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(unit + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** How many of the first items pass, given that all that pass stand in front. */
function countBelow(size: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(Math.trunc(offset), length));
}
