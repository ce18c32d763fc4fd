/**
 * What an exported package is made of: sources with their untouched bytes, their custody, and what proves them.
 * Plain data: whoever exports fetches it from the store; nothing here is looked up.
 */

/** A log entry that the package proves to be in the log, and what of it is opened. */
export interface ProvenEntry {
  /** 1-based; its leaf has the index `seq - 1`. */
  readonly seq: number;
  /** The leaf exactly as it was hashed: canonical JSON. */
  readonly leaf: string;
  /** Opening key of the source's bytes, 64 hexadecimal digits; null: no bytes came in with this entry. */
  readonly bytesKey: string | null;
  /** What the commitment hides, if it is shown; null: it stays closed. */
  readonly body: OpenedBody | null;
}

/** The hidden part of an entry, opened. */
export interface OpenedBody {
  /** Opening key of the body, 64 hexadecimal digits. */
  readonly key: string;
  /** Canonical JSON of {agent, body, subject}, exactly as committed. */
  readonly text: string;
}

/** One copy of a source's bytes. */
export interface PackagedOriginal {
  /** As it came in; another name is made from it for the package. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The entry that took these bytes in; its `bytesKey` is not null. */
  readonly entry: ProvenEntry;
}

export interface PackagedSource {
  /** `src_` and 26 characters. */
  readonly id: string;
  readonly title: string;
  /** One or more; the first is the evidentiary copy. */
  readonly originals: readonly PackagedOriginal[];
  /** The normalised text; null: there is none. */
  readonly text: string | null;
  /** The chain of custody as text, page and data. */
  readonly custody: { readonly txt: string; readonly html: string; readonly json: string };
  /** Further entries about this source. */
  readonly entries: readonly ProvenEntry[];
}

/** A signed head of the log, and what it proves. */
export interface PackagedHead {
  /** The signed note, exactly the bytes that were time-stamped. */
  readonly checkpoint: string;
  /** RFC 3161 tokens over those bytes, DER. */
  readonly tokens: readonly Uint8Array[];
  /** Inclusion proof by entry number, from the leaf's sibling up. */
  readonly proofs: ReadonlyMap<number, readonly Uint8Array[]>;
}

/** Signed heads, keys and certificates: what every package is proved with. */
export interface ProofParts {
  /** Verifier key of the log (C2SP vkey). */
  readonly logKey: string;
  /** Verifier keys of witnesses. */
  readonly witnessKeys: readonly string[];
  /** Covers every entry of the package. */
  readonly head: PackagedHead;
  /** Other heads that were time-stamped or witnessed: they show that entries are older. */
  readonly anchors: readonly PackagedHead[];
  /** PEM of the time-stamp authorities' roots; '' when there are no tokens. */
  readonly rootsPem: string;
  /** PEM of certificates between; '' when tokens carry them. */
  readonly chainPem: string;
}

export interface PackageParts extends ProofParts {
  readonly title: string;
  /** ISO 8601 instant, UTC. */
  readonly exportedAt: string;
  readonly exportedBy: string;
  /** Who gets it; null: not said. */
  readonly to: string | null;
  /** Name and version of this program. */
  readonly software: string;
  readonly sources: readonly PackagedSource[];
}
