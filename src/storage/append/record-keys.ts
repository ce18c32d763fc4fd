/**
 * Keys of sealed records, as they come with an entry: a version brings its own, a new epoch those of all versions of its
 * compartment, and nothing else brings any. A record without a key is lost and a key of an old epoch is a way in for
 * somebody who left, so an entry that would leave either is refused whole.
 */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { Change } from '../../record/log-entry.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { RecordKeyRow } from '../tables.ts';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What is wrong with the keys that come with an entry, before it is written.
 *
 * @example
 * recordKeyFaults(entry, change, lookup); // []
 */
export function recordKeyFaults(
  { recordKeys = [] }: NewEntry,
  change: Change,
  lookup: Lookup,
): readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (message: string): void => void faults.push({ path: 'recordKeys', message });
  if (recordKeys.some(({ wrapped }) => !BASE64.test(wrapped))) fault('A wrapped key is written in base64.');
  if (change.action === 'record-sealed') {
    const [key] = recordKeys;
    if (
      recordKeys.length !== 1 ||
      key?.record !== change.record ||
      key.version !== change.version ||
      key.entry !== null
    )
      fault('A sealed record comes with the key of this version and no other.');
    const epoch = lookup.compartment(change.compartment)?.epoch;
    if (epoch !== undefined && key?.epoch !== epoch)
      fault(`${change.compartment} is in epoch ${epoch}: its members were changed meanwhile. Open it again.`);
  } else if (change.action === 'compartment-changed') {
    if (recordKeys.some(({ epoch, entry }) => epoch !== change.epoch || entry === null))
      fault('The keys that come with an epoch are of that epoch, each with the entry of its version.');
  } else if (recordKeys.length > 0) fault('This kind of entry brings no keys.');
  return faults;
}

/**
 * Rows of the keys that come with an entry.
 *
 * @example
 * recordKeyRows(entry, change, 12); // [{ sealed: 12, … }]
 */
export function recordKeyRows(
  { recordKeys = [] }: NewEntry,
  change: Change,
  seq: number,
): readonly RecordKeyRow[] {
  if (change.action !== 'record-sealed' && change.action !== 'compartment-changed') return [];
  const { compartment } = change;
  return recordKeys.map(({ entry, record, version, epoch, wrapped }) => ({
    sealed: entry ?? seq,
    compartment,
    record,
    version,
    epoch,
    wrapped,
    entry: seq,
  }));
}

/** Counts of a compartment's keys around the writing of an entry. */
export interface KeyCounts {
  readonly before: number;
  readonly after: number;
  /** Of those after, in the compartment's epoch. */
  readonly inEpoch: number;
}

/**
 * Refuses an epoch that would leave a record with the key of an older one, or that brings keys for records that are not
 * there. Called inside the transaction.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * refuseStale('cmp_…', { before: 3, after: 3, inEpoch: 3 });
 */
export function refuseStale(compartment: string, { before, after, inEpoch }: KeyCounts): void {
  if (before === after && inEpoch === after) return;
  throw new OnRecordError(
    'vault-busy',
    'Records of the compartment were saved or erased while its keys were changed: nothing was stored. Run it again.',
    { subject: compartment },
  );
}
