/**
 * Cases counted over chosen axes. Rows come without names, dates or words: a key that tells people apart, and codes. It is
 * the one way from cases to a table of counts.
 */
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { type Axis, type AxisSum, makeAxis } from './axis.ts';
import { cellCount, labelsOf } from './cell-grid.ts';
import { type CountTable, countTable } from './count-table.ts';

/** What cases are counted by. An answer and a risk are sensitive: they say something about a person. */
export const CASE_AXES = ['state', 'kind', 'answer', 'period', 'risk'] as const;
export type CaseAxis = (typeof CASE_AXES)[number];
const SENSITIVE: ReadonlySet<CaseAxis> = new Set(['answer', 'risk']);

/** One application of one person, or one person without any. */
export interface CaseRow {
  /**
   * Key of whoever is to be protected, of no meaning outside: of a person, or of a household where its members would be
   * known together.
   */
  readonly person: string;
  readonly state: string;
  readonly kind: string;
  readonly answer: string;
  readonly period: string;
  readonly risk: string;
}

/** What is counted. A key of `cases` is a case, whoever belongs to it. */
export type CountUnit = 'people' | 'cases' | 'applications';

const POPULATION: Readonly<Record<CountUnit, string>> = {
  people: 'people with a case',
  cases: 'cases',
  applications: 'applications of people with a case',
};

/** Label of the sum over an axis. */
export const ALL = 'all';

/**
 * Counts rows.
 *
 * @param how `unit` people, or cases where a key is that of a case: each is counted once and must stand in one cell;
 *   applications: each row counts, and the threshold still asks for different keys. `values` of an axis are all that there could be; absent: those that occur.
 * @throws OnRecordError `invalid-record` where somebody would be counted in two cells; `bad-usage` for axes
 * @example
 * tabulateCases(rows, { axes: ['state', 'answer'], unit: 'applications', asOf: '2017-06-01' });
 */
export function tabulateCases(
  rows: readonly CaseRow[],
  how: {
    readonly axes: readonly CaseAxis[];
    readonly unit: CountUnit;
    readonly asOf: string;
    readonly values?: Partial<Readonly<Record<CaseAxis, readonly string[]>>>;
    readonly groups?: Partial<Readonly<Record<CaseAxis, readonly AxisSum[]>>>;
  },
): CountTable {
  const { unit, asOf } = how;
  if (how.axes.length === 0) throw new OnRecordError('bad-usage', 'Cases are counted by at least one axis.');
  const axes = how.axes.map((name) =>
    makeAxis({
      name,
      values: how.values?.[name] ?? [...new Set(rows.map((row) => row[name]))].sort(),
      groups: how.groups?.[name] ?? [],
      total: ALL,
      sensitive: SENSITIVE.has(name),
    }),
  );
  const counted = Array.from({ length: cellCount(axes) }, () => ({ rows: 0, people: new Set<string>() }));
  const where = new Map<string, string>();
  const faults: Fault[] = [];
  for (const [at, row] of rows.entries()) {
    const labels = how.axes.map((name) => row[name]);
    const unknown = labels.findIndex(
      (label, axis) => axes[axis]?.labels.includes(label) !== true || label === ALL,
    );
    if (unknown >= 0) {
      faults.push({
        path: `rows[${at}].${how.axes[unknown]}`,
        message: 'is none of the values of this axis',
      });
      continue;
    }
    const inner = labels.join('\t');
    const before = where.get(row.person);
    where.set(row.person, inner);
    if (unit !== 'applications' && before !== undefined) {
      if (before !== inner)
        faults.push({
          path: `rows[${at}]`,
          message: 'counts somebody in a second cell: count applications instead',
        });
      continue;
    }
    for (const cell of cellsOf(axes, labels)) {
      const found = counted[cell];
      if (found === undefined) continue;
      found.rows += 1;
      found.people.add(row.person);
    }
  }
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', 'These cases cannot be counted by these axes.', { faults });
  return countTable({
    name: `Cases by ${how.axes.join(', ')}`,
    population: POPULATION[unit],
    asOf,
    axes,
    counts: counted.map((cell) => cell.rows),
    people: counted.map((cell) => cell.people.size),
  });
}

/** The cell of these values, and every cell that sums it. */
function cellsOf(axes: readonly Axis[], labels: readonly string[]): readonly number[] {
  return Array.from({ length: cellCount(axes) }, (_, cell) => cell).filter((cell) =>
    labelsOf(axes, cell).every((label, axis) => isWithin(axes[axis], labels[axis] ?? '', label)),
  );
}

function isWithin(axis: Axis | undefined, value: string, label: string): boolean {
  if (label === value || label === axis?.total) return true;
  return (
    axis?.sums.find(({ whole }) => whole === label)?.parts.some((part) => isWithin(axis, value, part)) ===
    true
  );
}
