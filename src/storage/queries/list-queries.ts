/** Queries over lists of people and where their listings stand written. */
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/** A list with the id of its newest file and how many listings it has. */
export interface HeldListRow {
  readonly body: string;
  readonly capture: string;
  readonly listings: number;
  readonly gone: number;
}

/**
 * Lists in log order.
 *
 * @example
 * heldListsQuery(build).compile();
 */
export function heldListsQuery(build: QueryBuilder): Query<HeldListRow> {
  return build
    .selectFrom('lists')
    .innerJoin('captures', 'captures.place', 'lists.capture')
    .select(({ selectFrom }) => {
      const counted = (gone: number, name: 'listings' | 'gone') =>
        selectFrom('listings')
          .select(({ fn }) => fn.countAll<number>().as('all'))
          .whereRef('listings.list', '=', 'lists.place')
          .where('listings.gone', '=', gone)
          .$asScalar()
          .$notNull()
          .as(name);
      return ['lists.body', 'captures.id as capture', counted(0, 'listings'), counted(1, 'gone')];
    })
    .orderBy('lists.place');
}

/** Where a listing stands written. */
export interface ListingPlace {
  readonly logged: number;
  readonly nth: number;
  readonly gone: number;
}

/**
 * Where listings stand, in the order in which they are read: of one list, of all, or one by its id.
 *
 * @example
 * listingPlacesQuery(build, { list: 'lst_…' }).compile();
 */
export function listingPlacesQuery(
  build: QueryBuilder,
  only: { readonly list?: string; readonly id?: string },
): Query<ListingPlace> {
  let query = build
    .selectFrom('listings')
    .select(['listings.logged', 'listings.nth', 'listings.gone'])
    .orderBy('listings.list')
    .orderBy('listings.logged')
    .orderBy('listings.nth');
  const { list, id } = only;
  if (id !== undefined) query = query.where('listings.id', '=', id);
  if (list === undefined) return query;
  return query.where('listings.list', 'in', (part) =>
    part.selectFrom('lists').select('place').where('id', '=', list),
  );
}

/**
 * Decisions on who is one person, in log order.
 *
 * @example
 * decisionsQuery(build).compile();
 */
export function decisionsQuery(build: QueryBuilder): Query<BodyRow> {
  return build.selectFrom('decisions').select('body').orderBy('place');
}
