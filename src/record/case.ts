/**
 * A person or family at risk. Only ciphertext lives here; nothing public may refer to it, and the rooms
 * exchange and dossier may not import this file (test/architecture.test.ts).
 */
import { construct, day, type Field, idOf, list, noteFault, object, text } from './fields.ts';
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

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const base64Field: Field<string> = (value, at, faults) => {
  if (typeof value !== 'string' || value === '' || !BASE64.test(value))
    noteFault(faults, at, 'must be base64 of sealed bytes');
  return value as string;
};

const sealedCaseField = object<SealedCase>({
  id: idOf('case'),
  compartment: text,
  sealedPayload: base64Field,
  envelopes: list(base64Field, 1),
  retainUntil: day,
});

/**
 * Checks a sealed case's fields and freezes a copy. It cannot see whether the payload is ciphertext.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createSealedCase({ id, compartment: 'north', sealedPayload: 'q83v', envelopes: ['EjRW'], retainUntil: '2019-01-31' });
 */
export function createSealedCase(fields: SealedCase): SealedCase {
  return construct('case', sealedCaseField, fields);
}
