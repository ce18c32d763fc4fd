/** The actors that bear a name, with or without its article, as `foldName` compares names. */
import { type Actor, foldName } from '../record/actor.ts';
import type { RecordStore } from './ports/record-store.ts';

/**
 * Asks the store for every way in which the same name is written down.
 *
 * @returns in no order, each actor once; empty for a name without letters
 * @example
 * await actorsBearing(desk.store, 'Sorev Courier'); // finds "The Sorev Courier"
 */
export async function actorsBearing(
  store: Pick<RecordStore, 'actorsNamed'>,
  name: string,
): Promise<readonly Actor[]> {
  const folded = foldName(name);
  if (folded === '') return [];
  const found = new Map<string, Actor>();
  for (const spelling of new Set([name, folded, `the ${folded}`])) {
    for (const actor of await store.actorsNamed(spelling)) found.set(actor.id, actor);
  }
  return [...found.values()];
}
