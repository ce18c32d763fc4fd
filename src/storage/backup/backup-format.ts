/**
 * The outer layout of a backup file, format 1, as docs/methods/backup-format.md describes it: a line with the format's
 * name, a line with hash and length of the vault's description, the description, then numbered segments, each a head
 * line of fixed length and an age file. Every head line carries a check of its own, so that a changed length is told
 * from a file that was cut short. Pure.
 */

import { createHash } from 'node:crypto';
import { sha256Hex } from '../../crypto/sha256.ts';
import { MIB } from '../../record/size-words.ts';

/** First line of every backup of format 1. */
export const BACKUP_MAGIC = 'onrecord-backup 1\n';
/** Bytes of a segment's head line. */
export const HEAD_BYTES = 47;
/** Bytes of plaintext after which a segment is closed. */
export const SEGMENT_BYTES = 8_388_608;
/** Bytes; a longer segment is not ours. */
export const MOST_SEGMENT_BYTES = SEGMENT_BYTES + MIB;
/** Bytes of the longest description. */
export const MOST_DESCRIPTION = 65_536;
const SECOND_LINE = /^([0-9a-f]{64}) ([0-9]{1,5})$/;
const HEAD = /^segment ([0-9]{8}) ([0-9]{12}) ([0-9a-f]{16})\n$/;
/** Bytes of the first two lines at most. */
const MOST_LINES = BACKUP_MAGIC.length + 64 + 1 + 5 + 1;

/**
 * What stands before the first segment.
 *
 * @param description text of the vault's vault.json
 * @example
 * preambleOf(text).toString().startsWith('onrecord-backup 1\n'); // true
 */
export function preambleOf(description: string): Buffer {
  const bytes = Buffer.from(description);
  return Buffer.concat([Buffer.from(`${BACKUP_MAGIC}${sha256Hex(bytes)} ${bytes.length}\n`), bytes]);
}

/** What was read before the first segment, or a sentence that says what is wrong. */
export type Preamble =
  | { readonly ok: true; readonly description: string /** Bytes. */; readonly length: number }
  | { readonly ok: false; readonly fault: string; readonly newer: boolean };

/**
 * Reads the first bytes of a file.
 *
 * @param start the first 70,000 bytes, or all when there are fewer
 * @example
 * readPreamble(Buffer.from('hello')); // { ok: false, fault: 'is no backup made by onrecord.', newer: false }
 */
export function readPreamble(start: Buffer): Preamble {
  const first = start.subarray(0, start.indexOf('\n') + 1).toString('latin1');
  const other = /^onrecord-backup ([0-9]{1,6})\n$/.exec(first);
  if (other === null) return no('is no backup made by onrecord, or its first line was changed.');
  if (first !== BACKUP_MAGIC)
    return { ...no(`has the format ${other[1]}; this onrecord knows format 1.`), newer: true };
  const lineEnd = start.subarray(0, MOST_LINES).indexOf('\n', BACKUP_MAGIC.length);
  const line = SECOND_LINE.exec(start.subarray(BACKUP_MAGIC.length, Math.max(lineEnd, 0)).toString('latin1'));
  if (line === null) return no('has a second line that was changed or cut off.');
  const bytes = start.subarray(lineEnd + 1, lineEnd + 1 + Number(line[2]));
  if (bytes.length !== Number(line[2]) || sha256Hex(bytes) !== line[1])
    return no('has lost its description of the vault: its first bytes were changed or cut off.');
  return { ok: true, description: bytes.toString(), length: lineEnd + 1 + bytes.length };
}

function no(fault: string): { readonly ok: false; readonly fault: string; readonly newer: boolean } {
  return { ok: false, fault, newer: false };
}

/** A segment as its head line announces it. */
export interface SegmentHead {
  /** 1-based. */
  readonly number: number;
  /** Bytes of the age file that follows. */
  readonly length: number;
}

/**
 * The head line of a segment.
 *
 * @example
 * segmentHead({ number: 1, length: 4711 }).length; // 47
 */
export function segmentHead({ number, length }: SegmentHead): Buffer {
  const fields = `segment ${String(number).padStart(8, '0')} ${String(length).padStart(12, '0')}`;
  const check = createHash('sha256').update(`${BACKUP_MAGIC}${fields}`).digest('hex').slice(0, 16);
  return Buffer.from(`${fields} ${check}\n`);
}

/**
 * Reads a head line; null when it was changed.
 *
 * @param bytes 47 bytes
 * @example
 * readSegmentHead(segmentHead({ number: 1, length: 4711 })); // { number: 1, length: 4711 }
 */
export function readSegmentHead(bytes: Buffer): SegmentHead | null {
  const found = HEAD.exec(bytes.toString('latin1'));
  if (found === null) return null;
  const head = { number: Number(found[1]), length: Number(found[2]) };
  return segmentHead(head).equals(bytes) && head.length <= MOST_SEGMENT_BYTES ? head : null;
}
