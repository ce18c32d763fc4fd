/** What two people changed of one case. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { caseOfBoth, withFields } from './case-versions.ts';

const base = caseOf();

test('each keeps what they alone changed', () => {
  const mine = { ...base, needs: ['a lawyer'] };
  const theirs = { ...base, notes: [] };
  expect(caseOfBoth({ base, mine, theirs })).toEqual({
    together: { ...base, needs: ['a lawyer'], notes: [] },
    both: [],
    theirs: ['notes'],
  });
});

test('what both changed is named, and theirs stands until a person chooses', () => {
  const mine = { ...base, needs: ['a lawyer'] };
  const theirs = { ...base, needs: ['a doctor'] };
  const { together, both } = caseOfBoth({ base, mine, theirs });
  expect([together.needs, both]).toEqual([['a doctor'], ['needs']]);
  expect(withFields(together, mine, both).needs).toEqual(['a lawyer']);
});

test('the same change by both is no conflict', () => {
  const same = { ...base, pseudonym: 'Stork' };
  expect(caseOfBoth({ base, mine: same, theirs: { ...same } }).both).toEqual([]);
});
