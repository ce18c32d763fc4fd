/**
 * The project's own lists of places and bodies (`vocab/places.json`, `vocab/bodies.json`, CC0), indexed by name.
 * They hold public bodies and public offices only, no private person.
 */
import bodies from '../../../vocab/bodies.json' with { type: 'json' };
import places from '../../../vocab/places.json' with { type: 'json' };
import { indexOfNames, type NameIndex } from './name-index.ts';

/** What a listed place name is. */
export type ListedPlaceKind = 'state' | 'region' | 'capital' | 'wide';

/** A listed place. */
export interface ListedPlace {
  readonly name: string;
  readonly kind: ListedPlaceKind;
  /** The state it is or lies in as reports place it; null when several or none. */
  readonly state: string | null;
}

/** What a listed body is. */
export interface ListedBody {
  readonly name: string;
  readonly kind: 'international' | 'media' | 'organisation' | 'state-body';
  readonly state: string | null;
}

/** One term in the highest office of a state. */
export interface OfficeTerm {
  readonly state: string;
  readonly name: string;
  /** ISO day. */
  readonly from: string;
  /** ISO day; null while it lasts, as far as the list knows. */
  readonly until: string | null;
}

function* placeNames(): Generator<readonly [string, ListedPlace]> {
  for (const state of places.states) {
    const entry: ListedPlace = { name: state.name, kind: 'state', state: state.name };
    for (const spelling of [state.name, ...state.aliases]) yield [spelling, entry];
    for (const capital of state.capitals)
      yield [capital, { name: capital, kind: 'capital', state: state.name }];
  }
  for (const region of places.regions) {
    const entry: ListedPlace = { name: region.name, kind: 'region', state: region.state };
    for (const spelling of [region.name, ...region.aliases]) yield [spelling, entry];
  }
  for (const name of places.wide) yield [name, { name, kind: 'wide', state: null }];
}

function* bodyNames(): Generator<readonly [string, ListedBody]> {
  const groups = [
    ['international', bodies.international],
    ['media', bodies.media],
    ['organisation', bodies.organisations],
  ] as const;
  for (const [kind, rows] of groups) {
    for (const row of rows) {
      for (const spelling of [row.name, ...row.aliases])
        yield [spelling, { name: row.name, kind, state: null }];
    }
  }
  for (const row of bodies.bodies) {
    const entry: ListedBody = { name: row.name, kind: 'state-body', state: row.state };
    for (const spelling of [row.name, ...row.aliases]) yield [spelling, entry];
  }
}

function* adjectiveNames(): Generator<readonly [string, ListedPlace]> {
  for (const state of places.states) {
    const entry: ListedPlace = { name: state.name, kind: 'state', state: state.name };
    for (const adjective of state.adjectives) yield [adjective, entry];
  }
  for (const region of places.regions) {
    for (const adjective of region.adjectives)
      yield [adjective, { name: region.name, kind: 'region', state: region.state }];
  }
}

function* holderNames(): Generator<readonly [string, string]> {
  const names = new Set(bodies.officeHolders.map((term) => term.name));
  for (const name of names) yield [name, name];
}

/** Listed places by name. */
export const PLACES: NameIndex<ListedPlace> = indexOfNames(placeNames());
/** Listed bodies by name. */
export const BODIES: NameIndex<ListedBody> = indexOfNames(bodyNames());
/** Adjectives and names of inhabitants, to the place they come from. */
export const ADJECTIVES: NameIndex<ListedPlace> = indexOfNames(adjectiveNames());
/** Full names of office-holders. */
export const HOLDERS: NameIndex<string> = indexOfNames(holderNames());
/** Terms of office. */
export const OFFICE_TERMS: readonly OfficeTerm[] = bodies.officeHolders;
