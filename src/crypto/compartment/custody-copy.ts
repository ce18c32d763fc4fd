/**
 * A member's secret for a second custodian: sealed by HPKE to another member's receiving key, bound to both, and
 * signed by the member whose secret it is. Whoever holds it **is** that member for everything sealed: it is made only
 * by the member themselves, and it replaces a recovery key, never a colleague's own access. JSON, as it is stored.
 */
import { KEY_BYTES } from '../derive-key.ts';
import { verifyEd25519 } from '../ed25519.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import {
  type MemberKeys,
  type MemberPublicKeys,
  memberKeys,
  publicKeysOf,
  wipeMember,
} from './member-keys.ts';

/** A member's secret for a second custodian. */
export interface CustodyCopy {
  /** Whose secret it is. */
  readonly member: string;
  readonly memberKeys: MemberPublicKeys;
  readonly custodian: string;
  /** The custodian's receiving key; base64. */
  readonly custodianKey: string;
  /** HPKE's encapsulated key; base64 of 32 bytes. */
  readonly enc: string;
  /** Ciphertext and tag; base64 of 48 bytes. */
  readonly ct: string;
  /** Ed25519 by the member over all of the above; base64. */
  readonly signature: string;
}

/**
 * Gives a member's secret to a custodian.
 *
 * @param input.custodian name and public keys, after the fingerprint was compared
 * @throws TypeError for a secret that is not 32 bytes or a key nothing can be sealed to
 * @example
 * const copy = await sealForCustodian({ member: { name: 'lena', secret }, custodian: { name: 'omar', keys }, random });
 */
export async function sealForCustodian(input: {
  readonly member: { readonly name: string; readonly secret: Uint8Array };
  readonly custodian: { readonly name: string; readonly keys: MemberPublicKeys };
  readonly random: RandomBytes;
}): Promise<CustodyCopy> {
  const { member, custodian, random } = input;
  const keys = memberKeys(member.secret);
  const place = {
    member: member.name,
    memberKeys: keys.publicKeys,
    custodian: custodian.name,
    custodianKey: custodian.keys.receive,
  };
  const recipient = decodeBase64(custodian.keys.receive) ?? new Uint8Array(0);
  const info = bindingOf(BOUND.custody, [place]);
  const { enc, ct } = await hpkeSeal({ recipient, info, content: member.secret, random });
  const unsigned = { ...place, enc: encodeBase64(enc), ct: encodeBase64(ct) };
  const signature = encodeBase64(keys.sign(bindingOf(BOUND.custodySignature, [unsigned])));
  wipeMember(keys);
  return Object.freeze({ ...unsigned, signature });
}

/**
 * The member's secret, opened by the custodian. Null when the copy is for somebody else, is not signed by the member,
 * holds another secret, or was changed.
 *
 * @param input.member name and public keys from a head, never from the copy itself
 * @returns 32 bytes; overwrite them after use
 * @example
 * const secret = await openAsCustodian({ copy, member: { name: 'lena', keys }, custodian: { name: 'omar', keys: mine } });
 */
export async function openAsCustodian(input: {
  readonly copy: CustodyCopy;
  readonly member: { readonly name: string; readonly keys: MemberPublicKeys };
  readonly custodian: { readonly name: string; readonly keys: MemberKeys };
}): Promise<Uint8Array | null> {
  const { copy, member, custodian } = input;
  const { sign, receive } = member.keys;
  const place = {
    member: member.name,
    memberKeys: { sign, receive },
    custodian: custodian.name,
    custodianKey: custodian.keys.publicKeys.receive,
  };
  const isExpected =
    copy.member === place.member &&
    copy.memberKeys.sign === sign &&
    copy.memberKeys.receive === receive &&
    copy.custodian === place.custodian &&
    copy.custodianKey === place.custodianKey;
  if (!isExpected) return null;
  const { enc, ct, signature } = copy;
  const [publicKey, signed] = [decodeBase64(sign), decodeBase64(signature)];
  const [share, sealed] = [decodeBase64(enc), decodeBase64(ct)];
  if (publicKey === null || signed === null || share === null || sealed === null) return null;
  const message = bindingOf(BOUND.custodySignature, [{ ...place, enc, ct }]);
  if (!verifyEd25519({ publicKey, message, signature: signed })) return null;
  const info = bindingOf(BOUND.custody, [place]);
  const secret = await hpkeOpen({ secret: custodian.keys.receiveSecret, info, enc: share, ct: sealed });
  if (secret === null || secret.length !== KEY_BYTES) return null;
  const actual = publicKeysOf(secret);
  if (actual.sign === sign && actual.receive === receive) return secret;
  secret.fill(0);
  return null;
}
