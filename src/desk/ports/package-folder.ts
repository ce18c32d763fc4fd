/** What the desk needs to hand over a package: a new folder that holds exactly the given files. */

export interface PackageFolder {
  /**
   * Writes all files into a new folder and returns its absolute path. Whole or not at all; nothing is added, because
   * a package must hold no file that its lists do not name.
   *
   * @throws OnRecordError `bad-usage` when the folder holds files already, `read-only`, `disk-full`
   */
  write(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<string>;
}
