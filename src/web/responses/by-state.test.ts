/** Answers by state and over time. */
import { expect, test } from 'vitest';
import { byState, statesByAnswer } from './by-state.ts';

const rows = [
  { byName: 'Vessen', answer: 'refused', reportedAt: null },
  { byName: 'Orlund', answer: 'refused', reportedAt: '2031-05-02' },
  { byName: 'orlund', answer: 'pending', reportedAt: '2031-04' },
  { byName: 'Vessen', answer: 'silent', reportedAt: '2031-04-30' },
];

test('one group a state, oldest answer first, of no known day last', () =>
  expect(byState(rows).map(({ name, rows: own }) => [name, own.map(({ answer }) => answer)])).toEqual([
    ['Orlund', ['pending', 'refused']],
    ['Vessen', ['silent', 'refused']],
  ]));

test('a state with two answers is in both', () =>
  expect([...statesByAnswer(rows)]).toEqual([
    ['refused', 2],
    ['pending', 1],
    ['silent', 1],
  ]));
