/** What changes sources: they come in, are described, copied and erased. */
import type { Actor } from '../actor.ts';
import type { Capture } from '../capture.ts';
import type { CustodyEvent } from '../custody.ts';
import type { SourceId } from '../id.ts';
import type { Proposition } from '../proposition.ts';
import type { Source } from '../source.ts';
import type { LinksProposed } from './of-links.ts';

/** A source came in. `text` content is stored by hash beside the log, as the bytes are. */
export interface SourceCaptured {
  readonly action: 'source-captured';
  readonly source: Source;
  readonly capture: Capture;
  /** Actors first seen here (publisher, authors). */
  readonly actors: readonly Actor[];
}

/** Metadata of a source changed: a new version, the old one stays in the log. */
export interface SourceDescribed {
  readonly action: 'source-described';
  readonly source: Source;
  readonly actors: readonly Actor[];
  /** Why, where a person decided what of it may leave the vault. */
  readonly reason?: string;
}

/** Another copy of a source that is in the record: redacted, converted, or handed in again. */
export interface CopyStored {
  readonly action: 'copy-stored';
  /** `of` an existing source, `copy: 'working'`, `derivedFrom` one of its captures. */
  readonly capture: Capture;
  /** What was done to make it. */
  readonly event: CustodyEvent;
}

/** What later entries still need of an erased one. */
export interface ErasureRemainder {
  /** The erased entry. */
  readonly seq: number;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
  /** What it traced in sources that stay; absent when nothing. */
  readonly tracing?: Pick<LinksProposed, 'extractor' | 'captures' | 'links'>;
}

/**
 * A source is erased: its bytes, texts and claims, and the bodies of the entries that held them. Their leaves stay in
 * the proof tree; without salt and body they say nothing.
 */
export interface SourceErased {
  readonly action: 'source-erased';
  readonly source: SourceId;
  /** In a person's words; it stays, so it must not repeat what is erased. */
  readonly reason: string;
  /** Entries whose salt and body are destroyed with this one. */
  readonly entries: readonly number[];
  /** Ids that existed until now: captures, claims, links, findings, propositions, actors. */
  readonly gone: readonly string[];
  readonly remainders: readonly ErasureRemainder[];
}
