/** Actors first seen in an entry, and two actors found to be one. */
import { type Actor, foldName } from '../../record/actor.ts';
import type { ActorsJoined } from '../../record/changes/of-claims.ts';
import type { Projection } from './projection.ts';

/**
 * Adds actors that the store does not hold yet, with their folded names.
 *
 * @example
 * projectActors(sheet, change.actors);
 */
export function projectActors(sheet: Projection, actors: readonly Actor[]): void {
  for (const actor of actors) {
    if (sheet.placeOf(actor.id) !== null) continue;
    const place = sheet.newPlace(actor.id);
    const entry = sheet.seq;
    sheet.rows.push({
      op: 'insert',
      table: 'actors',
      row: { place, id: actor.id, joined_to: null, body: JSON.stringify(actor), entry },
    });
    for (const folded of new Set(actor.names.map((name) => foldName(name.text)))) {
      if (folded !== '')
        sheet.rows.push({ op: 'insert', table: 'actor_names', row: { folded, actor: place, entry } });
    }
  }
}

/**
 * Marks the absorbed actor; what refers to it stays as logged and is shown as the kept one when read.
 *
 * @example
 * projectJoin(sheet); // sheet.change is { action: 'actors-joined', kept, absorbed, reason }
 */
export function projectJoin(sheet: Projection<ActorsJoined>): void {
  sheet.rows.push({
    op: 'update',
    table: 'actors',
    place: sheet.knownPlace(sheet.change.absorbed),
    set: { joined_to: sheet.knownPlace(sheet.change.kept), entry: sheet.seq },
  });
}
