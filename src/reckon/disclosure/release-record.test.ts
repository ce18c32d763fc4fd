/** A release is read again as it was kept, and anything else is refused. */
import { expect, test } from 'vitest';
import type { OnRecordError } from '../../record/onrecord-error.ts';
import { makeAxis } from './axis.ts';
import { letThrough } from './count-brand.ts';
import { disclosureRule } from './disclosure-rule.ts';
import type { Release } from './release.ts';
import { readRelease } from './release-record.ts';

const release: Release = {
  id: 'rel-1',
  compartment: 'north',
  at: '2017-07-01T08:00:00Z',
  rule: disclosureRule(),
  preparedBy: 'Ansa',
  signedOffBy: 'Bero',
  signedOffAt: '2017-07-01T09:00:00Z',
  tables: [
    {
      name: 'Cases by state',
      population: 'people with a case',
      asOf: '2017-06-30',
      grows: false,
      axes: [makeAxis({ name: 'state', values: ['Aldland', 'Borland'], total: 'all' })],
      cells: [null, null, letThrough(40)],
      impossible: [false, false, false],
    },
  ],
};
const kept = (): Record<string, unknown> & { tables: Record<string, unknown>[] } =>
  JSON.parse(JSON.stringify(release));

test('kept and read again it is the same', () => expect(readRelease(kept())).toEqual(release));

const faultsOf = (change: (one: ReturnType<typeof kept>) => void): readonly string[] => {
  const changed = kept();
  change(changed);
  try {
    readRelease(changed);
    return [];
  } catch (error) {
    return (error as OnRecordError).faults.map(({ path }) => path);
  }
};

test.each<readonly [string, Parameters<typeof faultsOf>[0], readonly string[]]>([
  [
    'a negative count',
    (one) => Object.assign(one.tables[0] ?? {}, { cells: [null, -1, 40] }),
    ['tables[0].cells[1]'],
  ],
  ['a cell too few', (one) => Object.assign(one.tables[0] ?? {}, { cells: [null, 40] }), ['tables[0].cells']],
  [
    'true counts beside',
    (one) => Object.assign(one.tables[0] ?? {}, { counts: [2, 38, 40] }),
    ['tables[0].counts'],
  ],
  ['the same member twice', (one) => Object.assign(one, { signedOffBy: 'ANSA' }), ['signedOffBy']],
  ['a sign-off without a day', (one) => Object.assign(one, { signedOffAt: null }), ['signedOffAt']],
  [
    'a threshold of 1',
    (one) => Object.assign(one, { rule: { ...disclosureRule(), threshold: 1 } }),
    ['rule.threshold'],
  ],
])('refused: %s', (_, change, paths) => expect(faultsOf(change)).toEqual(paths));
