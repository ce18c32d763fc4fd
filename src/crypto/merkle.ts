/**
 * The Merkle tree of a log: hashes (RFC 6962 §2.1) and the checks of inclusion and consistency proofs
 * (RFC 9162 §2.1.3.2 and §2.1.4.2). Sees hashes, never entries' meaning.
 * Refuses a consistency proof from an empty tree, even to an empty tree: it would prove nothing.
 */
import { hash } from 'node:crypto';

/** Bytes of every hash in the tree (SHA-256). */
export const HASH_BYTES = 32;

/** Where nodes are put together before hashing; written and read within one call. */
const NODE_INPUT = new Uint8Array(1 + 2 * HASH_BYTES).fill(1, 0, 1);

/** What an inclusion proof is checked against. */
export interface InclusionCheck {
  /** 0-based position of the leaf. */
  readonly index: number | bigint;
  /** Leaves of the tree. */
  readonly size: number | bigint;
  readonly leafHash: Uint8Array;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** What a consistency proof is checked against. */
export interface ConsistencyCheck {
  /** Leaves of the older tree, 1 or more. */
  readonly size1: number | bigint;
  /** Leaves of the newer tree. */
  readonly size2: number | bigint;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Hashes an entry into its leaf: SHA-256(0x00 ‖ bytes).
 *
 * @example
 * leafHash(new Uint8Array()).length; // 32
 */
export function leafHash(bytes: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + bytes.length);
  input.set(bytes, 1);
  return sha256(input);
}

/**
 * Hashes two subtrees into the one above: SHA-256(0x01 ‖ left ‖ right).
 *
 * @throws TypeError when a side is not 32 bytes
 * @example
 * nodeHash(leafHash(first), leafHash(second)); // the root of a tree of two entries
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) {
    throw new TypeError(`A node is made of two hashes of ${HASH_BYTES} bytes.`);
  }
  NODE_INPUT.set(left, 1);
  NODE_INPUT.set(right, 1 + HASH_BYTES);
  return sha256(NODE_INPUT);
}

/**
 * The root of a tree without leaves: SHA-256 of nothing.
 *
 * @example
 * Buffer.from(emptyRoot()).toString('hex').slice(0, 8); // 'e3b0c442'
 */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/**
 * Whether the leaf stands at the index in the tree of that size and root (RFC 9162 §2.1.3.2). Never throws.
 *
 * @example
 * verifyInclusion({ index: 0, size: 1, leafHash: leaf, proof: [], root: leaf }); // true
 */
export function verifyInclusion(check: InclusionCheck): boolean {
  const index = wholeNumber(check.index);
  const size = wholeNumber(check.size);
  if (index === null || size === null || index >= size) return false;
  if (check.leafHash.length !== HASH_BYTES || !check.proof.every(isHash)) return false;
  const sides = siblingSides(index, size - 1n);
  if (sides.length !== check.proof.length) return false;
  const root = check.proof.reduce(
    (below, sibling, i) => (sides[i] === 'left' ? nodeHash(sibling, below) : nodeHash(below, sibling)),
    check.leafHash,
  );
  return sameBytes(root, check.root);
}

/**
 * Whether the tree of size2 begins with the tree of size1: nothing was changed, removed or put in between
 * (RFC 9162 §2.1.4.2). Never throws; false for size1 = 0.
 *
 * @example
 * verifyConsistency({ size1: 1, size2: 1, root1: root, root2: root, proof: [] }); // true
 */
export function verifyConsistency(check: ConsistencyCheck): boolean {
  const size1 = wholeNumber(check.size1);
  const size2 = wholeNumber(check.size2);
  if (size1 === null || size2 === null || size1 === 0n || size1 > size2) return false;
  if (size1 === size2) return check.proof.length === 0 && sameBytes(check.root1, check.root2);
  const { proof } = check;
  if (proof.length === 0 || ![check.root1, ...proof].every(isHash)) return false;
  const rootIsNode = (size1 & (size1 - 1n)) === 0n;
  const [start, ...siblings] = rootIsNode ? [check.root1, ...proof] : proof;
  const sides = siblingSides(...withoutRightTurns(size1 - 1n, size2 - 1n));
  if (start === undefined || sides.length !== siblings.length) return false;
  let older = start;
  let newer = start;
  for (const [i, sibling] of siblings.entries()) {
    if (sides[i] === 'left') older = nodeHash(sibling, older);
    newer = sides[i] === 'left' ? nodeHash(sibling, newer) : nodeHash(newer, sibling);
  }
  return sameBytes(older, check.root1) && sameBytes(newer, check.root2);
}

/**
 * Whether two byte strings are the same. Not constant in time: for hashes that everyone may see.
 *
 * @example
 * sameBytes(emptyRoot(), emptyRoot()); // true
 */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/**
 * On which side each sibling stands on the way from a node up to the root; `node` and `edge` are fn and sn of
 * RFC 9162. A proof has exactly one hash a side.
 */
function siblingSides(start: bigint, rightEdge: bigint): readonly ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = [];
  let node = start;
  let edge = rightEdge;
  while (edge !== 0n) {
    const left = (node & 1n) === 1n || node === edge;
    sides.push(left ? 'left' : 'right');
    while (left && (node & 1n) === 0n && node !== 0n) [node, edge] = [node >> 1n, edge >> 1n];
    [node, edge] = [node >> 1n, edge >> 1n];
  }
  return sides;
}

function withoutRightTurns(start: bigint, rightEdge: bigint): [node: bigint, edge: bigint] {
  let [node, edge] = [start, rightEdge];
  while ((node & 1n) === 1n) [node, edge] = [node >> 1n, edge >> 1n];
  return [node, edge];
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

function wholeNumber(value: number | bigint): bigint | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return null;
  return value < 0 ? null : BigInt(value);
}

function sha256(input: Uint8Array): Uint8Array {
  const digest = hash('sha256', input, 'buffer');
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.byteLength);
}
