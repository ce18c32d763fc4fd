/** Contract: reading of everything but claims, of one thing and of all. */
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import {
  captured,
  entryFor,
  proposed,
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

/**
 * Declares the tests.
 *
 * @example
 * describeReading(withFreshStore(open));
 */
export function describeReading(withStore: WithStore): void {
  describeEntities(withStore);
  describeWording(withStore);
  describeLookups(withStore);
  describeCaptures(withStore);
  describeWholes(withStore);
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
}

function describeWording(withStore: WithStore): void {
  test(
    'gives claims back to the letter, whatever script and signs stand before them',
    withStore(async ({ store }) => {
      const words = ['𝒜 “Ёлка”\n\\ "claims":[ 👩‍👧', '\u2028 Łódź 👩', 'plain'];
      const claims = words.map((exact, index) => {
        const plain = sampleClaim(index + 1);
        return { ...plain, where: exact, passages: plain.passages.map((one) => ({ ...one, exact })) };
      });
      const actors = SAMPLE_ACTORS.map((one) => ({ ...one, ids: { note: '"claims":[{👩' } }));
      await store.append([
        captured(1, SAMPLE_TEXT, { actors: SAMPLE_ACTORS }),
        proposed({
          claims,
          actors: actors.map((one, at) => ({ ...one, id: actor(at + 11) })),
          propositions: [sampleProposition(1)],
        }),
      ]);
      await store.append([reviewed(2, 'accepted')]);
      const [first, second, third] = await store.claims();
      expect([first, third]).toEqual([claims[0], claims[2]]);
      expect(second).toMatchObject({ where: words[1], status: 'accepted' });
      expect(await store.claim(claim(3))).toEqual(claims[2]);
      expect((await store.snapshot()).claims.get(claim(1))).toEqual(claims[0]);
      expect(await store.check()).toEqual([]);
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
}

function describeLookups(withStore: WithStore): void {
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
      const asked = ['bytes 1', 'bytes 2', 'nothing'].map((bytes) => sha256Hex(bytes));
      expect(await store.storedAmong(asked)).toEqual(new Set([sha256Hex('bytes 1'), sha256Hex('bytes 2')]));
      expect(await store.storedAmong([])).toEqual(new Set());
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
}

function describeCaptures(withStore: WithStore): void {
  test(
    'captures with text stay unread until the extractor has read them, even when it found nothing',
    withStore(async ({ store }) => {
      const unread = async (extractor = 'rules-en-1') => store.unreadCaptures(extractor);
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
      expect((await store.search('night', 5)).hits).toEqual([]);
      expect((await store.search('morning', 5)).hits).toMatchObject([
        { source: source.id, title: 'Morning after' },
      ]);
      expect((await store.search('fishermen', 5)).hits).toHaveLength(1);
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
      expect((await store.search('corrected', 5)).hits).toHaveLength(2);
      expect(await store.check()).toEqual([]);
    }),
  );
}

function describeWholes(withStore: WithStore): void {
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
