/** The contract of a blob store: what every place that keeps bytes must pass. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import type { Sha256 } from '../../record/id.ts';

/** An empty store, and a way to damage one blob behind its back. */
export interface BlobHarness {
  readonly blobs: BlobStore;
  damage(sha256: Sha256): Promise<void>;
  cleanUp(): Promise<void>;
}

/**
 * Declares the suite.
 *
 * @example
 * describeBlobStore('files', openHarness);
 */
export function describeBlobStore(name: string, open: () => Promise<BlobHarness>): void {
  const withBlobs = (body: (harness: BlobHarness) => Promise<void>) => async () => {
    const harness = await open();
    try {
      await body(harness);
    } finally {
      await harness.cleanUp();
    }
  };
  describe(`${name}: bytes`, () => {
    test('what is put comes back, under its SHA-256', withBlobs(roundTrip));
    test('the same bytes are kept once', withBlobs(keptOnce));
    test('many put at once are kept like those put one by one', withBlobs(putTogether));
    test('what is not stored is null', withBlobs(missing));
    test(
      'damaged bytes are refused, named by the check, and healed by putting them again',
      withBlobs(damaged),
    );
  });
}

async function roundTrip({ blobs }: BlobHarness): Promise<void> {
  const stored = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
      const sha256 = await blobs.put(bytes);
      stored.add(sha256);
      expect(sha256).toBe(sha256Hex(bytes));
      expect(Buffer.from((await blobs.get(sha256)) ?? [0])).toEqual(Buffer.from(bytes));
      expect(await blobs.has(sha256)).toBe(true);
    }),
    { numRuns: 30 },
  );
  expect((await hashesOf(blobs)).toSorted()).toEqual([...stored].toSorted());
  expect(await blobs.check()).toEqual([]);
}

async function keptOnce({ blobs }: BlobHarness): Promise<void> {
  const bytes = Buffer.from('Twelve fishermen');
  const hashes = await Promise.all(Array.from({ length: 8 }, () => blobs.put(bytes)));
  expect(new Set(hashes).size).toBe(1);
  expect(await hashesOf(blobs)).toEqual([hashes[0]]);
}

async function putTogether({ blobs }: BlobHarness): Promise<void> {
  const before = Buffer.from('put before');
  await blobs.put(before);
  const many = [before, ...Array.from({ length: 40 }, (_, n) => Buffer.from(`bytes ${n % 30}`))];
  const hashes = await blobs.putAll(many);
  expect(hashes).toEqual(many.map((bytes) => sha256Hex(bytes)));
  for (const [at, sha256] of hashes.entries())
    expect(Buffer.from((await blobs.get(sha256)) ?? [0])).toEqual(many[at]);
  expect((await hashesOf(blobs)).toSorted()).toEqual([...new Set(hashes)].toSorted());
  expect(await blobs.putAll([])).toEqual([]);
  expect(await blobs.check()).toEqual([]);
}

async function missing({ blobs }: BlobHarness): Promise<void> {
  const sha256 = sha256Hex('never stored');
  expect(await blobs.get(sha256)).toBeNull();
  expect(await blobs.has(sha256)).toBe(false);
  expect(await hashesOf(blobs)).toEqual([]);
  expect(await blobs.check()).toEqual([]);
}

async function damaged({ blobs, damage }: BlobHarness): Promise<void> {
  const whole = await blobs.put(Buffer.from('whole'));
  const bytes = Buffer.from('to be damaged');
  const bad = await blobs.put(bytes);
  await damage(bad);
  expect(await blobs.check()).toEqual([bad]);
  await expect(blobs.get(bad)).rejects.toMatchObject({ code: 'damaged', subject: bad });
  expect(await blobs.get(whole)).not.toBeNull();
  await blobs.put(bytes);
  expect(await blobs.check()).toEqual([]);
}

async function hashesOf(blobs: BlobStore): Promise<readonly Sha256[]> {
  const hashes: Sha256[] = [];
  for await (const sha256 of blobs.list()) hashes.push(sha256);
  return hashes;
}
