/**
 * The two signatures on counts from cases that leave a compartment: of the member who prepared them, and of another one who
 * looked at them and signed them off. Each is over the text of the release as that member saw it.
 */
import { verifyEd25519 } from '../ed25519.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { MemberKeys } from './member-keys.ts';

/** What a signature stands for. */
export type CountsStep = 'prepared' | 'signedOff';

/**
 * Signs a release.
 *
 * @param text JSON of the release
 * @returns base64 of 64 bytes
 * @example
 * signCounts('signedOff', text, keys);
 */
export function signCounts(step: CountsStep, text: string, keys: Pick<MemberKeys, 'sign'>): string {
  return encodeBase64(keys.sign(bytesOf(step, text)));
}

/**
 * Whether a signature for this step over this text was made with a key. False, never a throw, for what is none.
 *
 * @param check.publicKey Ed25519, 32 bytes in base64
 * @example
 * isCountsSignature({ step: 'prepared', text, publicKey: keys.publicKeys.sign, signature }); // true
 */
export function isCountsSignature(check: {
  readonly step: CountsStep;
  readonly text: string;
  readonly publicKey: string;
  readonly signature: string;
}): boolean {
  const [publicKey, signature] = [decodeBase64(check.publicKey), decodeBase64(check.signature)];
  if (publicKey === null || signature === null) return false;
  return verifyEd25519({ publicKey, message: bytesOf(check.step, check.text), signature });
}

function bytesOf(step: CountsStep, text: string): Uint8Array {
  return bindingOf(step === 'prepared' ? BOUND.countsPrepared : BOUND.countsSignedOff, [text]);
}
