/** The places that pages are made for: what sources word alike, put to what persons recorded. Nothing is looked up or guessed. */
import type { Claim } from '../record/claim.ts';
import type { PlaceId } from '../record/id.ts';
import type { PublishedIncident } from './published-incidents.ts';
import type { PublishedPlace } from './published-places.ts';
import type { PlaceGroup, PropositionView } from './view.ts';
import { wordingKey } from './wording-key.ts';

interface Draft extends PlaceGroup {
  readonly wordings: string[];
  readonly propositions: PropositionView[];
  readonly claims: Claim[];
  readonly incidents: PublishedIncident[];
}

const LONGEST = 60;

/**
 * A file name for words in any script: the letters a to z and digits stay, other letters become their code points. Long ones are
 * cut and get a number that tells them apart (FNV-1a, 32 bits).
 *
 * @example
 * fileOfWords('upper kessar'); // 'w-upper-kessar'
 */
export function fileOfWords(key: string): string {
  const plain = [...key]
    .map((sign) => (/[a-z0-9]/.test(sign) ? sign : /[\p{L}\p{N}]/u.test(sign) ? hexOf(sign) : '-'))
    .join('')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= LONGEST) return `w-${plain}`;
  let hash = 0x811c9dc5;
  for (const sign of key) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `w-${plain.slice(0, LONGEST)}-${hash.toString(16).padStart(8, '0')}`;
}

function hexOf(sign: string): string {
  return `u${(sign.codePointAt(0) ?? 0).toString(16)}`;
}

/**
 * Gathers the places, those most spoken of first.
 *
 * @param propositions in the order of the pages
 * @example
 * placeGroups({ propositions: view.propositions, recorded: [], incidents: [] })[0]?.name;
 */
export function placeGroups({
  propositions,
  recorded,
  incidents,
}: {
  readonly propositions: readonly PropositionView[];
  readonly recorded: readonly PublishedPlace[];
  readonly incidents: readonly PublishedIncident[];
}): readonly PlaceGroup[] {
  const drafts = new Map<string, Draft>();
  const files = new Set<string>();
  const owners = new Map<string, string>();
  const draft = (key: string, name: string, place: PublishedPlace | null): Draft => {
    const known = drafts.get(key);
    if (known !== undefined) return known;
    let file = place === null ? fileOfWords(key) : key;
    for (let more = 2; files.has(file); more += 1) file = `${fileOfWords(key)}-${more}`;
    files.add(file);
    const made: Draft = {
      key,
      file,
      name,
      wordings: [],
      recorded: place,
      propositions: [],
      claims: [],
      incidents: [],
    };
    drafts.set(key, made);
    return made;
  };
  for (const place of recorded) {
    const made = draft(place.id, place.wordings[0] ?? place.id, place);
    made.wordings.push(...place.wordings);
    for (const wording of place.wordings) owners.set(wordingKey(wording), place.id);
  }
  const named = (wording: string | null): Draft | null => {
    const key = wording === null ? '' : wordingKey(wording);
    if (wording === null || key === '') return null;
    const made = draft(owners.get(key) ?? key, wording, null);
    if (!made.wordings.includes(wording)) made.wordings.push(wording);
    return made;
  };
  for (const item of propositions) {
    const own = named(item.proposition.scope.place);
    own?.propositions.push(item);
    for (const claim of item.claims) {
      const place = named(claim.where);
      if (place !== null && place !== own) place.claims.push(claim);
    }
  }
  for (const incident of incidents)
    if (incident.place !== null) drafts.get(incident.place)?.incidents.push(incident);
  const weight = ({ propositions: some, claims }: Draft): number =>
    some.reduce((sum, item) => sum + item.claims.length, 0) + claims.length;
  return [...drafts.values()].toSorted((a, b) => weight(b) - weight(a));
}

/**
 * The group of a wording, for links to its page.
 *
 * @example
 * placeFinder(view.places)('the town of Velt')?.file;
 */
export function placeFinder(places: readonly PlaceGroup[]): (wording: string | null) => PlaceGroup | null {
  const byWords = new Map<string, PlaceGroup>();
  for (const place of places) for (const wording of place.wordings) byWords.set(wordingKey(wording), place);
  return (wording) => (wording === null ? null : (byWords.get(wordingKey(wording)) ?? null));
}

/**
 * The group of a recorded place.
 *
 * @example
 * placeOfId(view.places, incident.place)?.name;
 */
export function placeOfId(places: readonly PlaceGroup[], id: PlaceId | null): PlaceGroup | null {
  return id === null ? null : (places.find(({ key }) => key === id) ?? null);
}
