/** A document of a case as the case names it. Its bytes are a sealed record of their own. */
import { type Field, idOf, instant, object, text, upTo, whole } from '../fields.ts';
import type { DocumentId } from '../id.ts';

export interface CaseDocument {
  /** The sealed record that holds the bytes. */
  readonly id: DocumentId;
  readonly name: string;
  /** RFC 6838, for example "application/pdf". */
  readonly mediaType: string;
  /** Bytes, before sealing. */
  readonly size: number;
  /** ISO 8601 instant, UTC. */
  readonly addedAt: string;
}

/** Reads a document's line in a case. */
export const caseDocumentField: Field<CaseDocument> = object<CaseDocument>({
  id: idOf('document'),
  name: upTo(500, text),
  mediaType: upTo(200, text),
  size: whole,
  addedAt: instant,
});
