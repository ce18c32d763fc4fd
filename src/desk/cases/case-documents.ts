/**
 * Documents of a case: each a sealed record of its own, whose ciphertext lies among the blobs. The case names it; what it is
 * called, its type and its true size stand in the case alone.
 */

import type { CaseDocument } from '../../record/case/case-document.ts';
import type { CaseId, DocumentId } from '../../record/id.ts';
import { limitWords, MIB } from '../../record/size-words.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { noteRead } from './log-reads.ts';
import { type OpenCompartment, rememberSeen } from './open-compartment.ts';
import { readCase } from './read-case.ts';
import { appendCase, caseEntry, markSeen } from './save-case.ts';
import { openedContent, sealedFile } from './sealed-content.ts';

/** Bytes of one document: 512 MiB. */
const MOST_BYTES = 512 * MIB;

/** What a person says of a file. */
export interface GivenDocument {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Seals a document and names it in the case, in one step.
 *
 * @throws OnRecordError `not-found`, `too-large`, `vault-busy` when the case was saved by somebody else meanwhile
 * @example
 * const { id } = await attachDocument(desk, room, caseId, { name: 'letter.pdf', mediaType: 'application/pdf', bytes });
 */
export async function attachDocument(
  desk: CaseDesk,
  room: OpenCompartment,
  of: CaseId,
  given: GivenDocument,
): Promise<CaseDocument> {
  if (given.bytes.length > MOST_BYTES)
    throw new OnRecordError('too-large', `A document of a case has at most ${limitWords(MOST_BYTES)}.`, {
      subject: of,
    });
  const { case: one, version } = await readCase(desk, room, of);
  const id = desk.newId('document');
  const addedAt = desk.clock().toISOString();
  const { name, mediaType, bytes } = given;
  const document: CaseDocument = { id, name, mediaType, size: bytes.length, addedAt };
  const changed = caseEntry(desk, room, { ...one, documents: [...one.documents, document] }, version);
  const entry = sealedFile(desk, room, { id, version: 1, content: bytes });
  await desk.blobs.put(entry.bytes);
  await appendCase(desk, room, of, [entry, changed]);
  markSeen(room, of, version + 1);
  noteRead(desk, room, 'attach', id);
  await rememberSeen(desk, room);
  return document;
}

/**
 * A document's line in its case and its bytes.
 *
 * @throws OnRecordError `not-found`, `damaged`
 * @example
 * const { bytes } = await readDocument(desk, room, caseId, 'doc_7d2');
 */
export async function readDocument(
  desk: CaseDesk,
  room: OpenCompartment,
  of: CaseId,
  asked: string,
): Promise<{ readonly document: CaseDocument; readonly bytes: Uint8Array }> {
  const { case: one } = await readCase(desk, room, of);
  const document = documentMeant(one.documents, asked, of);
  const stored = await desk.store.sealedRecord(document.id);
  const body = stored?.blob === null || stored === null ? null : await desk.blobs.get(stored.blob);
  if (stored === null || body === null)
    throw new OnRecordError(
      'damaged',
      `The bytes of ${document.id} are missing. Restore them from a backup.`,
      {
        subject: document.id,
      },
    );
  const bytes = openedContent(room, stored, { body });
  if (bytes.length !== document.size)
    throw new OnRecordError('damaged', `${document.id} holds other bytes than its case says.`, {
      subject: document.id,
    });
  noteRead(desk, room, 'document', document.id);
  return { document, bytes };
}

/**
 * The document of a case that is meant: its id, or the beginning of it.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * documentMeant(one.documents, 'doc_7d2', one.id);
 */
export function documentMeant(
  documents: readonly CaseDocument[],
  asked: string,
  of: CaseId,
): CaseDocument & { readonly id: DocumentId } {
  const [one, two] = documents.filter(({ id }) => asked !== '' && id.startsWith(asked));
  if (one === undefined)
    throw new OnRecordError('not-found', `No document of ${of} has that id. See: onrecord case show ${of}`, {
      subject: of,
    });
  if (two === undefined || one.id === asked) return one;
  throw new OnRecordError('bad-usage', 'Several documents begin so: give more of the id.', { subject: of });
}
