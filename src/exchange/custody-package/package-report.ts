/** What checking an exported package brings to light. It agrees exactly when there is no fault. */

/** One thing that differs, and where. */
export interface PackageFault {
  /** The file, or '' for the package as a whole. */
  readonly path: string;
  /** Goes on from the path: "is missing". */
  readonly message: string;
}

/** A time that an authority states. */
export interface PackageStamp {
  readonly file: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Subject of its certificate. */
  readonly authority: string;
}

/** A signed head of the log in the package. */
export interface PackageHead {
  /** "verify" for the head that covers all entries, "verify/anchors/1" … for earlier ones. */
  readonly folder: string;
  readonly origin: string;
  /** Entries. */
  readonly size: number;
  readonly stamps: readonly PackageStamp[];
  /** ISO 8601, UTC, as each witness states it. */
  readonly witnesses: readonly { readonly name: string; readonly time: string }[];
}

/** An entry that the package proves. */
export interface PackageEntry {
  /** Of its files in verify/. */
  readonly name: string;
  /** 1-based. */
  readonly seq: number;
  readonly action: string;
  /** ISO 8601, UTC, as the record's own clock claimed. */
  readonly at: string;
  /** The bytes it commits to; null: none came in with it. */
  readonly file: string | null;
  /** Whether the hidden part is shown and agrees. */
  readonly isOpen: boolean;
  /** The earliest time that an authority or witness states for a head that holds it; null: nobody does. */
  readonly notLaterThan: string | null;
}

/** What is released in the package. */
export interface PackagedRelease {
  readonly id: string;
  readonly number: number;
  readonly title: string | null;
  /** Entries of the log that it is made from. */
  readonly position: number;
  /** ISO 8601 instant, UTC, as the record's own clock said. */
  readonly madeAt: string;
  /** Files of the dossier. */
  readonly files: number;
  /** Sources whose hashes are in it. */
  readonly sources: readonly string[];
}

export interface PackageReport {
  readonly faults: readonly PackageFault[];
  /** Whole sentences; nothing differs, but a reader should know. */
  readonly notes: readonly string[];
  /** The verifier key in the package; null: not readable. */
  readonly logKey: string | null;
  readonly heads: readonly PackageHead[];
  readonly entries: readonly PackageEntry[];
  /** Ids of the sources whose bytes are in the package. */
  readonly sources: readonly string[];
  /** Null: sources were handed over, nothing was released. */
  readonly release: PackagedRelease | null;
}

/** What a reader brings along and trusts; null: the package's own is used, and a note says so. */
export interface PackageTrust {
  /** Verifier key of the log. */
  readonly logKey: string | null;
  /** PEM of the roots of time-stamp authorities. */
  readonly rootsPem: string | null;
  /** Signed heads of the log that were kept elsewhere: the package's must go on from each. Absent: none. */
  readonly known?: readonly string[];
  /** Verifier keys of witnesses, one of whom must have seen the entries. Absent: none is asked for. */
  readonly witnessKeys?: readonly string[];
}
