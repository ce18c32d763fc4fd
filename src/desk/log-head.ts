/** The signed head of the log, taken apart for people: what to keep elsewhere, and what a dossier carries. */
import { parseCheckpoint } from '../crypto/checkpoint.ts';
import type { RecordStore } from './ports/record-store.ts';

export interface LogHead {
  /** Entries covered; the number of the last one. */
  readonly seq: number;
  /** Root of the proof tree, hexadecimal. */
  readonly root: string;
  /** The signed note, as it may be given to anybody. */
  readonly checkpoint: string;
}

/**
 * Reads the head; null while the log is empty.
 *
 * @example
 * (await logHead(desk.store))?.seq; // 412
 */
export async function logHead(store: Pick<RecordStore, 'checkpoint'>): Promise<LogHead | null> {
  const signed = await store.checkpoint();
  if (signed === null) return null;
  const text = signed.note.slice(0, signed.note.indexOf('\n\n') + 1);
  const read = parseCheckpoint(text);
  const root = read.ok ? Buffer.from(read.checkpoint.root).toString('hex') : '';
  return { seq: signed.size, root, checkpoint: signed.note };
}
