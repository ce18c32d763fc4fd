/** What two people changed of one case. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { mergeCase, withFields } from './merge-case.ts';

const base = caseOf();

test('each keeps what they alone changed', () => {
  const mine = { ...base, needs: ['a lawyer'] };
  const theirs = { ...base, notes: [] };
  expect(mergeCase({ base, mine, theirs })).toEqual({
    merged: { ...base, needs: ['a lawyer'], notes: [] },
    both: [],
    theirs: ['notes'],
  });
});

test('what both changed is named, and theirs stands until a person chooses', () => {
  const mine = { ...base, needs: ['a lawyer'] };
  const theirs = { ...base, needs: ['a doctor'] };
  const { merged, both } = mergeCase({ base, mine, theirs });
  expect([merged.needs, both]).toEqual([['a doctor'], ['needs']]);
  expect(withFields(merged, mine, both).needs).toEqual(['a lawyer']);
});

test('the same change by both is no conflict', () => {
  const same = { ...base, pseudonym: 'Stork' };
  expect(mergeCase({ base, mine: same, theirs: { ...same } }).both).toEqual([]);
});
