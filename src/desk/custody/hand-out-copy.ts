/** A working copy goes to the person at the desk: the bytes as they came in; the log says so before they are handed out. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Capture } from '../../record/capture.ts';
import { createCustodyEvent } from '../../record/custody.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { reviewerName } from '../reviewer.ts';
import { logCustody, NO_EVENT } from './record-custody.ts';

export interface KeptBytes {
  readonly capture: Capture;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a copy, looked at inside the vault. Refuses bytes that no longer have their hash.
 *
 * @param asked id of the capture, or its beginning
 * @throws OnRecordError `not-found`, `damaged`
 * @example
 * const { bytes } = await bytesOfCopy(desk, 'cap_7d2');
 */
export async function bytesOfCopy({ store, blobs }: Desk, asked: string): Promise<KeptBytes> {
  const capture = await store.capture(await findOne(store, asked, 'cap'));
  if (capture === null) throw new OnRecordError('not-found', 'That capture is gone from the record.');
  const bytes = await blobs.get(capture.sha256);
  if (bytes === null || sha256Hex(bytes) !== capture.sha256)
    throw new OnRecordError('damaged', 'The stored bytes are missing or have changed. Run: onrecord verify', {
      subject: capture.id,
    });
  return { capture, bytes };
}

/**
 * Hands the bytes out and logs that they left the vault.
 *
 * @throws OnRecordError `bad-usage` without a name, `not-found`, `damaged`, `read-only`
 * @example
 * const { bytes } = await handOutCopy(desk, { id: 'cap_7d2', by: 'A. Archivist' });
 */
export async function handOutCopy(
  desk: Desk,
  order: { readonly id: string; readonly by: string | null },
): Promise<KeptBytes> {
  const by = reviewerName(order.by);
  const kept = await bytesOfCopy(desk, order.id);
  const { id, of: source, sha256 } = kept.capture;
  const event = createCustodyEvent({ ...NO_EVENT, kind: 'copied', capture: id, output: sha256 });
  await logCustody(desk, { source, by, event });
  return kept;
}
