/** A token that opens an account, as it is shown: this once. */
export interface ShownToken {
  /** Whose account. */
  readonly name: string;
  readonly token: string;
  /** ISO 8601 instant, UTC. */
  readonly until: string;
}
