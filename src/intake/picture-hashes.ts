/**
 * Hashes of pictures that a saved page holds itself: inline in its HTML, or as parts of an MHTML file. Two reports with the same
 * bytes of a picture may rest on one another. Small ones are left out: icons and lines, which stand everywhere.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Sha256 } from '../record/id.ts';
import type { Trail } from '../record/trail.ts';

/** Bytes below which a picture is taken for furniture of the page. */
const LEAST_BYTES = 4_096;
const MOST = 50;

/**
 * The hash of a picture given inline; null for an address, for what is not base64, and for small ones.
 *
 * @example
 * heldPictureHash('https://courier.example/a.jpg'); // null
 */
export function heldPictureHash(src: string | undefined): Sha256 | null {
  const inline = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/iu.exec(src ?? '');
  if (inline === null) return null;
  const bytes = Buffer.from(inline[1] ?? '', 'base64');
  return bytes.length < LEAST_BYTES ? null : sha256Hex(bytes);
}

/** A part of a saved page. */
export interface SavedPart {
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/**
 * The trail with the hashes of the pictures among the parts of a saved page; as it is when there are none.
 *
 * @example
 * withSavedPictures(trail, [{ mimeType: 'image/jpeg', bytes }])?.imageHashes?.length; // 1
 */
export function withSavedPictures(trail: Trail | null, parts: readonly SavedPart[]): Trail | null {
  const found = parts
    .filter(({ mimeType, bytes }) => mimeType.startsWith('image/') && bytes.length >= LEAST_BYTES)
    .map(({ bytes }) => sha256Hex(bytes));
  const hashes = [...new Set([...(trail?.imageHashes ?? []), ...found])].slice(0, MOST);
  if (hashes.length === 0) return trail;
  const bare: Trail = {
    canonical: null,
    ogUrl: null,
    credits: [],
    authorAddresses: [],
    links: [],
    embeds: [],
    images: [],
  };
  return { ...(trail ?? bare), imageHashes: hashes };
}
