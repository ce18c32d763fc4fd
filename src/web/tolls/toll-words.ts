/** How figures of a toll are said. */
import { numberIn, words } from '../words/language.ts';

/**
 * How many independent origins stand behind a figure.
 *
 * @example
 * originsWords({ min: 1, max: 1 }); // 'reported, one origin'
 */
export function originsWords({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (max === null) return words('tolls.origins-open', { min });
  if (min === max) return words(max <= 1 ? 'tolls.origins-one' : 'tolls.origins', { count: max });
  return words('tolls.origins-range', { min: numberIn(min), count: max });
}
