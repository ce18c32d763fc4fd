/** The steps of a weight as bars that stand one after the other: each begins where the one before it ended. */

export interface Bar {
  /** Share of the drawing's width, 0 to 1: where it begins and ends, smaller first. */
  readonly from: number;
  readonly to: number;
  /** Whether it speaks for one person. */
  readonly adds: boolean;
}

export interface Waterfall {
  readonly bars: readonly Bar[];
  /** Where even odds stand. */
  readonly zero: number;
  /** Where all bits together end: the weight. */
  readonly end: number;
}

/**
 * Places the bars.
 *
 * @param bits of each step, prior first
 * @example
 * waterfallBars([-2, 6]).bars; // [{ from: 0, to: 0.333…, adds: false }, { from: 0, to: 1, adds: true }]
 */
export function waterfallBars(bits: readonly number[]): Waterfall {
  const sums = [0];
  for (const one of bits) sums.push((sums.at(-1) ?? 0) + one);
  const least = Math.min(...sums);
  const span = Math.max(...sums) - least || 1;
  const share = (value: number): number => (value - least) / span;
  return {
    bars: bits.map((one, at) => {
      const [begin, end] = [share(sums[at] ?? 0), share(sums[at + 1] ?? 0)];
      return { from: Math.min(begin, end), to: Math.max(begin, end), adds: one >= 0 };
    }),
    zero: share(0),
    end: share(sums.at(-1) ?? 0),
  };
}
