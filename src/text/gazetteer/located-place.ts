/** What the gazetteer makes of a place name in a text: the place, or why none was taken. A proposal; no map is drawn from it. */
import type { Coded } from '../../record/coded.ts';

/** A place of the gazetteer, as far as it tells. */
export interface KnownPlace {
  /** The gazetteer's main name, which may be spelt otherwise than in the text. */
  readonly name: string;
  readonly rank: 'country' | 'region' | 'city';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First-level region by its shown name; null for countries and where unknown. */
  readonly region: string | null;
  /** WGS 84 degrees to two places; null for countries and regions. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** One place name of a text with what it was taken for. */
export interface LocatedName {
  /** As written. */
  readonly named: string;
  /** UTF-16 code units, 0-based. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** Null: not listed, or the name may mean several places and the text does not say which. */
  readonly place: KnownPlace | null;
  /** UCDP where_prec; without a place only for areas wider than a country, else null. */
  readonly precision: Coded | null;
  /** A sentence for the reviewer. */
  readonly because: string;
  /** The places it may mean ("Tripoli, Libya"), largest first; empty when one was taken or none is listed. */
  readonly candidates: readonly string[];
}
