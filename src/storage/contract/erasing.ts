/** Contract: an erasure destroys what it names and nothing else; proofs and the check hold before and after. */
import { expect, test } from 'vitest';
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { verifyConsistency, verifyInclusion } from '../../crypto/merkle.ts';
import { parseVkey } from '../../crypto/note-key.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { eraseSource } from '../../desk/erase-source.ts';
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { entriesOf } from './appending.ts';
import {
  captured,
  proposed,
  regrouped,
  reviewed,
  SAMPLE_TEXT,
  sampleActor,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
} from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const NO_BLOBS = {
  put: async () => sha256Hex(''),
  putAll: async () => [],
  get: async () => null,
  has: async () => false,
  list: async function* () {},
  check: async () => [],
  remove: async () => async () => undefined,
};

/**
 * Erases one of the sample sources, alone.
 *
 * @example
 * await eraseSampleSource(store, 1);
 */
export async function eraseSampleSource(store: RecordStore, source: number): Promise<void> {
  const clock = () => new Date('2031-05-01T08:00:00Z');
  const newId = () => {
    throw new Error('An erasure makes no new thing.');
  };
  await eraseSource(
    { store, blobs: NO_BLOBS, clock, newId },
    { source: sampleId('source', source), reason: 'asked for', by: 'Reader One', withParts: false },
  );
}

/** Two sources that share a text and an actor, with claims, decisions and a second proposition. */
function sharedRecord() {
  const third = sampleId('claim', 7);
  return [
    ...sampleRecord(),
    captured(3, SAMPLE_TEXT, {
      actors: [sampleActor(9, 'Night Post')],
      source: { publisher: sampleId('actor', 9) },
    }),
    proposed({
      capture: 3,
      claims: [
        { ...sampleClaim(7, { voices: [sampleId('actor', 1)] }), source: sampleId('source', 3) },
        {
          ...sampleClaim(8, { voices: [sampleId('actor', 9)] }),
          source: sampleId('source', 3),
          proposition: sampleId('proposition', 3),
        },
      ],
      propositions: [sampleProposition(3, 'injured')],
    }),
    reviewed(1, 'accepted'),
    reviewed(7, 'rejected', 'Twelve is not what it says'),
    regrouped([2], sampleId('proposition', 2)),
  ].map((entry) => ({ ...entry, subject: entry.subject === third ? third : entry.subject }));
}

/**
 * Declares the tests.
 *
 * @example
 * describeErasing(withFreshStore(open));
 */
export function describeErasing(withStore: WithStore): void {
  test(
    'what is erased is gone from every reading, and the rest is as it was',
    withStore(async ({ store, reopen }) => {
      await store.append(sharedRecord());
      const kept = await store.claim(sampleId('claim', 8));
      await eraseSampleSource(store, 1);
      expect(await store.source(sampleId('source', 1))).toBeNull();
      expect(await store.claims({ source: sampleId('source', 1) })).toEqual([]);
      expect(await store.claim(sampleId('claim', 8))).toEqual(kept);
      expect((await store.actors()).map(({ id }) => id)).toContain(sampleId('actor', 1));
      expect(await store.text(sha256Hex(SAMPLE_TEXT))).toBe(SAMPLE_TEXT);
      expect((await store.search('fishermen', 5)).hits).toHaveLength(1);
      expect(await (await reopen()).check()).toEqual([]);
      const [first] = await store.entriesOf(sampleId('source', 1));
      expect(first).toMatchObject({ seq: 1, agent: '', salt: null, body: null });
      expect((await store.counts()).claims).toEqual({ proposed: 1, accepted: 0, rejected: 1, superseded: 0 });
    }),
  );
  test(
    'after every source is erased, in any order, the log still proves itself and takes new entries',
    withStore(async ({ store }) => {
      await store.append(sharedRecord());
      for (const source of [3, 1, 2]) {
        await eraseSampleSource(store, source);
        expect(await store.check()).toEqual([]);
      }
      expect(await store.actors()).toEqual([]);
      expect(await store.propositions()).toEqual([]);
      expect(await store.text(sha256Hex(SAMPLE_TEXT))).toBeNull();
      expect((await store.search('fishermen', 5)).hits).toEqual([]);
      await store.append([captured(5, 'A later report', { actors: [sampleActor(1, 'Harbour Daily')] })]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'a plan that something was written after is refused whole',
    withStore(async ({ store }) => {
      await store.append(sharedRecord());
      const body = { action: 'fixity-checked', captures: 0, entries: 0, faults: 0, items: [] } as const;
      const entry = { at: '2031-05-01T08:00:00Z', agent: 'machine', subject: 'log', body } as const;
      await expect(store.append([{ ...entry, onHead: 3 }])).rejects.toMatchObject({ code: 'vault-busy' });
      expect((await store.head())?.seq).toBe(8);
    }),
  );
  test(
    'a text that this reader has read meanwhile is not read again, and nothing of the step is stored',
    withStore(async ({ store }) => {
      await store.append(sharedRecord());
      const entries = (await store.head())?.seq;
      const [proposed] = await store.entriesWith('claims-proposed');
      if (proposed?.body?.action !== 'claims-proposed') throw new Error('The sample proposes nothing.');
      const { capture, extractor } = proposed.body;
      const again = {
        at: '2031-05-01T08:00:00Z',
        agent: 'machine',
        subject: capture,
        body: { ...proposed.body, actors: [], propositions: [], claims: [] },
        unlessRead: { captures: [capture], extractor: extractor ?? '' },
      };
      await expect(store.append([again])).rejects.toMatchObject({ code: 'vault-busy' });
      expect((await store.head())?.seq).toBe(entries);
      const other = { captures: [capture], extractor: 'another reader' };
      await store.append([{ ...again, unlessRead: other }]);
      expect(await store.check()).toEqual([]);
    }),
  );
  describeTree(withStore);
}

async function headOf(store: RecordStore) {
  const key = parseVkey(store.identity.vkey);
  const checkpoint = await store.checkpoint();
  if (!key.ok || checkpoint === null) throw new Error('The store has no signed head.');
  const note = openNote(checkpoint.note, [key.key]);
  if (!note.ok) throw new Error(note.fault);
  const read = parseCheckpoint(note.text);
  if (!read.ok) throw new Error(read.faults.join(' '));
  return read.checkpoint;
}

const hash = (hex: string) => Buffer.from(hex, 'hex');

function describeTree(withStore: WithStore): void {
  test(
    'every entry is proved against the signed head, and every head is a beginning of the next, across an erasure',
    withStore(async ({ store }) => {
      await store.append(sharedRecord());
      const before = await headOf(store);
      await eraseSampleSource(store, 1);
      const after = await headOf(store);
      expect(after).toMatchObject({ origin: store.identity.origin, size: before.size + 1 });
      for await (const { seq, leaf } of store.log()) {
        const proof = (await store.inclusion(seq, after.size)).map(hash);
        const check = { index: seq - 1, size: after.size, leafHash: hash(leaf), proof, root: after.root };
        expect(verifyInclusion(check), `entry ${seq}`).toBe(true);
      }
      const proof = (await store.consistency(before.size, after.size)).map(hash);
      const sizes = { size1: before.size, size2: after.size, root1: before.root, root2: after.root };
      expect(verifyConsistency({ ...sizes, proof })).toBe(true);
    }),
  );
  test(
    'a tree of more than one tile proves its entries',
    withStore(async ({ store }) => {
      const body = { action: 'fixity-checked', captures: 0, entries: 0, faults: 0, items: [] } as const;
      const entry = { at: '2031-05-01T08:00:00Z', agent: 'machine', subject: 'log', body } as const;
      for (const count of [255, 1, 1, 300]) await store.append(Array.from({ length: count }, () => entry));
      const head = await headOf(store);
      for (const seq of [1, 256, 257, 512, 513, 557]) {
        const [one] = await entriesOf(store.log(seq, 1));
        const proof = (await store.inclusion(seq, head.size)).map(hash);
        const leafHash = hash(one?.leaf ?? '');
        expect(verifyInclusion({ index: seq - 1, size: head.size, leafHash, proof, root: head.root })).toBe(
          true,
        );
      }
      expect(await store.check()).toEqual([]);
      await expect(store.inclusion(558, 557)).rejects.toMatchObject({ code: 'not-found' });
      await expect(store.consistency(0, 557)).rejects.toMatchObject({ code: 'not-found' });
    }),
  );
}
