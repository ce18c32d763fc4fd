/**
 * An open backup file: its description, and its segments one after the other. Tells a file that was cut short (what a
 * crash leaves) from one in which something was changed, and names the segment and the position.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { ageDecrypt } from '../../crypto/age-file.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { MIB } from '../../record/size-words.ts';
import { checkedVaultFile, type VaultFile, vaultFileText } from '../vault-file.ts';
import {
  HEAD_BYTES,
  MOST_DESCRIPTION,
  readPreamble,
  readSegmentHead,
  type SegmentHead,
} from './backup-format.ts';
import { type RecordPart, readSegment } from './segment-records.ts';

/** Bytes that hold everything before the first segment. */
const START_BYTES = MOST_DESCRIPTION + 1024;
/** First bytes of every age file (C2SP age v1). */
const AGE_START = Buffer.from('age-encryption.org/v1\n');
/** Bytes looked through at once for a segment after damage. */
const WINDOW = MIB;

export interface BackupFile {
  /** As it was named. */
  readonly path: string;
  readonly handle: FileHandle;
  /** Bytes. */
  readonly size: number;
  readonly description: VaultFile & { readonly mac: string };
  /** Where the first segment begins. */
  readonly start: number;
  /** SHA-256 of what stands before it. */
  readonly startHash: string;
}

/**
 * Reads what stands before the first segment of an open file.
 *
 * @throws OnRecordError `unreadable-file`, `damaged`, `vault-too-new`
 * @example
 * const backup = await readBackupStart(handle, 'kessar.backup');
 */
export async function readBackupStart(handle: FileHandle, path: string): Promise<BackupFile> {
  const { size } = await handle.stat();
  const first = await readBytes(handle, 0, Math.min(size, START_BYTES));
  const read = readPreamble(first);
  if (!read.ok) {
    throw new OnRecordError(read.newer ? 'vault-too-new' : 'damaged', `${path} ${read.fault}`, {
      subject: path,
    });
  }
  const description = checkedVaultFile(read.description, path);
  if (vaultFileText(description) !== read.description)
    throw new OnRecordError('damaged', `${path} holds a description of a vault that was changed.`, {
      subject: path,
    });
  const startHash = sha256Hex(first.subarray(0, read.length));
  return { path, handle, size, description, start: read.length, startHash };
}

/**
 * Opens a backup for reading. Close its handle.
 *
 * @throws OnRecordError `not-found`, `unreadable-file`, `damaged`, `vault-too-new`
 * @example
 * const backup = await openBackup('kessar.backup');
 */
export async function openBackup(path: string): Promise<BackupFile> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const message = missing
      ? `There is no file ${path}. Check the spelling and where you stand.`
      : `The file ${path} cannot be read: see whether this user may, and whether the disk is whole.`;
    throw new OnRecordError(missing ? 'not-found' : 'unreadable-file', message, { subject: path, cause });
  });
  try {
    if (!(await handle.stat()).isFile()) throw notAFile(path);
    return await readBackupStart(handle, path);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function notAFile(path: string): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    `${path} is no file. Name the backup file, or the folder of a vault of onrecord 0.1; a folder of a newer vault can be copied as it is.`,
    { subject: path },
  );
}

/** One segment where it lies. */
export interface Segment extends SegmentHead {
  /** Of its head line, in bytes from the start of the file. */
  readonly position: number;
}

/** What stands at a position of a backup. */
export type Found =
  | { readonly what: 'segment'; readonly segment: Segment }
  /** The file ends here. */
  | { readonly what: 'end' }
  /** The file breaks off inside the segment that begins here. */
  | { readonly what: 'cut' }
  /** No head line stands here. */
  | { readonly what: 'damage' };

/**
 * Looks at a position.
 *
 * @example
 * await lookAt(backup, backup.start); // { what: 'segment', … }
 */
export async function lookAt(backup: BackupFile, position: number): Promise<Found> {
  const left = backup.size - position;
  if (left === 0) return { what: 'end' };
  if (left < HEAD_BYTES) return { what: 'cut' };
  const head = readSegmentHead(await readBytes(backup.handle, position, HEAD_BYTES));
  if (head === null) return { what: 'damage' };
  if (left < HEAD_BYTES + head.length) return { what: 'cut' };
  return { what: 'segment', segment: { ...head, position } };
}

/**
 * Where the next segment begins.
 *
 * @example
 * after(segment) === backup.size; // true for the last
 */
export function after({ position, length }: Segment): number {
  return position + HEAD_BYTES + length;
}

/** A segment that was opened. */
export interface OpenedSegment {
  /** SHA-256 of head line and age file. */
  readonly hash: string;
  /** Null: it does not open with this key, or is not laid out as a segment. */
  readonly content: { readonly previous: string; readonly parts: readonly RecordPart[] } | null;
}

/**
 * Decrypts a segment.
 *
 * @param key 32 bytes
 * @example
 * (await openSegment(backup, segment, key)).content?.parts.length;
 */
export async function openSegment(
  { handle }: Pick<BackupFile, 'handle'>,
  segment: Segment,
  key: Uint8Array,
): Promise<OpenedSegment> {
  const bytes = await readBytes(handle, segment.position, HEAD_BYTES + segment.length);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const plaintext = await ageDecrypt(bytes.subarray(HEAD_BYTES), key);
  const read = plaintext === null ? null : readSegment(plaintext);
  if (read === null || read.link.segment !== segment.number) return { hash, content: null };
  return { hash, content: { previous: read.link.previous, parts: read.parts } };
}

/**
 * The next place at or after a position where a whole segment begins: for telling what lies behind damage.
 *
 * @returns null when there is none
 * @example
 * await nextSegment(backup, 4711);
 */
export async function nextSegment(backup: BackupFile, from: number): Promise<Segment | null> {
  const overlap = HEAD_BYTES + AGE_START.length;
  for (let at = from; at < backup.size; at += WINDOW) {
    const window = await readBytes(backup.handle, at, Math.min(WINDOW + overlap, backup.size - at));
    for (let hit = window.indexOf(AGE_START); hit !== -1; hit = window.indexOf(AGE_START, hit + 1)) {
      const position = at + hit - HEAD_BYTES;
      if (position < from) continue;
      const found = await lookAt(backup, position);
      if (found.what === 'segment') return found.segment;
    }
  }
  return null;
}

/**
 * Reads bytes; fewer only where the file ends.
 *
 * @example
 * await readBytes(handle, 0, 18);
 */
export async function readBytes(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
