/** A figure as people read it: a range with its words, never a bare bound. */
import { numberIn, words } from '../words/language.ts';
import { type Bounds, figureParts } from './figure-parts.ts';

interface FigureProps {
  readonly bounds: Bounds;
  readonly openFrom?: number | null;
}

/** The headline, numbers large and words small. */
export function Figure({ bounds, openFrom = null }: FigureProps) {
  return (
    <span class="figure">
      {figureParts(bounds, openFrom).map((part, at) =>
        typeof part === 'number' ? (
          <b key={`${at} ${part}`}>{numberIn(part)}</b>
        ) : (
          <i key={part}> {words(`figure.${part}`)} </i>
        ),
      )}
    </span>
  );
}

/**
 * The same as one string.
 *
 * @example
 * figureWords({ low: 2, best: 6, high: 6 }); // '2 to 6'
 */
export function figureWords(bounds: Bounds, openFrom: number | null = null): string {
  return figureParts(bounds, openFrom)
    .map((part) => (typeof part === 'number' ? numberIn(part) : words(`figure.${part}`)))
    .join(' ');
}

/**
 * One bound, or that it is not stated.
 *
 * @example
 * boundWords(null); // 'not stated'
 */
export function boundWords(value: number | null): string {
  return value === null ? words('figure.not-stated') : numberIn(value);
}
