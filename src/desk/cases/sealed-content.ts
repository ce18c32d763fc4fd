/** What stands inside a sealed record, and the way in and out: JSON for cases and reads, plain bytes for documents. */
import { openRecord, type SealedRecord, sealRecord } from '../../crypto/compartment/sealed-record.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { decodeBase64, encodeBase64 } from '../../crypto/strict-base64.ts';
import { decodeUtf8 } from '../../crypto/strict-utf8.ts';
import type { Sha256 } from '../../record/id.ts';
import type { SealedId } from '../../record/sealed/sealed-record.ts';
import { OnRecordError } from '../desk.ts';
import type { NewEntry } from '../ports/record-store.ts';
import type { StoredSealed } from '../ports/sealed-store.ts';
import type { CaseDesk } from './case-desk.ts';
import type { OpenCompartment } from './open-compartment.ts';

/** A version of a record, before it is sealed. */
export interface SealOrder {
  readonly id: SealedId;
  /** 1-based. */
  readonly version: number;
  readonly content: Uint8Array;
}

/**
 * The log entry of a record whose ciphertext stands in the log.
 *
 * @example
 * await desk.store.append([sealedEntry(desk, room, { id, version: 1, content: jsonBytes(value) })]);
 */
export function sealedEntry(desk: CaseDesk, room: OpenCompartment, order: SealOrder): NewEntry {
  const { body, recordKey } = sealedFor(desk, room, order);
  const at = desk.clock().toISOString();
  return sealedVersion(room, order, { at, recordKey, sealed: encodeBase64(body), blob: null });
}

/**
 * The log entry of a record whose ciphertext lies among the blobs: its `bytes`, to be put there first.
 *
 * @example
 * const entry = sealedFile(desk, room, { id, version: 1, content: bytes });
 * await desk.blobs.put(entry.bytes);
 */
export function sealedFile(
  desk: CaseDesk,
  room: OpenCompartment,
  order: SealOrder,
): NewEntry & { readonly bytes: Uint8Array } {
  const { body, recordKey } = sealedFor(desk, room, order);
  const at = desk.clock().toISOString();
  return {
    ...sealedVersion(room, order, { at, recordKey, sealed: null, blob: sha256Hex(body) }),
    bytes: body,
  };
}

function sealedFor(desk: CaseDesk, room: OpenCompartment, order: SealOrder): SealedRecord {
  const address = { compartment: room.id, record: order.id, version: order.version };
  return sealRecord({ address, content: order.content, key: room.key, random: desk.random });
}

function sealedVersion(
  room: OpenCompartment,
  { id, version }: SealOrder,
  made: {
    readonly at: string;
    readonly recordKey: SealedRecord['recordKey'];
    readonly sealed: string | null;
    readonly blob: Sha256 | null;
  },
): NewEntry {
  const { at, recordKey, sealed, blob } = made;
  return {
    at,
    agent: room.me.name,
    subject: id,
    body: { action: 'record-sealed', compartment: room.id, record: id, version, sealed, blob },
    recordKeys: [{ entry: null, record: id, version, ...recordKey }],
  };
}

/**
 * The content of a stored record. What was put back, exchanged or changed is refused: the version must not be older than
 * one that this member has seen.
 *
 * @param options.body the ciphertext of a document, fetched from among the blobs; otherwise it stands in the record
 * @param options.earlier an older version is what is asked for
 * @throws OnRecordError `damaged`, naming the id and nothing else
 * @example
 * const content = openedContent(room, stored);
 */
export function openedContent(
  room: OpenCompartment,
  stored: StoredSealed,
  { body, earlier = false }: { readonly body?: Uint8Array; readonly earlier?: boolean } = {},
): Uint8Array {
  const { id, version, sealed, key } = stored;
  const newest = room.seen.compartments.get(room.id)?.versions ?? new Map<string, number>();
  const before = newest.get(id) ?? 0;
  if (version < before && !earlier)
    throw damaged(
      id,
      `Version ${before} of ${id} was seen before and version ${version} is shown now: an old state was put back.`,
    );
  const bytes = body ?? (sealed === null ? null : decodeBase64(sealed));
  const content =
    bytes === null || key === null || bytes.length === 0
      ? null
      : openRecord({
          address: { compartment: room.id, record: id, version },
          sealed: { body: bytes, recordKey: key },
          key: room.key,
        });
  if (content === null)
    throw damaged(id, `${id} does not open: it was changed, exchanged, or its key is gone.`);
  if (version > before) {
    newest.set(id, version);
    room.changed = true;
  }
  return content;
}

/**
 * A value as bytes of JSON.
 *
 * @example
 * jsonBytes({ a: 1 }).length; // 7
 */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * The value of bytes of JSON.
 *
 * @throws OnRecordError `damaged`
 * @example
 * jsonValue('cas_…', content);
 */
export function jsonValue(id: SealedId, content: Uint8Array): unknown {
  const text = decodeUtf8(content);
  try {
    if (text !== null) return JSON.parse(text) as unknown;
  } catch {
    // Told below, without the words that stand there.
  }
  throw damaged(id, `${id} opens and holds no record of this program.`);
}

function damaged(id: SealedId, message: string): OnRecordError {
  return new OnRecordError('damaged', `${message} Restore it from a backup, or run: onrecord verify`, {
    subject: id,
  });
}
