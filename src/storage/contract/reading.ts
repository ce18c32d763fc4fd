/** Contract: every reading method, filters, paging, reviews, regrouping and joined actors. */
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { ClaimFilter, RecordStore } from '../../desk/ports/record-store.ts';
import { utteranceOf } from '../../record/utterance.ts';
import {
  captured,
  entryFor,
  joined,
  proposed,
  regrouped,
  reviewed,
  SAMPLE_ACTORS,
  SAMPLE_TEXT,
  sampleActor,
  sampleCapture,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
  sampleSource,
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
 * describeReading(withFreshStore(open));
 */
export function describeReading(withStore: WithStore): void {
  describeEntities(withStore);
  describeFilters(withStore);
  describeTallies(withStore);
  describeReviews(withStore);
  describeRegrouping(withStore);
  describeJoins(withStore);
}

function describeEntities(withStore: WithStore): void {
  test(
    'gives back what was appended',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const first = sampleSource(1, { title: 'Night at the mill' });
      expect(await store.source(first.id)).toEqual(first);
      expect((await store.sources()).map(({ id }) => id)).toEqual([first.id, sampleId('source', 2)]);
      expect(await store.capture(sampleId('capture', 1))).toEqual(sampleCapture(1, SAMPLE_TEXT));
      expect(await store.captures()).toHaveLength(2);
      expect(await store.captures({ source: sampleId('source', 2) })).toEqual([sampleCapture(2, null)]);
      expect(await store.text(sha256Hex(SAMPLE_TEXT))).toBe(SAMPLE_TEXT);
      expect(await store.actor(actor(4))).toEqual(SAMPLE_ACTORS[3]);
      expect(await store.actors()).toEqual(SAMPLE_ACTORS);
      expect(await store.proposition(proposition(2))).toEqual(sampleProposition(2, 'detained'));
      expect(await store.claim(claim(1))).toEqual(sampleClaim(1));
    }),
  );
  test(
    'gives null for what is not there',
    withStore(async ({ store }) => {
      expect(await store.source(sampleId('source', 9))).toBeNull();
      expect(await store.capture(sampleId('capture', 9))).toBeNull();
      expect(await store.actor(actor(9))).toBeNull();
      expect(await store.proposition(proposition(9))).toBeNull();
      expect(await store.claim(claim(9))).toBeNull();
      expect(await store.text(sha256Hex('nothing'))).toBeNull();
      expect(await store.captureOfBytes(sha256Hex('nothing'))).toBeNull();
    }),
  );
  test(
    'knows bytes again, and a record of a web archive apart from the others in it',
    withStore(async ({ store }) => {
      const warc = { file: 'site.warc', recordId: 'urn:uuid:1', offset: 400 };
      await store.append([
        captured(1, null, { actors: SAMPLE_ACTORS }),
        captured(2, null, { capture: { warc } }),
      ]);
      expect((await store.captureOfBytes(sha256Hex('bytes 1')))?.id).toBe(sampleId('capture', 1));
      expect((await store.captureOfBytes(sha256Hex('bytes 2'), 'urn:uuid:1'))?.id).toBe(
        sampleId('capture', 2),
      );
      expect(await store.captureOfBytes(sha256Hex('bytes 2'), 'urn:uuid:2')).toBeNull();
    }),
  );
  test(
    'finds actors by any spelling of a name',
    withStore(async ({ store }) => {
      const names = [
        { text: 'Радио Ёлка', lang: 'ru', kind: 'full' as const },
        { text: 'RJ', lang: null, kind: 'acronym' as const },
        { text: 'The Courier', lang: 'en', kind: 'full' as const },
      ];
      await store.append([
        captured(1, null, { actors: [...SAMPLE_ACTORS, { ...sampleActor(5, 'x'), names }] }),
      ]);
      expect((await store.actorsNamed('AGENCE  calder')).map(({ id }) => id)).toEqual([actor(3)]);
      expect((await store.actorsNamed('радио елка')).map(({ id }) => id)).toEqual([actor(5)]);
      expect((await store.actorsNamed('rj')).map(({ id }) => id)).toEqual([actor(5)]);
      for (const name of ['courier', 'The Courier', 'the Courier’s'])
        expect((await store.actorsNamed(name)).map(({ id }) => id)).toEqual([actor(5)]);
      expect(await store.actorsNamed('Agence')).toEqual([]);
      expect(await store.actorsNamed('')).toEqual([]);
    }),
  );
  test(
    'captures with text stay unread until the extractor has read them, even when it found nothing',
    withStore(async ({ store }) => {
      const unread = async (extractor = 'rules-en-1') =>
        (await store.unreadCaptures(extractor)).map(({ id }) => id);
      await store.append([
        captured(1, 'one', { actors: SAMPLE_ACTORS }),
        captured(2, 'two'),
        captured(3, null),
      ]);
      expect(await unread()).toEqual([sampleId('capture', 1), sampleId('capture', 2)]);
      await store.append([proposed({ claims: [] })]);
      expect(await unread()).toEqual([sampleId('capture', 2)]);
      expect(await unread('rules-en-2')).toHaveLength(2);
      await store.append([proposed({ claims: [] })]);
      expect(await unread()).toEqual([sampleId('capture', 2)]);
    }),
  );
  test(
    'a source described anew is shown so, and found by its new title',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const source = sampleSource(1, { title: 'Morning after', publisher: actor(2) });
      await store.append([entryFor({ action: 'source-described', source, actors: [] }, source.id)]);
      expect(await store.source(source.id)).toEqual(source);
      expect(await store.search('night', 5)).toEqual([]);
      expect(await store.search('morning', 5)).toMatchObject([{ source: source.id, title: 'Morning after' }]);
      expect(await store.search('fishermen', 5)).toHaveLength(1);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'a second capture of a known source joins the first',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([
        captured(3, 'A corrected text', { source: { id: sampleId('source', 1), title: 'Corrected' } }),
      ]);
      expect(await store.captures({ source: sampleId('source', 1) })).toHaveLength(2);
      expect((await store.source(sampleId('source', 1)))?.title).toBe('Corrected');
      expect(await store.search('corrected', 5)).toHaveLength(2);
      expect(await store.check()).toEqual([]);
    }),
  );
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
  test(
    'pages through claims',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      expect(await found(store, { limit: 2 })).toEqual([1, 2]);
      expect(await found(store, { limit: 2, after: claim(2) })).toEqual([3, 4]);
      expect(await found(store, { after: claim(5) })).toEqual([]);
      expect(await found(store, { measure: 'killed', after: claim(3) })).toEqual([4]);
      expect(await found(store, { limit: 0 })).toEqual([]);
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
  test(
    'counts, and takes the whole record at one position',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([reviewed(1, 'accepted')]);
      expect(await store.counts()).toEqual({
        sources: 2,
        captures: 2,
        withoutText: 1,
        actors: 4,
        propositions: 2,
        claims: { proposed: 4, accepted: 1, rejected: 0, superseded: 0 },
        entries: 4,
      });
      expect(await store.countClaims({ measure: 'killed' })).toEqual({
        proposed: 3,
        accepted: 1,
        rejected: 0,
        superseded: 0,
      });
      const whole = await store.snapshot();
      expect(whole).toMatchObject({ logPosition: 4, asOf: '2031-04-03T08:00:00Z' });
      expect([...whole.claims.values()]).toEqual(await store.claims());
      expect([...whole.sources.values()]).toEqual(await store.sources());
      expect([...whole.captures.values()]).toEqual(await store.captures());
      expect([...whole.actors.values()]).toEqual(await store.actors());
      expect([...whole.propositions.keys()]).toEqual([proposition(1), proposition(2)]);
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
