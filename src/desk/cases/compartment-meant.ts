/** Which compartment is meant. */
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import { type Desk, OnRecordError } from '../desk.ts';

/**
 * The id of a compartment from its id or the beginning of it; null: the only one there is.
 *
 * @throws OnRecordError `not-found`, `bad-usage` when several fit
 * @example
 * const { id } = await compartmentMeant(desk.store, 'cmp_7d2');
 */
export async function compartmentMeant(store: Desk['store'], asked: string | null): Promise<HeldCompartment> {
  const all = await store.compartments();
  const [one, two] = asked === null ? all : all.filter(({ id }) => id.startsWith(asked));
  if (one === undefined)
    throw new OnRecordError('not-found', 'There is no such compartment. See: onrecord compartment list');
  if (two === undefined || one.id === asked) return one;
  throw new OnRecordError('bad-usage', 'Several compartments fit: give more of the id with --compartment.');
}
