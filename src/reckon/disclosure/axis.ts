/** One axis of a table: its labels, and which labels are sums of others. */
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';

/** "The whole is the sum of its parts", in labels of one axis. */
export interface AxisSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface Axis {
  /** Two axes of the same name are the same question, in every table of a compartment. */
  readonly name: string;
  /** Every label that a table shows: values, then groups, then the total. */
  readonly labels: readonly string[];
  readonly sums: readonly AxisSum[];
  /** Label of the sum over everything; null: the axis shows none. */
  readonly total: string | null;
  /** Whether to learn a person's place on this axis is to learn something about them: an answer, a risk. */
  readonly sensitive: boolean;
}

/**
 * An axis.
 *
 * @param given `values` exclude each other and exhaust everything; `groups` are sums that are shown as well
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * makeAxis({ name: 'answer', values: ['granted', 'refused', 'none'], total: 'all', sensitive: true });
 */
export function makeAxis(given: {
  readonly name: string;
  readonly values: readonly string[];
  readonly groups?: readonly AxisSum[];
  readonly total?: string | null;
  readonly sensitive?: boolean;
}): Axis {
  const { name, values, groups = [], total = null, sensitive = false } = given;
  const labels = [...values, ...groups.map(({ whole }) => whole), ...(total === null ? [] : [total])];
  const faults: Fault[] = [];
  if (name === '') faults.push({ path: 'name', message: 'is empty: an axis needs a name' });
  if (values.length === 0) faults.push({ path: 'values', message: 'is empty: an axis needs a value' });
  labels.forEach((label, at) => {
    if (label === '') faults.push({ path: `labels[${at}]`, message: 'is empty' });
    else if (labels.indexOf(label) !== at)
      faults.push({ path: `labels[${at}]`, message: `“${label}” stands there twice` });
  });
  for (const { whole, parts } of groups) {
    if (parts.length === 0) faults.push({ path: whole, message: 'is a group without parts' });
    for (const part of parts)
      if (!labels.includes(part) || part === whole || part === total)
        faults.push({ path: whole, message: `has a part “${part}” that is no value and no other group` });
  }
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', `The axis “${name}” cannot be used.`, {
      subject: name,
      faults,
    });
  const sums = [...groups, ...(total === null ? [] : [{ whole: total, parts: values }])];
  return Object.freeze({
    name,
    labels: Object.freeze(labels),
    sums: Object.freeze(sums.map((sum) => Object.freeze({ ...sum, parts: Object.freeze([...sum.parts]) }))),
    total,
    sensitive,
  });
}
