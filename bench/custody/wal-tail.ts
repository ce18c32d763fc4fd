/**
 * The end of PostgreSQL's write-ahead log, read from its files while no server runs: where each transaction's commit record
 * ends, and where the log ends. After `src/include/access/xlogrecord.h` and `xlog_internal.h` of PostgreSQL 15 to 18;
 * little-endian machines, segments of 4 MB, timeline 1. Checksums of records are not computed: the chain of `xl_prev` and the
 * addresses of pages tell where the log ends.
 */
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SEGMENT = 4 * 1024 * 1024;
const PAGE = 8192;
const SHORT_HEADER = 24;
const LONG_HEADER = 40;
const RECORD_HEADER = 24;
const XACT = 1;
const COMMIT = 0;

/** Positions in the log, as byte addresses (LSN). */
export interface WalTail {
  /** Where the last checkpoint begins to redo. */
  readonly redo: number;
  /** Ends of all commit records since, in order. */
  readonly commits: readonly number[];
  /** Behind the last record. */
  readonly end: number;
}

/**
 * Reads the log of a server that is not running.
 *
 * @param data the data directory
 * @example
 * const { commits, end } = readWalTail('/tmp/data');
 */
export function readWalTail(data: string): WalTail {
  const control = readFileSync(join(data, 'global', 'pg_control'));
  const redo = Number(control.readBigUInt64LE(40));
  const pages = new Map<number, Buffer | null>();
  const pageAt = (start: number): Buffer | null => {
    if (!pages.has(start)) pages.set(start, readPage(data, start));
    return pages.get(start) ?? null;
  };
  const commits: number[] = [];
  let [at, before] = [redo, -1];
  for (;;) {
    const record = readRecord(pageAt, at);
    if (record === null || (before >= 0 && record.previous !== before)) return { redo, commits, end: at };
    if (record.manager === XACT && (record.info & 0x70) === COMMIT) commits.push(record.end);
    before = record.start;
    at = record.next;
  }
}

interface WalRecord {
  readonly start: number;
  readonly end: number;
  /** Where the next record may begin: records are aligned to 8 bytes. */
  readonly next: number;
  readonly previous: number;
  readonly info: number;
  readonly manager: number;
}

function readRecord(pageAt: (start: number) => Buffer | null, at: number): WalRecord | null {
  const start = behindHeader(at);
  const first = pageAt(start - (start % PAGE));
  const length = first === null ? 0 : first.readUInt32LE(start % PAGE);
  if (length < RECORD_HEADER || length > SEGMENT * 16) return null;
  const content: Buffer[] = [];
  let place = start;
  for (let left = length; left > 0; ) {
    place = behindHeader(place);
    const page = pageAt(place - (place % PAGE));
    if (page === null) return null;
    const part = page.subarray(place % PAGE, Math.min(PAGE, (place % PAGE) + left));
    content.push(part);
    left -= part.length;
    place += part.length;
  }
  const header = Buffer.concat(content).subarray(0, RECORD_HEADER);
  return {
    start,
    end: place,
    next: Math.ceil(place / 8) * 8,
    previous: Number(header.readBigUInt64LE(8)),
    info: header.readUInt8(16),
    manager: header.readUInt8(17),
  };
}

function behindHeader(at: number): number {
  if (at % PAGE !== 0) return at;
  return at + (at % SEGMENT === 0 ? LONG_HEADER : SHORT_HEADER);
}

/** Null: this page was not written, or is left of an older use of the file. */
function readPage(data: string, start: number): Buffer | null {
  const page = Buffer.alloc(PAGE);
  try {
    const handle = openSync(segmentAt(data, start), 'r');
    readSync(handle, page, 0, PAGE, start % SEGMENT);
    closeSync(handle);
  } catch {
    return null;
  }
  return Number(page.readBigUInt64LE(8)) === start ? page : null;
}

function segmentAt(data: string, at: number): string {
  const number = Math.floor(at / SEGMENT);
  const each = 2 ** 32 / SEGMENT;
  const hex = (part: number) => part.toString(16).toUpperCase().padStart(8, '0');
  return join(data, 'pg_wal', `${hex(1)}${hex(Math.floor(number / each))}${hex(number % each)}`);
}

/**
 * Overwrites the log from a position on.
 *
 * @param bytes what is written; it ends with the segment at the latest
 * @example
 * overwriteWal('/tmp/data', end, randomBytes(512));
 */
export function overwriteWal(data: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(segmentAt(data, at), 'r+');
  writeSync(handle, bytes.subarray(0, SEGMENT - (at % SEGMENT)), 0, undefined, at % SEGMENT);
  closeSync(handle);
}

/** Bytes from a position to the end of its segment. */
export const leftInSegment = (at: number): number => SEGMENT - (at % SEGMENT);
