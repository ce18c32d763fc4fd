/**
 * An organisation's own sign-in (OpenID Connect Core 1.0, authorization code with PKCE): where a browser is sent, and whom it
 * comes back as. Nothing is kept here.
 */
import type { OutsideIdentity } from '../../record/team/account.ts';

/** What is asked, and must come back unchanged; each secret is made for this question alone. */
export interface OutsideQuestion {
  /** Ties the answer to the question (RFC 6749 §10.12). */
  readonly state: string;
  /** Ties the token to the question (OpenID Connect Core §3.1.2.1). */
  readonly nonce: string;
  /** Whose hash the provider is given first, and which redeems the code (RFC 7636). */
  readonly verifier: string;
  /** Whether the person must prove anew who they are, although the provider knows them. */
  readonly again: boolean;
}

/** Whom the provider vouches for. */
export interface OutsideProof extends OutsideIdentity {
  /** What it calls them: proposed as a name, never trusted; null: it does not say. */
  readonly name: string | null;
  /** Whether it says that a second factor was used, in a way that the team takes. */
  readonly strong: boolean;
}

export interface OutsideDoor {
  /** What people call it: "the institute". */
  readonly name: string;
  /**
   * Where the browser is sent.
   *
   * @throws OnRecordError `unreachable`
   */
  ask(question: OutsideQuestion): Promise<string>;
  /**
   * Whom the provider vouches for.
   *
   * @param answer what the browser came back with: the query of the address, without the question mark
   * @returns null: it does not fit, whatever the reason
   * @throws OnRecordError `unreachable`
   */
  proof(answer: string, question: OutsideQuestion): Promise<OutsideProof | null>;
  /** Where the person signs out of the provider; null: it has no such page, or does not answer. */
  signOutAddress(): Promise<string | null>;
}
