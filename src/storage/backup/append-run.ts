/**
 * One run of a backup: the entries after the last one covered, each with the text and the bytes it brought, then a record
 * that says what the file holds, under the signed head of the log; at last the desk's notes and the accounts of a team, in a run of their own. A long run
 * is ended every half GiB, so that a crash costs no more. Refuses a log that does not prove itself, and one of which the file holds another beginning.
 */
import { entryDifference } from '../../crypto/log-leaf.ts';
import type { NoteSigner } from '../../crypto/note-key.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { EMPTY_PEAKS, pushLeaf, type TreePeaks } from '../../crypto/tree-peaks.ts';
import type { BackupProgress } from '../../desk/ports/backups.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { signedHead } from '../append/grow-tree.ts';
import type { LogRow } from '../tables.ts';
import type { BackedItem } from '../team/team-backup.ts';
import { notesRecord } from './backed-notes.ts';
import type { NumberedTombstone, RecordSource } from './record-source.ts';
import type { EndOfRun } from './segment-records.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** Bytes after which a run is ended, that it may be continued there. */
const RUN_BYTES = 536_870_912;
/** Missing blobs that are named; more are not told apart. */
const MOST_MISSING = 1000;
const NOTHING = new Uint8Array(0);

export interface RunInput {
  readonly source: RecordSource;
  readonly blobs: BlobStore;
  /** Of which every source they name is in the moment of the record. */
  readonly notes: readonly DeskNote[];
  /** Of the team beside the record. */
  readonly team: readonly BackedItem[];
  readonly signer: NoteSigner;
  readonly writer: SegmentWriter;
  /** What the file holds already; null: nothing. */
  readonly last: EndOfRun | null;
  /** Makes everything written so far safe on the disk. */
  readonly sync: () => Promise<void>;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: BackupProgress) => void) | undefined;
  /** Everything written so far is whole and safe. */
  readonly onEnd: () => void;
  /** Throws when bytes are missing because the record was changed meanwhile. */
  readonly onMissing: (sha256: Sha256) => Promise<void>;
}

interface RunState {
  tree: TreePeaks;
  texts: number;
  blobs: number;
  missing: Sha256[];
  /** Bytes since the last end of a run. */
  fresh: number;
  ended: EndOfRun | null;
}

/**
 * Writes a run.
 *
 * @returns the last end that was written; null when the run was stopped before there could be one
 * @throws OnRecordError `damaged`, `vault-busy`
 * @example
 * const end = await appendRun(input);
 */
export async function appendRun(input: RunInput): Promise<EndOfRun | null> {
  const { source, last } = input;
  const head = await source.head();
  const total = head?.size ?? 0;
  const tombstones = await source.tombstones();
  const state: RunState = { ...startOf(last), tree: await coveredTree(input, total) };
  for await (const row of source.log(last?.entries ?? 0)) {
    await writeEntry(input, state, row);
    input.onProgress?.({ entries: state.tree.size, of: total, bytes: input.writer.at().position });
    const stopping = input.signal?.aborted === true;
    if (row.seq === total || !(stopping || state.fresh >= RUN_BYTES)) continue;
    if (isWhole(tombstones, row.seq)) await endRun(input, state, total);
    if (stopping) return state.ended;
  }
  if (state.tree.size !== total) throw damaged('The log of the vault does not fit its head.');
  if (head !== null && signedHead(state.tree, input.signer) !== head.checkpoint)
    throw damaged('The signed head of the log does not fit the log.');
  await endRun(input, state, total);
  await writeBeside(input, state, total);
  return state.ended;
}

/** What stands beside the record, in a run of its own that the next one cuts off. */
async function writeBeside(input: RunInput, state: RunState, total: number): Promise<void> {
  const { notes, team, writer } = input;
  if (notes.length + team.length === 0) return;
  if (notes.length > 0) {
    const { name, bytes } = notesRecord(notes);
    await writer.add(name, bytes);
  }
  if (team.length > 0) {
    const bytes = Buffer.from(JSON.stringify(team));
    await writer.add({ kind: 'team', sha256: sha256Hex(bytes), count: team.length }, bytes);
  }
  await endRun(input, state, total, { notes: notes.length, team: team.length });
}

function startOf(last: EndOfRun | null): Omit<RunState, 'tree'> {
  const { texts = 0, blobs = 0, missing = [] } = last ?? {};
  return { texts, blobs, missing: [...missing], fresh: 0, ended: null };
}

/** The tree over what the file holds, made again from the vault and compared. */
async function coveredTree({ source, last, signer }: RunInput, total: number): Promise<TreePeaks> {
  if (last === null || last.entries === 0) return EMPTY_PEAKS;
  if (last.entries > total) {
    throw new OnRecordError(
      'bad-usage',
      `The backup holds ${last.entries} entries and the vault only ${total}: the vault is older. Restore the backup, or name another file for this vault.`,
    );
  }
  let tree = EMPTY_PEAKS;
  for await (const { leaf } of source.log(0)) {
    tree = pushLeaf(tree, Buffer.from(leaf, 'hex')).peaks;
    if (tree.size === last.entries) break;
  }
  if (signedHead(tree, signer) === last.checkpoint) return tree;
  throw new OnRecordError(
    'verify-failed',
    `The first ${last.entries} entries of the backup are not those of this vault: one of the two was changed, or a copy of the vault was used beside it. Nothing was written. Keep both, and run: onrecord verify.`,
  );
}

async function writeEntry(input: RunInput, state: RunState, row: LogRow): Promise<void> {
  const difference = entryDifference({ ...row, bytesCommitment: row.bytes_commitment });
  if (difference !== null) throw damaged(difference);
  const { writer } = input;
  const text = await input.source.textOf(row);
  if (text !== null) {
    const bytes = Buffer.from(text.content);
    await writer.add({ kind: 'text', sha256: text.sha256 }, bytes);
    state.texts += 1;
    state.fresh += bytes.length;
  }
  const sha256 = await input.source.bytesOf(row);
  if (sha256 !== null) await writeBlob(input, state, sha256);
  const key = await input.source.recordKeyOf(row);
  if (key !== null) {
    const { epoch, wrapped } = key;
    await writer.add({ kind: 'record-key', seq: row.seq, epoch }, Buffer.from(wrapped));
  }
  const { body, ...named } = row;
  const bytes = body === null ? NOTHING : Buffer.from(body);
  await writer.add({ kind: 'entry', ...named }, bytes);
  state.fresh += bytes.length;
  state.tree = pushLeaf(state.tree, Buffer.from(row.leaf, 'hex')).peaks;
}

async function writeBlob(input: RunInput, state: RunState, sha256: Sha256): Promise<void> {
  const bytes = await bytesOrNull(input.blobs, sha256);
  if (bytes === null) {
    await input.onMissing(sha256);
    if (state.missing.length < MOST_MISSING) state.missing.push(sha256);
    return;
  }
  await input.writer.add({ kind: 'blob', sha256 }, bytes);
  state.blobs += 1;
  state.fresh += bytes.length;
}

/** Damaged bytes are as good as none: what is left of the record is still worth keeping. */
async function bytesOrNull(blobs: BlobStore, sha256: Sha256): Promise<Uint8Array | null> {
  try {
    return await blobs.get(sha256);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return null;
    throw error;
  }
}

/** No entry up to here was erased by a tombstone after it: without that one it could not be played again. */
function isWhole(tombstones: readonly NumberedTombstone[], seq: number): boolean {
  return tombstones.every(
    (tombstone) => tombstone.seq <= seq || !tombstone.entries.some((entry) => entry <= seq),
  );
}

async function endRun(
  input: RunInput,
  state: RunState,
  total: number,
  { notes, team } = { notes: 0, team: 0 },
): Promise<void> {
  const { writer, signer, at } = input;
  await writer.flush();
  await input.sync();
  const end: EndOfRun = {
    kind: 'end',
    entries: state.tree.size,
    head: total,
    checkpoint: signedHead(state.tree, signer),
    texts: state.texts,
    blobs: state.blobs,
    missing: state.missing,
    at,
    ...(notes > 0 ? { notes } : {}),
    ...(team > 0 ? { team } : {}),
  };
  await writer.add(end, NOTHING);
  await writer.flush();
  await input.sync();
  input.onEnd();
  state.ended = end;
  state.fresh = 0;
}

function damaged(what: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `${what} Nothing more was written to the backup. Keep a copy of the vault as it is, and run: onrecord verify.`,
  );
}
