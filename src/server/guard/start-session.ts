/**
 * The one session of a desk on this machine. The terminal shows an address with a token; the first browser that opens it
 * exchanges it for a cookie that no script can read. Both are compared by hash, in constant time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** Chance, handed in: 32 bytes. */
export type RandomBytes = (count: number) => Uint8Array;

export interface StartSession {
  /** Part of the address shown in the terminal. */
  readonly token: string;
  /** The session's secret for a token that is right and was not used before; null otherwise. */
  exchange(token: string): string | null;
  /** Whether a cookie's value is the session's secret. */
  holds(secret: string | null): boolean;
  /** Ends the session: neither token nor cookie opens anything any more. */
  end(): void;
}

/**
 * Makes a session.
 *
 * @example
 * const session = startSession((count) => crypto.getRandomValues(new Uint8Array(count)));
 * session.holds(session.exchange(session.token)); // true
 */
export function startSession(randomBytes: RandomBytes): StartSession {
  const token = secretOf(randomBytes);
  const secret = secretOf(randomBytes);
  let used = false;
  let ended = false;
  return {
    token,
    exchange(given) {
      if (used || ended || !sameSecret(given, token)) return null;
      used = true;
      return secret;
    },
    holds: (given) => !ended && given !== null && sameSecret(given, secret),
    end() {
      ended = true;
    },
  };
}

/** Cookies do not tell ports apart, so that the name does. */
export function cookieName(port: number): string {
  return `onrecord_${port}`;
}

/**
 * The value of a cookie; null when it was not sent.
 *
 * @example
 * cookieValue('a=1; onrecord_80=x', 'onrecord_80'); // 'x'
 */
export function cookieValue(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

function secretOf(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url');
}

function sameSecret(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
