/**
 * The compact range of a growing log: the roots of the complete subtrees that stand side by side, largest first,
 * one for each 1 in the binary size. From them alone the tree grows and its root is known (RFC 6962 §2.1).
 * Refuses peaks whose count does not fit the size.
 */
import { emptyRoot, HASH_BYTES, nodeHash } from './merkle.ts';
import { TILE_HEIGHT } from './tiles.ts';

const HASH_HEX = HASH_BYTES * 2;

/** A tree as its size and the roots of its complete subtrees. */
export interface TreePeaks {
  /** Leaves. */
  readonly size: number;
  /** 32 bytes each, from the largest (leftmost) subtree to the smallest. */
  readonly peaks: readonly Uint8Array[];
}

/** A subtree of 256^level leaves, complete since the last leaf: a hash to keep for tiles and proofs. */
export interface CompletedSubtree {
  /** Tile level, 1 or more: the subtree has 256^level leaves. */
  readonly level: number;
  /** 0-based among the subtrees of its level. */
  readonly index: number;
  readonly hash: Uint8Array;
}

/** The tree without leaves. */
export const EMPTY_PEAKS: TreePeaks = Object.freeze({ size: 0, peaks: Object.freeze([]) });

/**
 * Adds one leaf on the right.
 *
 * @returns the tree after it, and the subtrees of 256^k leaves (k ≥ 1) that the leaf completed, smallest first
 * @throws TypeError when the peaks do not fit the size, or the leaf hash is not 32 bytes
 * @example
 * const { peaks, completed } = pushLeaf(EMPTY_PEAKS, leafHash(entry));
 * peaks.size; // 1
 * completed.length; // 0, and 1 for the 256th leaf
 */
export function pushLeaf(
  tree: TreePeaks,
  leaf: Uint8Array,
): { readonly peaks: TreePeaks; readonly completed: readonly CompletedSubtree[] } {
  refuseMisfit(tree);
  if (leaf.length !== HASH_BYTES) throw new TypeError(`A leaf hash has ${HASH_BYTES} bytes.`);
  const peaks = tree.peaks.slice();
  const completed: CompletedSubtree[] = [];
  let grown = leaf;
  let index = tree.size;
  for (let height = 1; index % 2 === 1; height += 1) {
    const left = peaks.pop();
    if (left === undefined) break;
    grown = nodeHash(left, grown);
    index = (index - 1) / 2;
    if (height % TILE_HEIGHT === 0) completed.push({ level: height / TILE_HEIGHT, index, hash: grown });
  }
  peaks.push(grown);
  return { peaks: { size: tree.size + 1, peaks }, completed };
}

/**
 * The root of the tree.
 *
 * @throws TypeError when the peaks do not fit the size
 * @example
 * rootOfPeaks(EMPTY_PEAKS); // emptyRoot()
 */
export function rootOfPeaks(tree: TreePeaks): Uint8Array {
  refuseMisfit(tree);
  const last = tree.peaks.at(-1);
  if (last === undefined) return emptyRoot();
  return tree.peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/**
 * Writes the peaks as lower-case hexadecimal, 64 characters each, one after the other; the size is stored beside.
 *
 * @throws TypeError when the peaks do not fit the size
 * @example
 * encodePeaks(EMPTY_PEAKS); // ''
 */
export function encodePeaks(tree: TreePeaks): string {
  refuseMisfit(tree);
  return tree.peaks.map((peak) => Buffer.from(peak).toString('hex')).join('');
}

/**
 * Reads what `encodePeaks` wrote; null when it is no lower-case hexadecimal or the count does not fit the size.
 *
 * @param size leaves of the tree, stored beside the peaks
 * @example
 * decodePeaks(0, ''); // EMPTY_PEAKS
 * decodePeaks(3, '00'); // null: a tree of 3 has two peaks
 */
export function decodePeaks(size: number, hex: string): TreePeaks | null {
  if (!isSize(size) || hex.length !== peakCount(size) * HASH_HEX || !/^[0-9a-f]*$/.test(hex)) return null;
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
  const peaks = Array.from({ length: peakCount(size) }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
  return { size, peaks };
}

function refuseMisfit({ size, peaks }: TreePeaks): void {
  if (!isSize(size) || peaks.length !== peakCount(size)) {
    throw new TypeError(`A tree of ${size} leaves cannot have ${peaks.length} peaks.`);
  }
}

/** One less than the largest exact number: one more leaf can always be counted. */
function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0 && size < Number.MAX_SAFE_INTEGER;
}

/** Ones in the binary form of the size. */
function peakCount(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
