/**
 * Places of which something is claimed: the words of sources gathered, put to what persons recorded, else to the gazetteer as
 * a proposal. A place that a person recorded without coordinates is never looked up: they may be withheld.
 */
import type { Coded } from '../../record/coded.ts';
import type { PlaceId, PropositionId } from '../../record/id.ts';
import type { Place, PlaceKind } from '../../record/place.ts';
import type { Measure, Proposition } from '../../record/proposition.ts';
import type { LocateWording } from '../../text/locate-wording.ts';
import type { Desk } from '../desk.ts';
import { countedStatuses } from '../list-claims.ts';
import { type HeldPlace, heldPlaces, wordingKey } from './held-places.ts';

export type { LocateWording };

/** `recorded` by a person, `proposed` by the gazetteer, `unplaced`: neither. */
export type Placing = 'recorded' | 'proposed' | 'unplaced';

export interface PlaceRow {
  /** The id of a recorded place, else what makes its wordings one. */
  readonly key: string;
  readonly name: string;
  /** As sources word it. */
  readonly wordings: readonly string[];
  readonly placing: Placing;
  /** Null: unplaced. */
  readonly kind: PlaceKind | null;
  readonly precision: Coded | null;
  /** ISO 3166-1 alpha-2; null when not known. */
  readonly country: string | null;
  /** WGS 84 degrees; null when unknown or withheld. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Kilometres that an area reaches; null when only its precision is known. */
  readonly radiusKm: number | null;
  /** Why it was placed so, or not; a person's reason for a recorded one. */
  readonly because: string;
  /** Places that the words may mean. */
  readonly candidates: readonly string[];
  /** What a person put on record; null for the others. */
  readonly recorded: HeldPlace | null;
  readonly propositions: readonly PropositionId[];
  readonly measures: readonly Measure[];
  /** Claims counted. */
  readonly claims: number;
  /** First and last day on which something of it was said, as the record has them; null when no day is known. */
  readonly first: string | null;
  readonly last: string | null;
}

/** The key of ids for a recorded place's country (ISO 3166-1 alpha-2). */
export const COUNTRY_ID = 'iso-3166-1';

interface Gathered {
  readonly held: HeldPlace | null;
  readonly wordings: Set<string>;
  readonly propositions: Proposition[];
}

/**
 * Gathers them, those most spoken of first.
 *
 * @param locate looks words up in the gazetteer
 * @example
 * (await listPlaces(desk, { includeProposed: true, locate })).map(({ name, placing }) => [name, placing]);
 */
export async function listPlaces(
  desk: Pick<Desk, 'store'>,
  { includeProposed, locate }: { readonly includeProposed: boolean; readonly locate: LocateWording },
): Promise<readonly PlaceRow[]> {
  const statuses = countedStatuses(includeProposed);
  const [held, propositions, tallies, spans] = await Promise.all([
    heldPlaces(desk),
    desk.store.propositions(),
    desk.store.tallies(statuses),
    desk.store.saidSpans(statuses),
  ]);
  const claims = new Map<PropositionId, number>();
  for (const { proposition, claims: some } of tallies)
    claims.set(proposition, (claims.get(proposition) ?? 0) + some);
  const days = new Map<PropositionId, Days>(spans.map((span) => [span.proposition, span]));
  const spoken = propositions.filter(({ id, scope }) => scope.place !== null && claims.has(id));
  return gather(held, spoken)
    .map((one) => rowOf(one, { locate, claims, days }))
    .toSorted((a, b) => b.claims - a.claims);
}

/** One for each recorded place, and one for each further wording. */
function gather(held: readonly HeldPlace[], propositions: readonly Proposition[]): readonly Gathered[] {
  const all = new Map<string, Gathered>();
  const owners = new Map<string, PlaceId>();
  for (const one of held) {
    all.set(one.place.id, { held: one, wordings: new Set(one.wordings), propositions: [] });
    for (const wording of one.wordings) owners.set(wordingKey(wording), one.place.id);
  }
  for (const proposition of propositions) {
    const wording = proposition.scope.place ?? '';
    const words = wordingKey(wording);
    if (words === '') continue;
    const key = owners.get(words) ?? words;
    const found = all.get(key) ?? { held: null, wordings: new Set<string>(), propositions: [] };
    all.set(key, found);
    found.wordings.add(wording);
    found.propositions.push(proposition);
  }
  return [...all.values()];
}

interface Days {
  readonly first: string;
  readonly last: string;
}

function wider(a: Days | undefined, b: Days): Days {
  if (a === undefined) return b;
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last };
}

function rowOf(
  { held, wordings, propositions }: Gathered,
  known: {
    readonly locate: LocateWording;
    readonly claims: ReadonlyMap<PropositionId, number>;
    readonly days: ReadonlyMap<PropositionId, Days>;
  },
): PlaceRow {
  const ids = propositions.map(({ id }) => id);
  const spans = ids.flatMap((id) => known.days.get(id) ?? []);
  const span = spans.reduce<Days | undefined>(wider, undefined);
  const worded = [...wordings];
  return {
    ...(held === null ? proposedPlacing(worded, known.locate) : recordedPlacing(held)),
    wordings: worded,
    recorded: held,
    propositions: ids,
    measures: [...new Set(propositions.flatMap(({ measure }) => measure ?? []))],
    claims: ids.reduce((sum, id) => sum + (known.claims.get(id) ?? 0), 0),
    first: span?.first ?? null,
    last: span?.last ?? null,
  };
}

type Placed = Omit<
  PlaceRow,
  'wordings' | 'recorded' | 'propositions' | 'measures' | 'claims' | 'first' | 'last'
>;

function recordedPlacing({ place, wordings, reason }: HeldPlace): Placed {
  return {
    key: place.id,
    name: nameOfPlace(place) ?? wordings[0] ?? place.id,
    placing: 'recorded',
    kind: place.kind,
    precision: place.precision,
    country: place.ids[COUNTRY_ID] ?? null,
    latitude: place.latitude,
    longitude: place.longitude,
    radiusKm: null,
    because: reason,
    candidates: [],
  };
}

/**
 * The name under which a recorded place is shown; null when it has none.
 *
 * @example
 * nameOfPlace(place); // 'Orsa'
 */
export function nameOfPlace(place: Place): string | null {
  return place.names[0]?.text ?? null;
}

function proposedPlacing(wordings: readonly string[], locate: LocateWording): Placed {
  const [wording = ''] = wordings;
  const { place, because, candidates } = locate(wording);
  const bare = { key: wordingKey(wording), name: wording, because, candidates };
  if (place === null)
    return {
      ...bare,
      placing: 'unplaced',
      kind: null,
      precision: null,
      country: null,
      latitude: null,
      longitude: null,
      radiusKm: null,
    };
  const { kind, precision, country, latitude, longitude, radiusKm } = place;
  return { ...bare, placing: 'proposed', kind, precision, country, latitude, longitude, radiusKm };
}
