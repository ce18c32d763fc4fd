/**
 * The one way to write: entries are sealed onto the log and its proof tree and projected onto the tables in one
 * transaction that takes the writer's lock first. A fault in any entry undoes all of them. The gate is open only inside
 * the transaction.
 */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import { broughtBytes } from '../../record/brought-bytes.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change, LogEntry } from '../../record/log-entry.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { refuseChanged } from '../append/changed-meanwhile.ts';
import { type GrowingTree, growTree } from '../append/grow-tree.ts';
import { madeBy, refuseMade } from '../append/made-meanwhile.ts';
import {
  type PreparedEntry,
  prepareEntry,
  refusal,
  refuseGrown,
  refuseRead,
  saltsFor,
  sealPrepared,
} from '../append/prepare-entry.ts';
import { recordKeyFaults, recordKeyRows, refuseStale } from '../append/record-keys.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { AppendContext } from './append-context.ts';
import { destroyErased, destroySealed, rebuildTables } from './erase-entries.ts';
import { refuseNewer, schemaVersion } from './migrate.ts';
import type { PreparedQueries } from './prepared-queries.ts';
import { setGate, writeTree } from './write-log.ts';
import { writeRows } from './write-rows.ts';

/**
 * Appends entries, all or none.
 *
 * @throws OnRecordError `invalid-record` with every fault of the first entry that has one; `vault-too-new` when a newer onrecord
 *   has changed the tables meanwhile; SQLite's own errors otherwise
 * @example
 * appendEntries(context, [{ at, agent: 'machine', subject: source.id, body }]); // [{ seq: 1, … }]
 */
export function appendEntries(context: AppendContext, entries: readonly NewEntry[]): readonly LogEntry[] {
  if (entries.length === 0) return [];
  const { db, prepared, signer } = context;
  const write = db.transaction(() => {
    refuseMoved(prepared);
    // what this program would write is not all that a newer one's tables hold
    refuseNewer(schemaVersion(db));
    refuseMadeMeanwhile(context, entries);
    const tree = growTree(prepared.one(prepared.kept.head), signer);
    const salted = { ...context, random: saltsFor(entries.length, context.random) };
    const sealed = entries.map((entry) => appendOne(salted, prepareEntry(entry), tree));
    if (sealed.some(({ action }) => action === 'source-erased')) rebuildTables(context, tree.size());
    writeTree(prepared, tree);
    setGate(prepared, null);
    return sealed;
  });
  const sealed = write.immediate();
  for (const { body } of sealed) {
    const sha256 = body === null ? null : broughtBytes(body);
    if (sha256 !== null) context.blobKeys?.settled(sha256);
  }
  return sealed;
}

/** A process that had the vault open while it was rekeyed would write into a file that nobody reads any more. */
function refuseMoved({ kept, one }: PreparedQueries): void {
  if (one(kept.moved)?.moved === 0) return;
  throw new OnRecordError(
    'vault-busy',
    'The keys of this vault were changed by another process while it was open here: nothing of this step was stored. Run it again.',
  );
}

/** Inside the transaction, so that of two processes that meet a new name one is refused. */
function refuseMadeMeanwhile({ prepared, groupKey }: AppendContext, entries: readonly NewEntry[]): void {
  const made = madeBy(entries, groupKey);
  if (made === null) return;
  const { kept, one } = prepared;
  const { names, keys, since } = made;
  if (names.some((folded) => one(kept.madeName, folded, since) !== null)) refuseMade();
  if (keys.some((key) => one(kept.madeProposition, key, since) !== null)) refuseMade();
}

function appendOne(context: AppendContext, ready: PreparedEntry, tree: GrowingTree): LogEntry {
  const { prepared, lookup, groupKey } = context;
  const { change, texts, given } = ready;
  refuseGrown(given, tree.size());
  refuseRead(
    given,
    ({ capture, extractor }) => prepared.one(prepared.kept.readingOf, capture, extractor) !== null,
  );
  refuseChanged(given, lookup);
  const faults = [
    ...ready.faults,
    ...storedMeanwhile(context, given),
    ...changeFaults(change, { lookup, texts }),
    ...recordKeyFaults(given, change, lookup),
  ];
  if (faults.length > 0) throw refusal(given, faults);
  const { entry, row } = sealPrepared(ready, tree.size() + 1, context.random);
  const { seq, at, agent } = entry;
  setGate(prepared, seq);
  prepared.insert('log', row);
  tree.push(row.leaf);
  if (change.action === 'source-erased') destroyErased(context, change);
  else if (change.action === 'record-erased') destroySealed(context, change);
  else writeRows(prepared, projectChange({ seq, at, agent, change, texts, lookup, groupKey }));
  const sha256 = broughtBytes(change);
  if (sha256 !== null) keepBlobKey(context, sha256, seq);
  keepRecordKeys(context, given, change, seq);
  return entry;
}

function keepRecordKeys({ prepared }: AppendContext, given: NewEntry, change: Change, seq: number): void {
  const { kept, one, insert } = prepared;
  const rows = recordKeyRows(given, change, seq);
  if (change.action !== 'compartment-changed') {
    for (const row of rows) insert('record_keys', row);
    return;
  }
  const { compartment, epoch } = change;
  const held = (): number => one(kept.keysHeld, compartment)?.keys ?? 0;
  const before = held();
  for (const row of rows) insert('record_keys', row);
  refuseStale(compartment, {
    before,
    after: held(),
    inEpoch: one(kept.keysInEpoch, compartment, epoch)?.keys ?? 0,
  });
}

function keepBlobKey({ prepared, blobKeys }: AppendContext, sha256: Sha256, seq: number): void {
  const wrapped = blobKeys?.pending(sha256) ?? null;
  if (wrapped === null) return;
  prepared.insert('blob_keys', { sha256, wrapped, entry: seq });
}

/** Inside the transaction, so that of two processes with the same file one is refused. */
function storedMeanwhile(
  { prepared: { kept, one } }: AppendContext,
  { unlessStored }: NewEntry,
): readonly Fault[] {
  if (unlessStored === undefined || one(kept.storedBytes, unlessStored) === null) return [];
  return [{ path: 'unlessStored', message: 'These bytes are in the record already.' }];
}
