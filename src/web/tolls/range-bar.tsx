/** The range of a figure on a scale that all rows share; open above is an arrow, the best a bar across. */

import { figureWords } from '../parts/figure.tsx';
import type { Bounds } from '../parts/figure-parts.ts';

const WIDTH = 320;

interface RangeBarProps {
  readonly bounds: Bounds;
  readonly openFrom: number | null;
  /** The largest number of all rows. */
  readonly most: number;
}

/** Nothing when the figure has no number. */
export function RangeBar({ bounds, openFrom, most }: RangeBarProps) {
  const { low, best, high } = bounds;
  const stated = [low, best, high, openFrom].filter((value) => value !== null);
  if (stated.length === 0) return null;
  const x = (value: number): number => 4 + (value / most) * (WIDTH - 28);
  const from = x(low ?? Math.min(...stated));
  // A number that somebody gives as about right is no "at least".
  const open = high === null && (low !== null || openFrom !== null);
  const to = x(high ?? Math.max(...stated));
  return (
    <svg
      class="range"
      viewBox={`0 0 ${WIDTH} 14`}
      role="img"
      aria-label={figureWords(bounds, openFrom)}
      preserveAspectRatio="xMinYMid meet"
    >
      <line class="scale" x1={x(0)} x2={WIDTH - 24} y1={7} y2={7} />
      <line class="from-to" x1={from} x2={Math.max(to, from + 2)} y1={7} y2={7} />
      {open && <path class="open" d={`M${to} 7H${to + 14}M${to + 9} 3L${to + 15} 7L${to + 9} 11`} />}
      {low !== null && <line class="end" x1={from} x2={from} y1={3} y2={11} />}
      {high !== null && <line class="end" x1={to} x2={to} y1={3} y2={11} />}
      {best !== null && <circle class="best" cx={x(best)} cy={7} r={4} />}
    </svg>
  );
}
