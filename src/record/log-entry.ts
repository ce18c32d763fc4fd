/** One change to the record. Tables are a view of these, in order. Hashes and the proof tree are the issue Custody's. */

import type { Actor } from './actor.ts';
import type { Capture } from './capture.ts';
import type { Claim } from './claim.ts';
import type { ActorId, CaptureId, ClaimId, PropositionId, Sha256, SourceId } from './id.ts';
import type { Proposition } from './proposition.ts';
import type { Source } from './source.ts';

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
}

/** An extractor read a capture. One entry for the whole batch; claims have status `proposed`. */
export interface ClaimsProposed {
  readonly action: 'claims-proposed';
  readonly capture: CaptureId;
  readonly extractor: string;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
  readonly claims: readonly Claim[];
}

/** A person accepted or rejected a claim. */
export interface ClaimReviewed {
  readonly action: 'claim-reviewed';
  readonly claim: ClaimId;
  readonly decision: 'accepted' | 'rejected';
  readonly reason: string | null;
}

/** A person put claims to another proposition (join, split or undo). */
export interface ClaimsRegrouped {
  readonly action: 'claims-regrouped';
  readonly claims: readonly ClaimId[];
  readonly to: PropositionId;
  /** Propositions first seen here (a split makes one). */
  readonly propositions: readonly Proposition[];
  readonly reason: string;
}

/** Two actors are one: `absorbed` is shown as `kept` from now on. */
export interface ActorsJoined {
  readonly action: 'actors-joined';
  readonly kept: ActorId;
  readonly absorbed: ActorId;
  readonly reason: string;
}

export type Change =
  | SourceCaptured
  | SourceDescribed
  | ClaimsProposed
  | ClaimReviewed
  | ClaimsRegrouped
  | ActorsJoined;
export type Action = Change['action'];

/** The first id that a change is about. */
export type Subject = SourceId | CaptureId | ClaimId | PropositionId | ActorId;

export interface LogEntry {
  /** 1-based, no gaps. */
  readonly seq: number;
  /** ISO 8601 instant, UTC, as the clock of this machine claimed. */
  readonly at: string;
  /** Who did it: a person's name as configured, or "machine". */
  readonly agent: string;
  readonly action: Action;
  readonly subject: Subject;
  /** SHA-256 of the canonical JSON (RFC 8785) of `body`. */
  readonly bodySha256: Sha256;
  /** `entrySha256` of the entry before; 64 zeros for the first. */
  readonly previous: Sha256;
  /** SHA-256 of the canonical JSON of the entry without this field and without `body`. */
  readonly entrySha256: Sha256;
  readonly body: Change;
}
