/** The flags of `onrecord place`, as the desk takes them. */
import { type Desk, OnRecordError } from '../desk/desk.ts';
import type { PlaceFilter } from '../desk/places/filter-places.ts';
import { heldPlaces } from '../desk/places/held-places.ts';
import { COUNTRY_ID, nameOfPlace } from '../desk/places/list-places.ts';
import { type PlaceOrder, placeNamed } from '../desk/places/record-place.ts';
import { COUNTRY_CODES, MEASURES, PLACE_KINDS } from '../desk/vocabulary.ts';
import { type Options, usageError } from './command.ts';
import { dayGiven, wordsOf } from './figure-options.ts';
import { givenOrStays, manyOrStay } from './given-or-stays.ts';

/**
 * What `list` is narrowed to.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * placeFilter({ kind: 'site' }); // { kind: 'site' }
 */
export function placeFilter(options: Options): PlaceFilter {
  const given = {
    q: wordsOf(options, 'words') ?? undefined,
    kind: ([...PLACE_KINDS, 'unplaced'] as const).find((one) => one === options.kind),
    precision: wordsOf(options, 'precision') ?? undefined,
    country: wordsOf(options, 'country') ?? undefined,
    measure: MEASURES.find((one) => one === options.measure),
    from: dayGiven(options, 'from', 'place') ?? undefined,
    until: dayGiven(options, 'until', 'place') ?? undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * What `record` puts on record, but for who and why.
 *
 * @param id of the one that is changed or its beginning; null: a new one
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await recordPlace(desk, { ...(await placeOrder(desk, options, null)), by, reason });
 */
export async function placeOrder(
  desk: Desk,
  options: Options,
  id: string | null,
): Promise<Omit<PlaceOrder, 'by' | 'reason'>> {
  const all = await heldPlaces(desk);
  const held = id === null ? null : placeNamed(all, id);
  const stands = held?.place ?? null;
  const renamed = wordsOf(options, 'name')?.trim() ?? null;
  const name = renamed ?? (stands === null ? null : nameOfPlace(stands));
  const kind = PLACE_KINDS.find((one) => one === options.kind) ?? stands?.kind;
  if (name === null || kind === undefined || options.kind === 'unplaced')
    throw usageError(
      `A place needs a name and a kind: --name Orsa --kind settlement (${PLACE_KINDS.join(', ')})`,
      'place',
    );
  const at = stands?.latitude == null ? null : ([stands.latitude, stands.longitude] as const);
  const [latitude, longitude] = givenOrStays(options, 'at', at, degreesOf) ?? [null, null];
  const country = givenOrStays(options, 'country', stands?.ids[COUNTRY_ID] ?? null, countryOf);
  const { [COUNTRY_ID]: _, ...otherIds } = stands?.ids ?? {};
  const precision = givenOrStays(options, 'precision', stands?.precision ?? null, (code) => ({
    scheme: 'ucdp-where-prec',
    code: codeOf(code),
  }));
  // What was erased or taken back since does not stay.
  const holder = all.find(({ place }) => place.id === stands?.partOf)?.place.id ?? null;
  const said: string[] = [];
  for (const { actor, claim } of stands?.runBy ?? [])
    if ((await desk.store.claim(claim)) !== null) said.push(`${actor},${claim}`);
  return {
    id: stands?.id ?? null,
    fields: {
      kind,
      names: renamed === null ? (stands?.names ?? []) : [{ text: renamed, lang: null, kind: 'full' }],
      ids: country === null ? otherIds : { ...otherIds, [COUNTRY_ID]: country },
      latitude,
      longitude,
      precision,
      siteType: givenOrStays(options, 'siteType', stands?.siteType ?? null, siteTypeOf),
      whereabouts: stands?.whereabouts ?? null,
    },
    partOf: givenOrStays<string>(options, 'partOf', holder, (words) => words),
    runBy: manyOrStay(options, 'runBy', said).map(runByOf),
    wordings: manyOrStay(options, 'wording', held?.wordings ?? [name]),
  };
}

function degreesOf(words: string): readonly [number, number] {
  const [latitude, longitude, ...more] = words
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (latitude === undefined || longitude === undefined || more.length > 0)
    throw usageError('--at must be latitude and longitude in degrees, such as -49.35,70.22', 'place');
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw usageError('--at: the latitude is from -90 to 90, the longitude from -180 to 180', 'place');
  return [latitude, longitude];
}

function countryOf(code: string): string {
  if (COUNTRY_CODES.includes(code)) return code;
  throw usageError('--country must be two capital letters of ISO 3166-1, such as IS', 'place');
}

function codeOf(code: string): string {
  if (/^[1-7]$/u.test(code)) return code;
  throw usageError('--precision must be a number from 1 to 7 (UCDP where_prec)', 'place');
}

function siteTypeOf(words: string): { readonly scheme: string; readonly code: string } {
  const [scheme, code, ...more] = words.split('.');
  if (scheme === undefined || !code || more.length > 0)
    throw usageError('--site-type must be a list and a code, such as huridocs-17.0305', 'place');
  return { scheme, code };
}

function runByOf(words: string): { readonly actor: string; readonly claim: string } {
  const [actor, claim, ...more] = words.split(',').map((part) => part.trim());
  if (actor && claim && more.length === 0) return { actor, claim };
  throw new OnRecordError(
    'bad-usage',
    'Say who runs it and which claim says so: --run-by act_9abcd,clm_k3v9q',
  );
}
