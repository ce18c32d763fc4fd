/**
 * The published record as `record.json` holds it (docs/guide/record-json.md), typed. Every exchange format is made from this
 * and from nothing else: what is not in `record.json` cannot be in an export.
 */

import { foldWords } from '../../reckon/fold-words.ts';
import type { Actor } from '../../record/actor.ts';
import type { Attribution, StatedNumber } from '../../record/attribution.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { Coded } from '../../record/coded.ts';
import type { ActorId, ClaimId, PlaceId, PropositionId, Sha256 } from '../../record/id.ts';
import type { Passage } from '../../record/passage.ts';
import type { PlaceKind } from '../../record/place.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { Response } from '../../record/response.ts';
import type { Source } from '../../record/source.ts';
import type { OriginInterval, TollBound } from '../../record/toll.ts';

/**
 * The words of a claim as published: names of persons who are not cleared are covered in them. `textSha256` null: the text is
 * not published, and the positions count in nothing.
 */
export interface FiledPassage extends Omit<Passage, 'textSha256'> {
  readonly textSha256: Sha256 | null;
}

/** One step of a chain; nothing is absent, null instead. */
export interface FiledStep extends Omit<Attribution, 'stated' | 'passage'> {
  readonly passage: FiledPassage | null;
  readonly stated: StatedNumber | null;
}

/** A claim without what stays in the vault: reviewers, reasons, confidence. */
export interface FiledClaim
  extends Pick<Claim, 'id' | 'source' | 'proposition' | 'stance' | 'quantity' | 'when' | 'where' | 'saidAt'> {
  readonly status: 'accepted' | 'proposed';
  readonly chain: readonly FiledStep[];
  readonly passages: readonly FiledPassage[];
  /** The program that proposed it; null: made by hand. */
  readonly extractedBy: string | null;
}

/** A named rule's answer. */
export interface FiledRule {
  readonly rule: string;
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
}

/** A figure. Null bounds are not stated, never zero. */
export interface FiledToll {
  readonly low: TollBound | null;
  readonly best: TollBound | null;
  readonly high: TollBound | null;
  readonly rules: readonly FiledRule[];
  readonly origins: OriginInterval;
  readonly used: readonly ClaimId[];
  readonly excluded: readonly { readonly claim: ClaimId; readonly reason: string }[];
}

/** What a voice says of a proposition, oldest first. */
export interface FiledPosition {
  /** An actor's id, or `anonymous:SOURCE:CLAIM`. */
  readonly actor: string;
  readonly latest: Claim['stance'];
  /** Said of the whole occurrence or of a part of it. */
  readonly inherited: boolean;
}

/** A proposition with what was reckoned about it. */
export interface FiledProposition extends Proposition {
  readonly claims: readonly ClaimId[];
  /** `atMost` null: open. */
  readonly origins: { readonly atLeast: number; readonly atMost: number | null };
  readonly standing: { readonly word: string; readonly flags: readonly string[]; readonly because: string };
  readonly positions: readonly FiledPosition[];
  readonly toll: FiledToll | null;
}

/** An actor as published: no external identifiers, no ties. */
export type FiledActor = Pick<Actor, 'id' | 'kind' | 'names'>;
/** A source as published; an internal one without title, authors, address and text. */
export interface FiledSource extends Omit<Source, 'handling'> {
  readonly handling: 'public' | 'internal';
}
/** A copy as published; of an internal source without size and hash. */
export interface FiledCapture
  extends Pick<Capture, 'id' | 'of' | 'capturedAt' | 'mediaType' | 'text' | 'noTextReason'> {
  readonly size: number | null;
  readonly sha256: Sha256 | null;
}

/** A place that a person put on record, as published. */
export interface FiledPlace {
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  /** WGS 84 degrees; null when not known or withheld. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** How exactly it is known; null: not coded. */
  readonly precision: Coded | null;
  /** As published propositions and claims word it. */
  readonly wordings: readonly string[];
}

/** An answer of a state or institution. */
export interface FiledResponse extends Omit<Response, 'id' | 'by' | 'count'> {
  readonly by: ActorId | null;
  readonly byName: string;
  readonly count: Bounds | null;
  readonly reportedAt: string | null;
  readonly deniedBy: readonly ClaimId[];
}

export interface RecordFile {
  readonly format: 'onrecord-record-1';
  readonly title: string;
  /** ISO 8601 instant, UTC. */
  readonly generatedAt: string;
  readonly program: string;
  readonly logPosition: number;
  /** Instant of the last entry in it; null for an empty record. */
  readonly asOf: string | null;
  /** Proposals in it that nobody has reviewed. */
  readonly unreviewed: number;
  readonly propositions: readonly FiledProposition[];
  readonly claims: readonly FiledClaim[];
  readonly actors: readonly FiledActor[];
  readonly sources: readonly FiledSource[];
  readonly captures: readonly FiledCapture[];
  readonly responses: readonly FiledResponse[];
  /** Places on record; empty in files of older versions. */
  readonly places: readonly FiledPlace[];
}

/** A record file with its parts by id. */
export interface RecordIndex {
  readonly file: RecordFile;
  readonly actors: ReadonlyMap<string, FiledActor>;
  readonly sources: ReadonlyMap<string, FiledSource>;
  readonly captures: ReadonlyMap<string, FiledCapture>;
  readonly propositions: ReadonlyMap<string, FiledProposition>;
  readonly claims: ReadonlyMap<string, FiledClaim>;
  /** Claims of a proposition, in the file's order. */
  readonly claimsOn: ReadonlyMap<PropositionId, readonly FiledClaim[]>;
  /** Copies of a source. */
  readonly capturesOf: ReadonlyMap<string, readonly FiledCapture[]>;
  /** The place on record that these words mean; null: none. */
  placeOf(words: string): FiledPlace | null;
  /** The name an actor is shown under; null for null and for somebody whom the file does not hold. */
  nameOf(actor: string | null): string | null;
}

/**
 * Indexes a record file.
 *
 * @example
 * indexRecord(file).nameOf(source.publisher); // 'The Valley Post'
 */
export function indexRecord(file: RecordFile): RecordIndex {
  const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  const actors = byId(file.actors);
  const claimsOn = new Map<PropositionId, FiledClaim[]>();
  for (const claim of file.claims) {
    const own = claimsOn.get(claim.proposition);
    if (own === undefined) claimsOn.set(claim.proposition, [claim]);
    else own.push(claim);
  }
  const capturesOf = Map.groupBy(file.captures, ({ of }): string => of);
  const places = new Map(
    file.places.flatMap((place) => place.wordings.map((words) => [placeKey(words), place] as const)),
  );
  return {
    file,
    placeOf: (words) => places.get(placeKey(words)) ?? null,
    actors,
    sources: byId(file.sources),
    captures: byId(file.captures),
    propositions: byId(file.propositions),
    claims: byId(file.claims),
    claimsOn,
    capturesOf,
    nameOf: (actor) => (actor === null ? null : (actors.get(actor)?.names[0]?.text ?? null)),
  };
}

/** What makes two wordings one: their words without case, accents and articles, area by area. */
function placeKey(words: string): string {
  return words
    .split(',')
    .map((part) => foldWords(part).join(' '))
    .filter((part) => part !== '')
    .join(', ');
}
