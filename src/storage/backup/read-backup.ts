/**
 * Reads a backup from its first byte to its last and proves it: every segment opens and follows the one before, every
 * entry fits its leaf, every text and blob its hash, and every end of a run the signed head over the entries until then.
 * Names the first segment in which something differs.
 */
import { createHash } from 'node:crypto';
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { entryDifference } from '../../crypto/log-leaf.ts';
import { type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { EMPTY_PEAKS, pushLeaf, rootOfPeaks, type TreePeaks } from '../../crypto/tree-peaks.ts';
import type { BackupFault } from '../../desk/ports/backups.ts';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { LogRow } from '../tables.ts';
import { type BackedItem, readTeam } from '../team/team-backup.ts';
import { readNotes } from './backed-notes.ts';
import { after, type BackupFile, lookAt, openSegment, type Segment } from './backup-file.ts';
import type { RecordItem } from './record-source.ts';
import type { EndOfRun, RecordName, RecordPart } from './segment-records.ts';

/** Bytes of one record; a larger one is not ours. */
const MOST_RECORD = 2_147_483_647;

/** What reading gives, in the order of the file. */
export type BackupEvent =
  | { readonly kind: 'item'; readonly item: RecordItem }
  /** Notes of the desk; they count when an end follows. */
  | { readonly kind: 'notes'; readonly notes: readonly DeskNote[] }
  /** Things of a team; they count when an end follows. */
  | { readonly kind: 'team'; readonly items: readonly BackedItem[] }
  | { readonly kind: 'end'; readonly end: EndOfRun; readonly segment: number }
  /** Segment read; bytes of the file until its end. */
  | { readonly kind: 'progress'; readonly position: number }
  /** The last event. */
  | { readonly kind: 'stop'; readonly fault: BackupFault | null; readonly unfinished: number };

interface ReadState {
  segment: number;
  previous: string;
  tree: TreePeaks;
  texts: number;
  blobs: number;
  entries: number;
  /** Notes since the last end of a run. */
  notes: number;
  /** Things of a team, likewise. */
  team: number;
  /** A record of which parts are still to come. */
  open: {
    readonly name: RecordName;
    readonly size: number;
    readonly bytes: Uint8Array[];
    have: number;
  } | null;
  /** Where the last complete run ends. */
  whole: number;
}

/**
 * Reads and proves a backup.
 *
 * @param key from `deriveKey(master, 'onrecord/backup/v1')`
 * @example
 * for await (const event of readBackup(backup, key)) if (event.kind === 'item') play(event.item);
 */
export async function* readBackup(backup: BackupFile, key: Uint8Array): AsyncGenerator<BackupEvent> {
  const verifier = parseVkey(backup.description.log.vkey);
  if (!verifier.ok) throw new OnRecordError('damaged', `The log's key in ${backup.path} cannot be read.`);
  const state: ReadState = {
    segment: 0,
    previous: backup.startHash,
    tree: EMPTY_PEAKS,
    texts: 0,
    blobs: 0,
    entries: 0,
    notes: 0,
    team: 0,
    open: null,
    whole: backup.start,
  };
  let at = backup.start;
  const stop = (message: string | null): BackupEvent => ({
    kind: 'stop',
    fault: message === null ? null : { segment: state.segment + 1, position: at, message },
    unfinished: backup.size - state.whole,
  });
  for (let found = await lookAt(backup, at); ; found = await lookAt(backup, at)) {
    if (found.what === 'end' || found.what === 'cut') return yield stop(null);
    if (found.what === 'damage') return yield stop('The line at its beginning was changed.');
    const events: BackupEvent[] = [];
    const message = await readOne(backup, found.segment, { key, verifier: verifier.key, state, events });
    yield* events;
    if (message !== null) return yield stop(message);
    at = after(found.segment);
    yield { kind: 'progress', position: at };
  }
}

interface Reading {
  readonly key: Uint8Array;
  readonly verifier: NoteVerifier;
  readonly state: ReadState;
  readonly events: BackupEvent[];
}

/** Null, or what is wrong with the segment. */
async function readOne(backup: BackupFile, segment: Segment, reading: Reading): Promise<string | null> {
  const { state, events } = reading;
  if (segment.number !== state.segment + 1)
    return `Segment ${segment.number} stands in its place: segments were removed, put in or exchanged.`;
  const { hash, content } = await openSegment(backup, segment, reading.key);
  if (content === null) return 'It does not open: its bytes were changed, or it was made with another key.';
  if (content.previous !== state.previous)
    return 'It does not follow the segment before it: that one was exchanged, or this one belongs elsewhere.';
  for (const part of content.parts) {
    const message = takePart(part, reading);
    if (message !== null) return message;
  }
  state.segment = segment.number;
  state.previous = hash;
  const last = events.at(-1);
  if (last?.kind === 'end') state.whole = after(segment);
  return null;
}

function takePart(part: RecordPart, reading: Reading): string | null {
  const { state } = reading;
  const { name, size, from, bytes } = part;
  if (size > MOST_RECORD) return 'It holds a record that is too large to be one.';
  state.open ??= { name, size, bytes: [], have: 0 };
  const { open } = state;
  if (open.size !== size || open.have !== from || JSON.stringify(open.name) !== JSON.stringify(name))
    return 'A part of a record is missing in it.';
  open.bytes.push(bytes);
  open.have += bytes.length;
  if (open.have < size) return null;
  state.open = null;
  const [only] = open.bytes;
  const whole = open.bytes.length === 1 && only !== undefined ? only : Buffer.concat(open.bytes);
  return takeRecord(name, whole, reading);
}

function takeRecord(name: RecordName, bytes: Uint8Array, reading: Reading): string | null {
  const { state, events } = reading;
  if (name.kind === 'end') return takeEnd(name, reading);
  if (name.kind === 'entry') return takeEntry(name, bytes, reading);
  if (name.kind === 'record-key') {
    const { seq, epoch } = name;
    if (seq !== state.entries + 1)
      return `It holds a key of entry ${seq} in another place than before that entry.`;
    const wrapped = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    events.push({ kind: 'item', item: { kind: 'record-key', seq, key: { epoch, wrapped } } });
    return null;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== name.sha256)
    return `It holds a ${name.kind} that does not give the hash it stands under: ${name.sha256}.`;
  if (name.kind === 'notes') {
    const notes = readNotes(bytes);
    if (notes === null || notes.length !== name.count)
      return 'It holds notes of the desk that cannot be read.';
    state.notes += notes.length;
    events.push({ kind: 'notes', notes });
    return null;
  }
  if (name.kind === 'team') {
    const items = readTeam(bytes);
    if (items === null || items.length !== name.count)
      return 'It holds accounts of a team that cannot be read.';
    state.team += items.length;
    events.push({ kind: 'team', items });
    return null;
  }
  if (name.kind === 'text') {
    state.texts += 1;
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    events.push({ kind: 'item', item: { kind: 'text', sha256: name.sha256, content } });
  } else {
    state.blobs += 1;
    events.push({ kind: 'item', item: { kind: 'blob', sha256: name.sha256, bytes } });
  }
  return null;
}

function takeEntry(
  name: RecordName & { readonly kind: 'entry' },
  bytes: Uint8Array,
  { state, events }: Reading,
): string | null {
  const { kind: _, ...named } = name;
  const body =
    named.salt === null && bytes.length === 0
      ? null
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const row: LogRow = { ...named, body };
  state.entries += 1;
  if (row.seq !== state.entries) return `Entry ${state.entries} is missing in it.`;
  const difference = entryDifference({ ...row, bytesCommitment: row.bytes_commitment });
  if (difference !== null) return difference;
  state.tree = pushLeaf(state.tree, Buffer.from(row.leaf, 'hex')).peaks;
  events.push({ kind: 'item', item: { kind: 'entry', row } });
  return null;
}

function takeEnd(end: EndOfRun, { state, events, verifier }: Reading): string | null {
  const { entries, texts, blobs, notes, team } = state;
  const beside = (end.notes ?? 0) === notes && (end.team ?? 0) === team;
  if (end.entries !== entries || end.texts !== texts || end.blobs !== blobs || !beside)
    return 'It says that other things stand before it than are there.';
  state.notes = 0;
  state.team = 0;
  const note = openNote(end.checkpoint, [verifier]);
  const read = note.ok ? parseCheckpoint(note.text) : null;
  if (read?.ok !== true) return 'The signature of the log in it cannot be trusted.';
  const { size, root } = read.checkpoint;
  if (size !== end.entries || !Buffer.from(root).equals(rootOfPeaks(state.tree)))
    return `The log until there is not the one that was signed after ${size} entries.`;
  events.push({ kind: 'end', end, segment: state.segment + 1 });
  return null;
}
