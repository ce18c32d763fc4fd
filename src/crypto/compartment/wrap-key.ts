/**
 * A compartment's key for one member: HPKE to the member's receiving key, bound to compartment, epoch and member,
 * then signed over the whole by the admin who gives it. JSON, as it is stored. The signature is checked before
 * anything is opened. Whatever is not right gives null and no reason.
 */
import { KEY_BYTES } from '../derive-key.ts';
import { verifyEd25519 } from '../ed25519.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { EpochKey } from './epoch-key.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import type { MemberKeys, MemberPublicKeys } from './member-keys.ts';

/** A compartment's key, wrapped for one member. */
export interface WrappedEpochKey {
  readonly compartment: string;
  readonly epoch: number;
  /** Name of the member it is for, as in the head. */
  readonly member: string;
  /** The receiving key it was wrapped to; base64. */
  readonly memberKey: string;
  /** HPKE's encapsulated key; base64 of 32 bytes. */
  readonly enc: string;
  /** Ciphertext and tag; base64 of 48 bytes. */
  readonly ct: string;
  /** Name of the admin who gives it, as in the head. */
  readonly by: string;
  /** Ed25519 over all of the above; base64 of 64 bytes. */
  readonly signature: string;
}

/**
 * Wraps a compartment's key for a member.
 *
 * @param input.member name and public keys as the head has them; compare the fingerprint first
 * @param input.by name and unlocked keys of the admin who gives it
 * @throws TypeError for a key nothing can be sealed to
 * @example
 * const wrapped = await wrapForMember({ key, member: { name: 'lena', keys }, by: { name: 'omar', keys: mine }, random });
 */
export async function wrapForMember(input: {
  readonly key: EpochKey;
  readonly member: { readonly name: string; readonly keys: MemberPublicKeys };
  readonly by: { readonly name: string; readonly keys: MemberKeys };
  readonly random: RandomBytes;
}): Promise<WrappedEpochKey> {
  const { key, member, by, random } = input;
  const { compartment, epoch } = key;
  const recipient = decodeBase64(member.keys.receive) ?? new Uint8Array(0);
  const info = bindingOf(BOUND.epochKey, [compartment, epoch, member.name]);
  const { enc, ct } = await hpkeSeal({ recipient, info, content: key.key, random });
  const unsigned = {
    compartment,
    epoch,
    member: member.name,
    memberKey: member.keys.receive,
    enc: encodeBase64(enc),
    ct: encodeBase64(ct),
    by: by.name,
  };
  return Object.freeze({ ...unsigned, signature: encodeBase64(by.keys.sign(signedBytes(unsigned))) });
}

/**
 * The compartment's key, or null when the wrap is for somebody else or another compartment or epoch, is not signed by
 * this admin, or was changed.
 *
 * @param input.expected what the head asks for: compartment, epoch, and the member's own name in it
 * @param input.admin name and public keys of an admin **of the head**; never taken from the wrap itself
 * @example
 * const key = await unwrapKey({ wrapped, expected: { compartment: 'north', epoch: 1, member: 'lena' }, keys, admin });
 */
export async function unwrapKey(input: {
  readonly wrapped: WrappedEpochKey;
  readonly expected: { readonly compartment: string; readonly epoch: number; readonly member: string };
  readonly keys: MemberKeys;
  readonly admin: { readonly name: string; readonly keys: MemberPublicKeys };
}): Promise<EpochKey | null> {
  const { wrapped, expected, keys, admin } = input;
  const { compartment, epoch, member } = expected;
  const { signature, ...unsigned } = wrapped;
  const isExpected =
    wrapped.compartment === compartment &&
    wrapped.epoch === epoch &&
    wrapped.member === member &&
    wrapped.memberKey === keys.publicKeys.receive &&
    wrapped.by === admin.name;
  if (!isExpected || !isSigned(unsigned, signature, admin.keys)) return null;
  const [enc, ct] = [decodeBase64(wrapped.enc), decodeBase64(wrapped.ct)];
  if (enc === null || ct === null) return null;
  const info = bindingOf(BOUND.epochKey, [compartment, epoch, member]);
  const key = await hpkeOpen({ secret: keys.receiveSecret, info, enc, ct });
  return key?.length === KEY_BYTES ? Object.freeze({ compartment, epoch, key }) : null;
}

function isSigned(
  unsigned: Omit<WrappedEpochKey, 'signature'>,
  signature: string,
  keys: MemberPublicKeys,
): boolean {
  const [publicKey, signed] = [decodeBase64(keys.sign), decodeBase64(signature)];
  if (publicKey === null || signed === null) return false;
  return verifyEd25519({ publicKey, message: signedBytes(unsigned), signature: signed });
}

function signedBytes(unsigned: Omit<WrappedEpochKey, 'signature'>): Uint8Array {
  return bindingOf(BOUND.wrap, [unsigned]);
}
