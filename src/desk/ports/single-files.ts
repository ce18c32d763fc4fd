/** What the desk needs to read and write one file that a person named. */

/** A file that is written beside its place and not yet there. */
export interface StagedFile {
  /** Absolute path at which it will stand. */
  readonly path: string;
  /** Puts it in its place. */
  keep(): Promise<void>;
  /** Takes it away. */
  drop(): Promise<void>;
}

export interface SingleFiles {
  /**
   * All bytes.
   *
   * @throws OnRecordError `not-found`, `unreadable-file`, `too-large`
   */
  read(path: string): Promise<Uint8Array>;
  /**
   * Writes a file, safely on disk, and waits to be told whether it stays. A file that is there already is never
   * replaced.
   *
   * @throws OnRecordError `bad-usage` when something of that name is there, `read-only`, `disk-full`, `not-found`
   */
  stage(path: string, bytes: Uint8Array): Promise<StagedFile>;
}
