/** An interval of independent origins, in words. */
import { words } from '../words/language.ts';

/**
 * How many origins there are at least and at most; null: no upper bound.
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
