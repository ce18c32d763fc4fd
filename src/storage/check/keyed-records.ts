/**
 * Whether every sealed record of a log has its key, and every key its record, in the epoch of its compartment. Whether a
 * key opens anything only a member can tell.
 */
import type { StoreFault } from '../../desk/ports/record-store.ts';
import type { Change } from '../../record/log-entry.ts';
import type { LogRow, RecordKeyRow } from '../tables.ts';

/** What a walk of the log has seen. */
export interface KeyedRecords {
  /** Takes note of an entry that could be played again. */
  see(row: LogRow): void;
  /** Compares with the keys that are there; at most so many faults. */
  faults(keys: AsyncIterable<RecordKeyRow>, most: number): Promise<readonly StoreFault[]>;
}

/**
 * Begins a walk.
 *
 * @example
 * const keyed = keyedRecords();
 * keyed.see(row);
 * await keyed.faults(source.recordKeys(), 100); // []
 */
export function keyedRecords(): KeyedRecords {
  const expected = new Map<number, { readonly name: string; readonly compartment: string }>();
  const epochs = new Map<string, number>();
  return {
    see: ({ seq, action, body }) => {
      if (body === null || (action !== 'record-sealed' && action !== 'compartment-changed')) return;
      const change = JSON.parse(body) as Change;
      if (change.action === 'compartment-changed') epochs.set(change.compartment, change.epoch);
      if (change.action === 'record-sealed')
        expected.set(seq, { name: nameOf(change), compartment: change.compartment });
    },
    faults: async (keys, most) => {
      const faults: StoreFault[] = [];
      for await (const key of keys) {
        if (faults.length >= most) return faults;
        const item = `key of entry ${key.sealed}`;
        const sealed = expected.get(key.sealed);
        expected.delete(key.sealed);
        if (sealed === undefined) faults.push({ item, message: 'It opens nothing that the log holds.' });
        else if (sealed.name !== nameOf(key))
          faults.push({ item, message: 'It names another record than the log.' });
        else if (epochs.get(key.compartment) !== key.epoch)
          faults.push({ item, message: 'It is of another epoch than its compartment.' });
      }
      for (const [seq, { name }] of expected) {
        if (faults.length >= most) return faults;
        const message = `The key of ${name} is missing: nobody can open it. Restore it from a backup.`;
        faults.push({ item: `key of entry ${seq}`, message });
      }
      return faults;
    },
  };
}

function nameOf({
  record,
  version,
  compartment,
}: Pick<RecordKeyRow, 'record' | 'version' | 'compartment'>): string {
  return `${record} version ${version} in ${compartment}`;
}
