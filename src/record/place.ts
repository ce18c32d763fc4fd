/** A place, which may be secret: ids and coordinates may be absent. */
import type { Name } from './actor.ts';
import type { Coded } from './coded.ts';
import type { ActorId, ClaimId, PlaceId } from './id.ts';

export const PLACE_KINDS = ['point', 'settlement', 'adm2', 'adm1', 'country', 'site'] as const;

export interface Place {
  readonly id: PlaceId;
  readonly kind: (typeof PLACE_KINDS)[number];
  readonly names: readonly Name[];
  readonly ids: Readonly<Record<string, string>>;
  /** WGS 84 degrees; null when unknown or withheld. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Coded | null;
  /** HURIDOCS list 17 or 5:02xx for detention sites. */
  readonly siteType: Coded | null;
  /** HURIDOCS list 30. */
  readonly whereabouts: Coded | null;
  readonly partOf: PlaceId | null;
  readonly runBy: readonly { readonly actor: ActorId; readonly claim: ClaimId }[];
}
