/** How a record is kept, and the change that sets it. */
import type { Outlet } from './outlet.ts';

/** A time-stamp authority as a person entered it. */
export interface TimeAuthority {
  readonly url: string;
  /** Its root certificates, PEM. */
  readonly rootsPem: string;
}

/** A partner organisation that signs checkpoints. */
export interface Witness {
  readonly name: string;
  /** C2SP verifier key. */
  readonly vkey: string;
}

/** How this record is kept. */
export interface RecordSettings {
  readonly authorities: readonly TimeAuthority[];
  readonly witnesses: readonly Witness[];
  /** Whether opening a source is written to its custody. */
  readonly logViews: boolean;
  /** Outlets that people added, or corrected: one with the code of a shipped outlet stands in its place. Absent: none. */
  readonly outlets?: readonly Outlet[];
  /**
   * 32 random bytes, hexadecimal: under it pseudonyms of persons are made, so that they stay the same and say nothing. Absent until the
   * first publication.
   */
  readonly pseudonymKey?: string;
  /** Whether a claim made by hand, or a release, is accepted by somebody else than who made it. Absent: it need not be. */
  readonly secondPerson?: boolean;
}

/** Before anybody changed them. */
export const DEFAULT_SETTINGS: RecordSettings = Object.freeze({
  authorities: [],
  witnesses: [],
  logViews: false,
});

/** The settings as a whole, from now on. */
export interface SettingsChanged {
  readonly action: 'settings-changed';
  readonly settings: RecordSettings;
}
