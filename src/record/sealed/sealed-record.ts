/**
 * What a store sees of a sealed record: an id that says nothing, its compartment, how often it was saved, and where the
 * ciphertext lies. The kind of a record is no secret: it stands in its id (docs/methods/compartments.md, what leaks).
 */
import type { CaseId, CompartmentId, CountsId, DocumentId, ReadsId, Sha256 } from '../id.ts';
import { isId } from '../id.ts';

export const SEALED_KINDS = ['case', 'document', 'reads', 'counts'] as const;
/** `document`: its ciphertext lies beside the log, among the blobs. `reads`: who read what. `counts`: a release of counts from cases. */
export type SealedKind = (typeof SEALED_KINDS)[number];

export type SealedId = CaseId | DocumentId | ReadsId | CountsId;

/** A sealed record as the tables hold it. */
export interface SealedRecordState {
  readonly id: SealedId;
  readonly compartment: CompartmentId;
  /** 1-based; of the newest version. */
  readonly version: number;
  /** Numbers of the log entries that hold its versions, oldest first. */
  readonly entries: readonly number[];
  /** SHA-256 of the ciphertext where it lies among the blobs; null: it stands in the log. */
  readonly blob: Sha256 | null;
}

/** A record's own key under the key of its compartment's epoch. Rotation replaces it, erasure destroys it. */
export interface WrappedKey {
  /** 1-based. */
  readonly epoch: number;
  /** Base64. */
  readonly wrapped: string;
}

/**
 * The kind of a sealed record; null for an id that is none.
 *
 * @example
 * sealedKind('cas_00000000000000000000000000'); // 'case'
 */
export function sealedKind(id: string): SealedKind | null {
  return SEALED_KINDS.find((kind) => isId(kind, id)) ?? null;
}
