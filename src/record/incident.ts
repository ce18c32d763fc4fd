/** Something that happened, or is said to have happened, at a time and a place. */
import type { IncidentId, PlaceId } from './id.ts';
import type { When } from './when.ts';

export interface Incident {
  readonly id: IncidentId;
  readonly title: string;
  readonly kind: string;
  readonly when: When | null;
  /** UCDP event_clarity: 1 identifiable, 2 not. */
  readonly clarity: 1 | 2;
  readonly place: PlaceId | null;
  readonly chain: readonly IncidentId[];
}
