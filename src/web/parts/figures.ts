/** Figures as people read them: never bare, unbounded is never zero. */
import { words } from '../words/language.ts';

/** Low and high, with null for unbounded. */
interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/**
 * Low, best and high in one phrase.
 *
 * @example
 * boundsText({ low: 3, best: 26, high: null }); // 'at least 3, best 26'
 */
export function boundsText({ low, best, high }: Bounds): string {
  const range =
    low !== null && high !== null
      ? low === high
        ? low.toLocaleString()
        : words('figure.range', { low, high })
      : low !== null
        ? words('figure.at-least', { low })
        : high !== null
          ? words('figure.up-to', { high })
          : null;
  if (range === null) return best === null ? words('figure.none') : best.toLocaleString();
  return best === null || best === low ? range : words('figure.with-best', { range, best });
}

/**
 * An interval of independent origins.
 *
 * @example
 * originsText(1, null); // 'at least 1 independent origin, no upper bound'
 */
export function originsText(atLeast: number, atMost: number | null): string {
  if (atMost === 0) return words('origins.nobody');
  if (atMost === null) return words('origins.open', { atLeast });
  return atLeast === atMost
    ? words('origins.exactly', { atLeast })
    : words('origins.between', { atLeast, atMost });
}
