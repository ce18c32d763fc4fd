/** Where files wait that are to be taken in by a worker: safely on the disk, encrypted when the vault is. */
import type { GivenMetadata } from '../given-metadata.ts';

/** A file that waits. */
export interface SpooledFile {
  readonly bytes: Uint8Array;
  /** Base name; null for standard input. */
  readonly fileName: string | null;
  readonly shownAs: string;
  readonly sidecar: { readonly name: string; readonly text: string } | null;
  readonly given: GivenMetadata;
  /** Who hands it in; null: the program. */
  readonly agent: string | null;
}

export interface Spool {
  /**
   * Keeps a file and gives the name under which it waits, when it is safe.
   *
   * @throws OnRecordError `disk-full`, `read-only`
   */
  put(file: SpooledFile): Promise<string>;
  /** Null: it was taken in already. */
  get(name: string): Promise<SpooledFile | null>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}
