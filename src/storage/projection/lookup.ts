/** What a projection may ask of the store: the state just before the entry it projects. */

import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { Link } from '../../record/link.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import type { SealedRecordState } from '../../record/sealed/sealed-record.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';

/** Places are the store's row numbers in log order. Null always means: not in the store. */
export interface Lookup {
  /** Place of anything that has an id. */
  place(id: string): number | null;
  source(id: string): Source | null;
  capture(id: string): Capture | null;
  actor(id: string): Actor | null;
  proposition(id: string): Proposition | null;
  claim(id: string): Claim | null;
  link(id: string): Link | null;
  finding(id: string): VoiceFinding | null;
  decision(id: string): PeopleDecision | null;
  compartment(id: string): HeldCompartment | null;
  sealedRecord(id: string): SealedRecordState | null;
  /** The actor as which this one is shown; null when it stands for itself. */
  joinedTo(id: string): string | null;
  /** The highest place given so far, over all tables; 0 in an empty store. */
  lastPlace(): number;
  hasText(sha256: string): boolean;
  text(sha256: string): string | null;
  /** Place of a chain by its voices as stored. */
  chain(voices: string): number | null;
  /** Whether the extractor has read the capture at that place. */
  hasReading(capturePlace: number, extractor: string): boolean;
  /** Places of the captures of the source at that place. */
  capturesOf(sourcePlace: number): readonly number[];
  /** Whether a tombstone of the source or sealed record stands in the log. */
  wasErased(id: string): boolean;
  /** Ids of the captures and claims of the source at that place, and of the links that lead from it or to it. */
  idsUnder(sourcePlace: number): readonly string[];
}
