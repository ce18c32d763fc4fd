/** What changes claims, the propositions they are about and the actors who speak. */
import type { Actor } from '../actor.ts';
import type { Claim, ClaimDecision } from '../claim.ts';
import type { LoggedEstimate } from '../estimate.ts';
import type { ActorId, CaptureId, ClaimId, PropositionId } from '../id.ts';
import type { Proposition } from '../proposition.ts';

/** An extractor read a capture, or a person marked words in it. One entry for the whole batch; claims have status `proposed`. */
export interface ClaimsProposed {
  readonly action: 'claims-proposed';
  readonly capture: CaptureId;
  /** Name and version of the program; null when a person makes the claims. */
  readonly extractor: string | null;
  readonly actors: readonly Actor[];
  readonly propositions: readonly Proposition[];
  readonly claims: readonly Claim[];
}

/** A person accepted or rejected a claim, or took the last decision on it back. */
export interface ClaimReviewed {
  readonly action: 'claim-reviewed';
  readonly claim: ClaimId;
  readonly decision: ClaimDecision;
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

/** The neutral sentence of a proposition with its language (BCP 47). */
export interface Wording {
  readonly text: string;
  readonly lang: string;
}

/** A person worded a proposition anew: what it is about stays, and so does every claim on it. */
export interface PropositionReworded {
  readonly action: 'proposition-reworded';
  readonly proposition: PropositionId;
  readonly before: Wording;
  readonly after: Wording;
  readonly reason: string;
}

/** A person looked at two propositions: they are two and are suggested as one no more, or may be again. */
export interface PropositionsHeldApart {
  readonly action: 'propositions-held-apart';
  /** In the order of their ids. */
  readonly pair: readonly [PropositionId, PropositionId];
  /** False: an earlier decision is taken back. */
  readonly apart: boolean;
  readonly reason: string;
}

/** Two actors are one: `absorbed` is shown as `kept` from now on. */
export interface ActorsJoined {
  readonly action: 'actors-joined';
  readonly kept: ActorId;
  readonly absorbed: ActorId;
  readonly reason: string;
}

/** A person put an estimate of the undocumented on record. */
export interface EstimateRecorded {
  readonly action: 'estimate-recorded';
  readonly estimate: LoggedEstimate;
}
