/**
 * The log of vaults made by onrecord 0.1: a chain of hashes over canonical JSON, without salts or a proof tree. Kept for
 * reading old vaults; nothing writes it any more.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { sha256Hex } from '../../crypto/sha256.ts';

/** Stands for the entry before the first. */
export const NO_ENTRY = '0'.repeat(64);

/** A row of the old log. */
export interface Version1Row {
  readonly seq: number;
  readonly at: string;
  readonly agent: string;
  readonly action: string;
  readonly subject: string;
  readonly body_sha256: string;
  readonly previous: string;
  readonly entry_sha256: string;
  /** Canonical JSON. */
  readonly body: string;
}

/**
 * Says what is wrong with an old entry: a sentence, or null when every hash agrees.
 *
 * @param previous `entry_sha256` of the entry before; `NO_ENTRY` for the first
 * @example
 * version1Difference(row, NO_ENTRY); // null
 */
export function version1Difference(row: Version1Row, previous: string): string | null {
  const { seq, at, agent, action, subject, body } = row;
  if (row.previous !== previous) return `Entry ${seq} does not follow the entry before it.`;
  const bodySha256 = sha256Hex(body);
  if (canonicalOrNull(body) !== body || bodySha256 !== row.body_sha256)
    return `The body of entry ${seq} was changed after it was written.`;
  const entry = sha256Hex(canonicalJson({ seq, at, agent, action, subject, bodySha256, previous }));
  return entry === row.entry_sha256 ? null : `The head of entry ${seq} was changed after it was written.`;
}

function canonicalOrNull(body: string): string | null {
  try {
    return canonicalJson(JSON.parse(body));
  } catch {
    return null;
  }
}
