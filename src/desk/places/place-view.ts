/** A place as it is told to programs and pages: without the ids behind it, which may be many. */
import type { Coded } from '../../record/coded.ts';
import type { PlaceRow } from './list-places.ts';

export interface PlaceView extends Omit<PlaceRow, 'recorded' | 'propositions' | 'radiusKm'> {
  /** Null: no site, or of no known type. */
  readonly siteType: Coded | null;
  /** How many speak of it. */
  readonly propositions: number;
}

/**
 * Tells a place.
 *
 * @example
 * (await listPlaces(desk, options)).map(viewPlace)[0]?.propositions; // 12
 */
export function viewPlace({ recorded, propositions, radiusKm: _, ...row }: PlaceRow): PlaceView {
  return { ...row, siteType: recorded?.place.siteType ?? null, propositions: propositions.length };
}
