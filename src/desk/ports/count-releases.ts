/** Where the desk keeps what was released of a compartment's counts. */
import type { Release } from '../../reckon/disclosure/release.ts';

export interface CountReleases {
  /** Every release of the compartment that was signed off, the oldest first. */
  of(compartment: string): Promise<readonly Release[]>;
  /**
   * Keeps a release that is signed off, and logs that it was given away, by whom and who signed it off; values of withheld
   * cells are not in it.
   *
   * @param after id of the newest release that the caller has seen; null: none
   * @throws OnRecordError `vault-busy` when another release was added since: nothing is kept then
   */
  append(release: Release, after: string | null): Promise<void>;
}
