/** Who was asked, and since when no answer is on record. */
import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import type { Claim } from '../../record/claim.ts';
import type { ClaimId, PropositionId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import { openRequests } from './open-requests.ts';

const proposition = {
  id: 'prp_1' as PropositionId,
  kind: 'response',
  measure: 'visa',
  answer: null,
  scope: { group: null, place: null, by: null, actor: 'Orlund' },
} as unknown as Proposition;

function deskAsked(...days: (string | null)[]) {
  const desk = memoryDesk({ clock: () => new Date('2031-05-12T09:00:00Z') });
  desk.store.propositions = async () => [proposition];
  desk.store.claims = async () =>
    days.map((saidAt, at) => ({ id: `clm_${at}` as ClaimId, saidAt }) as unknown as Claim);
  return desk;
}
const answer = (one: 'silent' | 'refused', reportedAt: string | null, byName = 'orlund') =>
  ({ byName, measure: 'visa', answer: one, reportedAt }) as const;

test.each([
  ['nobody answered', [], 10],
  ['silence is no answer', [answer('silent', '2031-05-10')], 10],
  ['an answer before it is none since', [answer('refused', '2031-04-01')], 10],
  ['an answer since', [answer('refused', '2031-05-03')], null],
  ['an answer of no known day may be one since', [answer('refused', null)], null],
  ['another state answered', [answer('refused', '2031-05-03', 'Vessen')], 10],
])('%s', async (_, responses, days) => {
  const [request] = await openRequests(deskAsked('2031-04-20', '2031-05-02'), responses, true);
  expect(request).toMatchObject({ byName: 'Orlund', askedOn: '2031-05-02', daysWithout: days });
});

test('of a request of no known day nothing is reckoned; no request, no row', async () => {
  expect((await openRequests(deskAsked(null), [], true))[0]).toMatchObject({
    askedOn: null,
    daysWithout: null,
  });
  expect(await openRequests(deskAsked(), [], true)).toEqual([]);
});
