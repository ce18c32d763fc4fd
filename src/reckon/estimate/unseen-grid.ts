/**
 * Numbers of unseen people at which a posterior is computed, with how many whole numbers each stands for. Few numbers
 * are taken one by one; many are taken at distances that grow with the number, so that a posterior of any size is
 * resolved alike.
 */

/** Ascending; `persons[i]` stands for `widths[i]` whole numbers around it. */
export interface UnseenGrid {
  readonly persons: Float64Array;
  readonly widths: Float64Array;
}

/** Where distances begin to grow. */
const SHIFT = 0.5;

/**
 * The place of a number of unseen people on the scale on which posteriors are about as wide everywhere.
 *
 * @example
 * logUnseen(0); // ln 0.5
 */
export function logUnseen(persons: number): number {
  return Math.log(persons + SHIFT);
}

/**
 * A grid over all whole numbers from `least` to `most`, both included.
 *
 * @param points about how many; all whole numbers when there are fewer
 * @example
 * growingGrid(0, 132_000, 1000);
 */
export function growingGrid(least: number, most: number, points: number): UnseenGrid {
  const persons: number[] = [];
  if (most - least < points) {
    for (let n = least; n <= most; n += 1) persons.push(n);
  } else {
    const from = logUnseen(least);
    const step = (logUnseen(most) - from) / (points - 1);
    for (let i = 0; i < points; i += 1) {
      const next = Math.round(Math.exp(from + i * step) - SHIFT);
      const last = persons.at(-1);
      if (last === undefined || next > last) persons.push(Math.min(next, most));
    }
  }
  const widths = persons.map(
    (n, i) => edgeAfter(persons, i, n) - (i === 0 ? n - 0.5 : edgeAfter(persons, i - 1, n)),
  );
  return { persons: Float64Array.from(persons), widths: Float64Array.from(widths) };
}

function edgeAfter(persons: readonly number[], index: number, fallback: number): number {
  const here = persons[index] ?? fallback;
  const next = persons[index + 1];
  return next === undefined ? here + 0.5 : (here + next) / 2;
}

/**
 * Numbers at equal distances, each for itself: the grid of published comparisons.
 *
 * @param factor the grid ends at so many times the recorded people
 * @example
 * equalGrid(2744, 30, 1000).persons.length; // 1000
 */
export function equalGrid(recordedPeople: number, factor: number, points: number): UnseenGrid {
  const most = factor * recordedPeople;
  const persons = Float64Array.from({ length: points }, (_, i) =>
    Math.round(1 + ((most - 1) * i) / (points - 1)),
  );
  return { persons, widths: new Float64Array(points).fill(1) };
}
