/** The record as one member writes to it: every change bears their own name and no other. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { RecordStore } from '../ports/record-store.ts';

/**
 * A store for one member.
 *
 * @param name that stands in the log
 * @example
 * const store = memberStore(desk.store, 'Mira');
 */
export function memberStore(store: RecordStore, name: string): RecordStore {
  return {
    ...store,
    append: async (entries) => {
      if (entries.some(({ agent }) => agent !== name))
        throw new OnRecordError('bad-usage', 'A change bears the name of the member who makes it.');
      return store.append(entries);
    },
  };
}
