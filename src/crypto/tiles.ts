/**
 * The files of a tiled log (C2SP tlog-tiles): paths of hash tiles and entry bundles, and their bytes.
 * Refuses entries over 65,535 bytes, tiles of other than 1 to 256 hashes, and bytes that are cut off.
 */
import { HASH_BYTES } from './merkle.ts';

/** Levels of the tree that one tile spans: a hash of tile level k stands for 2^(8k) leaves. */
export const TILE_HEIGHT = 8;
/** Hashes of a full tile, entries of a full bundle: 256. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
/** Bytes of the longest entry: its length is a uint16. */
export const LONGEST_ENTRY = 0xffff;
const TOP_LEVEL = 63;

/** What was read, or a sentence that says what is wrong with the bytes. */
export type TileRead =
  | { readonly ok: true; readonly items: readonly Uint8Array[] }
  | { readonly ok: false; readonly fault: string };

/**
 * Path of a hash tile under the log's prefix.
 *
 * @param level 0 for leaf hashes, 1 for subtrees of 256 leaves, up to 63
 * @param index 0-based among the tiles of the level
 * @param width hashes in the tile, 1 to 256; under 256 the tile is partial
 * @throws TypeError for numbers outside these bounds
 * @example
 * tilePath(0, 1234067, 8); // 'tile/0/x001/x234/067.p/8'
 */
export function tilePath(level: number, index: number, width = TILE_WIDTH): string {
  if (!Number.isSafeInteger(level) || level < 0 || level > TOP_LEVEL) {
    throw new TypeError(`${level} is no tile level: it goes from 0 to ${TOP_LEVEL}.`);
  }
  return `tile/${level}/${indexPath(index)}${partialSuffix(width)}`;
}

/**
 * Path of an entry bundle under the log's prefix.
 *
 * @param index 0-based among the bundles
 * @param width entries in the bundle, 1 to 256
 * @throws TypeError for numbers outside these bounds
 * @example
 * entriesPath(0); // 'tile/entries/000'
 */
export function entriesPath(index: number, width = TILE_WIDTH): string {
  return `tile/entries/${indexPath(index)}${partialSuffix(width)}`;
}

/**
 * The bytes of a tile: its hashes one after the other.
 *
 * @throws TypeError for other than 1 to 256 hashes of 32 bytes
 * @example
 * encodeTile([emptyRoot()]).length; // 32
 */
export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  refuseWidth(hashes.length);
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [i, hash] of hashes.entries()) {
    if (hash.length !== HASH_BYTES) throw new TypeError(`A tile holds hashes of ${HASH_BYTES} bytes.`);
    bytes.set(hash, i * HASH_BYTES);
  }
  return bytes;
}

/**
 * Reads a tile back into its hashes.
 *
 * @param width hashes the tile should hold, 1 to 256
 * @throws TypeError for a width outside these bounds
 * @example
 * decodeTile(encodeTile([emptyRoot()]), 1); // { ok: true, items: [emptyRoot()] }
 */
export function decodeTile(bytes: Uint8Array, width = TILE_WIDTH): TileRead {
  refuseWidth(width);
  if (bytes.length !== width * HASH_BYTES) {
    return fault(`The tile should have ${width * HASH_BYTES} bytes and has ${bytes.length}.`);
  }
  const items = Array.from({ length: width }, (_, i) =>
    Uint8Array.from(bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
  );
  return { ok: true, items };
}

/**
 * The bytes of a bundle: each entry behind its length as a big-endian uint16.
 *
 * @throws TypeError for other than 1 to 256 entries, or an entry over 65,535 bytes (its place is named)
 * @example
 * encodeEntryBundle([new Uint8Array([7])]); // Uint8Array [0, 1, 7]
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  refuseWidth(entries.length);
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const [i, entry] of entries.entries()) {
    if (entry.length > LONGEST_ENTRY) {
      throw new TypeError(
        `Entry ${i} of the bundle has ${entry.length} bytes; ${LONGEST_ENTRY} is the most a bundle can hold.`,
      );
    }
    bytes.set([entry.length >> 8, entry.length & 0xff], at);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/**
 * Reads a bundle back into its entries.
 *
 * @param width entries the bundle should hold, 1 to 256
 * @throws TypeError for a width outside these bounds
 * @example
 * decodeEntryBundle(new Uint8Array([0, 1, 7]), 1); // { ok: true, items: [Uint8Array [7]] }
 */
export function decodeEntryBundle(bytes: Uint8Array, width = TILE_WIDTH): TileRead {
  refuseWidth(width);
  const items: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (items.length === width) {
      return fault(`The bundle goes on after its ${width} entries: ${bytes.length - at} bytes too many.`);
    }
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) {
      return fault(`The bundle is cut off in the length of entry ${items.length}.`);
    }
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) {
      return fault(
        `The bundle is cut off in entry ${items.length}: ${end - bytes.length} bytes are missing.`,
      );
    }
    items.push(Uint8Array.from(bytes.subarray(at + 2, end)));
    at = end;
  }
  if (items.length < width) {
    return fault(`The bundle is cut off: it holds ${items.length} of ${width} entries.`);
  }
  return { ok: true, items };
}

/** Groups of three digits, all but the last behind an x. */
function indexPath(index: number): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new TypeError(`${index} is no index of a tile.`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

function partialSuffix(width: number): string {
  refuseWidth(width);
  return width === TILE_WIDTH ? '' : `.p/${width}`;
}

function refuseWidth(width: number): void {
  if (!Number.isSafeInteger(width) || width < 1 || width > TILE_WIDTH) {
    throw new TypeError(`A tile or bundle holds 1 to ${TILE_WIDTH} items, not ${width}.`);
  }
}

function fault(sentence: string): TileRead {
  return { ok: false, fault: sentence };
}
