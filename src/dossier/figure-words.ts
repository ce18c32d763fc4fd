/** How numbers are said: never bare, unbounded is never zero, the words stay near what sources say. */

import { counted, numberWords } from '../record/number-words.ts';
import type { Measure } from '../record/proposition.ts';
import type { Quantity } from '../record/quantity.ts';

export { counted, numberWords };

/** Three bounds; null is unbounded or not stated, never zero. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** With no high: the largest number put forward as "at least", so that nobody takes the best for the most. */
  readonly openFrom?: number;
}

/** A figure in parts, so that words can be set small and numbers large. */
export interface FigurePart {
  readonly text: string;
  readonly number: boolean;
}

/**
 * The headline of a figure.
 *
 * @example
 * headline({ low: 101, best: null, high: null }); // at least 101
 * headline({ low: 2, best: 2, high: null, openFrom: 14 }); // 2 to 14 or more
 */
export function headline(bounds: Bounds): readonly FigurePart[] {
  const { low, best, high, openFrom } = bounds;
  const number = (value: number): FigurePart => ({ text: numberWords(value), number: true });
  const word = (text: string): FigurePart => ({ text, number: false });
  if (low !== null && high !== null)
    return low === high ? [number(low)] : [number(low), word('to'), number(high)];
  if (openFrom !== undefined) {
    const from = low ?? best;
    return [...(from === null ? [] : [number(from), word('to')]), number(openFrom), word('or more')];
  }
  if (low !== null) return [word('at least'), number(low)];
  if (high !== null) return [word('up to'), number(high)];
  return best === null ? [word('no number')] : [number(best)];
}

/**
 * The headline as one string.
 *
 * @example
 * boundsWords({ low: 2, best: 6, high: 6 }); // '2 to 6'
 */
export function boundsWords(bounds: Bounds): string {
  return headline(bounds)
    .map((part) => part.text)
    .join(' ');
}

/**
 * Low, best and high spelled out.
 *
 * @example
 * lowBestHigh({ low: 26, best: 26, high: 26 }); // 'Low 26, best 26, high 26.'
 */
export function lowBestHigh(bounds: Bounds): string {
  const part = (name: string, value: number | null): string =>
    value === null ? `no ${name}` : `${name} ${numberWords(value)}`;
  const high =
    bounds.openFrom === undefined
      ? part('high', bounds.high)
      : `high ${numberWords(bounds.openFrom)} or more`;
  const all = [part('low', bounds.low), part('best', bounds.best), high].join(', ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

/**
 * A claimed quantity: the source's own words, with the bounds read from them when they differ.
 *
 * @example
 * quantityWords({ low: 101, best: null, high: null, comparator: 'more-than', unit: 'individual', wording: 'over 100' });
 * // 'at least 101'
 */
export function quantityWords(quantity: Quantity): string {
  const none = quantity.low === null && quantity.best === null && quantity.high === null;
  return none ? 'no number stated' : boundsWords(quantity);
}

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  killed: 'people reported killed',
  injured: 'people reported injured',
  detained: 'people reported detained',
  abducted: 'people reported abducted',
  disappeared: 'people reported disappeared',
  tortured: 'people reported tortured',
  'sexual-violence': 'people reported subjected to sexual violence',
  displaced: 'people reported displaced',
  released: 'people reported released',
  'detention-sites': 'places of detention reported',
  visa: 'visas',
  asylum: 'asylum',
  relocation: 'relocation',
  evacuation: 'evacuation',
  investigation: 'investigation',
  statement: 'statement',
};

/**
 * What a measure counts, in words.
 *
 * @example
 * measureWords('killed'); // 'people reported killed'
 */
export function measureWords(measure: Measure | null): string {
  return measure === null ? 'reported' : MEASURE_WORDS[measure];
}

/**
 * An interval of origins.
 *
 * @example
 * originsWords(1, null); // 'at least 1 origin, no upper bound'
 */
export function originsWords(atLeast: number, atMost: number | null): string {
  if (atLeast === 0 && atMost === 0) return 'no origin: nobody puts it forward';
  if (atMost === null) return `at least ${counted(atLeast, 'independent origin')}, no upper bound`;
  if (atLeast === atMost) return counted(atLeast, 'independent origin');
  return `at least ${numberWords(atLeast)}, at most ${numberWords(atMost)} independent origins`;
}
