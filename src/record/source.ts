/**
 * A thing published or given to us. Its bytes are kept in captures. Addresses that a browser would run or that
 * name a place on somebody's disk are refused.
 */
import {
  construct,
  type Field,
  idOf,
  language,
  list,
  noteFault,
  object,
  oneOf,
  orNull,
  text,
} from './fields.ts';
import { HANDLINGS, type Handling } from './handling.ts';
import type { ActorId, SourceId } from './id.ts';
import { edtfField } from './when.ts';

/** HURIDOCS list 16, shortened, with our labels. */
export const SOURCE_KINDS = [
  'news-article',
  'agency-dispatch',
  'press-release',
  'official-statement',
  'ngo-report',
  'list',
  'social-post',
  'e-mail',
  'testimony',
  'court-record',
  'correction',
  'web-page',
  'document',
  'unknown',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Unknown stays null: nothing here is guessed from a file name or a file date. */
export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly title: string | null;
  /** The outlet or body that put it out. */
  readonly publisher: ActorId | null;
  readonly authors: readonly ActorId[];
  /** EDTF level 1; a day or an instant reduced to its UTC day. */
  readonly publishedAt: string | null;
  /** BCP 47; null when not stated. */
  readonly language: string | null;
  /** The canonical address as the file states it; never fetched. */
  readonly url: string | null;
  readonly handling: Handling;
  readonly revisionOf: SourceId | null;
}

const RUN_OR_LOCAL = /^[\s\p{Cc}]*(javascript|vbscript|data|file|blob):/iu;

const addressField: Field<string> = (value, at, faults) => {
  if (typeof value === 'string' && RUN_OR_LOCAL.test(value)) {
    noteFault(faults, at, 'must be an address on the web, for example https://…');
  }
  return text(value, at, faults);
};

const sourceField = object<Source>(
  {
    id: idOf('source'),
    kind: oneOf(SOURCE_KINDS),
    title: orNull(text),
    publisher: orNull(idOf('actor')),
    authors: list(idOf('actor')),
    publishedAt: orNull(edtfField),
    language: orNull(language),
    url: orNull(addressField),
    handling: oneOf(HANDLINGS),
    revisionOf: orNull(idOf('source')),
  },
  (source, fault) => {
    if (source.revisionOf === source.id) fault('revisionOf', 'must name another source');
  },
);

/**
 * Checks a source's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createSource({ id: newId('source'), kind: 'news-article', title: null, publisher: null, authors: [], publishedAt: '2017-05-18', language: 'en', url: null, handling: 'internal', revisionOf: null });
 */
export function createSource(fields: Source): Source {
  return construct('source', sourceField, fields);
}
