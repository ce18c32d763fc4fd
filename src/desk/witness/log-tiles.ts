/**
 * The whole log as static files (C2SP tlog-tiles): signed head, tiles of hashes, bundles of leaves. Anybody can keep a
 * mirror of them and check any proof against it. They hold times, kinds of entries and commitments: no word of the
 * record, no name, nothing that can be guessed.
 */
import { leafText } from '../../crypto/log-leaf.ts';
import { encodeEntryBundle, encodeTile, entriesPath, TILE_WIDTH, tilePath } from '../../crypto/tiles.ts';
import { EMPTY_PEAKS, pushLeaf } from '../../crypto/tree-peaks.ts';
import { OnRecordError } from '../desk.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** The files, and what they cover. */
export interface LogTiles {
  /** Entries. */
  readonly size: number;
  readonly checkpoint: string;
  /** By path, as the specification names them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes the files of the log up to its present head.
 *
 * @throws OnRecordError `bad-usage` for an empty log
 * @example
 * (await logTiles(desk.store)).files.has('checkpoint'); // true
 */
export async function logTiles(store: Pick<RecordStore, 'checkpoint' | 'log'>): Promise<LogTiles> {
  const head = await store.checkpoint();
  if (head === null) throw new OnRecordError('bad-usage', 'The log is empty: there is nothing to write yet.');
  const levels: Uint8Array[][] = [];
  const leaves: Uint8Array[] = [];
  const put = (level: number, hash: Uint8Array): void => {
    levels[level] ??= [];
    levels[level].push(hash);
  };
  let tree = EMPTY_PEAKS;
  for await (const entry of store.log(1, head.size)) {
    const hash = Buffer.from(entry.leaf, 'hex');
    leaves.push(Buffer.from(leafText(entry)));
    put(0, hash);
    const grown = pushLeaf(tree, hash);
    tree = grown.peaks;
    for (const { level, hash: root } of grown.completed) put(level, root);
  }
  const encoded = new TextEncoder();
  const files = new Map<string, Uint8Array>([['checkpoint', encoded.encode(head.note)]]);
  for (const [level, hashes] of levels.entries())
    inTiles(hashes, (tile, index) => files.set(tilePath(level, index, tile.length), encodeTile(tile)));
  inTiles(leaves, (bundle, index) => files.set(entriesPath(index, bundle.length), encodeEntryBundle(bundle)));
  return { size: head.size, checkpoint: head.note, files };
}

function inTiles<T>(all: readonly T[], put: (tile: readonly T[], index: number) => void): void {
  for (let start = 0; start < all.length; start += TILE_WIDTH)
    put(all.slice(start, start + TILE_WIDTH), start / TILE_WIDTH);
}
