/**
 * `sources.json`: for each public source the hash of its bytes and the key that opens what the log committed to when they came in.
 * Whoever has the file sees that it is the one; nobody else learns anything. Canonical JSON in a fixed form.
 */
import { canonicalJson } from '../../../crypto/canonical-json.ts';
import { readJson } from '../../../record/read-json.ts';
import type { ReleasedSource } from './release-parts.ts';

/** Name and version of the format. */
const SOURCES_FORMAT = 'onrecord-sources-1';

/** One line of the file. */
export interface SourceLine
  extends Pick<ReleasedSource, 'id' | 'capture' | 'sha256' | 'size' | 'mediaType' | 'capturedAt'> {
  /** 1-based number of the entry that took the bytes in. */
  readonly seq: number;
  /** Opening key of the bytes, 64 hexadecimal digits. */
  readonly key: string;
  /** Where the bytes lie, from the package's folder; null: they do not travel. */
  readonly file: string | null;
}

/**
 * Writes the file, with a last newline.
 *
 * @example
 * writeSources([]); // '{"format":"onrecord-sources-1","sources":[]}\n'
 */
export function writeSources(sources: readonly SourceLine[]): string {
  return `${canonicalJson({ format: SOURCES_FORMAT, sources })}\n`;
}

/**
 * Reads the file; null when it is not exactly as `writeSources` writes it.
 *
 * @example
 * readSources('{"format":"onrecord-sources-1","sources":[]}\n'); // []
 */
export function readSources(text: string): readonly SourceLine[] | null {
  const value = readJson(text);
  const listed: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'sources') : null;
  if (!Array.isArray(listed)) return null;
  const lines = listed.map(lineOf);
  if (!lines.every((one) => one !== null)) return null;
  return writeSources(lines) === text ? lines : null;
}

function lineOf(value: unknown): SourceLine | null {
  if (typeof value !== 'object' || value === null) return null;
  const of = (name: string): unknown => Reflect.get(value, name);
  const [id, capture, sha256, size, mediaType, capturedAt, seq, key, file] = [
    'id',
    'capture',
    'sha256',
    'size',
    'mediaType',
    'capturedAt',
    'seq',
    'key',
    'file',
  ].map(of);
  if (typeof id !== 'string' || !/^src_[0-9a-z]{26}$/.test(id)) return null;
  if (typeof capture !== 'string' || !/^cap_[0-9a-z]{26}$/.test(capture)) return null;
  if (typeof mediaType !== 'string' || typeof capturedAt !== 'string') return null;
  if (typeof sha256 !== 'string' || typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key)) return null;
  if (typeof size !== 'number' || typeof seq !== 'number') return null;
  if (file !== null && typeof file !== 'string') return null;
  return { id, capture, sha256, size, mediaType, capturedAt, seq, key, file };
}
