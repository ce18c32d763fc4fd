/** Checkpoints as a vault reads them: whose they are, whether the log signed them, and what the proof tree says of them. */
import { type Checkpoint, parseCheckpoint } from '../../crypto/checkpoint.ts';
import { verifyConsistency } from '../../crypto/merkle.ts';
import { ED25519_COSIGNATURE, ED25519_NOTE, type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { openNote, type VerifiedSignature } from '../../crypto/signed-note.ts';
import { readCheckpointFile } from '../../crypto/witness-request.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** The part of a store that proves its log. */
export type ProvingStore = Pick<RecordStore, 'identity' | 'checkpoint' | 'consistency'>;

/** A checkpoint whose signature by its log is good. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
  /** Known witnesses that cosigned it. */
  readonly cosigners: readonly VerifiedSignature[];
}

/** A file that holds a checkpoint; nothing of it is believed yet. */
export interface CheckpointFile {
  /** As the person named it. */
  readonly shownAs: string;
  readonly note: string;
  readonly checkpoint: Checkpoint;
  /** The proof that came with it, if it was written for a witness. */
  readonly request: { readonly old: number; readonly proof: readonly Uint8Array[] } | null;
}

/**
 * Reads a file that should hold a checkpoint.
 *
 * @throws OnRecordError `bad-usage` with every fault
 * @example
 * checkpointFile('kept.txt', bytes).checkpoint.size;
 */
export function checkpointFile(shownAs: string, content: string | Uint8Array): CheckpointFile {
  const read = readCheckpointFile(content);
  if (read.ok) return { shownAs, note: read.note, checkpoint: read.checkpoint, request: read.request };
  const faults = read.faults.map((message) => ({ path: shownAs, message }));
  throw new OnRecordError(
    'bad-usage',
    `${shownAs} holds no checkpoint. A checkpoint is a signed note such as "onrecord checkpoint" writes.`,
    { subject: shownAs, faults },
  );
}

/**
 * The key of a log, from text.
 *
 * @throws OnRecordError `bad-usage` when it is no verifier key of a log
 * @example
 * readLogKey(desk.store.identity.vkey).name; // 'onrecord.log/…'
 */
export function readLogKey(vkey: string): NoteVerifier {
  const read = parseVkey(vkey.trim());
  if (!read.ok) throw new OnRecordError('bad-usage', `The key of the log cannot be used: ${read.fault}`);
  if (read.key.type === ED25519_NOTE) return read.key;
  throw new OnRecordError(
    'bad-usage',
    'This is the key of a witness. The key of a log is needed: onrecord checkpoint prints it.',
  );
}

/**
 * The key of a witness, from text.
 *
 * @throws OnRecordError `bad-usage` when it is no verifier key of a cosigner
 * @example
 * readWitnessKey(witness.vkey).name; // 'onrecord.log/…/witness'
 */
export function readWitnessKey(vkey: string): NoteVerifier {
  const read = parseVkey(vkey.trim());
  if (!read.ok) throw new OnRecordError('bad-usage', `The key of the witness cannot be used: ${read.fault}`);
  if (read.key.type === ED25519_COSIGNATURE) return read.key;
  throw new OnRecordError(
    'bad-usage',
    'This is the key of a log. The key of a witness is needed: the partner prints it with: onrecord witness',
  );
}

/**
 * Opens a checkpoint with the key of its log; a sentence when it cannot be believed.
 *
 * @param witnesses keys of known witnesses
 * @example
 * const signed = openSigned(note, readLogKey(vkey), []);
 */
export function openSigned(
  note: string,
  key: NoteVerifier,
  witnesses: readonly NoteVerifier[],
): SignedCheckpoint | string {
  const opened = openNote(note, [key, ...witnesses]);
  if (!opened.ok) return opened.fault;
  const read = parseCheckpoint(opened.text);
  if (!read.ok) return read.faults.join(' ');
  const own = opened.signatures.some(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (!own || read.checkpoint.origin !== key.name) return 'It is not signed by the key of this log.';
  const cosigners = opened.signatures.filter(({ type }) => type === ED25519_COSIGNATURE);
  return { ...read.checkpoint, note, cosigners };
}

/**
 * Whether the log of a store goes on from a checkpoint: its first entries have that root.
 *
 * @param older signed, of 1 entry or more, not larger than the log
 * @example
 * await goesOnFrom(desk.store, older, head);
 */
export async function goesOnFrom(
  store: Pick<RecordStore, 'consistency'>,
  older: Pick<Checkpoint, 'size' | 'root'>,
  newer: Pick<Checkpoint, 'size' | 'root'>,
): Promise<boolean> {
  const proof = await store.consistency(older.size, newer.size);
  return isConsistent(
    older,
    newer,
    proof.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex'))),
  );
}

/**
 * Whether a proof shows that one head is a beginning of another.
 *
 * @example
 * isConsistent({ size: 1, root }, { size: 1, root }, []); // true
 */
export function isConsistent(
  older: Pick<Checkpoint, 'size' | 'root'>,
  newer: Pick<Checkpoint, 'size' | 'root'>,
  proof: readonly Uint8Array[],
): boolean {
  const [root1, root2] = [older.root, newer.root];
  return verifyConsistency({ size1: older.size, size2: newer.size, root1, root2, proof });
}

/**
 * The signed head of a store, its signature checked.
 *
 * @returns null while the log is empty
 * @throws OnRecordError `damaged` when the head is not signed by the log
 * @example
 * (await signedHeadOf(desk.store))?.size; // 412
 */
export async function signedHeadOf(store: ProvingStore): Promise<SignedCheckpoint | null> {
  const head = await store.checkpoint();
  if (head === null) return null;
  const signed = openSigned(head.note, readLogKey(store.identity.vkey), []);
  if (typeof signed !== 'string') return signed;
  throw new OnRecordError(
    'damaged',
    `The signed head of this vault's log cannot be trusted: ${signed} Change nothing, and run: onrecord verify`,
  );
}
