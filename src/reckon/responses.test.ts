import { expect, test } from 'vitest';
import type { Claim } from '../record/claim.ts';
import type { CaptureId, Sha256 } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Stance } from '../record/stance.ts';
import { actor, actorId, actorsOf, claimId, proposition, sourceId } from './fixtures/invented-records.ts';
import { responsesOf } from './responses.ts';

const ACTORS = actorsOf(
  actor('lark', 'media'),
  actor('net', 'organisation'),
  actor('service', 'public-body', { named: 'Migration Service', partOf: ['orlund'] }),
  actor('orlund', 'state', { named: 'Orlund' }),
);
const SCOPE = { group: 'people from Kessar', place: null, by: null, actor: 'Orlund' };
const REFUSED = proposition('r', { kind: 'response', measure: 'visa', answer: 'refused', scope: SCOPE });
const DECLINED = proposition('d', { kind: 'response', measure: 'visa', answer: 'declined', scope: SCOPE });
const GRANTED = proposition('g', { kind: 'response', measure: 'visa', answer: 'granted', scope: SCOPE });
const REASON = 'Visa records are confidential.';

function passage(exact: string): Passage {
  const capture = `cap_${'0'.repeat(26)}` as CaptureId;
  return {
    capture,
    textSha256: '0'.repeat(64) as Sha256,
    start: 0,
    end: exact.length,
    exact,
    prefix: '',
    suffix: '',
  };
}

function claim(
  name: string,
  on: typeof REFUSED,
  fields: { by?: string; stance?: Stance; evidence?: string; count?: number } = {},
): Claim {
  const { by, stance = 'alleges', evidence, count } = fields;
  const step = (who: string | undefined) => ({
    speaker: who === undefined ? null : actorId(who),
    named: who ?? 'reports',
    cue: null,
    passage: null,
    connection: 'unknown' as const,
    anonymity: who === undefined ? ('anonymous' as const) : ('named' as const),
  });
  return {
    id: claimId(name),
    source: sourceId('lark'),
    stance,
    chain: [step('lark'), step(by)],
    proposition: on.id,
    groupedBecause: null,
    quantity:
      count === undefined
        ? null
        : {
            low: count,
            best: count,
            high: count,
            comparator: 'exactly',
            unit: 'individual',
            wording: String(count),
          },
    when: null,
    where: null,
    saidAt: '2031-05-17',
    passages: [passage('the claims'), ...(evidence === undefined ? [] : [passage(evidence)])],
    status: 'accepted',
    reviews: [],
    supersedes: null,
    extraction: null,
  };
}

const propositions = [REFUSED, DECLINED, GRANTED];

test('refused as others say, declined by the state itself, with its reason in its own words', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      claim('a', REFUSED),
      claim('b', REFUSED, { by: 'net' }),
      claim('c', DECLINED, { by: 'service', stance: 'declines', evidence: REASON }),
    ],
    actors: ACTORS,
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
    claims: [claim('c', REFUSED, { by: 'service', stance: 'declines' })],
    actors: ACTORS,
  });
  expect(rows.map(({ answer }) => answer)).toEqual(['declined']);
});

test('what the state denies stays on the row of those who say it', () => {
  const rows = responsesOf({
    propositions,
    claims: [claim('a', REFUSED, { by: 'net' }), claim('c', REFUSED, { by: 'service', stance: 'denies' })],
    actors: ACTORS,
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ answer: 'refused', statedBy: 'others', deniedBy: [claimId('c')] });
});

test('counts are those stated; asking is no answer; a rejected claim makes no row', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      claim('a', GRANTED, { count: 2 }),
      claim('b', GRANTED, { by: 'net', stance: 'asks' }),
      { ...claim('c', REFUSED), status: 'rejected' },
    ],
    actors: ACTORS,
  });
  expect(rows.map(({ answer, count }) => [answer, count])).toEqual([
    ['granted', { low: 2, best: 2, high: 2 }],
  ]);
});

test('a silence is told by others, on no day of answering; every row says when it was reported', () => {
  const rows = responsesOf({
    propositions,
    claims: [
      claim('s', DECLINED, { by: 'service', stance: 'silent' }),
      claim('a', REFUSED, { by: 'net' }),
      { ...claim('b', REFUSED, { by: 'net' }), saidAt: '2031-05-02' },
    ],
    actors: ACTORS,
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
