/** Steps of a toll as paths: flat from the day on which a bound changed to the next, with a gap where it is not stated. */
import type { DrawnStep } from '../../dossier/toll-drawing.ts';
import type { Scales } from '../../dossier/toll-scales.ts';

export type Bound = 'low' | 'best' | 'high';

/**
 * The line of one bound.
 *
 * @example
 * boundPath(steps, 'low', scales); // 'M60 200H300V120H700'
 */
export function boundPath(
  steps: readonly DrawnStep[],
  bound: Bound,
  { x, y, end }: Pick<Scales, 'x' | 'y' | 'end'>,
): string {
  let path = '';
  let open = false;
  for (const [at, step] of steps.entries()) {
    const value = step[bound];
    const next = steps[at + 1];
    const until = round(x(next === undefined ? end : Date.parse(next.day)));
    if (value === null) {
      open = false;
      continue;
    }
    path += open ? `V${round(y(value))}` : `M${round(x(Date.parse(step.day)))} ${round(y(value))}`;
    path += `H${until}`;
    open = true;
  }
  return path;
}

/** A rectangle of a drawing, in its pixels. */
export interface Span {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nothing closes it above. */
  readonly unbounded: boolean;
}

/**
 * What lies between low and high, step by step; up to the top of the frame where no high is stated.
 *
 * @example
 * spansOf(steps, scales)[0]; // { x: 60, y: 120, width: 240, height: 80, unbounded: false }
 */
export function spansOf(
  steps: readonly DrawnStep[],
  { x, y, end, box }: Pick<Scales, 'x' | 'y' | 'end' | 'box'>,
): readonly Span[] {
  return steps.flatMap((step, at): Span[] => {
    const floor = step.low ?? step.best;
    if (floor === null) return [];
    const next = steps[at + 1];
    const left = x(Date.parse(step.day));
    const right = x(next === undefined ? end : Date.parse(next.day));
    const top = step.high === null ? box.top : y(step.high);
    return [
      {
        x: round(left),
        y: round(top),
        width: round(right - left),
        height: round(y(floor) - top),
        unbounded: step.high === null,
      },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
