/**
 * Roots, inclusion and consistency proofs (RFC 6962 §2.1.1 and §2.1.2) from what a tiled log keeps: leaf hashes
 * and the roots of complete subtrees of 256^k leaves. Each tile that a proof needs is read once, in one range of
 * at most 256 hashes; the hashes between two tile levels are made anew.
 * Refuses sizes and indices outside the tree, a proof from an empty tree, and a reader that answers short.
 */
import { emptyRoot, HASH_BYTES, nodeHash } from './merkle.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tiles.ts';

/**
 * Reads `count` hashes of a tile level from `start`, 0-based. Level 0 holds the leaf hashes, level k the roots of
 * complete subtrees of 256^k leaves. Never asked beyond what a tree of the given size has.
 */
export type ReadHashes = (level: number, start: number, count: number) => Promise<readonly Uint8Array[]>;

/** Leaves from `start` (0-based) to before `end`; always a node of the tree, perhaps an incomplete one. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A complete subtree: 2^height leaves from index × 2^height. */
interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Hashes of one tile level from `start`, to before `end`. */
interface TileRange {
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The root of the first `size` leaves.
 *
 * @throws TypeError when the size is no whole number, or the reader answers short
 * @example
 * await treeRoot(0, read); // emptyRoot()
 */
export async function treeRoot(size: number, read: ReadHashes): Promise<Uint8Array> {
  refuseSize(size);
  if (size === 0) return emptyRoot();
  const [root] = await hashesOf([{ start: 0, end: size }], read);
  return root ?? emptyRoot();
}

/**
 * The proof that a leaf stands at its index in the tree of that size: from the leaf's sibling up.
 *
 * @param index 0-based position of the leaf
 * @param size leaves of the tree
 * @throws TypeError when the index is not in the tree, or the reader answers short
 * @example
 * const proof = await inclusionProof(0, 1_000_000, read);
 * verifyInclusion({ index: 0, size: 1_000_000, leafHash: leaf, proof, root }); // true
 */
export async function inclusionProof(
  index: number,
  size: number,
  read: ReadHashes,
): Promise<readonly Uint8Array[]> {
  refuseSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new TypeError(`There is no leaf ${index} (counted from 0) in a tree of ${size}.`);
  }
  const siblings: Span[] = [];
  let own: Span = { start: 0, end: size };
  while (own.end - own.start > 1) {
    const [left, right] = halves(own);
    siblings.push(index < left.end ? right : left);
    own = index < left.end ? left : right;
  }
  return hashesOf(siblings.reverse(), read);
}

/**
 * The proof that the tree of `size2` leaves begins with the tree of `size1` leaves.
 *
 * @throws TypeError when size1 is 0 or greater than size2, or the reader answers short
 * @example
 * const proof = await consistencyProof(300, 1_000_000, read);
 * verifyConsistency({ size1: 300, size2: 1_000_000, root1, root2, proof }); // true
 */
export async function consistencyProof(
  size1: number,
  size2: number,
  read: ReadHashes,
): Promise<readonly Uint8Array[]> {
  refuseSize(size1);
  refuseSize(size2);
  if (size1 === 0 || size1 > size2) {
    throw new TypeError(`A tree of ${size2} leaves cannot be proved to begin with a tree of ${size1}.`);
  }
  const spans: Span[] = [];
  let own: Span = { start: 0, end: size2 };
  while (own.end !== size1) {
    const [left, right] = halves(own);
    spans.push(size1 <= left.end ? right : left);
    own = size1 <= left.end ? left : right;
  }
  // The older root itself is known to the verifier; a part of it is not.
  if (own.start > 0) spans.push(own);
  return hashesOf(spans.reverse(), read);
}

/** The two children of a node: the left one has the largest power of two below its leaves (RFC 6962 §2.1). */
function halves({ start, end }: Span): readonly [left: Span, right: Span] {
  let width = 1;
  while (width * 2 < end - start) width *= 2;
  const middle = start + width;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/** Complete subtrees that make up a node, from left to right. */
function completeSubtrees({ start, end }: Span): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let from = start;
  while (from < end) {
    let height = 0;
    let width = 1;
    while (from % (width * 2) === 0 && from + width * 2 <= end) {
      width *= 2;
      height += 1;
    }
    subtrees.push({ height, index: from / width });
    from += width;
  }
  return subtrees;
}

/** The hashes of some nodes, in their order; every tile is read at most once. */
async function hashesOf(spans: readonly Span[], read: ReadHashes): Promise<readonly Uint8Array[]> {
  const parts = spans.map(completeSubtrees);
  const ranges = new Map<string, TileRange>();
  for (const subtree of parts.flat()) {
    const range = rangeOf(subtree);
    const known = ranges.get(tileKey(range)) ?? range;
    ranges.set(tileKey(range), {
      level: range.level,
      start: Math.min(known.start, range.start),
      end: Math.max(known.end, range.end),
    });
  }
  const tiles = new Map<string, { readonly start: number; readonly hashes: readonly Uint8Array[] }>();
  // One after the other: a reader may stand on a single database connection.
  for (const [key, range] of ranges) {
    tiles.set(key, { start: range.start, hashes: await readRange(range, read) });
  }
  const hashOf = (subtree: Subtree): Uint8Array => {
    const range = rangeOf(subtree);
    const { start, hashes } = tiles.get(tileKey(range)) ?? { start: 0, hashes: [] };
    return foldComplete(hashes.slice(range.start - start, range.end - start));
  };
  return parts.map((subtrees) => subtrees.map(hashOf).reduceRight((right, left) => nodeHash(left, right)));
}

/** The hashes of the tile level below (or at) a subtree from which its root is made. */
function rangeOf({ height, index }: Subtree): TileRange {
  const level = Math.floor(height / TILE_HEIGHT);
  const width = 2 ** (height % TILE_HEIGHT);
  return { level, start: index * width, end: (index + 1) * width };
}

function tileKey({ level, start }: TileRange): string {
  return `${level}/${Math.floor(start / TILE_WIDTH)}`;
}

async function readRange({ level, start, end }: TileRange, read: ReadHashes): Promise<readonly Uint8Array[]> {
  const hashes = await read(level, start, end - start);
  if (hashes.length !== end - start || hashes.some((hash) => hash.length !== HASH_BYTES)) {
    throw new TypeError(
      `Tile level ${level} should hold ${end - start} hashes of ${HASH_BYTES} bytes from ${start}; ${hashes.length} came back.`,
    );
  }
  return hashes;
}

/** The root over 2^n hashes. */
function foldComplete(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) {
      const [left, right] = [row[i], row[i + 1]];
      if (left !== undefined && right !== undefined) above.push(nodeHash(left, right));
    }
    row = above;
  }
  return row[0] ?? emptyRoot();
}

function refuseSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new TypeError(`${size} is no size of a tree.`);
}
