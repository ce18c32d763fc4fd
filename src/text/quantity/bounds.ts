/**
 * From a number and its comparator to claimed bounds, exactly as `record/quantity.ts` lays down: "26" is
 * 26/26/26, "more than 100" is 101/–/–, "up to 30" is –/–/30, "about 50" is –/50/–, "dozens" has none.
 */
import type { Comparator, CountingUnit, Quantity } from '../../record/quantity.ts';

/** What was read: one figure, or two for a range. */
export interface ReadFigure {
  readonly n: number | null;
  /** Upper end of a range; null when it is none. */
  readonly to: number | null;
  readonly comparator: Comparator;
  readonly unit: CountingUnit;
  readonly wording: string;
}

type Bounds = readonly [number | null, number | null, number | null];

function boundsOf(n: number, comparator: Comparator): Bounds {
  switch (comparator) {
    case 'exactly':
      return [n, n, n];
    case 'at-least':
      return [n, null, null];
    case 'more-than':
      return [n + 1, null, null];
    case 'at-most':
      return [null, null, n];
    case 'fewer-than':
      return [null, null, Math.max(0, n - 1)];
    case 'about':
      return [null, n, null];
    case 'between':
      return [n, null, n];
    case 'vague':
      return [null, null, null];
    default:
      comparator satisfies never;
      return [null, null, null];
  }
}

/**
 * The claimed quantity. Fractions are rounded outwards, so that bounds stay whole.
 *
 * @example
 * quantityOf({ n: 100, to: null, comparator: 'more-than', unit: 'individual', wording: 'over 100' }).low; // 101
 */
export function quantityOf(figure: ReadFigure): Quantity {
  const { unit, wording } = figure;
  if (figure.n === null) return { low: null, best: null, high: null, comparator: 'vague', unit, wording };
  if (figure.to !== null) {
    return {
      low: Math.floor(figure.n),
      best: null,
      high: Math.ceil(figure.to),
      comparator: 'between',
      unit,
      wording,
    };
  }
  const whole = Number.isInteger(figure.n);
  const comparator = whole || figure.comparator !== 'exactly' ? figure.comparator : 'about';
  const [low, best, high] = boundsOf(figure.n, comparator);
  return {
    low: low === null ? null : Math.floor(low),
    best: best === null ? null : Math.round(best),
    high: high === null ? null : Math.ceil(high),
    comparator,
    unit,
    wording,
  };
}
