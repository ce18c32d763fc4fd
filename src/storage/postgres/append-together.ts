/**
 * Many entries that only add to the record, written together: what they ask of the database is asked at once, and their rows
 * are written table by table. The log gets its entries one by one in order, under the same guards; rows of several entries
 * pass their guard as those of a rebuilding do, inside this transaction, while the gate is held.
 */
import { broughtBytes } from '../../record/brought-bytes.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { refuseChanged } from '../append/changed-meanwhile.ts';
import {
  type PreparedEntry,
  refusal,
  refuseGrown,
  refuseRead,
  sealPrepared,
} from '../append/prepare-entry.ts';
import { recordKeyFaults } from '../append/record-keys.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { RowChange } from '../projection/row-change.ts';
import { chainWords } from '../projection/stored-chain.ts';
import { storedAmongQuery } from '../queries/prefetch-queries.ts';
import { rowsOf } from '../queries/steps.ts';
import type { BlobKeyRow, LogRow } from '../tables.ts';
import type { Writing } from './append-context.ts';
import { type GrowingLookup, openLookup } from './growing-lookup.ts';
import { type Foreseen, idsIn } from './prefetched-lookup.ts';
import { writeKept } from './write-kept.ts';
import { writeMany } from './write-many.ts';
import { insertRows } from './write-rows.ts';

const ADDING: ReadonlySet<string> = new Set(['source-captured', 'claims-proposed', 'links-proposed']);

/**
 * Whether an entry may be written together with others.
 *
 * @example
 * isAdding(prepared); // true for a captured source
 */
export function isAdding({ change, given }: PreparedEntry): boolean {
  return ADDING.has(change.action) && given.recordKeys === undefined;
}

/** What waits to be written. */
interface Pending {
  log: LogRow[];
  rows: RowChange[];
  keys: BlobKeyRow[];
}

/**
 * Writes entries for each of which `isAdding` holds.
 *
 * @throws OnRecordError `invalid-record` with every fault of the first entry that has one, `vault-busy`
 * @example
 * const sealed = await appendTogether(writing, prepared);
 */
export async function appendTogether(
  writing: Writing,
  entries: readonly PreparedEntry[],
): Promise<readonly LogEntry[]> {
  const { ask, tree, blobKeys, random } = writing;
  const pending: Pending = { log: [], rows: [], keys: [] };
  const lookup = openLookup(ask, () => flush(writing, pending));
  await lookup.foresee(foreseenOf(entries));
  const stored = await storedOf(writing, entries);
  const sealed: LogEntry[] = [];
  for (const entry of entries) {
    refuseGrown(entry.given, tree.size());
    const seq = tree.size() + 1;
    const rows = await lookup.run((now) => rowsOfEntry(writing, { entry, seq, stored, lookup: now }));
    const { entry: made, row } = sealPrepared(entry, seq, random);
    const changes = rows.some(({ op }) => op === 'update');
    if (changes) await flush(writing, pending);
    pending.log.push(row);
    pending.rows.push(...rows);
    const sha256 = broughtBytes(entry.change);
    const wrapped = sha256 === null ? null : (blobKeys?.pending(sha256) ?? null);
    if (sha256 !== null && wrapped !== null) pending.keys.push({ sha256, wrapped, entry: seq });
    tree.push(row.leaf);
    sealed.push(made);
    if (changes) await writeAlone(writing, pending, lookup);
    else lookup.learn(rows);
    noteStored(stored, entry);
  }
  await flush(writing, pending);
  return sealed;
}

/** A row that an earlier entry of the batch made may be changed by this one: each is written by itself. */
async function writeAlone(writing: Writing, pending: Pending, lookup: GrowingLookup): Promise<void> {
  await flush(writing, pending);
  lookup.forget();
}

interface Turn {
  readonly entry: PreparedEntry;
  readonly seq: number;
  /** Bytes that are a source by then. */
  readonly stored: ReadonlySet<string>;
  readonly lookup: Lookup;
}

function rowsOfEntry({ groupKey }: Writing, { entry, seq, stored, lookup }: Turn): readonly RowChange[] {
  const { given, change, texts } = entry;
  refuseRead(given, ({ capture, extractor }) => {
    const place = lookup.place(capture);
    return place !== null && lookup.hasReading(place, extractor);
  });
  refuseChanged(given, lookup);
  const { unlessStored, at, agent } = given;
  const faults = [
    ...entry.faults,
    ...(unlessStored !== undefined && stored.has(unlessStored)
      ? [{ path: 'unlessStored', message: 'These bytes are in the record already.' }]
      : []),
    ...changeFaults(change, { lookup, texts }),
    ...recordKeyFaults(given, change, lookup),
  ];
  if (faults.length > 0) throw refusal(given, faults);
  return projectChange({ seq, at, agent, change, texts, lookup, groupKey });
}

function foreseenOf(entries: readonly PreparedEntry[]): Foreseen {
  const claims = entries.flatMap(({ change }) => (change.action === 'claims-proposed' ? change.claims : []));
  return {
    ids: new Set(entries.flatMap(({ text }) => [...idsIn(text)])),
    texts: entries.flatMap(({ texts }) => [...texts.keys()]),
    chains: new Set(claims.map(({ chain }) => chainWords(chain))),
    readings: entries.flatMap(({ change }) => readingsOf(change)),
  };
}

function readingsOf(change: PreparedEntry['change']): { capture: string; extractor: string }[] {
  if (change.action !== 'claims-proposed' && change.action !== 'links-proposed') return [];
  const { extractor } = change;
  if (extractor === null) return [];
  const captures = change.action === 'claims-proposed' ? [change.capture] : change.captures;
  return captures.map((capture) => ({ capture, extractor }));
}

async function storedOf({ ask }: Writing, entries: readonly PreparedEntry[]): Promise<Set<string>> {
  const hashes = entries.flatMap(({ given }) => given.unlessStored ?? []);
  if (hashes.length === 0) return new Set();
  const found = await ask(({ build }) => rowsOf(storedAmongQuery(build, hashes)));
  return new Set(found.map(({ sha256 }) => sha256));
}

function noteStored(stored: Set<string>, { change }: PreparedEntry): void {
  if (change.action !== 'source-captured' || change.capture.warc !== null) return;
  stored.add(change.capture.sha256);
}

async function flush({ connection }: Writing, pending: Pending): Promise<void> {
  const { log, rows, keys } = pending;
  if (log.length === 0) return;
  pending.log = [];
  pending.rows = [];
  pending.keys = [];
  for (const row of log) {
    await writeKept(connection, ({ openFor }) => openFor, row.seq);
    await insertRows(connection, 'log', [row]);
  }
  await writeKept(connection, ({ erasing }) => erasing, 1);
  await writeMany(connection, rows);
  if (keys.length > 0) await insertRows(connection, 'blob_keys', keys);
  await writeKept(connection, ({ erasing }) => erasing, 0);
}
