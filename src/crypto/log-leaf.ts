/**
 * One leaf of the proof tree: canonical JSON that says when, what kind of entry, and what it commits to; nothing that
 * can be guessed. At most 65,535 bytes, so that it fits an entry bundle (C2SP tlog-tiles). Generic over plain JSON:
 * this room knows no entities.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { commit, openingKey } from './commitment.ts';
import type { Sha256Hex } from './sha256.ts';

/** What stands in a leaf. */
export interface LeafFields {
  /** 1-based; the leaf's index in the tree is one less. */
  readonly seq: number;
  /** ISO 8601 instant, UTC, as claimed. */
  readonly at: string;
  readonly action: string;
  readonly commitment: string;
  /** Null: no source came in with this entry. */
  readonly bytesCommitment: string | null;
}

/** What an entry's commitment hides. */
export interface CommittedContent {
  readonly agent: string;
  readonly subject: string;
  /** Plain JSON. */
  readonly body: unknown;
}

/**
 * The leaf's text.
 *
 * @example
 * leafText({ seq: 1, at: '2031-04-03T08:00:00Z', action: 'x', commitment: 'ab', bytesCommitment: null });
 * // '{"action":"x","at":"2031-04-03T08:00:00Z","commitment":"ab","seq":1}'
 */
export function leafText({ seq, at, action, commitment, bytesCommitment }: LeafFields): string {
  const bytes = bytesCommitment === null ? '' : `"bytes":${quoted(bytesCommitment)},`;
  return `{"action":${quoted(action)},"at":${quoted(at)},${bytes}"commitment":${quoted(commitment)},"seq":${canonicalJson(seq)}}`;
}

/** A text as canonical JSON writes it: RFC 8785 §3.2.2.2 takes the rules of ECMAScript. */
function quoted(text: string): string {
  if (text.isWellFormed()) return JSON.stringify(text);
  throw new TypeError('A text of an entry holds an unpaired surrogate.');
}

/**
 * Hash of a leaf as it stands in the tree (RFC 6962 §2.1: a zero byte goes before).
 *
 * @example
 * leafHashOf(fields).length; // 64
 */
export function leafHashOf(fields: LeafFields): Sha256Hex {
  return createHash('sha256').update('\u0000').update(leafText(fields)).digest('hex') as Sha256Hex;
}

/**
 * The text that an entry's commitment is made over, given the body's canonical JSON.
 *
 * @example
 * committedText({ agent: 'machine', subject: 'log' }, '{}'); // '{"agent":"machine","body":{},"subject":"log"}'
 */
export function committedText(
  head: { readonly agent: string; readonly subject: string },
  canonicalBody: string,
): string {
  return `{"agent":${quoted(head.agent)},"body":${canonicalBody},"subject":${quoted(head.subject)}}`;
}

/** An entry before it is sealed. */
export interface UnsealedEntry {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly agent: string;
  readonly subject: string;
  /** Canonical JSON. */
  readonly body: string;
  /** 64 hexadecimal digits, random. */
  readonly salt: string;
  /** The bytes that came in with it; null where none did. */
  readonly bytes: Uint8Array | null;
}

/** What sealing gives. */
export interface EntrySeal {
  readonly commitment: Sha256Hex;
  readonly bytesCommitment: Sha256Hex | null;
  readonly leaf: Sha256Hex;
}

/**
 * Commits to an entry and hashes its leaf.
 *
 * @example
 * const { leaf } = sealEntry({ seq: 1, at, action: 'x', agent: 'machine', subject: 'log', body: '{}', salt, bytes: null });
 */
export function sealEntry(entry: UnsealedEntry): EntrySeal {
  const { seq, at, action, salt, bytes } = entry;
  const commitment = commit(openingKey(salt, 'body'), committedText(entry, entry.body));
  const bytesCommitment = bytes === null ? null : commit(openingKey(salt, 'bytes'), bytes);
  const leaf = leafHashOf({ seq, at, action, commitment, bytesCommitment });
  return { commitment, bytesCommitment, leaf };
}

/** A stored entry, as far as it proves itself. */
export interface SealedEntry extends LeafFields {
  readonly agent: string;
  readonly subject: string;
  /** Canonical JSON; null when erased. */
  readonly body: string | null;
  /** Null when erased. */
  readonly salt: string | null;
  readonly leaf: string;
}

/**
 * Says what is wrong with a stored entry: a sentence, or null when leaf, commitment and body agree. An erased entry is
 * held to its leaf alone.
 *
 * @example
 * entryDifference(stored); // null
 */
export function entryDifference(entry: SealedEntry): string | null {
  const { seq, salt, body } = entry;
  if (leafHashOf(entry) !== entry.leaf) return `The head of entry ${seq} was changed after it was written.`;
  if (salt === null && body === null) return null;
  if (salt === null || body === null || !/^[0-9a-f]{64}$/.test(salt))
    return `Entry ${seq} has lost ${body === null ? 'its body' : 'its salt'}.`;
  if (commit(openingKey(salt, 'body'), committedText(entry, body)) === entry.commitment) return null;
  return `The body of entry ${seq} was changed after it was written.`;
}
