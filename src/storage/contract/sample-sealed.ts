/** A compartment with sealed records, as a store sees them: the ciphertexts are no ciphertexts, for the store opens none. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { NewRecordKey } from '../../desk/ports/sealed-store.ts';
import type {
  CompartmentChanged,
  CountsReleased,
  RecordErased,
  RecordSealed,
} from '../../record/changes/of-compartments.ts';
import type { SealedId } from '../../record/sealed/sealed-record.ts';
import { entryFor, sampleId } from './sample-record.ts';

export const COMPARTMENT = sampleId('compartment', 1);
const PUBLIC_KEY = `${'A'.repeat(43)}=`;

/** Base64 that says what it stands for. */
export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * Public keys shown in the log.
 *
 * @example
 * introduced(1, 'lena');
 */
export function introduced(number: number, name: string): NewEntry {
  const id = sampleId('member', number);
  const member = { id, name, sign: PUBLIC_KEY, receive: PUBLIC_KEY };
  return entryFor({ action: 'member-introduced', member }, id);
}

/**
 * A change of the sample compartment.
 *
 * @example
 * changed(1, ['lena', 'omar']);
 */
export function changed(
  epoch: number,
  members: readonly string[],
  recordKeys: readonly NewRecordKey[] = [],
  fields: Partial<CompartmentChanged> = {},
): NewEntry {
  const change: CompartmentChanged = {
    action: 'compartment-changed',
    compartment: COMPARTMENT,
    epoch,
    head: `{"epoch":${epoch}}`,
    wraps: members.map((member) => ({ member, wrapped: `{"to":"${member}"}` })),
    ...fields,
  };
  return { ...entryFor(change, change.compartment), recordKeys };
}

/**
 * A version of a sealed record.
 *
 * @example
 * sealed(sampleId('case', 1), 2);
 */
export function sealed(
  record: SealedId,
  version = 1,
  fields: Partial<RecordSealed> = {},
  key: Partial<NewRecordKey> = {},
): NewEntry {
  const change: RecordSealed = {
    action: 'record-sealed',
    compartment: COMPARTMENT,
    record,
    version,
    sealed: base64(`${record} ${version}`),
    blob: null,
    ...fields,
  };
  const recordKey = {
    entry: null,
    record,
    version,
    epoch: 1,
    wrapped: base64(`key 1 ${record} ${version}`),
    ...key,
  };
  return { ...entryFor(change, record), recordKeys: [recordKey] };
}

/** The ciphertext of the sample document. */
export const DOCUMENT_BYTES = Buffer.from('ciphertext of a letter');

/**
 * A sealed document whose ciphertext lies among the blobs.
 *
 * @example
 * await blobs.put(DOCUMENT_BYTES);
 * await store.append([...sealedRecords(), sealedDocument(1)]);
 */
export function sealedDocument(number: number, bytes: Uint8Array = DOCUMENT_BYTES): NewEntry {
  const id = sampleId('document', number);
  return { ...sealed(id, 1, { sealed: null, blob: sha256Hex(bytes) }), bytes };
}

/**
 * The erasure of a sealed record.
 *
 * @example
 * erased(sampleId('case', 1), [3, 5]);
 */
export function erased(
  record: SealedId,
  entries: readonly number[],
  fields: Partial<RecordErased> = {},
): NewEntry {
  const change: RecordErased = {
    action: 'record-erased',
    compartment: COMPARTMENT,
    record,
    entries,
    ...fields,
  };
  return entryFor(change, record);
}

const SIGNATURE = `${'A'.repeat(86)}==`;

/**
 * Counts that two members let go.
 *
 * @example
 * released(1);
 */
export function released(number: number, fields: Partial<CountsReleased> = {}): NewEntry {
  const record = sampleId('counts', number);
  const change: CountsReleased = {
    action: 'counts-released',
    compartment: COMPARTMENT,
    record,
    release: JSON.stringify({ id: record, compartment: COMPARTMENT, tables: [], signedOffBy: 'omar' }),
    signatures: { prepared: SIGNATURE, signedOff: SIGNATURE },
    ...fields,
  };
  return entryFor(change, change.compartment);
}

/** A member, a compartment of two, two cases of which the first was saved twice, and what was read: entries 1 to 6. */
export function sealedRecords(): readonly NewEntry[] {
  return [
    introduced(1, 'lena'),
    changed(1, ['lena', 'omar']),
    sealed(sampleId('case', 1)),
    sealed(sampleId('case', 2)),
    sealed(sampleId('case', 1), 2),
    sealed(sampleId('reads', 1)),
  ];
}
