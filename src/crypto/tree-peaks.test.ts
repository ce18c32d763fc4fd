import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyRoot, leafHash, nodeHash } from './merkle.ts';
import {
  decodePeaks,
  EMPTY_PEAKS,
  encodePeaks,
  pushLeaf,
  rootOfPeaks,
  type TreePeaks,
} from './tree-peaks.ts';

const leafAt = (n: number) => leafHash(Uint8Array.of(n >> 16, (n >> 8) & 0xff, n & 0xff));

/** RFC 6962 §2.1, as it is written there. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return emptyRoot();
  if (leaves.length === 1) return only;
  const k = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

function grow(size: number): TreePeaks {
  let tree = EMPTY_PEAKS;
  for (let i = 0; i < size; i += 1) tree = pushLeaf(tree, leafAt(i)).peaks;
  return tree;
}

test('the root of the peaks is the root of RFC 6962 for every size to 600', () => {
  const leaves = Array.from({ length: 600 }, (_, i) => leafAt(i));
  let tree = EMPTY_PEAKS;
  expect(rootOfPeaks(tree)).toEqual(emptyRoot());
  for (const [i, leaf] of leaves.entries()) {
    tree = pushLeaf(tree, leaf).peaks;
    expect(rootOfPeaks(tree)).toEqual(naiveRoot(leaves.slice(0, i + 1)));
  }
});

test('subtrees of 256 and 65,536 leaves are told when their last leaf comes', () => {
  const told: { size: number; level: number; index: number; hash: Uint8Array }[] = [];
  let tree = EMPTY_PEAKS;
  for (let i = 0; i < 65_536 + 256; i += 1) {
    const pushed = pushLeaf(tree, leafAt(i));
    tree = pushed.peaks;
    told.push(...pushed.completed.map((one) => ({ size: tree.size, ...one })));
  }
  const level1 = told.filter(({ level }) => level === 1);
  expect(level1.map(({ size }) => size)).toEqual(Array.from({ length: 257 }, (_, i) => (i + 1) * 256));
  expect(level1.map(({ index }) => index)).toEqual(Array.from({ length: 257 }, (_, i) => i));
  expect(level1[1]?.hash).toEqual(naiveRoot(Array.from({ length: 256 }, (_, i) => leafAt(256 + i))));
  const level2 = told.filter(({ level }) => level === 2);
  expect(level2.map(({ size, index }) => [size, index])).toEqual([[65_536, 0]]);
  expect(level2[0]?.hash).toEqual(naiveRoot(level1.slice(0, 256).map(({ hash }) => hash)));
  expect(told.length).toBe(258);
});

test('a push leaves the tree before it as it was', () => {
  const before = grow(5);
  const written = encodePeaks(before);
  pushLeaf(before, leafAt(5));
  expect(encodePeaks(before)).toBe(written);
  expect(EMPTY_PEAKS).toEqual({ size: 0, peaks: [] });
});

test('stored peaks come back and grow on as before', () => {
  fc.assert(
    fc.property(fc.nat(300), (size) => {
      const tree = grow(size);
      const stored = encodePeaks(tree);
      const read = decodePeaks(size, stored);
      expect(read).toEqual(tree);
      expect(read !== null && rootOfPeaks(pushLeaf(read, leafAt(size)).peaks)).toEqual(
        rootOfPeaks(grow(size + 1)),
      );
      expect(decodePeaks(size + 1, stored) === null).toBe(peaksOf(size) !== peaksOf(size + 1));
    }),
    { numRuns: 60 },
  );
});

const peaksOf = (size: number) => size.toString(2).replaceAll('0', '').length;

test.each<[string, number, string]>([
  ['one peak for size 3', 3, 'ab'.repeat(32)],
  ['two peaks for size 4', 4, 'ab'.repeat(64)],
  ['half a peak', 1, 'ab'.repeat(16)],
  ['capitals', 1, 'AB'.repeat(32)],
  ['no hexadecimal', 1, 'xy'.repeat(32)],
  ['a line end', 1, `${'ab'.repeat(32)}\n`],
  ['a negative size', -1, ''],
  ['a fraction', 0.5, ''],
  ['a size that is not exact', 2 ** 53, 'ab'.repeat(32)],
])('stored peaks are refused: %s', (_, size, hex) => {
  expect(decodePeaks(size, hex)).toBeNull();
});

test('peaks that do not fit the size are misuse', () => {
  const peaks = [leafAt(0)];
  expect(() => rootOfPeaks({ size: 3, peaks })).toThrow(/3 leaves cannot have 1 peaks/);
  expect(() => pushLeaf({ size: 3, peaks }, leafAt(1))).toThrow(TypeError);
  expect(() => encodePeaks({ size: 0, peaks })).toThrow(TypeError);
  expect(() => pushLeaf(EMPTY_PEAKS, new Uint8Array(31))).toThrow(TypeError);
});
