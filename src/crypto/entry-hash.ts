/**
 * Hashes one log entry onto the one before (the fields are documented at LogEntry in the record). Generic over
 * plain JSON: this room knows no entities. Signatures and the proof tree are the issue Custody's.
 */
import { canonicalJson } from './canonical-json.ts';
import { type Sha256Hex, sha256Hex } from './sha256.ts';

/** An entry before it is hashed; `body` is plain JSON. */
export interface UnsealedEntry {
  /** 1-based, no gaps. */
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly agent: string;
  readonly action: string;
  readonly subject: string;
  readonly body: unknown;
}

/** What sealing adds. */
export interface EntrySeal {
  /** Of the canonical JSON of `body`. */
  readonly bodySha256: Sha256Hex;
  /** `entrySha256` of the entry before; 64 zeros for the first. */
  readonly previous: Sha256Hex;
  /** Of the canonical JSON of the entry without this field and without `body`. */
  readonly entrySha256: Sha256Hex;
}

/**
 * Adds the hashes to an entry.
 *
 * @throws TypeError when the body cannot be written as JSON, naming the place
 * @example
 * const first = sealEntry({ seq: 1, at: '2017-05-18T09:00:00Z', agent: 'machine', action: 'x', subject: 's', body: {} }, NO_SHA256);
 * first.entrySha256.length; // 64
 */
export function sealEntry<E extends UnsealedEntry>(entry: E, previous: Sha256Hex): Readonly<E & EntrySeal> {
  const bodySha256 = sha256Hex(canonicalJson(entry.body));
  const { seq, at, agent, action, subject } = entry;
  const entrySha256 = sha256Hex(canonicalJson({ seq, at, agent, action, subject, bodySha256, previous }));
  return Object.freeze({ ...entry, bodySha256, previous, entrySha256 });
}

/**
 * Says what is wrong with a stored entry: a sentence, or null when every hash agrees.
 *
 * @param previous `entrySha256` of the entry before; `NO_SHA256` for the first
 * @example
 * entryDifference(sealed, NO_SHA256); // null
 */
export function entryDifference(entry: UnsealedEntry & EntrySeal, previous: Sha256Hex): string | null {
  const { seq, at, agent, action, subject, body } = entry;
  const expected = sealEntry({ seq, at, agent, action, subject, body }, previous);
  if (expected.previous !== entry.previous) return `Entry ${seq} does not follow the entry before it.`;
  if (expected.bodySha256 !== entry.bodySha256)
    return `The body of entry ${seq} was changed after it was written.`;
  if (expected.entrySha256 !== entry.entrySha256)
    return `The head of entry ${seq} was changed after it was written.`;
  return null;
}
