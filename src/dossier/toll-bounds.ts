/** The numbers of a toll as they are shown: three bounds, and from where on the figure is open above. */
import type { Toll } from '../record/toll.ts';
import type { Bounds } from './figure-words.ts';

/**
 * Takes the numbers out of a toll. When nobody sets a ceiling but somebody says "at least 14", the figure is
 * open from 14 on: the informative rule's low.
 *
 * @example
 * tollBounds(toll); // { low: 2, best: 2, high: null, openFrom: 14 }
 */
export function tollBounds(toll: Toll): Bounds {
  const low = toll.low?.value ?? null;
  const best = toll.best?.value ?? null;
  const high = toll.high?.value ?? null;
  const most = toll.rules.find(({ rule }) => rule === 'informative')?.low?.value ?? null;
  const isOpen = high === null && most !== null && most > (low ?? 0) && most > (best ?? 0);
  return isOpen ? { low, best, high, openFrom: most } : { low, best, high };
}
