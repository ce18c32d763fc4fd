/** Days without an answer are counted from the latest day on which it can have been asked. */
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { answersAwaited } from './answers-awaited.ts';

const asked = (askedAt: string | null, answer: 'pending' | 'silent' = 'pending') =>
  ({
    to: `Embassy of Tavria ${askedAt}`,
    kind: 'visa',
    askedAt,
    answeredAt: null,
    answer,
    reason: null,
  }) as const;

test('the longest waited for stands first; what is not waited for any more is left out', () => {
  const one = caseOf({
    applications: [asked(null), asked('2026-10'), asked('2026-10-05'), asked('2020', 'silent')],
  });
  expect(answersAwaited(one, '2026-11-30').map(({ askedAt, days }) => [askedAt, days])).toEqual([
    ['2026-10-05', 56],
    ['2026-10', 30],
    [null, null],
  ]);
});

test('a day that is still to come counts no days', () => {
  expect(answersAwaited(caseOf({ applications: [asked('2027-01-01')] }), '2026-11-30')[0]?.days).toBe(0);
});
