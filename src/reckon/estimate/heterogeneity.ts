/**
 * Log-linear models in which people differ in how likely they are to be recorded, lists in their reach (M_th; Darroch et
 * al. 1993; Rivest & Baillargeon 2007): one more column, convex in the number of lists. For comparison with published
 * figures; the lower bound needs less.
 */
import { type CaptureTable, listsIn, recorded } from './capture-table.ts';
import { fitColumns, listColumns } from './column-fit.ts';
import { logGamma } from './log-gamma.ts';

export type HeterogeneityShape = 'poisson2' | 'darroch';

const SHAPES: Readonly<Record<HeterogeneityShape, (many: number) => number>> = {
  poisson2: (many) => 2 ** many - 1,
  darroch: (many) => (many * many) / 2,
};

export interface HeterogeneityFit {
  /** All people. */
  readonly people: number;
  readonly standardError: number;
  readonly aic: number;
}

/**
 * Fits unequal reach of lists and unequal exposure of people.
 *
 * @returns null when the model is not identified
 * @example
 * heterogeneityModel(hare, 'poisson2')?.people; // 81.1
 */
export function heterogeneityModel(table: CaptureTable, shape: HeterogeneityShape): HeterogeneityFit | null {
  const columns = [
    () => 1,
    ...listColumns(table.lists.length),
    (history: number) => SHAPES[shape](listsIn(history)),
  ];
  const fit = fitColumns(table.counts, columns);
  if (fit === null) return null;
  const saturated = table.counts.reduce(
    (sum, count) => sum + (count > 0 ? count * Math.log(count) - count - logGamma(count + 1) : 0),
    0,
  );
  return {
    people: recorded(table) + fit.unseen,
    standardError: Math.sqrt(fit.unseen + fit.unseen ** 2 * fit.varianceOfLog),
    aic: fit.deviance - 2 * saturated + 2 * fit.parameters,
  };
}
