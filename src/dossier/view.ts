/** Everything the pages need, reckoned once: the published record, its figures, and who is who. */

import type { OriginCount } from '../reckon/origins/origin-count.ts';
import type { Position } from '../reckon/positions.ts';
import type { ResponseRow } from '../reckon/responses.ts';
import type { Standing } from '../reckon/standing.ts';
import type { StatePosition } from '../reckon/state-positions.ts';
import type { TimelineEvent } from '../reckon/timeline.ts';
import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import { letsOut } from '../record/handling.ts';
import type { ActorId, ClaimId, LinkId, SourceId } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Proposition } from '../record/proposition.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { Source } from '../record/source.ts';
import type { Toll } from '../record/toll.ts';
import type { Voice } from '../record/utterance.ts';
import type { ActorPart } from './actor-order.ts';
import type { MapShapes } from './map/draw-map.ts';
import type { PublishedCounts } from './published-counts.ts';
import type { PublishedIncident } from './published-incidents.ts';
import type { PublishedPart, Rejected } from './published-part.ts';
import type { PublishedPlace } from './published-places.ts';
import type { ReleasedRecord, ReleasedTexts } from './release/release.ts';
import type { ShownRelease } from './releases/shown-release.ts';
import type { DossierLang } from './words/catalogues.ts';

/** What the caller decides about a dossier. */
export interface DossierOptions {
  /** In which language the program speaks on the pages; English when absent. What sources say stays in theirs. */
  readonly lang?: DossierLang;
  /** Null: made from what the record is about. */
  readonly title: string | null;
  readonly includeProposed: boolean;
  /** ISO 8601 instant, UTC. */
  readonly generatedAt: string;
  /** Version of the program. */
  readonly version: string;
  /** Whether somebody paints the cards of pages that are passed on; absent: nobody does. */
  readonly cards?: boolean;
  /** The release it belongs to. Absent: it is no release. */
  readonly release?: ShownRelease;
  /** The last log entry; null for an empty log. */
  readonly head: { readonly seq: number; readonly root: string; readonly checkpoint: string } | null;
}

/** One proposition with all that was reckoned about it. */
export interface PropositionView {
  readonly proposition: Proposition;
  /** By day of saying, unknown days last. Empty only when every claim that put it forward was rejected. */
  readonly claims: readonly Claim[];
  readonly origins: OriginCount;
  readonly standing: Standing;
  readonly positions: readonly Position[];
  /** Null when nothing is counted. */
  readonly toll: Toll | null;
  /** Claims on it that reviewers rejected, and how many of these have a reason: all. */
  readonly rejected: Rejected;
  /** True when any claim on it awaits review. */
  readonly unreviewed: boolean;
}

/** One place as published words have it. */
export interface PlaceGroup {
  /** Id of a recorded place, else its wording's key. */
  readonly key: string;
  /** Name of its page inside `places/`, without the ending. */
  readonly file: string;
  /** As first worded. */
  readonly name: string;
  readonly wordings: readonly string[];
  /** What a person put on record; null: nobody did. */
  readonly recorded: PublishedPlace | null;
  /** Whose scope names it. */
  readonly propositions: readonly PropositionView[];
  /** Claims that name it, on propositions whose scope does not. */
  readonly claims: readonly Claim[];
  readonly incidents: readonly PublishedIncident[];
}

export interface View {
  /** How much is in it and how much was left out: numbers only. */
  readonly published: Pick<PublishedPart, 'unreviewed' | 'leftOut'>;
  readonly record: ReleasedRecord;
  readonly texts: ReleasedTexts;
  /** Quotations withheld because a name in them cannot be located. */
  readonly withheld: number;
  readonly options: DossierOptions;
  readonly title: string;
  /** The leading figures first, then the others by weight. */
  readonly propositions: readonly PropositionView[];
  /** Claims that belong to a source. */
  readonly claimsOf: ReadonlyMap<SourceId, readonly Claim[]>;
  /** Claims with a passage or mention in a capture of a source, in the order of its text. */
  readonly citing: ReadonlyMap<SourceId, readonly Claim[]>;
  readonly capturesOf: ReadonlyMap<SourceId, readonly Capture[]>;
  /** By day of publication, unknown days last. */
  readonly sources: readonly Source[];
  /** 1-based place of each source in `sources`. */
  readonly sourceNumber: ReadonlyMap<SourceId, number>;
  readonly responses: readonly ResponseRow[];
  /** Responders by name, with their answers over time. */
  readonly states: readonly StatePosition[];
  /** ISO day up to which requests are counted as waiting. */
  readonly asOf: string;
  /** In the order in which they are listed. */
  readonly actors: readonly ActorPart[];
  /** Those most spoken of first. */
  readonly places: readonly PlaceGroup[];
  /** The place that a wording means; null when no page is made for it. */
  readonly placeOf: (wording: string | null) => PlaceGroup | null;
  /** The earliest first, those of no known day last. */
  readonly incidents: readonly PublishedIncident[];
  /** Shapes of the world; null: no map is drawn. */
  readonly shapes: MapShapes | null;
  /** What the reading of a source noted, such as the day on which it was archived. */
  readonly notes: ReadonlyMap<SourceId, readonly string[]>;
  /** Counts from cases that were asked for. */
  readonly counts: readonly PublishedCounts[];
  /** By day of saying, unknown days last. */
  readonly timeline: readonly TimelineEvent[];
}

/**
 * The name an actor is shown under.
 *
 * @example
 * actorName(view.record, source.publisher);
 */
export function actorName(record: RecordSnapshot, actor: ActorId | null): string | null {
  return actor === null ? null : (record.actors.get(actor)?.names[0]?.text ?? null);
}

/**
 * Says whether a voice is somebody unnamed.
 *
 * @example
 * isUnnamed('anonymous:src_x:clm_y'); // true
 */
export function isUnnamed(voice: Voice): boolean {
  return voice.startsWith('anonymous:');
}

/**
 * The name of a voice; for somebody unnamed, the words by which the source speaks of them.
 *
 * @example
 * voiceName(view.record, 'anonymous:src_x:clm_y'); // 'unnamed (“officials”)'
 */
export function voiceName(record: RecordSnapshot, voice: Voice): string {
  if (!isUnnamed(voice)) return actorName(record, voice as ActorId) ?? 'name not published';
  const [, thing = '', said = ''] = voice.split(':');
  const to = record.links.get(thing as LinkId)?.to;
  if (to?.kind === 'not-held') return to.name;
  const claim = record.claims.get(said as ClaimId);
  const named = claim?.chain.findLast((step) => step.speaker === null)?.named;
  return named === undefined || named === '' ? 'unnamed' : `unnamed (“${named}”)`;
}

/**
 * The actor of a voice; null for somebody unnamed.
 *
 * @example
 * voiceActor(view.record, voice)?.kind;
 */
export function voiceActor(record: RecordSnapshot, voice: Voice): ActorId | null {
  return isUnnamed(voice) || !record.actors.has(voice as ActorId) ? null : (voice as ActorId);
}

/**
 * A source's title, or what can be said instead.
 *
 * @example
 * sourceTitle(source); // 'untitled press-release'
 */
export function sourceTitle(source: Source): string {
  const title = source.title?.trim() ?? '';
  if (title !== '') return title;
  const kind = source.kind === 'unknown' ? 'source' : source.kind.replace('-', ' ');
  return letsOut(source.handling, 'description') ? `untitled ${kind}` : `${kind}, internal`;
}

/**
 * The claim's own words: its first passage.
 *
 * @example
 * wordsOf(claim).exact;
 */
export function wordsOf(claim: Claim): Passage | null {
  return claim.passages[0] ?? null;
}
