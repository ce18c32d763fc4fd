/** The work sheet of one entry's projection: rows so far, places given, things first seen in this very entry. */
import type { Change } from '../../record/log-entry.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Lookup } from './lookup.ts';
import type { RowChange } from './row-change.ts';

/** The blocking key of a proposition, handed in because storage judges nothing. */
export type GroupKey = (proposition: Proposition) => string;

/** What one entry's projection starts from. */
export interface ProjectionInput<C = Change> {
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly agent: string;
  readonly change: C;
  /** New texts by hash, already checked. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lookup: Lookup;
  readonly groupKey: GroupKey;
}

/** The work sheet. */
export interface Projection<C = unknown> extends ProjectionInput<C> {
  readonly rows: RowChange[];
  /** Gives the next place in log order, and keeps it for the id or the chain. */
  newPlace(key: string): number;
  /** Place given in this entry or known to the store; null when there is none. */
  placeOf(key: string): number | null;
  /** As `placeOf` for what validation has found to be there. */
  knownPlace(key: string): number;
}

/**
 * Lays out an empty work sheet.
 *
 * @example
 * const sheet = startProjection({ seq: 1, at, agent, change, texts: new Map(), lookup, groupKey });
 * sheet.newPlace('src_…'); // 1
 */
export function startProjection<C>(input: ProjectionInput<C>): Projection<C> {
  const places = new Map<string, number>();
  let next = input.lookup.lastPlace() + 1;
  const placeOf = (key: string): number | null => places.get(key) ?? input.lookup.place(key);
  return {
    ...input,
    rows: [],
    newPlace: (key) => {
      const place = next;
      next += 1;
      places.set(key, place);
      return place;
    },
    placeOf,
    knownPlace: (key) => {
      const place = placeOf(key);
      if (place === null) throw new TypeError(`A projection was started with an unknown reference: ${key}`);
      return place;
    },
  };
}
