/**
 * Cosignatures of witnesses (C2SP tlog-cosignature, Ed25519 v1, type 0x04): a partner organisation states that at
 * a time this checkpoint was the largest consistent head of the log it had seen.
 * Refuses to cosign what is no checkpoint, and with a key that is not a cosigner's. Whether the log signed it and
 * whether it is consistent with the last one must be checked before: that is what the witness vouches for.
 */
import { parseCheckpoint } from './checkpoint.ts';
import { ED25519_SIGNATURE_BYTES, verifyEd25519 } from './ed25519.ts';
import { ED25519_COSIGNATURE, type NoteSigner } from './note-key.ts';
import { MOST_SIGNATURES, noteLine, readNoteLayout } from './note-layout.ts';
import { encodeBase64 } from './strict-base64.ts';

const TIME_BYTES = 8;

/** A checkpoint note with one more line, or a sentence that says why it was not cosigned. */
export type Cosigned =
  | { readonly ok: true; readonly note: string }
  | { readonly ok: false; readonly fault: string };

/**
 * Adds a witness's line to a checkpoint; an older line of the same key is replaced, the others stay as they are.
 *
 * @param note the checkpoint as the log signed it
 * @param cosigner made by `noteSigner(name, seed, ED25519_COSIGNATURE)`
 * @param time POSIX seconds
 * @throws TypeError when the key is not a cosigner's or the time is no whole number of seconds from 0
 * @example
 * const cosigned = addCosignature(note, cosigner, 1679315147);
 * if (cosigned.ok) openNote(cosigned.note, [logKey, cosigner]); // two signatures
 */
export function addCosignature(note: string | Uint8Array, cosigner: NoteSigner, time: number): Cosigned {
  if (cosigner.type !== ED25519_COSIGNATURE)
    throw new TypeError('A cosignature needs the key of a cosigner.');
  if (!Number.isSafeInteger(time) || time < 0)
    throw new TypeError('A cosignature needs a time in whole seconds.');
  const layout = readNoteLayout(note);
  if (!layout.ok) return layout;
  const read = parseCheckpoint(layout.text);
  if (!read.ok) return { ok: false, fault: read.faults.join(' ') };
  const kept = layout.lines.filter(({ name, keyId }) => name !== cosigner.name || keyId !== cosigner.keyId);
  if (kept.length >= MOST_SIGNATURES) {
    return {
      ok: false,
      fault: `The checkpoint has ${kept.length} signatures already, the most it may have.`,
    };
  }
  const seconds = Buffer.alloc(TIME_BYTES);
  seconds.writeBigUInt64BE(BigInt(time));
  const signature = cosigner.sign(cosignedMessage(layout.text, time));
  const base64 = encodeBase64(Buffer.concat([Buffer.from(cosigner.keyId, 'hex'), seconds, signature]));
  const lines = [...kept.map(({ written }) => `${written}\n`), noteLine(cosigner.name, base64)];
  return { ok: true, note: `${layout.text}\n${lines.join('')}` };
}

/**
 * Checks the signature bytes of a cosignature line: the time in POSIX seconds when good, null when not.
 *
 * @param text of the checkpoint, with its last newline
 * @param signature time and Ed25519 signature, 72 bytes
 * @example
 * checkCosignature(text, signature, publicKey); // 1679315147
 */
export function checkCosignature(text: string, signature: Uint8Array, publicKey: Uint8Array): number | null {
  if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES) return null;
  const time = Number(Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE());
  // Beyond 2^53 the number would not be exact; such a time lies 285 million years ahead.
  if (!Number.isSafeInteger(time)) return null;
  const message = cosignedMessage(text, time);
  return verifyEd25519({ publicKey, message, signature: signature.subarray(TIME_BYTES) }) ? time : null;
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}
