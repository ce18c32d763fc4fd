/**
 * Proves a record against its log, on every engine alike: each leaf and commitment, the proof tree and its signed head,
 * every checkpoint that ever left the vault, every text against its hash, and every row of every table against the same
 * log played again into fresh tables. Names what differs first; repairs nothing.
 */
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { entryDifference } from '../../crypto/log-leaf.ts';
import { type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { EMPTY_PEAKS, encodePeaks, pushLeaf, rootOfPeaks, type TreePeaks } from '../../crypto/tree-peaks.ts';
import type { LogIdentity, StoreFault } from '../../desk/ports/record-store.ts';
import type { CheckpointAnchored } from '../../record/changes/of-custody.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { type Erasures, erasuresOf, replayRow, type Tombstone } from '../append/rebuild.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { LogHeadRow, LogRow, LogTileRow, RecordKeyRow, ViewTable } from '../tables.ts';
import { VIEW_TABLES } from '../tables.ts';
import { compareRows, type Row } from './compare-rows.ts';
import { type KeyedRecords, keyedRecords } from './keyed-records.ts';
import type { Scratch } from './scratch.ts';

/** One moment of a record, read in order. */
export interface CheckSource {
  log(): AsyncIterable<LogRow>;
  /** In the order of the table's key: numbers by value, text by its UTF-8 bytes. */
  rows(table: ViewTable): AsyncIterable<Row>;
  tiles(): Promise<readonly LogTileRow[]>;
  head(): Promise<LogHeadRow | null>;
  text(sha256: string): Promise<string | null>;
  entriesWith(action: 'source-erased' | 'record-erased' | 'checkpoint-anchored'): Promise<readonly LogRow[]>;
  /** In the order of the entries that hold what they open. */
  recordKeys(): AsyncIterable<RecordKeyRow>;
}

export interface CheckRecordOptions {
  readonly source: CheckSource;
  readonly scratch: Scratch;
  readonly identity: LogIdentity;
  readonly groupKey: GroupKey;
}

/** More faults than this are not listed: the first ones say where to look. */
export const MOST_FAULTS = 100;

/**
 * Checks a record. Empty: nothing differs.
 *
 * @example
 * await checkRecord({ source, scratch, identity, groupKey }); // []
 */
export async function checkRecord(options: CheckRecordOptions): Promise<readonly StoreFault[]> {
  const { source, scratch } = options;
  const tombstones = [
    ...(await source.entriesWith('source-erased')),
    ...(await source.entriesWith('record-erased')),
  ];
  const walk = await walkLog(options, erasuresOf(bodiesOf<Tombstone>(tombstones)));
  const faults = [...walk.faults];
  faults.push(...(await headFaults(options, walk)));
  if (walk.ended) {
    faults.push(...(await walk.keyed.faults(source.recordKeys(), MOST_FAULTS)));
    for (const table of Object.keys(VIEW_TABLES) as ViewTable[]) {
      if (faults.length >= MOST_FAULTS) break;
      const rows = table === 'texts' ? hashed(source.rows(table), faults) : source.rows(table);
      faults.push(...(await compareRows(table, rows, scratch.rows(table))));
    }
  }
  return faults.slice(0, MOST_FAULTS);
}

/** A body that was tampered with says nothing; the walk tells of it. */
function bodiesOf<T>(rows: readonly LogRow[]): readonly T[] {
  return rows.flatMap(({ body }) => {
    try {
      return body === null ? [] : [JSON.parse(body) as T];
    } catch {
      return [];
    }
  });
}

async function* hashed(rows: AsyncIterable<Row>, faults: StoreFault[]): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (sha256Hex(String(row.content)) !== row.sha256) {
      faults.push({
        item: `text ${String(row.sha256)}`,
        message: `The text ${String(row.sha256)} was changed after it was stored.`,
      });
    }
    yield row;
  }
}

interface Walk {
  readonly faults: StoreFault[];
  readonly tree: TreePeaks;
  readonly tiles: readonly LogTileRow[];
  /** Root of the tree at sizes that somebody outside has seen, hexadecimal. */
  readonly roots: ReadonlyMap<number, string>;
  /** What must have a key. */
  readonly keyed: KeyedRecords;
  /** The whole log could be played again. */
  readonly ended: boolean;
}

async function walkLog(options: CheckRecordOptions, erasures: Erasures): Promise<Walk> {
  const { source, scratch } = options;
  const anchored = bodiesOf<CheckpointAnchored>(await source.entriesWith('checkpoint-anchored'));
  const sizes = new Set(anchored.map(({ size }) => size));
  const state = { tree: EMPTY_PEAKS, faults: [] as StoreFault[], tiles: [] as LogTileRow[], seq: 0 };
  const roots = new Map<number, string>();
  const keyed = keyedRecords();
  const done = (ended: boolean): Walk => ({ ...state, roots, keyed, ended });
  for await (const row of source.log()) {
    state.seq += 1;
    const item = `entry ${row.seq}`;
    if (row.seq !== state.seq) {
      state.faults.push({ item, message: `Entry ${state.seq} is missing from the log.` });
      return done(false);
    }
    growBy(state, row);
    if (sizes.has(row.seq)) roots.set(row.seq, Buffer.from(rootOfPeaks(state.tree)).toString('hex'));
    const difference = rowDifference(row, erasures);
    if (difference !== null) state.faults.push({ item, message: difference });
    const broken = await play(options, row, erasures);
    if (broken !== null) {
      state.faults.push({ item, message: broken });
      return done(false);
    }
    keyed.see(row);
  }
  await scratch.finish();
  return done(true);
}

function growBy(state: { tree: TreePeaks; tiles: LogTileRow[] }, { leaf }: LogRow): void {
  const hash = /^[0-9a-f]{64}$/.test(leaf) ? Buffer.from(leaf, 'hex') : Buffer.alloc(32);
  const grown = pushLeaf(state.tree, hash);
  state.tree = grown.peaks;
  for (const { level, index, hash: root } of grown.completed)
    state.tiles.push({ level, place: index, hash: Buffer.from(root).toString('hex') });
}

function rowDifference(row: LogRow, erasures: Erasures): string | null {
  const difference = entryDifference({ ...row, bytesCommitment: row.bytes_commitment });
  if (difference !== null) return difference;
  const source = erasures.entries.get(row.seq);
  if (row.body !== null || (row.agent === '' && row.subject === source)) return null;
  return `The head of entry ${row.seq} was changed after it was erased.`;
}

/** Null when it could be played again. */
async function play(
  { source, scratch, groupKey }: CheckRecordOptions,
  row: LogRow,
  erasures: Erasures,
): Promise<string | null> {
  const texts = new Map<string, string>();
  const needed = scratch.neededText(row);
  const content = needed === null ? null : await source.text(needed);
  if (needed !== null && content !== null) texts.set(needed, content);
  try {
    const textOf = (sha256: string) => texts.get(sha256) ?? null;
    const rows = replayRow({ row, lookup: scratch.lookup, groupKey, erasures, textOf });
    if (typeof rows === 'string') return rows;
    scratch.write(row, rows);
    return null;
  } catch (error) {
    if (error instanceof OnRecordError) return error.message;
    return `Entry ${row.seq} cannot be played again: its body is not what an entry holds.`;
  }
}

async function headFaults(options: CheckRecordOptions, walk: Walk): Promise<readonly StoreFault[]> {
  const { source, identity } = options;
  const head = await source.head();
  const { size } = walk.tree;
  if (head === null)
    return size === 0 ? [] : [{ item: 'log head', message: 'The log has entries and no head.' }];
  const faults: StoreFault[] = [];
  if (head.size !== size || head.peaks !== encodePeaks(walk.tree)) {
    const message = `The head of the log covers ${head.size} entries; the log that is here has ${size}, or other ones.`;
    faults.push({ item: 'log head', message });
  }
  const key = parseVkey(identity.vkey);
  if (!key.ok) return [...faults, { item: 'log key', message: 'The key of the log cannot be read.' }];
  const root = Buffer.from(rootOfPeaks(walk.tree)).toString('hex');
  const wrong = noteFault(head.checkpoint, { key: key.key, origin: identity.origin, size, root });
  if (wrong !== null) faults.push({ item: 'log head', message: `The signed head of the log ${wrong}` });
  faults.push(...tileFaults(walk.tiles, await source.tiles()));
  return [...faults, ...(await anchorFaults(options, walk, key.key))];
}

interface Expected {
  readonly key: NoteVerifier;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

/** Null when the note is signed by the log and says what is expected. */
function noteFault(note: string, { key, origin, size, root }: Expected): string | null {
  const opened = openNote(note, [key]);
  if (!opened.ok) return `cannot be trusted: ${opened.fault}`;
  const read = parseCheckpoint(opened.text);
  if (!read.ok) return `cannot be read: ${read.faults.join(' ')}`;
  const { checkpoint } = read;
  if (checkpoint.origin !== origin) return 'is of another log.';
  if (checkpoint.size === size && Buffer.from(checkpoint.root).toString('hex') === root) return null;
  return `does not fit the log: it was changed after ${checkpoint.size} entries were signed.`;
}

function tileFaults(expected: readonly LogTileRow[], actual: readonly LogTileRow[]): readonly StoreFault[] {
  const name = ({ level, place }: LogTileRow): string => `tile ${level}/${place}`;
  const hashes = new Map(expected.map((tile) => [name(tile), tile.hash]));
  const wrong = actual.filter((tile) => hashes.get(name(tile)) !== tile.hash).map(name);
  const stored = new Set(actual.map(name));
  const missing = expected.map(name).filter((tile) => !stored.has(tile));
  return [...wrong, ...missing].map((item) => ({
    item,
    message: 'A hash of the proof tree is missing or does not fit the log.',
  }));
}

async function anchorFaults(
  { source, identity }: CheckRecordOptions,
  { roots, tree }: Walk,
  key: NoteVerifier,
): Promise<readonly StoreFault[]> {
  const faults: StoreFault[] = [];
  for (const row of await source.entriesWith('checkpoint-anchored')) {
    const [anchor] = bodiesOf<CheckpointAnchored>([row]);
    if (anchor === undefined) continue;
    const { size, checkpoint } = anchor;
    const root = roots.get(size);
    const wrong =
      root === undefined
        ? `covers ${size} entries, and the log has ${tree.size}.`
        : noteFault(checkpoint, { key, origin: identity.origin, size, root });
    if (wrong !== null)
      faults.push({
        item: `entry ${row.seq}`,
        message: `The checkpoint ${anchor.how} in entry ${row.seq} ${wrong}`,
      });
  }
  return faults;
}
