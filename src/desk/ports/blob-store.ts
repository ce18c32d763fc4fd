/** What the desk needs to keep bytes: content-addressed, write-once. */
import type { Sha256 } from '../../record/id.ts';

export interface BlobStore {
  /** Where the bytes lie when that is not the vault's folder; absent: it is. */
  readonly elsewhere?: {
    /** For people: host and bucket. */
    readonly shown: string;
    /**
     * Sees that the place answers and lets this program in.
     *
     * @throws OnRecordError `unreachable`
     */
    reach(): Promise<void>;
  };
  /**
   * Keeps bytes and returns their SHA-256 when they are safely on disk. The same bytes are kept once.
   *
   * @throws OnRecordError `disk-full`, `read-only`
   */
  put(bytes: Uint8Array): Promise<Sha256>;
  /**
   * Keeps many at once, waiting for the disk once for all of them; their SHA-256 in the same order.
   *
   * @throws OnRecordError `disk-full`, `read-only`
   */
  putAll(many: readonly Uint8Array[]): Promise<readonly Sha256[]>;
  /**
   * Null when not stored.
   *
   * @throws OnRecordError `damaged` when they no longer give that hash
   */
  get(sha256: Sha256): Promise<Uint8Array | null>;
  has(sha256: Sha256): Promise<boolean>;
  /** Every stored hash, in no order. */
  list(): AsyncIterable<Sha256>;
  /**
   * Hashes whose bytes no longer give that hash.
   *
   * @param leaveOut hashes whose bytes were fetched already; none when absent
   */
  check(leaveOut?: ReadonlySet<Sha256>): Promise<readonly Sha256[]>;
  /**
   * Readies the removal of bytes while their key is still known; what is given back removes the file. Called only for
   * an erasure, after its entry is logged.
   */
  remove(sha256: Sha256): Promise<() => Promise<void>>;
}
