/**
 * The desk's notes as a file of the vault, `notes.sqlite` in its data folder, also where the record lies in PostgreSQL: encrypted
 * page by page with a key of its own when the vault is encrypted. Freed pages are overwritten. It is no part of the record. It is
 * made when the first note is kept.
 */
import { chmodSync, existsSync } from 'node:fs';
import type { DeskNote, DeskNotes, NoteKind } from '../../desk/ports/desk-notes.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';

/** Name in the data folder. */
export const NOTES_FILE = 'notes.sqlite';

const BUSY_TIMEOUT = 5000;
const VERSION = 1;
/** More than these and the oldest go. */
const MOST_OF_A_KIND = 2_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS notes (
    kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT, body TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (kind, name)
  ) STRICT, WITHOUT ROWID;
`;

export interface NotesFileOptions {
  /** 32 bytes; null: the vault is not encrypted. */
  readonly key: Uint8Array | null;
  readonly readOnly: boolean;
}

/** Notes of a vault; close them with it. */
export interface NotesFile extends DeskNotes {
  close(): Promise<void>;
}

/**
 * The notes in a file, which is opened when it is first needed.
 *
 * @example
 * const notes = notesFile('/vault/data-1/notes.sqlite', { key, readOnly: false });
 * await notes.all('draft'); // []
 */
export function notesFile(file: string, options: NotesFileOptions): NotesFile {
  let opening: Promise<SqliteDatabase> | null = null;
  let closed = false;
  const opened = (): Promise<SqliteDatabase> => {
    if (closed) throw new TypeError('The notes are closed.');
    opening ??= openNotes(file, options);
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };
  const told = async <T>(work: (db: SqliteDatabase) => T): Promise<T> => {
    try {
      return work(await opened());
    } catch (error) {
      const fault = storageFault(error, file);
      throw fault instanceof OnRecordError && fault.code === 'damaged' ? damaged(file, error) : fault;
    }
  };
  return {
    all: async (kind) => (existsSync(file) ? told((db) => notesOf(db, kind)) : []),
    put: async (note) => {
      if (options.readOnly) throw readOnly();
      await told((db) => void putNote(db, note));
    },
    drop: async (kind, name) => {
      if (!existsSync(file)) return;
      if (options.readOnly) throw readOnly();
      await told((db) => db.prepare('DELETE FROM notes WHERE kind = ? AND name = ?').run(kind, name));
    },
    forget: async (sources) => {
      if (!existsSync(file)) return;
      await told((db) => {
        for (const source of sources) db.prepare('DELETE FROM notes WHERE source = ?').run(source);
        // What was written before lies in the write-ahead log until it is brought over.
        db.pragma('wal_checkpoint(TRUNCATE)');
      });
    },
    close: async () => {
      closed = true;
      const db = await opening?.catch(() => null);
      db?.close();
    },
  };
}

/**
 * Brings all notes over into a file under another key; nothing happens when there are none.
 *
 * @example
 * await copyNotes({ file: '/vault/data-1/notes.sqlite', key }, { file: '/vault/data-2/notes.sqlite', key: next });
 */
export async function copyNotes(
  from: { readonly file: string; readonly key: Uint8Array | null },
  to: { readonly file: string; readonly key: Uint8Array | null },
): Promise<void> {
  if (!existsSync(from.file)) return;
  const old = await openNotes(from.file, { key: from.key, readOnly: false });
  try {
    const notes = old.prepare<unknown[], DeskNote>('SELECT kind, name, source, body, at FROM notes').all();
    await writeNotes(to.file, to.key, notes);
  } finally {
    old.close();
  }
}

/**
 * Writes notes into a new file; nothing happens when there are none.
 *
 * @throws OnRecordError `disk-full`, `read-only`
 * @example
 * await writeNotes('/vault/data-1/notes.sqlite', key, notes);
 */
export async function writeNotes(
  file: string,
  key: Uint8Array | null,
  notes: readonly DeskNote[],
): Promise<void> {
  if (notes.length === 0) return;
  const db = await openNotes(file, { key, readOnly: false });
  try {
    db.transaction(() => {
      for (const note of notes) putNote(db, note);
    })();
  } finally {
    db.close();
  }
}

async function openNotes(file: string, { key, readOnly }: NotesFileOptions): Promise<SqliteDatabase> {
  const create = !existsSync(file) && !readOnly;
  const db = await openDatabase(file, { readOnly, busyTimeout: BUSY_TIMEOUT, create, key });
  try {
    if (!readOnly) {
      chmodSync(file, 0o600);
      db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function notesOf(db: SqliteDatabase, kind: NoteKind): readonly DeskNote[] {
  return db
    .prepare<unknown[], DeskNote>(
      'SELECT kind, name, source, body, at FROM notes WHERE kind = ? ORDER BY at DESC, name',
    )
    .all(kind);
}

function putNote(db: SqliteDatabase, { kind, name, source, body, at }: DeskNote): void {
  db.prepare(
    `INSERT INTO notes (kind, name, source, body, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, name) DO UPDATE SET source = excluded.source, body = excluded.body, at = excluded.at`,
  ).run(kind, name, source, body, at);
  db.prepare(
    `DELETE FROM notes WHERE kind = ? AND name IN
       (SELECT name FROM notes WHERE kind = ? ORDER BY at DESC, name LIMIT -1 OFFSET ?)`,
  ).run(kind, kind, MOST_OF_A_KIND);
}

function damaged(file: string, cause: unknown): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The desk's notes (${NOTES_FILE} in the vault) cannot be read: drafts and saved searches are lost. The record is not touched. Move the file away to begin with none.`,
    { subject: file, cause },
  );
}

function readOnly(): OnRecordError {
  return new OnRecordError('read-only', 'This vault can be read but not written: nothing was kept.');
}
