/**
 * Finds quoted words again in a text that may have changed: exact words first, then words that differ only in
 * white space, quotation marks, dashes and invisible characters. Works in code units; passage.ts translates.
 * It refuses to guess: words too short to be sure of, without the words around them, are not found.
 */

/** What is looked for. */
export interface Quote {
  readonly exact: string;
  /** Words right before; '' when none are known. */
  readonly prefix: string;
  readonly suffix: string;
  /** Code units; where it stood, to choose between equal places. */
  readonly near: number;
}

/** A place in code units, 0-based, end exclusive. */
export interface UnitSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters of quote and context that must agree before a place is believed. */
const ENOUGH = 16;
/** More places than this are not weighed; the quote is then a letter or a blank. */
const MOST_PLACES = 10_000;
/** Code units beside a place that are read to compare with prefix and suffix. */
const WINDOW = 128;

/**
 * The place of a quote, or a sentence that says why there is none.
 *
 * @example
 * findQuote('Now: he said “no comment”.', { exact: '"no comment"', prefix: 'he said ', suffix: '.', near: 8 });
 * // { start: 13, end: 25 }
 */
export function findQuote(text: string, quote: Quote): UnitSpan | string {
  if (quote.exact === '') return 'The passage holds no words to look for.';
  const exact = places(text, quote.exact).map((start) => ({ start, end: start + quote.exact.length }));
  const found = best(text, quote, exact);
  if (found !== null) return found;
  const tolerant = best(text, quote, tolerantPlaces(text, quote.exact));
  if (tolerant !== null) return tolerant;
  return exact.length === 0
    ? 'The quoted words no longer stand in the text.'
    : 'The quoted words are too short to be sure of, and the words around them have changed.';
}

function places(text: string, wanted: string): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(wanted);
    at !== -1 && found.length < MOST_PLACES;
    at = text.indexOf(wanted, at + 1)
  ) {
    found.push(at);
  }
  return found;
}

/** Places of words that are equal once folded. The pattern has one way to match a place, so it stays linear. */
function tolerantPlaces(text: string, exact: string): UnitSpan[] {
  const wanted = fold(exact).trim();
  if (wanted === '') return [];
  const found: UnitSpan[] = [];
  for (const match of text.matchAll(tolerantPattern(wanted))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === MOST_PLACES) break;
  }
  return found;
}

function tolerantPattern(folded: string): RegExp {
  const units = folded.split('');
  const pattern = units.map((unit, at) => {
    if (unit === ' ') return `[\\s${INVISIBLE}]+`;
    const loose = at + 1 < units.length && units[at + 1] !== ' ' ? `[${INVISIBLE}]*` : '';
    return unitPattern(unit) + loose;
  });
  return new RegExp(pattern.join(''), 'g');
}

function unitPattern(unit: string): string {
  if (unit === "'") return `[${SINGLE_QUOTES}]`;
  if (unit === '"') return `[${DOUBLE_QUOTES}]`;
  if (unit === '-') return `[${DASHES}]`;
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The place whose surroundings agree most, then the nearest; null when none is sure enough. */
function best(text: string, quote: Quote, candidates: readonly UnitSpan[]): UnitSpan | null {
  const prefix = fold(quote.prefix);
  const suffix = fold(quote.suffix);
  const own = fold(quote.exact).length;
  const needed = Math.min(ENOUGH, own + prefix.length + suffix.length);
  let winner: { readonly span: UnitSpan; readonly context: number; readonly distance: number } | null = null;
  for (const span of candidates) {
    const before = fold(text.slice(Math.max(0, span.start - WINDOW), span.start));
    const after = fold(text.slice(span.end, span.end + WINDOW));
    const context = commonEnd(before, prefix) + commonStart(after, suffix);
    const distance = Math.abs(span.start - quote.near);
    if (own + context < needed) continue;
    if (
      winner === null ||
      context > winner.context ||
      (context === winner.context && distance < winner.distance)
    ) {
      winner = { span, context, distance };
    }
  }
  return winner?.span ?? null;
}

function commonStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

function commonEnd(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return same;
}

/** Insides of character classes. */
const INVISIBLE = '\\u00AD\\u200B\\u200C\\u200D\\u2060\\uFEFF';
const SINGLE_QUOTES = "'`´‘’‚‛′";
const DOUBLE_QUOTES = '"“”„‟″«»';
const DASHES = '‐‑‒–—―−-';

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${INVISIBLE}]+`, 'g'), ''],
  [/\s+/g, ' '],
  [new RegExp(`[${SINGLE_QUOTES}]`, 'g'), "'"],
  [new RegExp(`[${DOUBLE_QUOTES}]`, 'g'), '"'],
  [new RegExp(`[${DASHES}]`, 'g'), '-'],
];

/** A text without its tolerated differences. */
function fold(text: string): string {
  return FOLDS.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), text);
}
