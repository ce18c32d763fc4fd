/** Contract: readings of claims: filters, paging, tallies, reviews, regrouping and joined actors. The narrow view agrees with the wide one. */
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { ClaimFilter, RecordStore } from '../../desk/ports/record-store.ts';
import { utteranceOf } from '../../record/utterance.ts';
import {
  captured,
  joined,
  proposed,
  regrouped,
  reviewed,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
} from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const claim = (number: number) => sampleId('claim', number);
const actor = (number: number) => sampleId('actor', number);
const proposition = (number: number) => sampleId('proposition', number);

/** Numbers of the claims that a filter finds; the narrow view must agree with the wide one, row for row. */
async function found(store: RecordStore, filter?: ClaimFilter): Promise<readonly number[]> {
  const claims = await store.claims(filter);
  expect(await store.utterances(filter)).toEqual(claims.map(utteranceOf));
  const { limit: _, after: __, ...all } = filter ?? {};
  const counted = Object.values(await store.countClaims(all)).reduce((sum, claims) => sum + claims, 0);
  expect(counted).toBe((await store.claims(all)).length);
  return claims.map(({ id }) => Number(id.slice(4)));
}

/**
 * Declares the tests.
 *
 * @example
 * describeClaims(withFreshStore(open));
 */
export function describeClaims(withStore: WithStore): void {
  describeFilters(withStore);
  describeStatedNumbers(withStore);
  describePaging(withStore);
  describeTallies(withStore);
  describeSourceTallies(withStore);
  describeReviews(withStore);
  describeRegrouping(withStore);
  describeJoins(withStore);
}

function describeFilters(withStore: WithStore): void {
  test(
    'filters claims, alone and together, in log order',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([reviewed(2, 'accepted'), reviewed(3, 'rejected', 'a joke')]);
      expect(await found(store)).toEqual([1, 2, 3, 4, 5]);
      expect(await found(store, {})).toEqual([1, 2, 3, 4, 5]);
      expect(await found(store, { source: sampleId('source', 1) })).toEqual([1, 2, 3, 4, 5]);
      expect(await found(store, { source: sampleId('source', 2) })).toEqual([]);
      expect(await found(store, { source: sampleId('source', 9) })).toEqual([]);
      expect(await found(store, { sources: [1, 2].map((one) => sampleId('source', one)) })).toHaveLength(5);
      expect(await found(store, { sources: [] })).toEqual([]);
      expect(await found(store, { ids: [claim(4), claim(2)] })).toEqual([2, 4]);
      const against = { propositions: [proposition(1)], stances: ['denies'] as const };
      expect(await found(store, { besides: against })).toEqual([4, 5]);
      expect(await found(store, { besides: { ...against, stances: [] } })).toEqual([5]);
      expect(await found(store, { besides: { ...against, propositions: [] } })).toHaveLength(5);
      expect(await store.sources([sampleId('source', 2)])).toEqual([
        await store.source(sampleId('source', 2)),
      ]);
      expect(await found(store, { proposition: proposition(2) })).toEqual([5]);
      expect(await found(store, { propositions: [proposition(2), proposition(1)] })).toEqual([1, 2, 3, 4, 5]);
      expect(await found(store, { propositions: [proposition(2), proposition(9)] })).toEqual([5]);
      expect(await found(store, { propositions: [] })).toEqual([]);
      expect(await found(store, { statuses: ['accepted', 'rejected'] })).toEqual([2, 3]);
      expect(await found(store, { statuses: [] })).toEqual([]);
      expect(await found(store, { stance: 'denies' })).toEqual([4]);
      expect(await found(store, { measure: 'killed' })).toEqual([1, 2, 3, 4]);
      expect(await found(store, { measure: 'killed', statuses: ['proposed'], stance: 'alleges' })).toEqual([
        1,
      ]);
      expect(await found(store, { speaker: actor(1) })).toEqual([1, 2, 3, 4, 5]);
      expect(await found(store, { speaker: actor(2) })).toEqual([2]);
      expect(await found(store, { speaker: actor(9) })).toEqual([]);
    }),
  );
}

function describeStatedNumbers(withStore: WithStore): void {
  test(
    'keeps the stated number of unnamed speakers, in the narrow view, too',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const bounds = [
        { min: 3, max: 3 },
        { min: 13, max: null },
        { min: 1, max: 6 },
      ];
      const claims = bounds.map((stated, at) => sampleClaim(at + 6, { voices: [actor(1), null], stated }));
      await store.append([proposed({ claims })]);
      expect(await found(store)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      const told = (await store.utterances()).slice(5).map(({ stated }) => stated);
      expect(told).toEqual(bounds);
    }),
  );
}

function describePaging(withStore: WithStore): void {
  test(
    'pages through claims',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      expect(await found(store, { limit: 2 })).toEqual([1, 2]);
      expect(await found(store, { limit: 2, after: claim(2) })).toEqual([3, 4]);
      expect(await found(store, { after: claim(5) })).toEqual([]);
      expect(await found(store, { measure: 'killed', after: claim(3) })).toEqual([4]);
      expect(await found(store, { limit: 0 })).toEqual([]);
      expect(await store.claimIdsBeginning('clm_0', 3)).toEqual([claim(1), claim(2), claim(3)]);
      expect(await store.claimIdsBeginning(claim(2), 3)).toEqual([claim(2)]);
      expect(await store.claimIdsBeginning('clm_1', 3)).toEqual([]);
    }),
  );
  test(
    'filters propositions',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const ids = async (filter?: Parameters<RecordStore['propositions']>[0]) =>
        (await store.propositions(filter)).map(({ id }) => Number(id.slice(4)));
      expect(await ids()).toEqual([1, 2]);
      expect(await ids({ measure: 'detained' })).toEqual([2]);
      expect(await ids({ kind: 'count', measure: 'killed' })).toEqual([1]);
      expect(await ids({ kind: 'response' })).toEqual([]);
      expect(await ids({ groupKey: 'count|killed|' })).toEqual([1]);
      expect(await ids({ groupKey: 'count|killed|granted' })).toEqual([]);
    }),
  );
}

function describeTallies(withStore: WithStore): void {
  test(
    'tallies claims by proposition, stance and number, of the asked statuses alone',
    withStore(async ({ store }) => {
      const tally = (on: number, stance: string, numbered: boolean, claims: number) => ({
        proposition: proposition(on),
        stance,
        numbered,
        claims,
      });
      expect(await store.tallies(['proposed'])).toEqual([]);
      await store.append(sampleRecord());
      await store.append([reviewed(2, 'accepted'), reviewed(3, 'rejected', 'a joke')]);
      expect(await store.tallies(['proposed', 'accepted'])).toEqual([
        tally(1, 'alleges', true, 2),
        tally(1, 'denies', false, 1),
        tally(2, 'alleges', true, 1),
      ]);
      expect(await store.tallies(['accepted'])).toEqual([tally(1, 'alleges', true, 1)]);
      await store.append([regrouped([2], proposition(2))]);
      expect(await store.tallies(['accepted'])).toEqual([tally(2, 'alleges', true, 1)]);
      expect(await store.tallies([])).toEqual([]);
    }),
  );
}

function describeSourceTallies(withStore: WithStore): void {
  test(
    'tallies claims by source and status',
    withStore(async ({ store }) => {
      expect(await store.sourceTallies()).toEqual([]);
      await store.append(sampleRecord());
      const all = await store.claims();
      const expected = new Map<string, number>();
      for (const { source } of all) expected.set(source, (expected.get(source) ?? 0) + 1);
      const told = await store.sourceTallies();
      expect(new Map(told.map(({ source, claims }) => [source, claims]))).toEqual(expected);
      expect(told.every(({ status }) => status === 'proposed')).toBe(true);
      const [first] = all;
      await store.append([reviewed(1, 'accepted')]);
      const accepted = (await store.sourceTallies()).filter(({ status }) => status === 'accepted');
      expect(accepted).toEqual([{ source: first?.source, status: 'accepted', claims: 1 }]);
    }),
  );
  test(
    'tallies and spans of days are what the claims say, whichever status is the commonest',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const days = ['2031-04-02', '2030~', null, '2031-04-09', '2029-12'];
      const text = 'Another text, with claims of its own.';
      const capture = sampleId('capture', 7);
      const passages = sampleClaim(6).passages.map((one) => ({
        ...one,
        capture,
        textSha256: sha256Hex(text),
        exact: text.slice(0, 6),
        suffix: '',
      }));
      const source = sampleId('source', 7);
      const claims = days.map((saidAt, at) => sampleClaim(at + 6, { source, saidAt, passages }));
      await store.append([captured(7, text), proposed({ claims, capture: 7 })]);
      expect(await talliesAndSpans(store)).toEqual(await countedOut(store));
      for (const [at, decision] of (['accepted', 'rejected', 'accepted', 'accepted'] as const).entries())
        await store.append([reviewed(at + 5, decision, decision === 'rejected' ? 'a joke' : null)]);
      expect(await talliesAndSpans(store)).toEqual(await countedOut(store));
      for (const at of [1, 2, 3, 4, 9, 10]) await store.append([reviewed(at, 'accepted')]);
      expect(await talliesAndSpans(store)).toEqual(await countedOut(store));
    }),
  );
  test(
    'a decision that is taken back leaves the claim waiting, with both in its history',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([reviewed(1, 'accepted'), reviewed(1, 'reopened')]);
      const claim = await store.claim(sampleId('claim', 1));
      expect(claim?.status).toBe('proposed');
      expect(claim?.reviews.map(({ decision }) => decision)).toEqual(['accepted', 'reopened']);
      expect((await store.counts()).claims).toMatchObject({ accepted: 0 });
      expect(await store.check()).toEqual([]);
    }),
  );
}

const SOME = ['accepted', 'rejected'] as const;

async function talliesAndSpans(store: RecordStore) {
  return { tallies: await store.sourceTallies(), spans: await store.saidSpans(SOME) };
}

/** The same from the claims themselves, one by one. */
async function countedOut(store: RecordStore): Promise<Awaited<ReturnType<typeof talliesAndSpans>>> {
  const claims = await store.claims();
  const tallies = [];
  for (const { id } of await store.sources())
    for (const status of ['accepted', 'proposed', 'rejected', 'superseded'] as const) {
      const some = claims.filter((one) => one.source === id && one.status === status).length;
      if (some > 0) tallies.push({ source: id, status, claims: some });
    }
  const spans = [];
  for (const { id } of await store.propositions()) {
    const said = claims
      .filter((one) => one.proposition === id && SOME.some((status) => status === one.status))
      .flatMap(({ saidAt }) => saidAt ?? [])
      .toSorted();
    const [first, last] = [said[0], said.at(-1)];
    if (first !== undefined && last !== undefined) spans.push({ proposition: id, first, last });
  }
  return { tallies, spans };
}

function describeReviews(withStore: WithStore): void {
  test(
    'a review changes the status and is kept with its reason; a second one follows the first',
    withStore(async ({ store, reopen }) => {
      await store.append(sampleRecord());
      await store.append([reviewed(1, 'accepted')]);
      await store.append([reviewed(1, 'rejected', 'The words are another speaker’s')]);
      const at = '2031-04-03T08:00:00Z';
      const expected = [
        { decision: 'accepted', by: 'Reader One', at, reason: null },
        { decision: 'rejected', by: 'Reader One', at, reason: 'The words are another speaker’s' },
      ];
      expect(await (await reopen()).claim(claim(1))).toMatchObject({ status: 'rejected', reviews: expected });
      expect(await found(store, { statuses: ['rejected'] })).toEqual([1]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'a claim is superseded when its successor is accepted, and comes back when that is undone',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([
        reviewed(1, 'accepted'),
        proposed({ claims: [sampleClaim(9, { supersedes: claim(1) })] }),
      ]);
      expect(await found(store, { statuses: ['accepted'] })).toEqual([1]);
      await store.append([reviewed(9, 'accepted')]);
      expect(await found(store, { statuses: ['superseded'] })).toEqual([1]);
      expect(await found(store, { statuses: ['accepted'] })).toEqual([9]);
      await store.append([reviewed(9, 'rejected', 'worse than the first')]);
      expect(await found(store, { statuses: ['accepted'] })).toEqual([1]);
      expect(await store.check()).toEqual([]);
    }),
  );
}

function describeRegrouping(withStore: WithStore): void {
  test(
    'claims move to another proposition, to a new one, and back',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([regrouped([1, 2], proposition(2))]);
      expect(await found(store, { proposition: proposition(2) })).toEqual([1, 2, 5]);
      expect(await found(store, { measure: 'detained' })).toEqual([1, 2, 5]);
      expect((await store.claim(claim(1)))?.groupedBecause).toBeNull();
      await store.append([regrouped([2], proposition(3), [sampleProposition(3, 'injured')])]);
      expect(await found(store, { measure: 'injured' })).toEqual([2]);
      await store.append([regrouped([1, 2], proposition(1))]);
      expect(await found(store, { proposition: proposition(1) })).toEqual([1, 2, 3, 4]);
      expect(await store.check()).toEqual([]);
    }),
  );
}

function describeJoins(withStore: WithStore): void {
  test(
    'a joined actor is shown as the kept one in every reading, and its names go on finding it',
    withStore(async ({ store }) => {
      await store.append([
        ...sampleRecord(),
        captured(3, null, { source: { publisher: actor(3), authors: [actor(2), actor(3)] } }),
      ]);
      await store.append([joined(2, 3)]);
      expect((await store.claim(claim(5)))?.chain.map(({ speaker }) => speaker)).toEqual([
        actor(1),
        actor(2),
      ]);
      expect(await found(store, { speaker: actor(2) })).toEqual([2, 5]);
      expect(await found(store, { speaker: actor(3) })).toEqual([2, 5]);
      expect((await store.actors()).map(({ id }) => id)).toEqual([actor(1), actor(2), actor(4)]);
      const shown = await store.actor(actor(3));
      expect(shown?.id).toBe(actor(2));
      expect(shown?.names.map(({ text }) => text)).toEqual(['Calder Agency', 'Agence Cáldér']);
      expect(await store.actorsNamed('agence calder')).toEqual([shown]);
      expect(await store.source(sampleId('source', 3))).toMatchObject({
        publisher: actor(2),
        authors: [actor(2)],
      });
      expect((await store.snapshot()).actors.has(actor(3))).toBe(false);
      expect((await store.counts()).actors).toBe(3);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'joins are followed to their end, and a second join of the same actor is refused',
    withStore(async ({ store }) => {
      await store.append([...sampleRecord(), joined(2, 3), joined(1, 2)]);
      expect((await store.actor(actor(3)))?.id).toBe(actor(1));
      expect(await found(store, { speaker: actor(3) })).toEqual([1, 2, 3, 4, 5]);
      await expect(store.append([joined(4, 3)])).rejects.toMatchObject({ faults: [{ path: 'absorbed' }] });
      await expect(store.append([joined(3, 1)])).rejects.toMatchObject({ faults: [{ path: 'kept' }] });
    }),
  );
}
