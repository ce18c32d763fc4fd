/** The proof tree as it grows with the log: peaks and subtree roots to be stored, and the head signed once a batch. */
import { formatCheckpoint } from '../../crypto/checkpoint.ts';
import type { NoteSigner } from '../../crypto/note-key.ts';
import { signNote } from '../../crypto/signed-note.ts';
import {
  decodePeaks,
  EMPTY_PEAKS,
  encodePeaks,
  pushLeaf,
  rootOfPeaks,
  type TreePeaks,
} from '../../crypto/tree-peaks.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { LogHeadRow, LogTileRow } from '../tables.ts';

/** Collects the leaves of one batch. */
export interface GrowingTree {
  push(leaf: string): void;
  /** Entries covered so far. */
  size(): number;
  /** Roots of subtrees of 256^level leaves completed by this batch. */
  tiles(): readonly LogTileRow[];
  /** The head after the last leaf, signed. */
  head(): LogHeadRow;
}

/**
 * Goes on from the stored head.
 *
 * @param head null: the log is empty
 * @throws OnRecordError `damaged` when the head cannot be read
 * @example
 * const tree = growTree(null, signer);
 * tree.push(leaf);
 * tree.head().size; // 1
 */
export function growTree(head: Pick<LogHeadRow, 'size' | 'peaks'> | null, signer: NoteSigner): GrowingTree {
  let tree = head === null ? EMPTY_PEAKS : storedPeaks(head);
  const tiles: LogTileRow[] = [];
  return {
    push: (leaf) => {
      const grown = pushLeaf(tree, Buffer.from(leaf, 'hex'));
      tree = grown.peaks;
      for (const { level, index, hash } of grown.completed)
        tiles.push({ level, place: index, hash: Buffer.from(hash).toString('hex') });
    },
    size: () => tree.size,
    tiles: () => tiles,
    head: () => ({
      only: 1,
      size: tree.size,
      peaks: encodePeaks(tree),
      checkpoint: signedHead(tree, signer),
    }),
  };
}

function storedPeaks({ size, peaks }: Pick<LogHeadRow, 'size' | 'peaks'>): TreePeaks {
  const tree = decodePeaks(size, peaks);
  if (tree !== null) return tree;
  throw new OnRecordError(
    'damaged',
    'The head of the log cannot be read. Keep a copy of the vault as it is, then restore a backup.',
  );
}

/**
 * The checkpoint of a tree as signed note.
 *
 * @example
 * signedHead(EMPTY_PEAKS, signer).startsWith(signer.name);
 */
export function signedHead(tree: TreePeaks, signer: NoteSigner): string {
  const root = rootOfPeaks(tree);
  return signNote(formatCheckpoint({ origin: signer.name, size: tree.size, root, extensions: [] }), signer);
}
