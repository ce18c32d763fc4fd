/** The tables of the index of text reuse: captures with their words, and blocks of fingerprints, as plain numbers in blobs. */
import type { FingerprintBlock, FingerprintRun, ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import type { CaptureId } from '../../record/id.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';

export const REUSE_SCHEMA = `
CREATE TABLE captures (number INTEGER PRIMARY KEY, capture TEXT NOT NULL, outlet TEXT NOT NULL, length INTEGER NOT NULL);
CREATE TABLE words (number INTEGER PRIMARY KEY, codes BLOB NOT NULL);
CREATE TABLE runs (id INTEGER PRIMARY KEY, bits INTEGER NOT NULL, entries INTEGER NOT NULL, up_to INTEGER NOT NULL);
CREATE TABLE blocks (id INTEGER PRIMARY KEY, entries BLOB NOT NULL);`;

/** Blocks of one run follow each other. */
const RUN_BLOCKS = 2 ** 25;

/**
 * Reads and writes the tables of an open database.
 *
 * @example
 * [...reuseBlocks(db).captures(0)].length; // 0 in a new file
 */
export function reuseBlocks(db: SqliteDatabase): Omit<ReuseBlocks, 'clear'> {
  const captures = db.prepare<[number], { capture: CaptureId; outlet: string; length: number }>(
    'SELECT capture, outlet, length FROM captures WHERE number >= ? ORDER BY number',
  );
  const wordsOf = db.prepare<[number], Buffer>('SELECT codes FROM words WHERE number = ?').pluck();
  const blockOf = db.prepare<[number], Buffer>('SELECT entries FROM blocks WHERE id = ?').pluck();
  const addCapture = db.prepare('INSERT INTO captures (capture, outlet, length, number) VALUES (?, ?, ?, ?)');
  const addWords = db.prepare('INSERT INTO words (number, codes) VALUES (?, ?)');
  const addBlock = db.prepare('INSERT INTO blocks (id, entries) VALUES (?, ?)');
  let next = db.prepare<[], number>('SELECT count(*) FROM captures').pluck().get() ?? 0;
  const inTransaction = db.transaction((write: () => unknown) => write());
  return {
    captures: (from) => captures.iterate(from),
    words: (number) => new Uint16Array(whole(wordsOf.get(number))),
    addCapture({ capture, outlet, words }) {
      inTransaction(() => {
        addCapture.run(capture, outlet, words.length, next);
        addWords.run(next, bytesOf(words));
      });
      next += 1;
    },
    runs: () =>
      db
        .prepare<[], FingerprintRun>('SELECT id, bits, entries, up_to AS upTo FROM runs ORDER BY up_to, id')
        .all(),
    block(run, block) {
      const bytes = blockOf.get(run * RUN_BLOCKS + block);
      return bytes === undefined ? null : new Uint32Array(whole(bytes));
    },
    addBlocks(run, blocks: Iterable<FingerprintBlock>) {
      for (const { block, entries } of blocks) addBlock.run(run * RUN_BLOCKS + block, bytesOf(entries));
    },
    addRun({ id, bits, entries, upTo }) {
      db.prepare('INSERT INTO runs (id, bits, entries, up_to) VALUES (?, ?, ?, ?)').run(
        id,
        bits,
        entries,
        upTo,
      );
    },
    dropRun(run) {
      db.prepare('DELETE FROM blocks WHERE id >= ? AND id < ?').run(run * RUN_BLOCKS, (run + 1) * RUN_BLOCKS);
      db.prepare('DELETE FROM runs WHERE id = ?').run(run);
    },
    together: <T>(write: () => T): T => inTransaction(write) as T,
    close: () => void db.close(),
  };
}

function bytesOf(values: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** The bytes alone in a buffer of their own, so that numbers may be read from it. */
function whole(bytes: Buffer | undefined): ArrayBuffer {
  const copy = new ArrayBuffer(bytes?.length ?? 0);
  if (bytes !== undefined) new Uint8Array(copy).set(bytes);
  return copy;
}
