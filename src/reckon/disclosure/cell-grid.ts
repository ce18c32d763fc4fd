/** Cells of a table as numbers: row-major over the labels of the axes, the last axis fastest, 0-based. */
import type { Axis } from './axis.ts';

/** "This cell is the sum of those", in cells of one table. */
export interface CellSum {
  /** Index of the axis that is summed over. */
  readonly axis: number;
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * How many cells a table has.
 *
 * @example
 * cellCount([state, answer]);
 */
export function cellCount(axes: readonly Axis[]): number {
  return axes.reduce((product, { labels }) => product * labels.length, 1);
}

/**
 * The labels of a cell, one for each axis.
 *
 * @example
 * labelsOf(axes, 0); // ['Aldland', 'granted']
 */
export function labelsOf(axes: readonly Axis[], cell: number): readonly string[] {
  const found: string[] = [];
  let left = cell;
  for (const { labels } of axes.toReversed()) {
    found.unshift(labels[left % labels.length] ?? '');
    left = Math.floor(left / labels.length);
  }
  return found;
}

/**
 * The cell with these labels; -1: there is none.
 *
 * @example
 * cellAt(axes, ['Aldland', 'granted']); // 0
 */
export function cellAt(axes: readonly Axis[], labels: readonly string[]): number {
  let cell = 0;
  for (const [at, axis] of axes.entries()) {
    const index = axis.labels.indexOf(labels[at] ?? '');
    if (index < 0) return -1;
    cell = cell * axis.labels.length + index;
  }
  return cell;
}

/**
 * Every sum that holds between the cells of a table. A sum of one part says that two cells are the same number.
 *
 * @example
 * sumsOf([state, answer]).length;
 */
export function sumsOf(axes: readonly Axis[]): readonly CellSum[] {
  const size = cellCount(axes);
  const found: CellSum[] = [];
  let stride = size;
  axes.forEach(({ labels, sums }, axis) => {
    const wide = stride;
    stride = wide / labels.length;
    const step = stride;
    for (const { whole, parts } of sums) {
      const at = labels.indexOf(whole);
      const others = parts.map((part) => labels.indexOf(part));
      for (let block = 0; block < size; block += wide)
        for (let inner = 0; inner < step; inner += 1)
          found.push({
            axis,
            whole: block + at * step + inner,
            parts: others.map((other) => block + other * step + inner),
          });
    }
  });
  return found;
}

/**
 * What a cell is about, whatever table shows it: axes on their totals are left out, so that a margin of one table and a
 * cell of a smaller one are the same.
 *
 * @example
 * meaningOf(axes, ['Aldland', 'all']); // '[["state","Aldland"]]'
 */
export function meaningOf(axes: readonly Axis[], labels: readonly string[]): string {
  const pairs = axes.flatMap(({ name, total }, at) => {
    const label = labels[at] ?? '';
    return label === total ? [] : [[name, label] as const];
  });
  return JSON.stringify(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
