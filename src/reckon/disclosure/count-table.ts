/** A table of counts from cases over one to four axes, with its margins and totals. Nothing in it is fit to be published. */
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import type { Axis } from './axis.ts';
import { cellCount, labelsOf, sumsOf } from './cell-grid.ts';
import { type ConfidentialCount, isCount } from './count-brand.ts';

export interface CountTable {
  readonly name: string;
  /** What is counted, in words. Tables of the same words and day count the same people. */
  readonly population: string;
  /** Day of the count, ISO 8601. */
  readonly asOf: string;
  /** Whether counts of this population can only become larger from one day to the next, and readers know. */
  readonly grows: boolean;
  readonly axes: readonly Axis[];
  /** One for each cell of the grid (`cell-grid.ts`), in the unit of the table: people, or their applications. */
  readonly counts: readonly ConfidentialCount[];
  /** Different people behind each count; never more than the count. */
  readonly people: readonly number[];
  /** Cells in which nobody can be, as everybody knows: they are 0 and protect nothing. */
  readonly impossible: readonly boolean[];
}

/** Axes of a table. */
export const MOST_AXES = 4;

/** Above so many cells, all tables and releases together, an attack is not computed and nothing is released. */
export const MOST_CELLS = 2_000;

/**
 * A table, checked: every margin must be the sum of what it sums.
 *
 * @param given `people` absent: every count is one of people
 * @throws OnRecordError `invalid-record` with every fault; a fault names cells and no counts
 * @example
 * const answer = makeAxis({ name: 'answer', values: ['granted', 'refused'], total: 'all' });
 * countTable({ name: 'Answers', population: 'people', asOf: '2031-06-01', axes: [answer], counts: [12, 9, 21] }).counts; // [12, 9, 21]
 */
export function countTable(given: {
  readonly name: string;
  readonly population: string;
  readonly asOf: string;
  readonly grows?: boolean;
  readonly axes: readonly Axis[];
  readonly counts: readonly number[];
  readonly people?: readonly number[];
  readonly impossible?: readonly boolean[];
}): CountTable {
  const { axes, counts, people = counts, grows = false } = given;
  const size = cellCount(axes);
  const impossible = given.impossible ?? counts.map(() => false);
  const faults = shapeFaults(given, size);
  if (faults.length === 0) {
    const cell = (at: number): string => labelsOf(axes, at).join(' · ');
    counts.forEach((count, at) => {
      if (!isCount(count))
        faults.push({ path: cell(at), message: 'is no whole number of people, 0 or more' });
      else if (!isCount(people[at] ?? -1) || (people[at] ?? 0) > count || (count > 0 && people[at] === 0))
        faults.push({ path: cell(at), message: 'has a number of people that does not fit its count' });
      if (impossible[at] === true && count !== 0)
        faults.push({ path: cell(at), message: 'is said to be impossible and counts somebody' });
    });
    for (const { whole, parts } of sumsOf(axes)) {
      const sum = parts.reduce((total, part) => total + (counts[part] ?? 0), 0);
      if (sum !== counts[whole]) faults.push({ path: cell(whole), message: 'is not the sum of its parts' });
    }
  }
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', `The table “${given.name}” cannot be used.`, {
      subject: given.name,
      faults,
    });
  return Object.freeze({
    name: given.name,
    population: given.population,
    asOf: given.asOf,
    grows,
    axes: Object.freeze([...axes]),
    counts: Object.freeze(counts.filter(isCount)),
    people: Object.freeze([...people]),
    impossible: Object.freeze([...impossible]),
  });
}

function shapeFaults(
  given: {
    readonly asOf: string;
    readonly axes: readonly Axis[];
    readonly counts: readonly number[];
    readonly people?: readonly number[];
    readonly impossible?: readonly boolean[];
  },
  size: number,
): Fault[] {
  const { axes, counts, people = counts, impossible = counts } = given;
  const faults: Fault[] = [];
  if (axes.length < 1 || axes.length > MOST_AXES)
    faults.push({ path: 'axes', message: `has ${axes.length}; a table has 1 to ${MOST_AXES}` });
  if (new Set(axes.map(({ name }) => name)).size < axes.length)
    faults.push({ path: 'axes', message: 'names an axis twice' });
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(given.asOf))
    faults.push({ path: 'asOf', message: 'must be a day such as 2017-05-18' });
  for (const [path, list] of [
    ['counts', counts],
    ['people', people],
    ['impossible', impossible],
  ] as const)
    if (list.length !== size)
      faults.push({ path, message: `has ${list.length} entries where the axes make ${size} cells` });
  return faults;
}
