/** Figures of a place or an incident, as they are answered. */
import type { ClaimedFigure } from '../../desk/places/claimed-figures.ts';
import { tollBounds } from '../../dossier/toll-bounds.ts';

/**
 * A figure with its range in numbers.
 *
 * @example
 * figures.map(figureAnswer)[0]?.range; // { low: 2, best: null, high: 6, openFrom: null }
 */
export function figureAnswer({ toll, ...figure }: ClaimedFigure) {
  if (toll === null) return { ...figure, range: null };
  const range = {
    low: toll.low?.value ?? null,
    best: toll.best?.value ?? null,
    high: toll.high?.value ?? null,
    openFrom: tollBounds(toll).openFrom ?? null,
  };
  return { ...figure, range };
}
