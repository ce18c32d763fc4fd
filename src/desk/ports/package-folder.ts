/** What the desk needs to hand over a package: a new folder that holds exactly the given files. */
import type { BagFiles } from '../../exchange/bagit/bag-files.ts';

export type { BagFiles };

/** A package while it is written: nobody sees it at its place yet. */
export interface StagedPackage {
  /**
   * Writes a file.
   *
   * @param path from the package's own folder, "/" between folders
   * @throws OnRecordError `read-only`, `disk-full`
   */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** What was written, read back from where it lies. */
  written(): BagFiles;
  /** Puts it in its place; gives its absolute path. Nothing is added: a package holds no file that its lists do not name. */
  keep(): Promise<string>;
  /** Takes away what was written. */
  drop(): Promise<void>;
}

export interface PackageFolder {
  /**
   * Begins a package. Keep it or drop it.
   *
   * @throws OnRecordError `bad-usage` when the folder holds files already, `read-only`, `disk-full`
   */
  stage(folder: string): Promise<StagedPackage>;
}
