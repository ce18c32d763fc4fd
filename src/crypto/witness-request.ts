/**
 * What a log hands to a witness (C2SP tlog-witness, body of `add-checkpoint`): the size the witness saw last, the proof
 * that the log grew from there, an empty line, and the signed checkpoint. It travels as a file here.
 * Refuses sizes with leading zeros, hashes that are not 32 bytes in standard base64, more than 63 of them, and a
 * proof from nothing. Signatures and proof are not checked: the witness does that.
 */
import { type Checkpoint, parseCheckpoint, readDecimal } from './checkpoint.ts';
import { HASH_BYTES } from './merkle.ts';
import { readNoteLayout } from './note-layout.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';
import { decodeUtf8 } from './strict-utf8.ts';

/** A proof of a tree of 2^63 leaves is as long. */
const MOST_HASHES = 63;

/** A request, taken apart. */
export interface WitnessRequest {
  /** Entries of the last checkpoint that the witness cosigned; 0: none. */
  readonly old: number;
  /** Consistency proof from `old` (RFC 6962 §2.1.2), 32 bytes each; empty from 0. */
  readonly proof: readonly Uint8Array[];
  /** The signed note. */
  readonly note: string;
}

/** A checkpoint that came in as a file: a bare note, or a request around it. Nothing of it is believed yet. */
export type CheckpointFileRead =
  | {
      readonly ok: true;
      /** The signed note. */
      readonly note: string;
      readonly checkpoint: Checkpoint;
      /** Null for a bare note. */
      readonly request: WitnessRequest | null;
    }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Writes a request.
 *
 * @throws TypeError for a size that is none, a proof from 0, or a hash of another length
 * @example
 * formatWitnessRequest({ old: 0, proof: [], note }).startsWith('old 0\n\n'); // true
 */
export function formatWitnessRequest({ old, proof, note }: WitnessRequest): string {
  if (!Number.isSafeInteger(old) || old < 0) throw new TypeError(`${old} is no size of a log.`);
  if ((old === 0 && proof.length > 0) || proof.some((hash) => hash.length !== HASH_BYTES))
    throw new TypeError('A proof of consistency starts at 1 entry or more and holds hashes of 32 bytes.');
  const lines = [`old ${old}`, ...proof.map((hash) => encodeBase64(hash)), '', ''];
  return `${lines.join('\n')}${note}`;
}

/**
 * Reads a file that holds a checkpoint: a signed note, or a request to a witness.
 *
 * @example
 * const read = readCheckpointFile(text);
 * if (read.ok) read.checkpoint.size; // not to be believed before the signature was checked
 */
export function readCheckpointFile(file: string | Uint8Array): CheckpointFileRead {
  const text = typeof file === 'string' ? file : decodeUtf8(file);
  if (text === null) return { ok: false, faults: ['It is not valid UTF-8.'] };
  const isRequest = /^old [0-9]/.test(text);
  const split = isRequest ? text.indexOf('\n\n') : -1;
  if (isRequest && split < 0)
    return { ok: false, faults: ['The empty line and the checkpoint are missing: the file was cut off.'] };
  const note = isRequest ? text.slice(split + 2) : text;
  const faults: string[] = [];
  const head = isRequest ? readHead(text.slice(0, split).split('\n'), faults) : null;
  const layout = readNoteLayout(note);
  if (!layout.ok) return { ok: false, faults: [...faults, layout.fault] };
  const read = parseCheckpoint(layout.text);
  if (!read.ok) return { ok: false, faults: [...faults, ...read.faults] };
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, note, checkpoint: read.checkpoint, request: head === null ? null : { ...head, note } };
}

function readHead(lines: readonly string[], faults: string[]): Omit<WitnessRequest, 'note'> {
  const old = readDecimal(lines[0]?.slice('old '.length) ?? '');
  if (old === null) faults.push('Line 1: should be "old" and a number of entries without leading zeros.');
  const hashes = lines.slice(1);
  if (hashes.length > MOST_HASHES) faults.push(`The proof has ${hashes.length} hashes; none needs over 63.`);
  if (old === 0 && hashes.length > 0) faults.push('A proof from 0 entries must be empty.');
  const proof = hashes.slice(0, MOST_HASHES).map((line, index) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) faults.push(`Line ${index + 2}: is not a hash of 32 bytes in base64.`);
    return hash ?? new Uint8Array();
  });
  return { old: old ?? 0, proof };
}
