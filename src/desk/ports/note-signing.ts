/** What the desk needs to sign a statement: the key of the vault's log, which it never sees. */

export interface NoteSigning {
  /**
   * Signs a text as C2SP signed note under the key of this vault's log.
   *
   * @param text ends with a newline
   * @returns the note: text, empty line, signature line
   * @throws OnRecordError `read-only` when the key is not at hand
   */
  signNote(text: string): Promise<string>;
}
