/**
 * The fingerprint of a member's public keys, for two people to compare on the phone or in person: eight groups of
 * four symbols in Crockford's base32, the first 160 bits of a SHA-256. Nobody can make other keys with the same one.
 * It does not say whose keys they are; the voice on the phone does.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { crockfordGroups, crockfordSymbol, fiveBitValues } from '../crockford.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { MemberPublicKeys } from './member-keys.ts';

const GROUPS = 8;
const PER_GROUP = 4;

/**
 * The fingerprint of public keys.
 *
 * @example
 * fingerprint(keys); // '3KQ0 8ZTF …', 39 characters
 */
export function fingerprint({ sign, receive }: MemberPublicKeys): string {
  const hash = createHash('sha256')
    .update(bindingOf(BOUND.fingerprint, [sign, receive]))
    .digest();
  const symbols = fiveBitValues(hash, GROUPS * PER_GROUP)
    .map(crockfordSymbol)
    .join('');
  return Array.from({ length: GROUPS }, (_, group) =>
    symbols.slice(group * PER_GROUP, (group + 1) * PER_GROUP),
  ).join(' ');
}

/**
 * Whether what somebody was told is the whole fingerprint of the keys; small letters, dashes, spaces and O for 0 do
 * not matter, a missing group does.
 *
 * @example
 * isFingerprintOf('3kq0-8ztf-…', keys);
 */
export function isFingerprintOf(told: string, keys: MemberPublicKeys): boolean {
  const heard = Buffer.from(crockfordGroups(told).join(''), 'utf8');
  const right = Buffer.from(fingerprint(keys).replaceAll(' ', ''), 'utf8');
  return heard.length === right.length && timingSafeEqual(heard, right);
}
