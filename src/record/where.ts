/** A place and how exactly it is known (UCDP where_prec codes through `Coded`). */
import type { Coded } from './coded.ts';
import type { PlaceId } from './id.ts';

export interface Where {
  readonly place: PlaceId;
  readonly precision: Coded;
}
