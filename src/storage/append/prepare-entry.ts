/**
 * From an entry as the desk hands it in to a row of the log, the same on every engine: canonical body, faults of its
 * head, salt, commitments, leaf. Refuses an entry whose source comes without its bytes: nothing could be proved of them.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { SALT_LENGTH } from '../../crypto/commitment.ts';
import { sealEntry } from '../../crypto/log-leaf.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import { committedBytes } from '../../record/brought-bytes.ts';
import type { CaptureId, Sha256 } from '../../record/id.ts';
import type { Change, LogEntry } from '../../record/log-entry.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import type { LogRow } from '../tables.ts';

/** Gives that many unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const NO_TEXTS: ReadonlyMap<Sha256, string> = new Map();

/** An entry read, its body as it will be stored. */
export interface PreparedEntry {
  readonly given: NewEntry;
  /** Canonical JSON. */
  readonly text: string;
  readonly change: Change;
  readonly texts: ReadonlyMap<Sha256, string>;
  /** Of the head and of the bytes; the body's own are found by `changeFaults`. */
  readonly faults: readonly Fault[];
}

/**
 * Reads an entry.
 *
 * @throws OnRecordError `invalid-record` when the body cannot be written as JSON
 * @example
 * prepareEntry(entry).faults; // []
 */
export function prepareEntry(given: NewEntry): PreparedEntry {
  const text = canonicalBody(given);
  const change = JSON.parse(text) as Change;
  const texts = given.texts ?? NO_TEXTS;
  return { given, text, change, texts, faults: [...headFaults(given), ...bytesFaults(given, change)] };
}

function canonicalBody(entry: NewEntry): string {
  try {
    return canonicalJson(entry.body);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'It cannot be written as JSON.';
    throw refusal(entry, [{ path: 'body', message }], cause);
  }
}

function headFaults(entry: NewEntry): readonly Fault[] {
  const faults: Fault[] = [];
  if (!INSTANT.test(entry.at)) {
    faults.push({
      path: 'at',
      message: 'The time of an entry is an ISO 8601 instant in UTC, as 2017-05-18T09:00:00Z.',
    });
  }
  if (entry.agent.trim() === '' || !entry.agent.isWellFormed()) {
    faults.push({
      path: 'agent',
      message: 'An entry names who made it: a person as configured, or "machine".',
    });
  }
  if (entry.subject.trim() === '' || !entry.subject.isWellFormed()) {
    faults.push({ path: 'subject', message: 'An entry names the first id it is about.' });
  }
  return faults;
}

function bytesFaults({ bytes }: NewEntry, change: Change): readonly Fault[] {
  const expected = committedBytes(change);
  if (expected === null) {
    return bytes === undefined ? [] : [{ path: 'bytes', message: 'This kind of entry brings no bytes.' }];
  }
  if (bytes === undefined)
    return [{ path: 'bytes', message: 'The bytes that the entry names are missing: hand them in with it.' }];
  if (sha256Hex(bytes) === expected) return [];
  return [{ path: 'bytes', message: 'The bytes handed in are not those that the entry names.' }];
}

/**
 * Refuses an entry that reads captures which this reader has read meanwhile, in another process.
 *
 * @param isRead asks the store, inside the transaction
 * @throws OnRecordError `vault-busy`
 * @example
 * refuseRead(entry, () => false);
 */
export function refuseRead(
  { unlessRead }: NewEntry,
  isRead: (reading: { readonly capture: CaptureId; readonly extractor: string }) => boolean,
): void {
  if (unlessRead === undefined) return;
  const { captures, extractor } = unlessRead;
  if (!captures.some((capture) => isRead({ capture, extractor }))) return;
  throw new OnRecordError(
    'vault-busy',
    'Another process read the same texts meanwhile: nothing of this step was stored. Run it again: it goes on with what is left.',
  );
}

/**
 * Refuses an entry that was planned on another log than the one that is here.
 *
 * @param size entries before it
 * @throws OnRecordError `vault-busy`
 * @example
 * refuseGrown(entry, 12);
 */
export function refuseGrown(entry: NewEntry, size: number): void {
  if (entry.onHead === undefined || entry.onHead === size) return;
  throw new OnRecordError(
    'vault-busy',
    'Something was written to this vault since this step was planned: nothing of it was stored. Run it again.',
    { subject: entry.subject },
  );
}

/**
 * Gives an entry its number, its salt and its proof.
 *
 * @example
 * sealPrepared(prepared, 1, randomBytes).row.seq; // 1
 */
export function sealPrepared(
  { given, text, change }: PreparedEntry,
  seq: number,
  random: RandomBytes,
): { readonly entry: LogEntry; readonly row: LogRow } {
  const { at, agent, subject } = given;
  const { action } = change;
  const salt = Buffer.from(random(SALT_LENGTH)).toString('hex');
  const bytes = given.bytes ?? null;
  const seal = sealEntry({ seq, at, action, agent, subject, body: text, salt, bytes });
  const { commitment, bytesCommitment, leaf } = seal;
  return {
    entry: { seq, at, agent, action, subject, salt, ...seal, body: change },
    row: {
      seq,
      at,
      agent,
      action,
      subject,
      salt,
      commitment,
      bytes_commitment: bytesCommitment,
      leaf,
      body: text,
    },
  };
}

/**
 * Salts for a batch, drawn at once: asking the system for each costs more than sealing it.
 *
 * @param entries how many will be sealed
 * @example
 * const salts = saltsFor(1000, randomBytes);
 */
export function saltsFor(entries: number, random: RandomBytes): RandomBytes {
  const drawn = random(entries * SALT_LENGTH);
  let at = 0;
  return (count) => {
    at += count;
    return drawn.subarray(at - count, at);
  };
}

/**
 * The error for an entry with faults: nothing of the batch is stored.
 *
 * @example
 * throw refusal(entry, faults);
 */
export function refusal(entry: NewEntry, faults: readonly Fault[], cause?: unknown): OnRecordError {
  const first = faults[0]?.message ?? '';
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return new OnRecordError('invalid-record', `Nothing was stored: ${first}${more}`, {
    subject: entry.subject,
    faults,
    cause,
  });
}
