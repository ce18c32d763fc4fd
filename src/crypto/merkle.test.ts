import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyRoot, leafHash, nodeHash, sameBytes, verifyConsistency, verifyInclusion } from './merkle.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leaf = leafHash(new Uint8Array([1]));
const other = leafHash(new Uint8Array([2]));
const root = nodeHash(leaf, other);

test('RFC 6962 hashes: the empty tree, the empty leaf, a node', () => {
  expect(hex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(leafHash(new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
  // Leaves "" and 0x00: the root of the tree of size 2 in certificate-transparency's reference tests.
  expect(hex(nodeHash(leafHash(new Uint8Array()), leafHash(new Uint8Array([0]))))).toBe(
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  );
});

test('a hash once made does not change with the next', () => {
  const before = hex(root);
  nodeHash(other, leaf);
  expect(hex(root)).toBe(before);
  expect(root.constructor).toBe(Uint8Array);
});

test.each([
  ['the empty tree to itself', 0, 0],
  ['the empty tree to another', 0, 2],
  ['a shrinking tree', 2, 1],
  ['a fraction', 1.5, 2],
  ['a negative size', -1, 2],
  ['a number that is not exact', 1, 2 ** 53],
  ['nothing at all', Number.NaN, Number.NaN],
])('no consistency proof from %s', (_, size1, size2) => {
  expect(verifyConsistency({ size1, size2, root1: root, root2: root, proof: [] })).toBe(false);
  expect(verifyConsistency({ size1, size2, root1: root, root2: root, proof: [leaf] })).toBe(false);
});

test('bytes that are no hashes are refused, not thrown at', () => {
  const short = leaf.subarray(1);
  expect(verifyInclusion({ index: 0, size: 2, leafHash: leaf, proof: [other], root })).toBe(true);
  expect(verifyInclusion({ index: 0, size: 2, leafHash: short, proof: [other], root })).toBe(false);
  expect(verifyInclusion({ index: 0, size: 2, leafHash: leaf, proof: [short], root })).toBe(false);
  expect(verifyInclusion({ index: 0, size: 2, leafHash: leaf, proof: [other], root: short })).toBe(false);
  expect(verifyConsistency({ size1: 1, size2: 2, root1: leaf, root2: root, proof: [other] })).toBe(true);
  expect(verifyConsistency({ size1: 1, size2: 2, root1: short, root2: root, proof: [other] })).toBe(false);
  expect(verifyConsistency({ size1: 1, size2: 2, root1: leaf, root2: root, proof: [short] })).toBe(false);
  expect(() => nodeHash(leaf, short)).toThrow(TypeError);
});

test('any index and size beyond 2^53 are answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.bigInt(-1n, 2n ** 64n), fc.bigInt(-1n, 2n ** 64n), fc.nat(70), (a, b, length) => {
      const proof = Array.from({ length }, () => other);
      expect(verifyInclusion({ index: a, size: b, leafHash: leaf, proof, root })).toBe(
        a === 0n && b === 2n && length === 1,
      );
      expect(verifyConsistency({ size1: a, size2: b, root1: leaf, root2: root, proof })).toBe(
        a === 1n && b === 2n && length === 1,
      );
    }),
  );
});

test('sameBytes compares content and length', () => {
  expect(sameBytes(leaf, Uint8Array.from(leaf))).toBe(true);
  expect(sameBytes(leaf, leaf.subarray(1))).toBe(false);
});
