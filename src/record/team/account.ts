/** A member's account on a team's server: who may sign in, by what, and what they may do and see. */
import type { Handling } from '../handling.ts';
import type { AccountId } from '../id.ts';
import type { Role } from './role.ts';

/** What is kept of a passphrase: nothing that opens anything, and the work that a try of it costs (Argon2id). */
export interface KeptPassphrase {
  /** Base64; HMAC of the key under the team's own key. */
  readonly proof: string;
  /** Base64. */
  readonly salt: string;
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** A passkey (WebAuthn Level 3 §4, credential record). */
export interface KeptPasskey {
  /** Base64url. */
  readonly id: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** Signature counter; 0 for those that keep none. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** What its owner calls it. */
  readonly label: string;
  /** ISO 8601 instant, UTC. */
  readonly addedAt: string;
}

/** Who somebody is to an organisation's own sign-in (OpenID Connect Core 1.0 §2): both together, and never an e-mail address. */
export interface OutsideIdentity {
  /** `iss`: an address. */
  readonly issuer: string;
  /** `sub`: unique at the issuer and never given to somebody else. */
  readonly subject: string;
}

export interface Account {
  readonly id: AccountId;
  /** Stands in the log beside everything they do; a pseudonym will do. Unique in the team, also after it is closed. */
  readonly name: string;
  /** Never empty. */
  readonly roles: readonly Role[];
  /** The most protected handling that they see. */
  readonly clearance: Handling;
  /** `closed`: nothing opens it any more; its name stays taken, because it stands in the log. */
  readonly state: 'active' | 'closed';
  readonly passphrase: KeptPassphrase | null;
  /** The secret of one-time codes (RFC 6238), base 32, and the last step that was used; null with passkeys alone. */
  readonly codes: { readonly secret: string; readonly lastStep: number } | null;
  readonly passkeys: readonly KeptPasskey[];
  /** Who they are to the organisation's own sign-in; null: they do not use it. */
  readonly outside: OutsideIdentity | null;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
}
