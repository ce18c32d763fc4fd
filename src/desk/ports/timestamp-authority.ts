/** What the desk needs to ask time-stamp authorities: one request, one answer, and the roots that the machine knows. */

export interface TimestampWait {
  /** Milliseconds after which the authority counts as not reachable. */
  readonly timeoutMs: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

export interface TimestampAuthority {
  /**
   * Sends a request (DER) to an authority and returns its answer (DER), unread.
   *
   * @param url http or https address, as the authority gives it
   * @throws OnRecordError `bad-usage` for an address that cannot be one, `unreachable` when no answer came,
   * `too-large` for an answer above 64 KiB
   */
  request(url: string, request: Uint8Array, wait: TimestampWait): Promise<Uint8Array>;
  /** Root certificates that are publicly trusted, as PEM: what an authority is checked with when it has no root of its own. */
  publicRoots(): readonly string[];
}
