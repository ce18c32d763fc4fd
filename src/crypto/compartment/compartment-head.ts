/**
 * The head of a compartment: who its members are, which epoch it is in, and how it follows the head before. An admin
 * signs it. Each change of members and each rotation makes the next head; the chain of heads is what a member trusts,
 * not the store that hands it over. JSON as it is stored.
 */

import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../sha256.ts';
import { encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { MemberKeys, MemberPublicKeys } from './member-keys.ts';

/** May a member change the compartment (admin) or read and write in it (member). */
export type MemberRole = 'admin' | 'member';

/** A member as a head has them. */
export interface HeadMember {
  /** Unique within the compartment; it is in clear, so a pseudonym will do. */
  readonly name: string;
  readonly keys: MemberPublicKeys;
  readonly role: MemberRole;
}

/** What a head says, before it is signed. */
export interface HeadContent {
  /** Id of the compartment; it says nothing about what is in it. */
  readonly compartment: string;
  /** 1-based; the next head has the next number. Heads are ordered by it, never by a clock. */
  readonly number: number;
  /** 1-based; grows by one with every rotation of the key. */
  readonly epoch: number;
  /** Proves which key is the epoch's (`keyCheck`). */
  readonly keyCheck: string;
  /** The compartment's true name, sealed under the epoch's key (`sealLabel`); null when it has none. */
  readonly label: string | null;
  readonly members: readonly HeadMember[];
  /** SHA-256 of the head before (`headHash`); null for the first. */
  readonly previous: string | null;
  /** SHA-256 over all records when the head was made (`recordsHash`); null when it does not say. */
  readonly records: string | null;
  /** ISO 8601 in UTC: what the signer's clock said, a claim only. */
  readonly at: string;
  /** Name of the admin who signed. */
  readonly by: string;
}

/** A signed head. */
export interface CompartmentHead extends HeadContent {
  /** Ed25519 over all the rest; base64 of 64 bytes. */
  readonly signature: string;
}

/**
 * Signs a head. It is not checked here: `firstHead` and `nextHead` do.
 *
 * @example
 * const head = signHead(content, keys);
 */
export function signHead(content: HeadContent, keys: MemberKeys): CompartmentHead {
  return Object.freeze({ ...content, signature: encodeBase64(keys.sign(headBytes(content))) });
}

/**
 * The bytes that a head's signature is over.
 *
 * @example
 * verifyEd25519({ publicKey, message: headBytes(content), signature });
 */
export function headBytes(content: HeadContent): Uint8Array {
  return bindingOf(BOUND.head, [content]);
}

/**
 * What the next head names as the one before: SHA-256 over the signed head in canonical JSON, hexadecimal.
 *
 * @example
 * next.previous === headHash(head);
 */
export function headHash(head: CompartmentHead): string {
  return sha256Hex(canonicalJson(head));
}
