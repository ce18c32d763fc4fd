/** A thing published or given to us. Its bytes are kept in captures. */
import type { ActorId, SourceId } from './id.ts';

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

/** Who may see it. `internal` until somebody decides otherwise; `sealed` belongs to a compartment. */
export const HANDLINGS = ['public', 'internal', 'sealed'] as const;
export type Handling = (typeof HANDLINGS)[number];

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
