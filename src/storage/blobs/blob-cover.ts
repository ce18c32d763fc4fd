/**
 * How a blob lies on disk: under which name, and in which form. In a vault without encryption it lies as it is under its
 * SHA-256; in an encrypted one as an age file under a name that says nothing, with a key of its own.
 */
import type { Sha256 } from '../../record/id.ts';

/** Where one blob lies and how it is opened. */
export interface BlobSeat {
  /** 64 hexadecimal digits. */
  readonly name: string;
  close(bytes: Uint8Array): Promise<Uint8Array>;
  /** Null: these are not the bytes that were closed with this key. */
  open(stored: Uint8Array): Promise<Uint8Array | null>;
}

export interface BlobCover {
  /** The seat of a blob that was put; null when there is none. */
  seat(sha256: Sha256): Promise<BlobSeat | null>;
  /** The seat for a blob about to be put: the one it has, or a new one. */
  newSeat(sha256: Sha256): Promise<BlobSeat>;
  /** Hashes of all blobs that have a key; null when names alone tell. */
  known(): AsyncIterable<Sha256> | null;
}

/**
 * Every blob under its SHA-256, as it is.
 *
 * @example
 * (await PLAIN_COVER.seat(sha256))?.name === sha256; // true
 */
export const PLAIN_COVER: BlobCover = Object.freeze({
  seat: async (sha256: Sha256) => plainSeat(sha256),
  newSeat: async (sha256: Sha256) => plainSeat(sha256),
  known: () => null,
});

function plainSeat(name: string): BlobSeat {
  return { name, close: async (bytes) => bytes, open: async (stored) => stored };
}
