/** Lists of people and their listings, which stand written in the log alone. */
import type { HeldList, RecordStore } from '../../desk/ports/record-store.ts';
import type { ListImported } from '../../record/changes/of-people.ts';
import type { CaptureId } from '../../record/id.ts';
import type { HeldListing } from '../../record/listing.ts';
import type { VictimList } from '../../record/victim-list.ts';
import { askKept } from '../queries/kept-query.ts';
import { heldListsQuery, type ListingPlace, listingPlacesQuery } from '../queries/list-queries.ts';
import { eachRow, rowsOf, type Steps } from '../queries/steps.ts';
import type { ReadingPort, RecordQueries } from './reading-port.ts';

/** The part of a store that reads lists. */
export type ListReadings = Pick<RecordStore, 'lists' | 'listing' | 'listings'>;

/**
 * Lists behind the desk's port.
 *
 * @example
 * const { lists } = listReadings(port);
 */
export function listReadings(port: ReadingPort): ListReadings {
  return {
    lists: () => port.run(readLists, 'one'),
    listing: (id) =>
      port.run(function* (queries) {
        const [at] = yield* rowsOf(listingPlacesQuery(queries.build, { id }));
        const body = at === undefined ? null : yield* importBody(queries, at.logged);
        return at === undefined || body === null ? null : heldListing(body, at);
      }, 'one'),
    listings: (list) => walkListings(port, list),
  };
}

function* readLists({ build }: RecordQueries): Steps<readonly HeldList[]> {
  return (yield* rowsOf(heldListsQuery(build))).map(({ body, capture, listings, gone }) => ({
    list: JSON.parse(body) as VictimList,
    capture: capture as CaptureId,
    listings,
    gone,
  }));
}

function* importBody({ kept }: RecordQueries, seq: number): Steps<ListImported | null> {
  const [row] = yield* askKept(kept.logBody, seq);
  return row === undefined || row.body === null ? null : (JSON.parse(row.body) as ListImported);
}

function heldListing(
  body: ListImported,
  { nth, gone }: Pick<ListingPlace, 'nth' | 'gone'>,
): HeldListing | null {
  const listing = body.listings[nth];
  if (listing === undefined) return null;
  const { list, capture } = body;
  return { list: list.id, columns: list.columns, capture, listing, gone: gone === 1 };
}

/** First where everything stands, as of one moment: entries of the log never change, so that one by one will do then. */
async function* walkListings(port: ReadingPort, list: string | undefined): AsyncGenerator<HeldListing> {
  const logged: number[] = [];
  const places: number[] = [];
  await port.run(function* ({ build }) {
    const query = listingPlacesQuery(build, list === undefined ? {} : { list });
    yield* eachRow(query, ([seq, nth, gone]) => {
      logged.push(Number(seq));
      places.push(Number(nth) * 2 + Number(gone));
    });
  }, 'one');
  let body: ListImported | null = null;
  for (const [at, seq] of logged.entries()) {
    if (seq !== logged[at - 1]) body = await port.run((queries) => importBody(queries, seq), 'any');
    const place = places[at] ?? 0;
    const held = body === null ? null : heldListing(body, { nth: place >> 1, gone: place & 1 });
    if (held !== null) yield held;
  }
}
