import { expect, test } from 'vitest';
import type { Claim } from '../record/claim.ts';
import type { Proposition } from '../record/proposition.ts';
import { daysWithoutAnswer } from './days-without-answer.ts';
import { ANSWER_ACTORS, type AnswerTold, answerClaim } from './fixtures/answer-claims.ts';
import { actorId, claimId, proposition } from './fixtures/invented-records.ts';
import { statePositions } from './state-positions.ts';

const scope = { group: 'people from Kessar', place: null, by: null, actor: 'Orlund' };
const on = (answer: Proposition['answer'], measure: Proposition['measure'] = 'visa') =>
  proposition(`${measure} ${answer}`, { kind: 'response', measure, answer, scope });
const REFUSED = on('refused');
const GRANTED = on('granted');
const DECLINED = on('declined');
const ASYLUM = on('granted', 'asylum');
const REQUESTED = proposition('q', { kind: 'process', measure: 'visa', answer: null, scope });

const claim = (name: string, about: Proposition, saidAt: string | null, told: AnswerTold = {}): Claim =>
  answerClaim(name, about, { saidAt, ...told });

const positions = (claims: readonly Claim[], asOf = '2031-06-01') =>
  statePositions({
    propositions: [REFUSED, GRANTED, DECLINED, ASYLUM, REQUESTED],
    claims,
    actors: ANSWER_ACTORS,
    asOf,
  });

test('a position over time: each day, each answer, whose words, for how many, with the reason', () => {
  const [state, ...others] = positions([
    claim('c', GRANTED, '2031-05-20', { by: 'net', count: 2 }),
    claim('a', REFUSED, '2031-04-02', { by: 'net' }),
    claim('b', DECLINED, '2031-04-02', {
      by: 'service',
      stance: 'declines',
      words: 'Cases are confidential.',
    }),
    claim('d', ASYLUM, null, { by: 'net' }),
    claim('e', GRANTED, '2031-05-20', { by: 'net', count: 4 }),
  ]);
  expect(others).toEqual([]);
  expect(state).toMatchObject({ by: actorId('orlund'), byName: 'Orlund' });
  expect(state?.claims).toEqual({ granted: 3, refused: 1, partly: 0, pending: 0, declined: 1, silent: 0 });
  expect(state?.measures.map(({ measure }) => measure)).toEqual(['asylum', 'visa']);
  const visa = state?.measures[1];
  expect(
    visa?.steps.map(({ day, answer, statedBy, count, reason }) => [
      day,
      answer,
      statedBy,
      count,
      reason?.exact ?? null,
    ]),
  ).toEqual([
    ['2031-04-02', 'declined', 'itself', null, 'Cases are confidential.'],
    ['2031-04-02', 'refused', 'others', null, null],
    ['2031-05-20', 'granted', 'others', { low: 2, best: null, high: 4 }, null],
  ]);
  expect(visa?.latest.map(({ answer }) => answer)).toEqual(['granted']);
  expect(state?.measures[0]?.latest).toEqual([]);
});

test('a denial stays with those who say it; rejected claims and those after the day are left out', () => {
  const [state] = positions(
    [
      claim('a', REFUSED, '2031-04-02', { by: 'net' }),
      claim('b', REFUSED, '2031-04-05', { by: 'service', stance: 'denies' }),
      claim('c', GRANTED, '2031-04-06', { by: 'net', status: 'rejected' }),
      claim('d', GRANTED, '2031-05-06', { by: 'net' }),
    ],
    '2031-05-01',
  );
  expect(state?.measures[0]?.steps).toMatchObject([{ answer: 'refused', deniedBy: [claimId('b')] }]);
});

test.each<[string, readonly Claim[], number | null]>([
  ['asked and told of asking, nobody answered', [], 30],
  ['silence is no answer', [claim('s', DECLINED, '2031-05-20', { by: 'service', stance: 'silent' })], 30],
  ['an answer since', [claim('r', REFUSED, '2031-05-03', { by: 'net' })], null],
  ['an answer before the latest request', [claim('r', REFUSED, '2031-04-03', { by: 'net' })], 30],
  ['an answer to something else', [claim('r', ASYLUM, '2031-05-03', { by: 'net' })], 30],
])('days without an answer: %s', (_, answers, days) => {
  const [state] = positions([
    claim('q1', GRANTED, '2031-04-01', { by: 'net', stance: 'asks' }),
    claim('q2', REQUESTED, '2031-05-02', { by: 'net' }),
    ...answers,
  ]);
  const visa = state?.measures.find(({ measure }) => measure === 'visa');
  expect(visa?.asked).toEqual({
    on: '2031-05-02',
    claims: [claimId('q1'), claimId('q2')],
    daysWithout: days,
  });
});

test('of a request of no known day nothing is reckoned', () => {
  const [state] = positions([claim('q', REQUESTED, null, { by: 'net' })]);
  expect(state?.measures[0]?.asked).toMatchObject({ on: null, daysWithout: null });
  expect(daysWithoutAnswer({ on: '2031-05-02', answers: [], asOf: '2031-04-01' })).toBe(0);
});
