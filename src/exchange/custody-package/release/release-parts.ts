/** What a packaged release is made of. Plain data: whoever hands out fetches it from the store; nothing here is looked up. */
import type { PublishedRelease } from '../../../record/release/release.ts';
import type { BagContent } from '../../bagit/digested-file.ts';
import type { ProofParts, ProvenEntry } from '../package-parts.ts';

/** The bytes of a public source as they came in, by their hash. */
export interface ReleasedSource {
  /** `src_` and 26 characters. */
  readonly id: string;
  /** `cap_` and 26 characters. */
  readonly capture: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** ISO 8601 instant, UTC. */
  readonly capturedAt: string;
  /** The entry that took them in; its `bytesKey` is not null. */
  readonly entry: ProvenEntry;
  /** The bytes themselves and the name they came with, where they travel; null: only their hash does. */
  readonly carried: { readonly fileName: string; readonly bytes: BagContent } | null;
}

/** An earlier head of the log, and the proof that the one which signs the package goes on from it. */
export interface EarlierHead {
  /** Entries. */
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  readonly hashes: readonly Uint8Array[];
}

export interface ReleaseParts extends ProofParts {
  readonly release: PublishedRelease;
  /** Files of the dossier by path, in order of path. */
  readonly dossier: ReadonlyMap<string, BagContent>;
  /** The entry that made it, which commits to `release.json`. */
  readonly made: ProvenEntry;
  /** The entry that approved it, which commits to `approval.json`. */
  readonly approved: ProvenEntry;
  /** ISO 8601 instant, UTC, of the approval. */
  readonly approvedAt: string;
  readonly sources: readonly ReleasedSource[];
  readonly earlier: readonly EarlierHead[];
}
