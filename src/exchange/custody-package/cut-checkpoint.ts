/** The two halves of a signed checkpoint that `openssl pkeyutl` takes apart: the text, and the log's raw signature. */
import type { NoteVerifier } from '../../crypto/note-key.ts';
import { decodeBase64 } from '../../crypto/strict-base64.ts';

/** Bytes of an Ed25519 signature. */
const SIGNATURE = 64;

/**
 * Cuts a note. The signature is not checked here.
 *
 * @returns null when the note holds no line of that key
 * @example
 * cutCheckpoint(note, logKey)?.signature.length; // 64
 */
export function cutCheckpoint(
  note: string,
  key: NoteVerifier,
): { readonly body: string; readonly signature: Uint8Array } | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return null;
  for (const line of note.slice(split + 2).split('\n')) {
    const bytes = line.startsWith(`— ${key.name} `) ? decodeBase64(line.slice(key.name.length + 3)) : null;
    const id = bytes === null ? '' : Buffer.from(bytes.subarray(0, 4)).toString('hex');
    if (bytes !== null && id === key.keyId && bytes.length === 4 + SIGNATURE)
      return { body: note.slice(0, split + 1), signature: bytes.subarray(4) };
  }
  return null;
}
