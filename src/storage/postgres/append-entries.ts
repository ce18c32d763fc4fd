/**
 * The one way to write, on PostgreSQL: the writer's lock first, then each entry sealed onto the log and its proof tree and
 * projected onto the tables, all in one transaction. When the connection is lost while it is committed, the log is asked
 * what became of it: nothing is guessed.
 */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import { broughtBytes } from '../../record/brought-bytes.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change, LogEntry } from '../../record/log-entry.ts';
import type { Fault } from '../../record/onrecord-error.ts';
import { refuseChanged } from '../append/changed-meanwhile.ts';
import { growTree } from '../append/grow-tree.ts';
import { type Made, madeBy, refuseMade } from '../append/made-meanwhile.ts';
import {
  type PreparedEntry,
  prepareEntry,
  refusal,
  refuseGrown,
  refuseRead,
  sealPrepared,
} from '../append/prepare-entry.ts';
import { recordKeyFaults, recordKeyRows, refuseStale } from '../append/record-keys.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import { askKept } from '../queries/kept-query.ts';
import { madeSinceQuery } from '../queries/prefetch-queries.ts';
import { rowsOf, runLater } from '../queries/steps.ts';
import { answerOn } from './answer-question.ts';
import type { AppendContext, Writing } from './append-context.ts';
import { appendTogether, isAdding } from './append-together.ts';
import type { Connection } from './connection.ts';
import { destroyErased, destroySealed, rebuildTables } from './erase-entries.ts';
import { withLookup } from './growing-lookup.ts';
import { takeGate } from './keys-in-force.ts';
import { refuseOutgrown } from './migrate.ts';
import { type Ask, idsIn } from './prefetched-lookup.ts';
import { readKept, writeKept } from './write-kept.ts';
import { insertRows, writeRows } from './write-rows.ts';

/**
 * Appends entries, all or none.
 *
 * @throws OnRecordError `invalid-record` with every fault of the first entry that has one; `vault-busy`, `unreachable`, `read-only`,
 *   `disk-full`; `vault-too-new` when a newer onrecord has changed the tables meanwhile
 * @example
 * await appendEntries(context, [{ at, agent: 'machine', subject: source.id, body }]); // [{ seq: 1, … }]
 */
export async function appendEntries(
  context: AppendContext,
  entries: readonly NewEntry[],
): Promise<readonly LogEntry[]> {
  if (entries.length === 0) return [];
  const prepared = entries.map(prepareEntry);
  const sealed = await context.connections.transaction(
    { begin: 'BEGIN ISOLATION LEVEL READ COMMITTED', isStored },
    (connection) => writeAll(context, connection, prepared),
  );
  for (const { body } of sealed) {
    const sha256 = body === null ? null : broughtBytes(body);
    if (sha256 !== null) context.blobKeys?.settled(sha256);
  }
  return sealed;
}

/** Takes the writer's lock: it is free when the server has ended the transaction that was lost. */
async function isStored(sealed: readonly LogEntry[], connection: Connection): Promise<boolean> {
  const last = sealed.at(-1);
  await connection.rows('BEGIN');
  try {
    await readKept(connection, (kept) => kept.movedLocked);
    const [row] = await readKept(connection, (kept) => kept.logRow, last?.seq ?? 0);
    return row?.leaf === last?.leaf;
  } finally {
    await connection.rows('ROLLBACK');
  }
}

async function writeAll(
  context: AppendContext,
  connection: Connection,
  prepared: readonly PreparedEntry[],
): Promise<readonly LogEntry[]> {
  await takeGate(connection, context.dataNumber);
  await refuseOutgrown(connection);
  const ask: Ask = (reading) =>
    runLater(reading(context.queries), (question) => answerOn(connection, question));
  await refuseMadeMeanwhile(
    ask,
    madeBy(
      prepared.map(({ given }) => given),
      context.groupKey,
    ),
  );
  const [head = null] = await ask(({ kept }) => askKept(kept.head));
  const tree = growTree(head, context.signer);
  const writing: Writing = { ...context, connection, ask, tree };
  const sealed: LogEntry[] = [];
  for (const some of runsOf(prepared)) {
    const [only] = some;
    if (some.length === 1 && only !== undefined) sealed.push(await appendOne(writing, only));
    else sealed.push(...(await appendTogether(writing, some)));
  }
  if (sealed.some(({ action }) => action === 'source-erased')) await rebuildTables(context, connection);
  if (tree.tiles().length > 0) await insertRows(connection, 'log_tiles', tree.tiles());
  await insertRows(connection, 'log_head', [tree.head()]);
  await writeKept(connection, ({ openFor }) => openFor, null);
  return sealed;
}

/** Entries that only add stand together as far as nothing else stands between them; every other one stands alone. */
function runsOf(prepared: readonly PreparedEntry[]): readonly (readonly PreparedEntry[])[] {
  const runs: PreparedEntry[][] = [];
  let adding: PreparedEntry[] | null = null;
  for (const entry of prepared) {
    if (adding !== null && isAdding(entry)) {
      adding.push(entry);
      continue;
    }
    const run = [entry];
    runs.push(run);
    adding = isAdding(entry) ? run : null;
  }
  return runs;
}

/** Inside the transaction, so that of two processes that meet a new name one is refused. */
async function refuseMadeMeanwhile(ask: Ask, made: Made | null): Promise<void> {
  if (made === null) return;
  const found = await ask(({ build }) => rowsOf(madeSinceQuery(build, made, made.since)));
  if (found.length > 0) refuseMade();
}

async function appendOne(writing: Writing, prepared: PreparedEntry): Promise<LogEntry> {
  const { connection, ask, tree, groupKey } = writing;
  const { change, texts, text, given } = prepared;
  refuseGrown(given, tree.size());
  const read = await readMeanwhile(ask, given);
  refuseRead(given, ({ capture }) => read.has(capture));
  const meanwhile = await storedMeanwhile(ask, given);
  const seq = tree.size() + 1;
  const { at, agent } = given;
  const { rows, blob } = await withLookup(ask, { ids: idsIn(text), texts: texts.keys() }, (lookup) => {
    refuseChanged(given, lookup);
    const faults = [
      ...prepared.faults,
      ...meanwhile,
      ...changeFaults(change, { lookup, texts }),
      ...recordKeyFaults(given, change, lookup),
    ];
    if (faults.length > 0) throw refusal(given, faults);
    return {
      rows: projectChange({ seq, at, agent, change, texts, lookup, groupKey }),
      blob: change.action === 'record-erased' ? (lookup.sealedRecord(change.record)?.blob ?? null) : null,
    };
  });
  const { entry, row } = sealPrepared(prepared, seq, writing.random);
  await writeKept(connection, ({ openFor }) => openFor, seq);
  await insertRows(connection, 'log', [row]);
  tree.push(row.leaf);
  if (change.action === 'source-erased') await destroyErased(connection, change);
  else if (change.action === 'record-erased') await destroySealed(connection, change, blob);
  else await writeRows(connection, rows);
  const sha256 = broughtBytes(change);
  if (sha256 !== null) await keepBlobKey(writing, sha256, seq);
  await keepRecordKeys(connection, given, change, seq);
  return entry;
}

async function keepRecordKeys(
  connection: Connection,
  given: NewEntry,
  change: Change,
  seq: number,
): Promise<void> {
  const rows = recordKeyRows(given, change, seq);
  if (change.action !== 'compartment-changed') return insertRows(connection, 'record_keys', rows);
  const { compartment, epoch } = change;
  const held = async (): Promise<number> =>
    (await readKept(connection, ({ keysHeld }) => keysHeld, compartment))[0]?.keys ?? 0;
  const before = await held();
  await insertRows(connection, 'record_keys', rows);
  const [inEpoch] = await readKept(connection, ({ keysInEpoch }) => keysInEpoch, compartment, epoch);
  refuseStale(compartment, { before, after: await held(), inEpoch: inEpoch?.keys ?? 0 });
}

async function keepBlobKey({ connection, blobKeys }: Writing, sha256: Sha256, entry: number): Promise<void> {
  const wrapped = blobKeys?.pending(sha256) ?? null;
  if (wrapped === null) return;
  await insertRows(connection, 'blob_keys', [{ sha256, wrapped, entry }]);
}

/** Inside the transaction, so that of two processes with the same file one is refused. */
async function storedMeanwhile(ask: Ask, { unlessStored }: NewEntry): Promise<readonly Fault[]> {
  if (unlessStored === undefined) return [];
  const found = await ask(({ kept }) => askKept(kept.storedBytes, unlessStored));
  if (found.length === 0) return [];
  return [{ path: 'unlessStored', message: 'These bytes are in the record already.' }];
}

/** Inside the transaction, so that of two processes that read the same text one is refused. */
async function readMeanwhile(ask: Ask, { unlessRead }: NewEntry): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  for (const capture of unlessRead?.captures ?? []) {
    const found = await ask(({ kept }) => askKept(kept.readingOf, capture, unlessRead?.extractor ?? ''));
    if (found.length > 0) read.add(capture);
  }
  return read;
}
