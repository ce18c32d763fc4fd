/** What the desk needs to write a folder of files that a person opens afterwards. */

/** One file of the folder. */
export interface OutputFile {
  /** Relative, with "/" between folders; never leaves the folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface OutputFolder {
  /**
   * Writes all files into a folder, each as soon as it is made, and returns its absolute path. The folder is made when absent; one that
   * onrecord wrote earlier is replaced; any other folder that holds files is refused.
   *
   * @throws OnRecordError `bad-usage`, `read-only`, `disk-full`
   */
  write(folder: string, files: Iterable<OutputFile>): Promise<string>;
}
