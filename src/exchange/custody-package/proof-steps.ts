/** The way of an inclusion proof, step by step (RFC 9162 §2.1.3.2), for people who follow it by hand. */

/** One hash of the proof, and the side on which it stands. */
export interface ProofStep {
  readonly sibling: Uint8Array;
  readonly side: 'left' | 'right';
}

/**
 * On which side of the way from leaf to root each hash stands. Says nothing about whether the proof holds.
 *
 * @param way `index` 0-based; `size` leaves of the tree; `hashes` from the leaf's sibling up
 * @example
 * proofSteps({ index: 1, size: 2, hashes: [first] }); // [{ sibling: first, side: 'left' }]
 */
export function proofSteps(way: {
  readonly index: number;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}): ProofStep[] {
  let node = BigInt(way.index);
  let edge = BigInt(way.size) - 1n;
  return way.hashes.map((sibling) => {
    const isLeft = (node & 1n) === 1n || node === edge;
    while (isLeft && (node & 1n) === 0n && node !== 0n) [node, edge] = [node >> 1n, edge >> 1n];
    [node, edge] = [node >> 1n, edge >> 1n];
    return { sibling, side: isLeft ? 'left' : 'right' };
  });
}
