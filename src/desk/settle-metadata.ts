/**
 * Settles what is known about a source: what the file states, then what its sidecar says, then what the flags
 * say. Two that differ are told to the person; the file's own word stands until somebody describes the source.
 */
import type { ActorKind } from '../record/actor.ts';
import type { Handling } from '../record/handling.ts';
import type { SourceKind } from '../record/source.ts';
import { type GivenMetadata, liesAhead } from './given-metadata.ts';
import type { StatedMetadata } from './ports/document-reader.ts';

/** Null: unknown. */
export interface SettledMetadata extends Omit<StatedMetadata, 'kind'> {
  readonly kind: SourceKind;
  readonly handling: Handling;
  /** Things a person should know. */
  readonly notes: readonly string[];
}

export interface SettleOptions {
  /** From the sidecar. */
  readonly beside: GivenMetadata;
  /** From flags. */
  readonly given: GivenMetadata;
  /** The source stands inside another file. */
  readonly isInside: boolean;
  readonly now: Date;
}

/** Kinds that only name the shape of the file; a person's word is better. */
const SHAPES: readonly (SourceKind | null)[] = [null, 'unknown', 'document', 'web-page'];

/**
 * Puts the three together.
 *
 * @example
 * settleMetadata(stated, { beside, given, isInside: false, now }).publisher;
 */
export function settleMetadata(stated: StatedMetadata, options: SettleOptions): SettledMetadata {
  const { beside, given, isInside, now } = options;
  const notes: string[] = [];
  const settle = (
    field: 'title' | 'publisher' | 'publishedAt' | 'language' | 'url',
    word: string,
  ): string | null => {
    const told = beside[field] ?? given[field];
    const own = stated[field];
    const single = field === 'title' || field === 'url';
    if (own === null) return isInside && single ? null : told;
    if (told !== null && told !== own && !(isInside && single)) {
      notes.push(
        `the file states another ${word} than was given; the file's is kept (change it with onrecord describe)`,
      );
    }
    return own;
  };
  const authors =
    stated.authors.length > 0 ? stated.authors : beside.authors.length > 0 ? beside.authors : given.authors;
  const kind = beside.kind ?? given.kind;
  const date = settle('publishedAt', 'date');
  const ahead = date !== null && liesAhead(date, now);
  if (ahead)
    notes.push(
      `states ${date} as its date, which lies in the future; the date is left unknown (give it with onrecord describe)`,
    );
  return {
    kind: SHAPES.includes(stated.kind) ? (kind ?? stated.kind ?? 'unknown') : (stated.kind ?? 'unknown'),
    title: settle('title', 'title'),
    publisher: settle('publisher', 'publisher'),
    authors,
    publishedAt: ahead ? null : date,
    language: settle('language', 'language'),
    url: settle('url', 'address'),
    handling: beside.handling ?? given.handling ?? 'internal',
    notes,
  };
}

/**
 * What kind of actor publishes a kind of source.
 *
 * @example
 * actorKindOfPublisher('official-statement'); // 'public-body'
 */
export function actorKindOfPublisher(kind: SourceKind): ActorKind {
  switch (kind) {
    case 'official-statement':
    case 'court-record':
      return 'public-body';
    case 'ngo-report':
    case 'list':
    case 'press-release':
      return 'organisation';
    case 'testimony':
    case 'e-mail':
    case 'social-post':
      return 'person';
    default:
      return 'media';
  }
}
