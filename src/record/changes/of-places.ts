/** What changes places and incidents. */
import type { PropositionId } from '../id.ts';
import type { Incident } from '../incident.ts';
import type { Place } from '../place.ts';

/** A person says what is known of a place and which words of sources mean it: the place as it is from now on. */
export interface PlaceRecorded {
  readonly action: 'place-recorded';
  readonly place: Place;
  /** As sources word it; never empty. A wording belongs to the place that named it last. */
  readonly wordings: readonly string[];
  readonly reason: string;
  /** True: the place is taken back, and its words mean no recorded place any more. */
  readonly withdrawn: boolean;
}

/** A person says what happened, in neutral words, and which propositions speak of it: the incident as it is from now on. */
export interface IncidentRecorded {
  readonly action: 'incident-recorded';
  readonly incident: Incident;
  readonly propositions: readonly PropositionId[];
  readonly reason: string;
  /** True: it is taken back. Its propositions stay. */
  readonly withdrawn: boolean;
}
