/**
 * The desk's notes as a backup holds them: one record, JSON, at the very end of the file, where the next run cuts it off and puts
 * the present ones. What was dropped in the vault so stays in no backup that was run since.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { type DeskNote, type DeskNotes, NOTE_KINDS } from '../../desk/ports/desk-notes.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { RecordName } from './segment-records.ts';

/**
 * All notes of a vault; null: they cannot be read, which keeps no record from being backed up.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * (await everyNote(vault.notes))?.length; // 2
 */
export async function everyNote(notes: DeskNotes): Promise<readonly DeskNote[] | null> {
  try {
    const all: DeskNote[] = [];
    for (const kind of NOTE_KINDS) all.push(...(await notes.all(kind)));
    return all;
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return null;
    throw error;
  }
}

/**
 * Notes that stood both before a moment of the record began and after: every source that they name is in that moment, for it came
 * before them, and none was erased by then, for they would have gone first.
 *
 * @param before null: they could not be read
 * @example
 * notesOfMoment(before, after);
 */
export function notesOfMoment(
  before: readonly DeskNote[] | null,
  after: readonly DeskNote[] | null,
): readonly DeskNote[] | null {
  if (before === null || after === null) return null;
  const stands = new Set(after.map((note) => JSON.stringify(note)));
  return before.filter((note) => stands.has(JSON.stringify(note)));
}

/**
 * The record of some notes.
 *
 * @example
 * const { name, bytes } = notesRecord(notes);
 * await writer.add(name, bytes);
 */
export function notesRecord(notes: readonly DeskNote[]): {
  readonly name: RecordName & { readonly kind: 'notes' | 'team' };
  readonly bytes: Uint8Array;
} {
  const bytes = Buffer.from(JSON.stringify(notes));
  return { name: { kind: 'notes', sha256: sha256Hex(bytes), count: notes.length }, bytes };
}

/**
 * Reads the bytes of such a record; null when they are no notes.
 *
 * @example
 * readNotes(Buffer.from('[]')); // []
 */
export function readNotes(bytes: Uint8Array): readonly DeskNote[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(read) && read.every(isNote) ? read : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is DeskNote {
  const note = (value ?? {}) as Partial<Record<keyof DeskNote, unknown>>;
  return (
    NOTE_KINDS.some((kind) => kind === note.kind) &&
    [note.name, note.body, note.at].every((text) => typeof text === 'string') &&
    (note.source === null || typeof note.source === 'string')
  );
}
