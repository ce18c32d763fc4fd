/**
 * One-time codes of six digits from a clock (TOTP, RFC 6238: HMAC-SHA-1, steps of 30 seconds), as authenticator apps show them.
 * A code counts one step early or late; which step it was is told, so that no code is taken twice.
 */
import { Secret, TOTP } from 'otpauth';

/** Bytes of a secret: as many as the hash has (RFC 4226 §4). */
export const CODE_SECRET_BYTES = 20;
/** Seconds. */
const STEP = 30;
const DIGITS = 6;
/** Steps early or late. */
const WINDOW = 1;

/**
 * A secret as people and apps are given it.
 *
 * @param random 20 random bytes
 * @returns base 32
 * @example
 * codeSecret(new Uint8Array(20)); // 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
 */
export function codeSecret(random: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(random).buffer }).base32;
}

/**
 * The address that an app reads from a picture.
 *
 * @example
 * codeAddress('AAAA', { team: 'kessar', name: 'Mira' }); // 'otpauth://totp/kessar:Mira?issuer=kessar&secret=AAAA&…'
 */
export function codeAddress(secret: string, { team, name }: { team: string; name: string }): string {
  return totp(secret, team, name).toString();
}

/**
 * The step whose code it is; null when it is none near this time.
 *
 * @param at milliseconds since 1970
 * @returns steps of 30 seconds since 1970
 * @example
 * codeStep('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', 59_000); // 1
 */
export function codeStep(secret: string, code: string, at: number): number | null {
  const digits = code.replace(/\s/gu, '');
  if (!/^\d{6}$/u.test(digits)) return null;
  const delta = totp(secret).validate({ token: digits, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1000 / STEP) + delta;
}

/**
 * The code of a time, for tests and for showing that an app is set up.
 *
 * @param at milliseconds since 1970
 * @example
 * codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000); // '287082'
 */
export function codeAt(secret: string, at: number): string {
  return totp(secret).generate({ timestamp: at });
}

function totp(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: STEP,
    secret: Secret.fromBase32(secret),
  });
}
