/** Passkeys (WebAuthn Level 3): what a browser is asked, and whether what it answers is right. Nothing is kept here. */
import type { KeptPasskey } from '../../record/team/account.ts';

/** A question for a browser. */
export interface PasskeyQuestion {
  /** Base64url; the answer must bear it. */
  readonly challenge: string;
  /** As `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON` takes it. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A passkey as it was made. */
export type MadePasskey = Omit<KeptPasskey, 'label' | 'addedAt'>;

export interface Passkeys {
  /** Asks for a new passkey that names its owner by itself and asks them for their finger or code. */
  toMake(owner: {
    readonly id: string;
    readonly name: string;
    readonly held: readonly KeptPasskey[];
  }): Promise<PasskeyQuestion>;
  /** @returns null: the answer is not right */
  made(answer: unknown, challenge: string): Promise<MadePasskey | null>;
  /** Asks for any passkey of this place. */
  toUse(): Promise<PasskeyQuestion>;
  /** Whose passkey an answer claims to be; null: it says nothing of the kind. Proves nothing. */
  claimed(answer: unknown): { readonly owner: string; readonly passkey: string } | null;
  /** @returns its new signature counter; null: the answer is not right */
  used(answer: unknown, challenge: string, passkey: KeptPasskey): Promise<number | null>;
}
