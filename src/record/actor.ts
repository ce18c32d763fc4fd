/** Somebody who can speak, act or answer. */
import type { ActorId, ClaimId } from './id.ts';
import type { When } from './when.ts';

export const ACTOR_KINDS = [
  'person',
  'public-body',
  'state',
  'organisation',
  'media',
  'unit',
  'community',
  'unnamed',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One name in one spelling; all spellings are kept. */
export interface Name {
  readonly text: string;
  /** BCP 47 with script where it matters; null when unknown. */
  readonly lang: string | null;
  readonly kind: 'full' | 'short' | 'alias' | 'acronym';
}

/** A tie between two actors, with the claim it rests on; null claim: told by the user or by the vocabulary. */
export interface ActorTie {
  readonly to: ActorId;
  readonly when: When | null;
  readonly claim: ClaimId | null;
}

export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** At least one; the first is shown. */
  readonly names: readonly Name[];
  /** External identifiers, for example { wikidata: 'Q1' }. */
  readonly ids: Readonly<Record<string, string>>;
  /** HURIDOCS list 24 code; null when not a perpetrator or not known. */
  readonly perpetratorType: string | null;
  /** A ministry is part of its state; a unit of its army. */
  readonly partOf: readonly ActorTie[];
  readonly spokenForBy: readonly ActorTie[];
}
