/**
 * Where a passphrase may come from: a person at the terminal, a file, or an open file descriptor. Never the command
 * line: other users and the shell's history see that.
 */

/** The first line of a file, and who else could have read it. */
export interface LineOfFile {
  readonly line: string;
  /** The file's rights let other users read it. */
  readonly othersCanRead: boolean;
}

export interface PassphraseSource {
  /**
   * Asks a person at the terminal; null when there is none. What is typed is not shown, unless `visible`: then it is
   * shown on a screen of its own that is gone afterwards.
   *
   * @throws OnRecordError `locked` when the person stops (Ctrl-C, Ctrl-D)
   */
  ask(question: string, options?: { readonly visible: boolean }): Promise<string | null>;
  /** @throws OnRecordError `file-vanished`, `unreadable-file` */
  firstLineOfFile(path: string): Promise<LineOfFile>;
  /**
   * The next line, without reading beyond it, so that a second line can follow.
   *
   * @throws OnRecordError `bad-usage`, `unreadable-file`
   */
  nextLineOfDescriptor(descriptor: number): Promise<string>;
}
