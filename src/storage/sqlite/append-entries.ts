/**
 * The one way to write: entries are sealed onto the log and its proof tree and projected onto the tables in one
 * transaction that takes the writer's lock first. A fault in any entry undoes all of them. The gate is open only inside
 * the transaction.
 */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import { type GrowingTree, growTree } from '../append/grow-tree.ts';
import {
  type PreparedEntry,
  prepareEntry,
  refusal,
  refuseGrown,
  saltsFor,
  sealPrepared,
} from '../append/prepare-entry.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { AppendContext } from './append-context.ts';
import { destroyErased, rebuildTables } from './erase-entries.ts';
import type { Statements } from './statements.ts';
import { readHead, setGate, writeLogRow, writeTree } from './write-log.ts';
import { writeRows } from './write-rows.ts';

/**
 * Appends entries, all or none.
 *
 * @throws OnRecordError `invalid-record` with every fault of the first entry that has one; SQLite's own errors otherwise
 * @example
 * appendEntries(context, [{ at, agent: 'machine', subject: source.id, body }]); // [{ seq: 1, … }]
 */
export function appendEntries(context: AppendContext, entries: readonly NewEntry[]): readonly LogEntry[] {
  if (entries.length === 0) return [];
  const { db, statements, signer } = context;
  const write = db.transaction(() => {
    refuseMoved(statements);
    const tree = growTree(readHead(statements), signer);
    const salted = { ...context, random: saltsFor(entries.length, context.random) };
    const sealed = entries.map((entry) => appendOne(salted, prepareEntry(entry), tree));
    if (sealed.some(({ action }) => action === 'source-erased')) rebuildTables(context, tree.size());
    writeTree(statements, tree);
    setGate(statements, null);
    return sealed;
  });
  const sealed = write.immediate();
  for (const { body } of sealed) {
    if (body?.action === 'source-captured' || body?.action === 'copy-stored')
      context.blobKeys?.settled(body.capture.sha256);
  }
  return sealed;
}

/** A process that had the vault open while it was rekeyed would write into a file that nobody reads any more. */
function refuseMoved(statements: Statements): void {
  const moved = statements<{ moved: number }>('SELECT moved FROM append_gate').get()?.moved;
  if (moved === 0) return;
  throw new OnRecordError(
    'vault-busy',
    'The keys of this vault were changed by another process while it was open here: nothing of this step was stored. Run it again.',
  );
}

function appendOne(context: AppendContext, prepared: PreparedEntry, tree: GrowingTree): LogEntry {
  const { statements, lookup, groupKey } = context;
  const { change, texts, given } = prepared;
  refuseGrown(given, tree.size());
  const faults = [
    ...prepared.faults,
    ...storedMeanwhile(context, given),
    ...changeFaults(change, { lookup, texts }),
  ];
  if (faults.length > 0) throw refusal(given, faults);
  const { entry, row } = sealPrepared(prepared, tree.size() + 1, context.random);
  const { seq, at, agent } = entry;
  setGate(statements, seq);
  writeLogRow(statements, row);
  tree.push(row.leaf);
  if (change.action === 'source-erased') destroyErased(context, change);
  else writeRows(statements, projectChange({ seq, at, agent, change, texts, lookup, groupKey }));
  if (change.action === 'source-captured' || change.action === 'copy-stored')
    keepBlobKey(context, change.capture.sha256, seq);
  return entry;
}

function keepBlobKey({ statements, blobKeys }: AppendContext, sha256: Sha256, seq: number): void {
  const wrapped = blobKeys?.pending(sha256) ?? null;
  if (wrapped === null) return;
  const sql = 'INSERT INTO blob_keys (sha256, wrapped, entry) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  statements(sql).run(sha256, wrapped, seq);
}

/** Inside the transaction, so that of two processes with the same file one is refused. */
function storedMeanwhile({ statements }: AppendContext, { unlessStored }: NewEntry): readonly Fault[] {
  if (unlessStored === undefined) return [];
  const sql = 'SELECT 1 FROM captures WHERE sha256 = ? AND warc_record IS NULL';
  if (statements(sql).get(unlessStored) === undefined) return [];
  return [{ path: 'unlessStored', message: 'These bytes are in the record already.' }];
}
