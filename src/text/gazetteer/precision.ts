/** How exactly the words place something: UCDP where_prec codes (vocab/ucdp-where-prec.json), 1 the most exact. */
import type { Coded } from '../../record/coded.ts';
import type { PlaceRank } from './place-file.ts';

const VAGUE = /^(?:near|outside|around|towards?|off)$/;

/**
 * The precision of a place by its rank and the preposition before it. Code 3 needs second-level regions, which the
 * gazetteer lacks, and 7 needs water.
 *
 * @example
 * precisionOf('city', 'near').code; // '2'
 */
export function precisionOf(rank: PlaceRank, lead: string): Coded {
  const code =
    lead === 'between'
      ? '5'
      : rank === 'country'
        ? '6'
        : rank === 'region'
          ? '4'
          : VAGUE.test(lead)
            ? '2'
            : '1';
  return { scheme: 'ucdp-where-prec', code };
}
