/** Writes records into segments at the end of a backup file: bounded in size, encrypted one by one, chained by hash. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ageEncrypt } from '../../crypto/age-file.ts';
import { SEGMENT_BYTES, segmentHead } from './backup-format.ts';
import { linkLine, partLine, type RecordName, type RecordPart } from './segment-records.ts';

/** Where writing goes on. */
export interface WritePosition {
  /** Bytes from the start of the file. */
  readonly position: number;
  /** Of the last segment; 0: none yet. */
  readonly segment: number;
  /** SHA-256 of the last segment, or of what stands before the first. */
  readonly previous: string;
}

export interface SegmentWriter {
  /** Adds a record; its bytes must stay as they are until they are flushed. */
  add(name: RecordName, bytes: Uint8Array): Promise<void>;
  /** Writes what is collected, as a segment of its own. */
  flush(): Promise<void>;
  at(): WritePosition;
}

const NEWLINE = Buffer.from('\n');

/**
 * Goes on writing at a position.
 *
 * @param key 32 bytes, the secret of the age files
 * @example
 * const writer = segmentWriter(handle, { position, segment: 0, previous }, key);
 */
export function segmentWriter(handle: FileHandle, start: WritePosition, key: Uint8Array): SegmentWriter {
  let at = start;
  let pieces: Uint8Array[] = [];
  let held = 0;
  const put = (...added: readonly Uint8Array[]): void => {
    for (const piece of added) {
      pieces.push(piece);
      held += piece.length;
    }
  };
  const flush = async (): Promise<void> => {
    if (held === 0) return;
    const number = at.segment + 1;
    const plaintext = Buffer.concat([linkLine({ segment: number, previous: at.previous }), ...pieces]);
    pieces = [];
    held = 0;
    const sealed = await ageEncrypt(plaintext, key);
    plaintext.fill(0);
    const head = segmentHead({ number, length: sealed.length });
    await writeWhole(handle, [head, sealed], at.position);
    const previous = createHash('sha256').update(head).update(sealed).digest('hex');
    at = { position: at.position + head.length + sealed.length, segment: number, previous };
  };
  return {
    add: async (name, bytes) => {
      let from = 0;
      do {
        if (bytes.length - from > SEGMENT_BYTES - held && held > (SEGMENT_BYTES / 8) * 7) await flush();
        const room = SEGMENT_BYTES - held;
        const part: RecordPart = { name, size: bytes.length, from, bytes: bytes.subarray(from, from + room) };
        put(partLine(part), part.bytes, NEWLINE);
        from += part.bytes.length;
        if (held >= SEGMENT_BYTES) await flush();
      } while (from < bytes.length);
    },
    flush,
    at: () => at,
  };
}

async function writeWhole(
  handle: FileHandle,
  pieces: readonly Uint8Array[],
  position: number,
): Promise<void> {
  let at = position;
  for (const piece of pieces) {
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await handle.write(piece, done, piece.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
  }
}
