/**
 * An estimate of the undocumented as it stands in the log: statistics, never a toll and never added to one. The whole
 * estimate record (table, seed, options, results) goes along as canonical JSON, so that a stranger can run it again.
 */
import type { Sha256 } from './id.ts';

/** What one method gave: a figure of all people, or reasons and no number. */
export type LoggedMethod =
  | {
      readonly method: string;
      /** Whole persons, recorded ones included; limits at 95 %. */
      readonly people: number;
      readonly low: number;
      readonly high: number;
      /** True: people at least; the method sets a floor. */
      readonly floor: boolean;
    }
  | { readonly method: string; readonly refused: readonly string[] };

export interface LoggedEstimate {
  /** What was counted, where and when, in a person's words. */
  readonly about: string;
  /** People on at least one list. */
  readonly recorded: number;
  readonly lists: readonly string[];
  readonly methods: readonly LoggedMethod[];
  /** SHA-256 of the table, and of `document`. */
  readonly tableSha256: Sha256;
  readonly documentSha256: Sha256;
  /** Program and version. */
  readonly program: string;
  /** The estimate record, canonical JSON. */
  readonly document: string;
}
