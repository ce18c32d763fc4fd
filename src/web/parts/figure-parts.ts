/** A figure in parts, so that words can be set small and numbers large. A figure without bounds is never zero. */

/** Three bounds; null is unbounded or not stated. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** A number, or the key of a word beside it. */
export type FigurePart = number | 'to' | 'or-more' | 'at-least' | 'up-to' | 'none';

/**
 * The headline of a figure.
 *
 * @param openFrom with no high: the largest number put forward as "at least"; null for none
 * @example
 * figureParts({ low: 2, best: 2, high: null }, 14); // [2, 'to', 14, 'or-more']
 */
export function figureParts({ low, best, high }: Bounds, openFrom: number | null): readonly FigurePart[] {
  if (low !== null && high !== null) return low === high ? [low] : [low, 'to', high];
  if (high === null && openFrom !== null) {
    const from = low ?? best;
    return from === null || from === openFrom ? [openFrom, 'or-more'] : [from, 'to', openFrom, 'or-more'];
  }
  if (low !== null) return ['at-least', low];
  if (high !== null) return ['up-to', high];
  return best === null ? ['none'] : [best];
}
