/** A list that came in, or a newer file of it: the list as it is now, and where each listing stands written. */

import type { ListImported } from '../../record/changes/of-people.ts';
import type { ListingId } from '../../record/id.ts';
import { sourceRow } from './project-source.ts';
import type { Projection } from './projection.ts';

/**
 * Rows of an import: the list, its new and changed listings, and those that are gone.
 *
 * @example
 * projectListImported(sheet);
 */
export function projectListImported(sheet: Projection<ListImported>): void {
  const { list, capture, listings, gone } = sheet.change;
  const at = { capture: sheet.knownPlace(capture), entry: sheet.seq };
  const known = sheet.placeOf(list.id);
  const set = { ...at, body: JSON.stringify(list) };
  const place = known ?? sheet.newPlace(list.id);
  sheet.rows.push(
    known === null
      ? { op: 'insert', table: 'lists', row: { place, id: list.id, ...set } }
      : { op: 'update', table: 'lists', place, set },
  );
  for (const [nth, { id }] of listings.entries()) putListing(sheet, { id, nth, list: place, ...at });
  for (const id of gone) {
    // Null: the file that brought it was erased since.
    const there = sheet.placeOf(id);
    if (there !== null)
      sheet.rows.push({ op: 'update', table: 'listings', place: there, set: { gone: 1, entry: sheet.seq } });
  }
  const of = sheet.lookup.capture(capture)?.of;
  if (of !== undefined) sheet.rows.push(sourceRow(of, sheet.seq));
}

/** A change of a listing whose first version was erased is its first version now. */
function putListing(
  sheet: Projection,
  given: { readonly id: ListingId; readonly list: number; readonly capture: number; readonly nth: number },
): void {
  const { id, list, capture, nth } = given;
  const written = { capture, logged: sheet.seq, nth, gone: 0, entry: sheet.seq };
  const known = sheet.placeOf(id);
  sheet.rows.push(
    known === null
      ? { op: 'insert', table: 'listings', row: { place: sheet.newPlace(id), id, list, ...written } }
      : { op: 'update', table: 'listings', place: known, set: written },
  );
}
