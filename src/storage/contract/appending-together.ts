/** Contract: entries appended together are what they are one by one, and of two writers who make the same one is refused. */
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import { linkedRecord, linkReviewed } from './sample-links.ts';
import {
  captured,
  proposed,
  reviewed,
  SAMPLE_ACTORS,
  sampleActor,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
  sampleSource,
} from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

/** Every kind of entry that adds, each resting on the ones before it, with a change and a decision between. */
function grown(): readonly NewEntry[] {
  const source = sampleSource(5, { title: 'Another title' });
  return [
    ...linkedRecord(),
    captured(5, 'The mayor of Port Calder confirmed that three weavers were killed.'),
    captured(6, 'The mayor of Port Calder confirmed that three weavers were killed.'),
    // The same source again, described otherwise: a row that this very append made is changed.
    captured(7, null, { source, capture: { of: source.id } }),
    proposed({
      capture: 5,
      claims: [
        sampleClaim(50, { source: sampleId('source', 5), proposition: sampleId('proposition', 50) }),
        sampleClaim(51, { source: sampleId('source', 5), proposition: sampleId('proposition', 1) }),
      ],
      propositions: [sampleProposition(50, 'detained')],
    }),
    proposed({
      capture: 6,
      claims: [
        sampleClaim(60, {
          source: sampleId('source', 6),
          proposition: sampleId('proposition', 50),
          supersedes: sampleId('claim', 50),
          voices: [sampleId('actor', 20), null],
        }),
      ],
      actors: [sampleActor(20, 'Night Watch of Calder')],
    }),
    reviewed(50, 'accepted'),
    captured(8, 'A last text.', { source: { publisher: sampleId('actor', 20) } }),
    captured(9, 'A last text.', { source: { publisher: sampleId('actor', 20) } }),
  ];
}

async function pictureOf(store: RecordStore): Promise<unknown> {
  const [tallies, unread] = [
    await store.tallies(['proposed', 'accepted']),
    await store.unreadCaptures('x-1'),
  ];
  return {
    snapshot: await store.snapshot(),
    counts: await store.counts(),
    found: await store.search('weavers', 10),
    titled: await store.search('another title', 10),
    tallies,
    unread,
    entries: await store.entriesOf(sampleId('source', 5)),
  };
}

/** Salts differ: what is compared is what was logged, and in which order. */
function withoutSalts(picture: unknown): unknown {
  return JSON.parse(
    JSON.stringify(picture, (key, value: unknown) =>
      /^(salt|commitment|bytesCommitment|leaf)$/u.test(key) ? null : value,
    ),
  );
}

/**
 * Declares the tests.
 *
 * @example
 * describeTogether(withFreshStore(open));
 */
export function describeTogether(withStore: WithStore): void {
  test(
    'many entries in one append make the record that they make one by one',
    withStore(async ({ store }) => {
      await store.append(grown());
      const together = withoutSalts(await pictureOf(store));
      expect(await store.check()).toEqual([]);
      await withStore(async ({ store: other }) => {
        for (const entry of grown()) await other.append([entry]);
        expect(withoutSalts(await pictureOf(other))).toEqual(together);
      })();
    }),
  );
  test(
    'bytes and readings that an earlier entry of the same append brought are refused like those of others',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const twice = [1, 2].map((number) => ({
        ...captured(number + 10, null, { capture: { sha256: sha256Hex('same') }, bytes: 'same' }),
        unlessStored: sha256Hex('same'),
      }));
      await expect(store.append(twice)).rejects.toMatchObject({
        code: 'invalid-record',
        faults: [{ path: 'unlessStored' }],
      });
      const reading = (claim: number): NewEntry => ({
        ...proposed({ capture: 2, claims: [sampleClaim(claim, { source: sampleId('source', 2) })] }),
        unlessRead: { captures: [sampleId('capture', 2)], extractor: 'rules-en-1' },
      });
      await expect(store.append([reading(70), reading(71)])).rejects.toMatchObject({ code: 'vault-busy' });
      expect((await store.counts()).entries).toBe(sampleRecord().length);
    }),
  );
  describeMade(withStore);
  describeStanding(withStore);
}

function describeStanding(withStore: WithStore): void {
  test(
    'of two writers who decide on the same claim or link the second is refused with all that it brings',
    withStore(async ({ store, reopen }) => {
      await store.append([...linkedRecord(), reviewed(2, 'reopened')]);
      const other = await reopen();
      const claim = { id: sampleId('claim', 2), status: 'proposed' } as const;
      const decided = { ...reviewed(2, 'accepted'), whileStanding: [claim] };
      await store.append([decided]);
      const entries = (await store.counts()).entries;
      await expect(other.append([reviewed(3, 'accepted'), decided])).rejects.toMatchObject({
        code: 'changed-meanwhile',
        subject: claim.id,
        faults: [{ path: claim.id }],
      });
      // What is replaced must stand as it stood, too.
      const replacing = {
        ...proposed({ capture: 1, claims: [sampleClaim(90, { supersedes: claim.id })] }),
        whileStanding: [claim],
      };
      await expect(other.append([replacing])).rejects.toMatchObject({ code: 'changed-meanwhile' });
      const link = { id: sampleId('link', 1), status: 'proposed' } as const;
      await store.append([{ ...linkReviewed(1, 'cut'), whileStanding: [link] }]);
      await expect(
        other.append([{ ...linkReviewed(1, 'confirmed'), whileStanding: [link] }]),
      ).rejects.toMatchObject({ subject: link.id });
      expect((await other.counts()).entries).toBe(entries + 1);
      await other.append([
        { ...reviewed(2, 'rejected', 'another number'), whileStanding: [{ ...claim, status: 'accepted' }] },
      ]);
      expect(await other.check()).toEqual([]);
    }),
  );
}

function describeMade(withStore: WithStore): void {
  test(
    'of two writers who first meet an actor or make a proposition the second is refused, and may choose again',
    withStore(async ({ store, reopen }) => {
      await store.append(sampleRecord());
      const other = await reopen();
      const since = (await store.checkpoint())?.size ?? 0;
      const naming = (number: number, name: string, known = since): NewEntry => ({
        ...captured(number, null, { actors: [sampleActor(number, name)] }),
        madeSince: known,
      });
      // Two of one name in one append are that writer's own business.
      await store.append([naming(30, 'Harbour Wire'), naming(31, 'HARBOUR  Wire')]);
      await expect(other.append([naming(32, 'harbour wire')])).rejects.toMatchObject({
        code: 'vault-busy',
        faults: [{ path: 'madeSince' }],
      });
      const making = (claim: number, known = since): NewEntry => ({
        ...proposed({
          capture: 2,
          claims: [
            sampleClaim(claim, {
              source: sampleId('source', 2),
              proposition: sampleId('proposition', claim),
            }),
          ],
          propositions: [sampleProposition(claim, 'displaced')],
        }),
        madeSince: known,
      });
      await other.append([making(80), naming(33, 'Another Wire')]);
      await expect(store.append([making(81)])).rejects.toMatchObject({ faults: [{ path: 'madeSince' }] });
      const now = (await store.checkpoint())?.size ?? 0;
      await store.append([making(81, now), naming(34, 'Harbour Wire', now)]);
      expect(await store.check()).toEqual([]);
      expect((await store.actors()).length).toBe(SAMPLE_ACTORS.length + 4);
    }),
  );
}
