import { expect, test } from 'vitest';
import { ANSWER_ACTORS, answerClaim } from './fixtures/answer-claims.ts';
import { actorId, claimId, proposition } from './fixtures/invented-records.ts';
import { responsesOf } from './responses.ts';

const SCOPE = { group: 'people from Kessar', place: null, by: null, actor: 'Orlund' };
const REFUSED = proposition('r', { kind: 'response', measure: 'visa', answer: 'refused', scope: SCOPE });
const DECLINED = proposition('d', { kind: 'response', measure: 'visa', answer: 'declined', scope: SCOPE });
const GRANTED = proposition('g', { kind: 'response', measure: 'visa', answer: 'granted', scope: SCOPE });
const REASON = 'Visa records are confidential.';

const propositions = [REFUSED, DECLINED, GRANTED];

test('refused as others say, declined by the state itself, with its reason in its own words', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      answerClaim('a', REFUSED),
      answerClaim('b', REFUSED, { by: 'net' }),
      answerClaim('c', DECLINED, { by: 'service', stance: 'declines', words: REASON }),
    ],
    actors: ANSWER_ACTORS,
  });
  expect(
    rows.map(({ answer, statedBy, by, reason, basis }) => [answer, statedBy, by, reason, basis.length]),
  ).toEqual([
    ['declined', 'itself', actorId('orlund'), REASON, 1],
    ['refused', 'others', actorId('orlund'), null, 2],
  ]);
  expect(rows[0]?.reasonPassage?.exact).toBe(REASON);
  expect(rows[1]?.toward).toBe('people from Kessar');
});

test('a refusal to comment on an alleged refusal is no refusal of visas', () => {
  const rows = responsesOf({
    propositions,
    claims: [answerClaim('c', REFUSED, { by: 'service', stance: 'declines' })],
    actors: ANSWER_ACTORS,
  });
  expect(rows.map(({ answer }) => answer)).toEqual(['declined']);
});

test('what the state denies stays on the row of those who say it', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      answerClaim('a', REFUSED, { by: 'net' }),
      answerClaim('c', REFUSED, { by: 'service', stance: 'denies' }),
    ],
    actors: ANSWER_ACTORS,
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ answer: 'refused', statedBy: 'others', deniedBy: [claimId('c')] });
});

test('counts are those stated; asking is no answer; a rejected claim makes no row', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      answerClaim('a', GRANTED, { count: 2 }),
      answerClaim('b', GRANTED, { by: 'net', stance: 'asks' }),
      { ...answerClaim('c', REFUSED), status: 'rejected' },
    ],
    actors: ANSWER_ACTORS,
  });
  expect(rows.map(({ answer, count }) => [answer, count])).toEqual([
    ['granted', { low: 2, best: 2, high: 2 }],
  ]);
});

test('a silence is told by others, on no day of answering; every row says when it was reported', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      answerClaim('s', DECLINED, { by: 'service', stance: 'silent' }),
      answerClaim('a', REFUSED, { by: 'net' }),
      { ...answerClaim('b', REFUSED, { by: 'net' }), saidAt: '2031-05-02' },
    ],
    actors: ANSWER_ACTORS,
  });
  expect(
    rows.map(({ answer, statedBy, answeredAt, reportedAt, saidBy }) => ({
      answer,
      statedBy,
      answeredAt,
      reportedAt,
      saidBy,
    })),
  ).toEqual([
    {
      answer: 'refused',
      statedBy: 'others',
      answeredAt: null,
      reportedAt: '2031-05-02',
      saidBy: [actorId('net')],
    },
    {
      answer: 'silent',
      statedBy: 'others',
      answeredAt: null,
      reportedAt: '2031-05-17',
      saidBy: [actorId('lark')],
    },
  ]);
});
