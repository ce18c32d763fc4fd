/** What the desk needs to vouch for the log of another organisation: the witness key of the vault, which it never sees. */

export interface Cosigning {
  /** C2SP verifier key of the cosigner (type 0x04): what the other organisation must know. */
  readonly vkey: string;
  /**
   * Adds this vault's cosignature to a checkpoint (C2SP tlog-cosignature v1); an older line of it is replaced.
   *
   * @param note the checkpoint as its log signed it
   * @param posixSeconds when it is cosigned
   * @throws OnRecordError `bad-usage` when the note is no checkpoint
   */
  cosign(note: string, posixSeconds: number): Promise<string>;
}
