/** A release as it is kept and read again: exactly its fields, every cell a count or withheld, and nothing besides. */
import {
  construct,
  day,
  type Field,
  instant,
  list,
  noteFault,
  object,
  oneOf,
  orNull,
  text,
  within,
} from '../../record/fields.ts';
import type { Axis, AxisSum } from './axis.ts';
import { cellCount } from './cell-grid.ts';
import { isCount, letThrough, type ReleasedCount } from './count-brand.ts';
import { MOST_AXES, MOST_CELLS } from './count-table.ts';
import { type DisclosureRule, LEAST_THRESHOLD, MOST_THRESHOLD } from './disclosure-rule.ts';
import { type Release, type ReleasedTable, sameMember } from './release.ts';

const truth: Field<boolean> = (value, at, faults) => {
  if (typeof value !== 'boolean') noteFault(faults, at, 'must be true or false');
  return value === true;
};

const count: Field<ReleasedCount> = (value, at, faults) => {
  if (typeof value === 'number' && isCount(value)) return letThrough(value);
  noteFault(faults, at, 'must be a whole number, 0 or more');
  return letThrough(0);
};

const axisField = object<Axis>(
  {
    name: text,
    labels: list(text, 1),
    sums: list(object<AxisSum>({ whole: text, parts: list(text, 1) })),
    total: orNull(text),
    sensitive: truth,
  },
  ({ labels, sums, total }, fault) => {
    const known = new Set(labels);
    if (known.size < labels.length) fault('labels', 'must not hold one twice');
    if (total !== null && !known.has(total)) fault('total', 'must be one of the labels');
    if (sums.some(({ whole, parts }) => [whole, ...parts].some((label) => !known.has(label))))
      fault('sums', 'must be of labels of this axis');
  },
);

const tableField = object<ReleasedTable>(
  {
    name: text,
    population: text,
    asOf: day,
    grows: truth,
    axes: list(axisField, 1),
    cells: list(orNull(count)),
    impossible: list(truth),
  },
  ({ axes, cells, impossible }, fault) => {
    if (axes.length > MOST_AXES) fault('axes', `must be at most ${MOST_AXES}`);
    const size = cellCount(axes);
    if (size > MOST_CELLS) fault('axes', `must make at most ${MOST_CELLS} cells`);
    if (cells.length !== size) fault('cells', 'must be one for each cell of the axes');
    if (impossible.length !== size) fault('impossible', 'must be one for each cell of the axes');
  },
);

const ruleField = object<DisclosureRule>({
  kind: oneOf(['suppress', 'round']),
  threshold: within(LEAST_THRESHOLD, MOST_THRESHOLD),
  protection: within(2, 100),
  zeros: oneOf(['publish', 'protect']),
  base: within(3, 100),
});

const releaseField = object<Release>(
  {
    id: text,
    compartment: text,
    at: instant,
    tables: list(tableField, 1),
    rule: ruleField,
    preparedBy: text,
    signedOffBy: orNull(text),
    signedOffAt: orNull(instant),
  },
  ({ preparedBy, signedOffBy, signedOffAt }, fault) => {
    if ((signedOffBy === null) !== (signedOffAt === null))
      fault('signedOffAt', 'must be there exactly when somebody signed off');
    if (signedOffBy !== null && sameMember(signedOffBy, preparedBy))
      fault('signedOffBy', 'must be another member than the one who prepared it');
  },
);

/**
 * Reads a release that was kept, or checks one before it is kept.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * readRelease(JSON.parse(JSON.stringify(release)));
 */
export function readRelease(value: unknown): Release {
  return construct('release', releaseField, value);
}
