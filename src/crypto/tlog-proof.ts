/**
 * The file that proves one entry of a log (C2SP tlog-proof@v1, ".tlog-proof"): index, inclusion proof and signed
 * checkpoint in one text that anyone checks offline with the log's public key.
 * Refuses wrong headers, numbers, hashes and order (all faults told), a checkpoint without the log's own signature,
 * and a leaf that is not at its place. `extra` is carried and never believed: nothing signs it.
 */
import { type Checkpoint, parseCheckpoint, readDecimal } from './checkpoint.ts';
import { HASH_BYTES, leafHash, verifyInclusion } from './merkle.ts';
import { ED25519_COSIGNATURE, ED25519_NOTE, type NoteVerifier } from './note-key.ts';
import { noteTextFault, readNoteLayout } from './note-layout.ts';
import { openNote, type VerifiedSignature } from './signed-note.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';
import { decodeUtf8 } from './strict-utf8.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^63 leaves is as high; no real proof is longer. */
const MOST_HASHES = 63;

/** What the file holds. */
export interface TlogProof {
  /** 0-based position of the entry. */
  readonly index: number;
  /** From the leaf's sibling up to the root's child, 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, as the log and its witnesses signed it. */
  readonly checkpoint: string;
  /** Opaque bytes that nothing signs; null when there are none. */
  readonly extra: Uint8Array | null;
}

/** A file that was read, or all that is wrong with it. */
export type TlogProofRead =
  | { readonly ok: true; readonly proof: TlogProof }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What is checked, and with which keys. */
export interface TlogProofCheck {
  /** The file's text, its bytes, or what was read from it. */
  readonly proof: TlogProof | string | Uint8Array;
  /** The entry as the log hashed it. */
  readonly leafBytes: Uint8Array;
  /** Keys of the log (named as its origin) and of witnesses. */
  readonly verifiers: readonly NoteVerifier[];
}

/** What a good proof shows, or a sentence that says why it shows nothing. */
export type TlogProofVerdict =
  | {
      readonly ok: true;
      /** 0-based. */
      readonly index: number;
      readonly checkpoint: Checkpoint;
      /** Known witnesses whose cosignature is good; how many are enough is the reader's rule. */
      readonly cosigners: readonly VerifiedSignature[];
    }
  | { readonly ok: false; readonly fault: string };

/**
 * Writes the file.
 *
 * @throws TypeError when a part cannot be written, all faults named
 * @example
 * formatTlogProof({ index: 0, hashes: [], checkpoint, extra: null }).split('\n')[1]; // 'index 0'
 */
export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const text = [
    HEADER,
    ...(extra === null ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
    '',
    checkpoint,
  ].join('\n');
  const read = parseTlogProof(text);
  if (!read.ok) throw new TypeError(read.faults.join(' '));
  return text;
}

/**
 * Reads the file. Signatures and hashes are not checked: `verifyTlogProof` does that.
 *
 * @example
 * parseTlogProof('c2sp.org/tlog-proof@v1\nindex 01\n');
 * // { ok: false, faults: ['Line 2: …', 'The empty line and the checkpoint are missing …'] }
 */
export function parseTlogProof(file: string | Uint8Array): TlogProofRead {
  const text = typeof file === 'string' ? file : decodeUtf8(file);
  if (text === null) return { ok: false, faults: ['The proof is not valid UTF-8.'] };
  const faults: string[] = [];
  const control = noteTextFault(text);
  if (control !== null) faults.push(control.replace(/^The (text of a )?note/, 'The proof'));
  // Converted line ends are one fault, not one a line.
  if (text.includes('\r')) return { ok: false, faults };
  const split = text.indexOf('\n\n');
  const head = (split < 0 ? text.replace(/\n$/, '') : text.slice(0, split)).split('\n');
  const checkpoint = split < 0 ? '' : text.slice(split + 2);
  const parts = readHead(head, faults);
  if (split < 0) faults.push('The empty line and the checkpoint are missing: the proof was cut off.');
  else if (control === null) faults.push(...checkpointFaults(checkpoint));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, proof: { ...parts, checkpoint } };
}

/**
 * Checks a proof: the log's signature on the checkpoint, the cosignatures of known witnesses, and the leaf's place.
 *
 * @example
 * const verdict = verifyTlogProof({ proof: file, leafBytes, verifiers: [logKey] });
 * if (verdict.ok) verdict.checkpoint.size; // entries of the log when it was signed
 */
export function verifyTlogProof({ proof, leafBytes, verifiers }: TlogProofCheck): TlogProofVerdict {
  const read = isRead(proof) ? { ok: true as const, proof } : parseTlogProof(proof);
  if (!read.ok) return { ok: false, fault: read.faults.join(' ') };
  const { index, hashes, checkpoint: note } = read.proof;
  const opened = openNote(note, verifiers);
  if (!opened.ok) return opened;
  const body = parseCheckpoint(opened.text);
  if (!body.ok) return { ok: false, fault: body.faults.join(' ') };
  const { checkpoint } = body;
  if (!opened.signatures.some(({ name, type }) => type === ED25519_NOTE && name === checkpoint.origin)) {
    return {
      ok: false,
      fault: 'The checkpoint is not signed by a key of the log that it names as its origin.',
    };
  }
  const { size, root } = checkpoint;
  if (index >= size) {
    return { ok: false, fault: `The proof is for entry ${index} (counted from 0) of a log of ${size}.` };
  }
  if (!verifyInclusion({ index, size, leafHash: leafHash(leafBytes), proof: hashes, root })) {
    return { ok: false, fault: `The entry is not the one at index ${index} of the log that was signed.` };
  }
  const cosigners = opened.signatures.filter(({ type }) => type === ED25519_COSIGNATURE);
  return { ok: true, index, checkpoint, cosigners };
}

/** Header, extra, index and hashes: the lines before the empty one. */
function readHead(lines: readonly string[], faults: string[]): Omit<TlogProof, 'checkpoint'> {
  if (lines[0] !== HEADER) faults.push(`Line 1: should be "${HEADER}".`);
  const hasExtra = lines[1]?.startsWith('extra ') ?? false;
  const extra = hasExtra ? decodeBase64(lines[1]?.slice('extra '.length) ?? '') : null;
  if (hasExtra && (extra === null || extra.length === 0)) {
    faults.push('Line 2: what follows "extra" is not base64 of one or more bytes.');
  }
  const indexAt = hasExtra ? 2 : 1;
  const indexLine = lines[indexAt] ?? '';
  const index = indexLine.startsWith('index ') ? readDecimal(indexLine.slice('index '.length)) : null;
  if (index === null) {
    faults.push(`Line ${indexAt + 1}: should be "index" and a decimal number without leading zeros.`);
  }
  const hashLines = lines.slice(indexAt + 1);
  if (hashLines.length > MOST_HASHES)
    faults.push(`The proof has ${hashLines.length} hashes; none needs over 63.`);
  const hashes = hashLines.slice(0, MOST_HASHES).map((line, i) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES)
      faults.push(`Line ${indexAt + 2 + i}: is not a hash of ${HASH_BYTES} bytes in base64.`);
    return hash ?? new Uint8Array();
  });
  return { index: index ?? 0, hashes, extra };
}

function checkpointFaults(note: string): readonly string[] {
  const layout = readNoteLayout(note);
  if (!layout.ok) return [layout.fault];
  const read = parseCheckpoint(layout.text);
  return read.ok ? [] : read.faults;
}

function isRead(proof: TlogProofCheck['proof']): proof is TlogProof {
  return typeof proof === 'object' && 'hashes' in proof;
}
