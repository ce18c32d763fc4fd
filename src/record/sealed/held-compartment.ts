/**
 * A compartment as a store sees it: the signed head and the wrapped keys of its members, as texts. What they say is checked
 * by a member's own program, never by the store (docs/methods/compartments.md).
 */
import type { CompartmentId, MemberId } from '../id.ts';

/** The compartment's key for one member. */
export interface MemberWrap {
  /** The member's name, as in the head. */
  readonly member: string;
  /** JSON, signed by the admin who gave it. */
  readonly wrapped: string;
}

export interface HeldCompartment {
  readonly id: CompartmentId;
  /** 1-based; grows by one when a member leaves. */
  readonly epoch: number;
  /** The newest signed head, JSON. */
  readonly head: string;
  /** Of this epoch. */
  readonly wraps: readonly MemberWrap[];
}

/** What others may know of a member. Public; the fingerprint is compared by another way before it is trusted. */
export interface MemberCard {
  readonly id: MemberId;
  /** One word by which heads name the member. */
  readonly name: string;
  /** Ed25519 public key, 32 bytes in base64. */
  readonly sign: string;
  /** X25519 public key, 32 bytes in base64. */
  readonly receive: string;
}
