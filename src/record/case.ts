/**
 * A person or family at risk. Only ciphertext lives here; nothing public may refer to it, and the rooms
 * exchange and dossier may not import this file (test/architecture.test.ts).
 */
import type { CaseId } from './id.ts';

export interface SealedCase {
  readonly id: CaseId;
  /** Name of the compartment whose key opens the payload. */
  readonly compartment: string;
  /** Base64 of the sealed, padded payload. */
  readonly sealedPayload: string;
  /** Base64 key envelopes, one a custodian. */
  readonly envelopes: readonly string[];
  /** ISO 8601 day after which it must be looked at again or erased. */
  readonly retainUntil: string;
}
