/** Contract: releases come back as they were appended and commit to their statement; the record can be read as it was at any entry. */
import { expect, test } from 'vitest';
import { commit, openingKey } from '../../crypto/commitment.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import { releaseProfile } from '../../record/release/release-profile.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import { eraseSampleSource } from './erasing.ts';
import { listedRecord } from './sample-lists.ts';
import { entryFor, sampleId, sampleRecord } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const APPROVAL = new TextEncoder().encode('{"format":"an approval"}\n');
const STATEMENT = new TextEncoder().encode('{"format":"a release"}\n');

/**
 * An entry that makes a release.
 *
 * @example
 * releaseMade(1).subject; // 'rel_00000000000000000000000001'
 */
export function releaseMade(number: number, fields: Partial<PublishedRelease> = {}): NewEntry {
  const id = sampleId('release', number);
  const release: PublishedRelease = {
    id,
    number,
    profile: releaseProfile({ title: 'What was said about Port Calder' }),
    position: 3,
    root: sha256Hex('root'),
    checkpoint: 'log.example/1\n3\n…\n',
    madeAt: '2031-05-01T10:00:00Z',
    program: 'onrecord 0.0.0',
    dossierSha256: sha256Hex('dossier'),
    files: 12,
    corrects: null,
    changes: [],
    ...fields,
  };
  const change = { action: 'release-made', release, statement: sha256Hex(STATEMENT) } as const;
  return { ...entryFor(change, id), agent: 'Reader One', bytes: STATEMENT };
}

function approved(number: number): NewEntry {
  const release = sampleId('release', number);
  const change = {
    action: 'release-approved',
    release,
    dossierSha256: sha256Hex('dossier'),
    note: null,
    statement: sha256Hex(APPROVAL),
  } as const;
  return { ...entryFor(change, release), agent: 'Reader Two', bytes: APPROVAL };
}

/** Maps and order, without what a store may name differently. */
function told(snapshot: RecordSnapshot): unknown {
  const { logPosition, asOf, ...parts } = snapshot;
  return { logPosition, asOf, ...Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, [...v]])) };
}

async function toldAt(store: RecordStore, position: number): Promise<unknown> {
  const past = await store.past(position);
  try {
    return told(await past.store.snapshot());
  } finally {
    await past.store.close();
  }
}

/**
 * Declares the tests.
 *
 * @example
 * describeReleasing(withFreshStore(open));
 */
export function describeReleasing(withStore: WithStore): void {
  test(
    'gives releases back as they were appended; the entry commits to the statement; the check finds nothing',
    withStore(async ({ store, reopen }) => {
      const entries = [releaseMade(1), approved(1)];
      await store.append([...sampleRecord(), ...entries]);
      const again = await reopen();
      const found = [
        ...(await again.entriesWith('release-made')),
        ...(await again.entriesWith('release-approved')),
      ];
      expect(found.map(({ body }) => body)).toEqual(entries.map(({ body }) => body));
      const [made, second] = found;
      expect(made?.bytesCommitment).toBe(commit(openingKey(made?.salt ?? '', 'bytes'), STATEMENT));
      expect(second?.bytesCommitment).toBe(commit(openingKey(second?.salt ?? '', 'bytes'), APPROVAL));
      expect(await again.check()).toEqual([]);
    }),
  );

  test(
    'refuses a release without its statement, with another, and one that is not well formed',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const { bytes: _, ...without } = releaseMade(1);
      for (const wrong of [
        without,
        { ...releaseMade(1), bytes: new TextEncoder().encode('{}') },
        releaseMade(1, { number: 0 }),
        releaseMade(1, { corrects: { release: sampleId('release', 1), reason: 'itself' } }),
      ])
        await expect(store.append([wrong])).rejects.toMatchObject({ code: 'invalid-record' });
      expect(await store.entriesWith('release-made')).toEqual([]);
    }),
  );

  test(
    'reads the record as it was after any entry, with the root of the proof tree, whatever came later',
    withStore(async ({ store, reopen }) => {
      const snapshots: unknown[] = [];
      const roots: string[] = [];
      for (const entry of listedRecord()) {
        await store.append([entry]);
        snapshots.push(told(await store.snapshot()));
        roots.push((await store.checkpoint())?.note.split('\n')[2] ?? '');
      }
      const again = await reopen();
      for (const [index, then] of snapshots.entries()) {
        expect(await toldAt(again, index + 1)).toEqual(then);
        const past = await again.past(index + 1);
        await past.store.close();
        expect(Buffer.from(past.root, 'hex').toString('base64')).toBe(roots[index]);
      }
      await expect(store.past(snapshots.length + 1)).rejects.toMatchObject({ code: 'not-found' });
      await expect(store.past(0)).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  test(
    'an earlier state cannot be written, holds its lists and texts, and nothing that was erased since',
    withStore(async ({ store }) => {
      await store.append(listedRecord());
      const size = (await store.checkpoint())?.size ?? 0;
      const first = (await store.captures({ source: sampleId('source', 1) }))[0];
      const text = first?.text?.sha256;
      if (text === undefined) throw new Error('The sample has no text.');
      const past = await store.past(size);
      expect(await past.store.lists()).toEqual(await store.lists());
      expect(await past.store.text(text)).toBe(await store.text(text));
      expect(past.asOf).toBe((await store.head())?.at);
      await expect(past.store.append([])).rejects.toMatchObject({ code: 'read-only' });
      await past.store.close();
      await eraseSampleSource(store, 1);
      const after = await store.past(size);
      expect(await after.store.source(sampleId('source', 1))).toBeNull();
      expect((await after.store.snapshot()).sources.size).toBe((await store.snapshot()).sources.size);
      await after.store.close();
    }),
  );
}
