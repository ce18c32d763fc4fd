/** What changes members, compartments and the sealed records in them; the store sees ciphertext alone. */
import type { CompartmentId, CountsId, Sha256 } from '../id.ts';
import type { MemberCard, MemberWrap } from '../sealed/held-compartment.ts';
import type { SealedId } from '../sealed/sealed-record.ts';

/** Somebody made keys and shows the public ones, to be taken into compartments. */
export interface MemberIntroduced {
  readonly action: 'member-introduced';
  readonly member: MemberCard;
}

/**
 * A compartment was made, or its members changed. When one leaves a new epoch begins: the keys of all its records come with
 * the entry, wrapped anew, and stand beside the log in place of the old ones.
 */
export interface CompartmentChanged {
  readonly action: 'compartment-changed';
  readonly compartment: CompartmentId;
  /** 1-based. */
  readonly epoch: number;
  /** The signed head, JSON. */
  readonly head: string;
  /** Of the members who are new to this epoch. */
  readonly wraps: readonly MemberWrap[];
}

/** A version of a sealed record. Its key comes with the entry and stands beside the log, so that it can be destroyed. */
export interface RecordSealed {
  readonly action: 'record-sealed';
  readonly compartment: CompartmentId;
  readonly record: SealedId;
  /** 1-based. */
  readonly version: number;
  /** Ciphertext, base64; null where it lies among the blobs. */
  readonly sealed: string | null;
  /** SHA-256 of the ciphertext among the blobs; null where it stands here. */
  readonly blob: Sha256 | null;
}

/** A sealed record is erased with all its versions: their keys, salts and bodies. The log keeps that it was, not what. */
export interface RecordErased {
  readonly action: 'record-erased';
  readonly compartment: CompartmentId;
  readonly record: SealedId;
  /** Entries whose salt and body are destroyed with this one: all that held it. */
  readonly entries: readonly number[];
}

/**
 * Counts from cases that two members of a compartment let go: the one who prepared them and a second one who signed them off.
 * They may be published. No count of a withheld cell is in it.
 */
export interface CountsReleased {
  readonly action: 'counts-released';
  readonly compartment: CompartmentId;
  /** The sealed record in which the same release stands. */
  readonly record: CountsId;
  /** JSON, as `readRelease` of reckon/disclosure reads it. */
  readonly release: string;
  /** Ed25519 signatures in base64; over what each of the two saw (crypto/compartment/counts-signature.ts). */
  readonly signatures: { readonly prepared: string; readonly signedOff: string };
}
