import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readerOf } from './log-vectors.cases.ts';
import { emptyRoot, leafHash, verifyConsistency, verifyInclusion } from './merkle.ts';
import { EMPTY_PEAKS, pushLeaf, rootOfPeaks } from './tree-peaks.ts';
import { consistencyProof, inclusionProof, type ReadHashes, treeRoot } from './tree-proofs.ts';

const MOST = 300;
const leaves = Array.from({ length: 70_000 }, (_, i) =>
  leafHash(Uint8Array.of(i >> 16, (i >> 8) & 0xff, i & 0xff)),
);
const read = readerOf(leaves);
const roots = rootsOf(leaves);

function rootsOf(list: readonly Uint8Array[]): ReadonlyMap<number, Uint8Array> {
  const found = new Map([[0, emptyRoot()]]);
  let tree = EMPTY_PEAKS;
  for (const leaf of list) {
    tree = pushLeaf(tree, leaf).peaks;
    if (tree.size <= MOST || tree.size % 1000 === 0 || tree.size === 65_536) {
      found.set(tree.size, rootOfPeaks(tree));
    }
  }
  return found;
}

const rootAt = (size: number) => roots.get(size) ?? expect.unreachable();
const leafOf = (index: number) => leaves[index] ?? expect.unreachable();

test.each([0, 1, 255, 256, 257, 300, 65_000, 65_536, 66_000, 70_000])(
  'the root of %i leaves from tiles is the root of the peaks',
  async (size) => expect(await treeRoot(size, read)).toEqual(rootAt(size)),
);

test('every leaf of every tree around a tile boundary is proved', async () => {
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 258, 300]) {
    for (let index = 0; index < size; index += 1) {
      const proof = await inclusionProof(index, size, read);
      expect(
        verifyInclusion({ index, size, leafHash: leafOf(index), proof, root: rootAt(size) }),
        `${index} of ${size}`,
      ).toBe(true);
    }
  }
});

test('an inclusion proof proves its leaf, its index and its size only', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: MOST }), fc.nat(), fc.nat(), async (size, a, b) => {
      const [index, wrong] = [a % size, b % size];
      const proof = await inclusionProof(index, size, read);
      const check = { index, size, leafHash: leafOf(index), proof, root: rootAt(size) };
      expect(verifyInclusion(check)).toBe(true);
      expect(verifyInclusion({ ...check, leafHash: leafOf(wrong) })).toBe(wrong === index);
      expect(verifyInclusion({ ...check, index: wrong })).toBe(wrong === index);
      expect(verifyInclusion({ ...check, proof: [...proof, rootAt(size)] })).toBe(false);
      expect(verifyInclusion({ ...check, root: rootAt(size + (size < MOST ? 1 : -1)) })).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a consistency proof joins its two trees only', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: MOST }), fc.integer({ min: 1, max: MOST }), async (a, b) => {
      const [size1, size2] = a < b ? [a, b] : [b, a];
      const proof = await consistencyProof(size1, size2, read);
      const check = { size1, size2, root1: rootAt(size1), root2: rootAt(size2), proof };
      expect(verifyConsistency(check)).toBe(true);
      expect(verifyConsistency({ ...check, root1: emptyRoot() })).toBe(false);
      expect(verifyConsistency({ ...check, root2: emptyRoot() })).toBe(false);
      expect(verifyConsistency({ ...check, proof: [...proof, emptyRoot()] })).toBe(false);
      if (size1 < size2) expect(verifyConsistency({ ...check, proof: proof.slice(1) })).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [1, 66_000],
  [255, 65_536],
  [256, 70_000],
  [65_000, 65_536],
  [65_536, 66_000],
  [66_000, 70_000],
])('tree %i is the beginning of tree %i, across tile levels', async (size1, size2) => {
  const proof = await consistencyProof(size1, size2, read);
  expect(verifyConsistency({ size1, size2, root1: rootAt(size1), root2: rootAt(size2), proof })).toBe(true);
  const path = await inclusionProof(size1 - 1, size2, read);
  const leaf = leafOf(size1 - 1);
  expect(
    verifyInclusion({ index: size1 - 1, size: size2, leafHash: leaf, proof: path, root: rootAt(size2) }),
  ).toBe(true);
});

test('each tile is read once, within the tree, at most two tiles a level', async () => {
  for (const [index, size] of [
    [0, 70_000],
    [65_535, 70_000],
    [65_536, 70_000],
    [69_999, 70_000],
    [300, 66_000],
  ] as const) {
    const asked: string[] = [];
    const watched: ReadHashes = (level, start, count) => {
      const tile = Math.floor(start / 256);
      expect(count).toBeGreaterThan(0);
      expect(Math.floor((start + count - 1) / 256)).toBe(tile);
      expect(start + count).toBeLessThanOrEqual(Math.floor(size / 256 ** level));
      asked.push(`${level}/${tile}`);
      return read(level, start, count);
    };
    await inclusionProof(index, size, watched);
    await consistencyProof(index + 1, size, watched).then(() => undefined);
    expect(asked.length).toBeLessThanOrEqual(12);
    asked.length = 0;
    await inclusionProof(index, size, watched);
    expect(new Set(asked).size).toBe(asked.length);
    for (const level of [0, 1, 2])
      expect(asked.filter((one) => one.startsWith(`${level}/`)).length).toBeLessThanOrEqual(2);
  }
});

test.each<[string, () => Promise<unknown>, RegExp]>([
  ['a leaf beyond the tree', () => inclusionProof(5, 5, read), /no leaf 5 \(counted from 0\) in a tree of 5/],
  ['a negative leaf', () => inclusionProof(-1, 5, read), /no leaf -1/],
  ['a leaf of the empty tree', () => inclusionProof(0, 0, read), /no leaf 0/],
  ['a fraction of a tree', () => treeRoot(1.5, read), /no size/],
  ['consistency from nothing', () => consistencyProof(0, 5, read), /begin with a tree of 0/],
  ['consistency of nothing', () => consistencyProof(0, 0, read), /begin with a tree of 0/],
  ['consistency backwards', () => consistencyProof(6, 5, read), /tree of 5 leaves .* tree of 6/],
  ['a reader that answers short', () => treeRoot(5, async () => []), /level 0 .* 5 hashes .* 0 came back/],
  [
    'a reader with short hashes',
    () => treeRoot(1, async () => [new Uint8Array(3)]),
    /should hold 1 hashes of 32 bytes/,
  ],
])('refused: %s', async (_, act, message) => {
  await expect(act()).rejects.toThrow(message);
});
