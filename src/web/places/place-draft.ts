/** What a person is about to say of a place, as the fields of the form hold it. */
import type { PLACE_KINDS } from '../../record/place.ts';
import type { Answer, Question } from '../api/call.ts';

type One = Answer<'GET /api/places/{key}'>;
type Body = Question<'POST /api/places'>['body'];

/** Who is said to run it, with words to show. */
export interface RunByDraft {
  readonly actor: string;
  readonly name: string;
  readonly claim: string;
  readonly exact: string;
}

/** Every field as text; '' is not said. */
export interface PlaceDraft {
  readonly kind: (typeof PLACE_KINDS)[number];
  readonly name: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly precision: string;
  /** "huridocs-17.0305". */
  readonly siteType: string;
  readonly partOf: string;
  readonly wordings: string;
  readonly reason: string;
  readonly runBy: readonly RunByDraft[];
}

/**
 * Begins with what is on record, or with what is proposed.
 *
 * @example
 * draftOf(one).wordings; // 'Orsa'
 */
export function draftOf({ place, recorded, runBy }: One): PlaceDraft {
  const { kind, name, country, latitude, longitude, precision, siteType, wordings } = place;
  const coordinate = (degrees: number | null): string => (degrees === null ? '' : String(degrees));
  return {
    kind: kind ?? 'settlement',
    name,
    country: country ?? '',
    latitude: kind === 'country' ? '' : coordinate(latitude),
    longitude: kind === 'country' ? '' : coordinate(longitude),
    precision: precision?.scheme === 'ucdp-where-prec' ? precision.code : '',
    siteType: siteType === null ? '' : `${siteType.scheme}.${siteType.code}`,
    partOf: recorded?.partOf ?? '',
    wordings: wordings.join('\n'),
    reason: '',
    runBy: runBy.map(({ actor, claim }) => ({
      actor: actor.id,
      name: actor.name,
      claim: claim.id,
      exact: claim.passages[0]?.exact ?? claim.proposition.text,
    })),
  };
}

/**
 * What is sent. A precision of another list than the form's is kept.
 *
 * @example
 * bodyOf(draft, one).latitude; // null for an empty field
 */
export function bodyOf(draft: PlaceDraft, { place, recorded }: One): Body {
  const degrees = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  const other = place.precision?.scheme === 'ucdp-where-prec' ? null : place.precision;
  const [scheme = '', code = ''] = draft.siteType.split('.');
  return {
    id: recorded === null ? null : place.key,
    kind: draft.kind,
    name: draft.name,
    country: draft.country === '' ? null : draft.country,
    latitude: degrees(draft.latitude),
    longitude: degrees(draft.longitude),
    precision: draft.precision === '' ? other : { scheme: 'ucdp-where-prec', code: draft.precision },
    siteType: draft.siteType === '' ? null : { scheme, code },
    partOf: draft.partOf === '' ? null : draft.partOf,
    runBy: draft.kind === 'site' ? draft.runBy.map(({ actor, claim }) => ({ actor, claim })) : [],
    wordings: draft.wordings.split('\n').filter((one) => one.trim() !== ''),
    reason: draft.reason,
  };
}
