/** Where files wait that are to be taken in by a worker: safely on the disk, encrypted when the vault is. */
import type { GivenMetadata } from '../given-metadata.ts';

/** A file that waits. */
export interface SpooledFile {
  readonly bytes: Uint8Array;
  /** Base name; null for standard input. */
  readonly fileName: string | null;
  readonly shownAs: string;
  readonly sidecar: { readonly name: string; readonly text: string } | null;
}

/** Files that were handed in together and wait together: one thing on the disk, and one job. */
export interface SpooledBatch {
  readonly files: readonly SpooledFile[];
  readonly given: GivenMetadata;
  /** Who hands them in; null: the program. */
  readonly agent: string | null;
}

export interface Spool {
  /**
   * Keeps files and gives the name under which they wait, when they are safe.
   *
   * @param name 36 signs of 0-9, a-f and -; what waits under it is replaced; a new one when absent
   * @throws OnRecordError `disk-full`, `read-only`
   */
  put(batch: SpooledBatch, name?: string): Promise<string>;
  /** Null: they were taken in already. */
  get(name: string): Promise<SpooledBatch | null>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}
