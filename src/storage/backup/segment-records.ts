/**
 * What stands inside a segment of a backup, format 1: a line that chains it to the segment before, then parts of records,
 * each a line of JSON and, right after it, as many bytes as the line says and a newline. A record larger than a segment
 * is spread over several. Refuses what does not parse to the byte.
 */
import { isSha256, type Sha256 } from '../../record/id.ts';
import type { LogRow } from '../tables.ts';

/** End of a run: what the file holds up to here, whole. */
export interface EndOfRun {
  readonly kind: 'end';
  /** Entries in the file up to here, from the first. */
  readonly entries: number;
  /** Entries that the vault had when the run began; more than `entries` when it was stopped before its end. */
  readonly head: number;
  /** Signed note over the first `entries` entries. */
  readonly checkpoint: string;
  /** Texts and blobs in the file up to here. */
  readonly texts: number;
  readonly blobs: number;
  /** Blobs that the vault itself had lost, with all runs before. */
  readonly missing: readonly Sha256[];
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Notes of the desk that stand right before it, in a run of their own; absent: none. */
  readonly notes?: number;
  /** Things of a team that stand in the same run; absent: none. */
  readonly team?: number;
}

/** Names one record. The body of an entry, a text, a blob, a wrapped key and notes are the bytes that follow. */
export type RecordName =
  | ({ readonly kind: 'entry' } & Readonly<Omit<LogRow, 'body'>>)
  | { readonly kind: 'text' | 'blob'; readonly sha256: Sha256 }
  | { readonly kind: 'record-key'; readonly seq: number; readonly epoch: number }
  | { readonly kind: 'notes' | 'team'; readonly sha256: Sha256; readonly count: number }
  | EndOfRun;

/** A part of a record, as one segment holds it. */
export interface RecordPart {
  readonly name: RecordName;
  /** Bytes of the whole record. */
  readonly size: number;
  /** Where this part begins, in bytes. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** The first line of a segment. */
export interface SegmentLink {
  readonly segment: number;
  /** SHA-256 of the segment before, head line included; of what stands before the first segment, for the first. */
  readonly previous: string;
}

/**
 * The first line of a segment.
 *
 * @example
 * linkLine({ segment: 1, previous: 'ab…' });
 */
export function linkLine(link: SegmentLink): Buffer {
  return Buffer.from(`${JSON.stringify(link)}\n`);
}

/**
 * The line before the bytes of a part.
 *
 * @example
 * partLine({ name, size: 4, from: 0, bytes });
 */
export function partLine({ name, size, from, bytes }: RecordPart): Buffer {
  return Buffer.from(`${JSON.stringify({ name, size, from, bytes: bytes.length })}\n`);
}

/**
 * Reads the plaintext of a segment; null when it is not laid out as it must be.
 *
 * @example
 * readSegment(plaintext)?.link.segment; // 1
 */
export function readSegment(
  plaintext: Uint8Array,
): { readonly link: SegmentLink; readonly parts: readonly RecordPart[] } | null {
  const buffer = Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.length);
  const first = lineAt(buffer, 0);
  const link = first === null ? null : (first.value as Partial<SegmentLink>);
  if (first === null || typeof link?.segment !== 'number' || typeof link.previous !== 'string') return null;
  const parts: RecordPart[] = [];
  for (let at = first.end; at < buffer.length; ) {
    const line = lineAt(buffer, at);
    const part = line === null ? null : partOf(line.value);
    if (line === null || part === null) return null;
    const end = line.end + part.length;
    if (buffer[end] !== 10) return null;
    parts.push({ ...part.head, bytes: buffer.subarray(line.end, end) });
    at = end + 1;
  }
  return { link: { segment: link.segment, previous: link.previous }, parts };
}

function lineAt(buffer: Buffer, at: number): { readonly value: unknown; readonly end: number } | null {
  const end = buffer.indexOf(10, at);
  if (end === -1) return null;
  try {
    return { value: JSON.parse(buffer.toString('utf8', at, end)), end: end + 1 };
  } catch {
    return null;
  }
}

function partOf(
  value: unknown,
): { readonly head: Omit<RecordPart, 'bytes'>; readonly length: number } | null {
  const { name, size, from, bytes } = (value ?? {}) as Record<string, unknown>;
  if (!isCount(size) || !isCount(from) || !isCount(bytes) || from + bytes > size || !isName(name))
    return null;
  return { head: { name, size, from }, length: bytes };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const ENTRY_TEXTS = ['at', 'agent', 'action', 'subject', 'commitment', 'leaf'] as const;

function isName(value: unknown): value is RecordName {
  const name = (value ?? {}) as Record<string, unknown>;
  const text = (key: string): boolean => typeof name[key] === 'string';
  switch (name.kind) {
    case 'text':
    case 'blob':
      return typeof name.sha256 === 'string' && isSha256(name.sha256);
    case 'notes':
    case 'team':
      return typeof name.sha256 === 'string' && isSha256(name.sha256) && isCount(name.count);
    case 'record-key':
      return isCount(name.seq) && isCount(name.epoch);
    case 'entry':
      return (
        isCount(name.seq) &&
        ENTRY_TEXTS.every(text) &&
        [name.salt, name.bytes_commitment].every((one) => one === null || typeof one === 'string')
      );
    case 'end':
      return (
        [name.entries, name.head, name.texts, name.blobs].every(isCount) &&
        text('checkpoint') &&
        text('at') &&
        [name.notes, name.team].every((one) => one === undefined || isCount(one)) &&
        Array.isArray(name.missing)
      );
    default:
      return false;
  }
}
