/**
 * Signed notes (C2SP signed-note): a text under the signatures of one or more keys.
 * Refuses a note without a good signature of a known key, and a note with a bad one. Signatures of unknown keys and
 * unknown types are listed apart and never fatal. A key that signed twice counts once.
 */
import { checkCosignature } from './cosignature.ts';
import { verifyEd25519 } from './ed25519.ts';
import { ED25519_COSIGNATURE, ED25519_NOTE, type NoteSigner, type NoteVerifier } from './note-key.ts';
import { type NoteLine, noteLine, noteTextFault, readNoteLayout } from './note-layout.ts';
import { encodeBase64 } from './strict-base64.ts';

/** A signature that was checked and is good. */
export interface VerifiedSignature {
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly keyId: string;
  readonly type: NoteVerifier['type'];
  /** When a witness cosigned, in POSIX seconds; null for a signature without a time. */
  readonly time: number | null;
}

/** A note whose signatures were checked, or a sentence that says why it is refused. */
export type OpenedNote =
  | {
      readonly ok: true;
      /** With its last newline. */
      readonly text: string;
      /** One or more. */
      readonly signatures: readonly VerifiedSignature[];
      /** Lines of keys that were not given: prove nothing. */
      readonly unverified: readonly NoteLine[];
    }
  | { readonly ok: false; readonly fault: string };

/**
 * Signs a text.
 *
 * @param text ends with a newline; no other control characters
 * @throws TypeError when the text cannot be a note's, or the signer is a cosigner
 * @example
 * signNote('A text.\n', noteSigner('example.org', seed)); // 'A text.\n\n— example.org …\n'
 */
export function signNote(text: string, signer: NoteSigner): string {
  const wrong = noteTextFault(text);
  if (wrong !== null) throw new TypeError(wrong);
  if (signer.type !== ED25519_NOTE)
    throw new TypeError('A cosigner adds to a checkpoint and signs no notes.');
  const signature = signer.sign(Buffer.from(text));
  const base64 = encodeBase64(Buffer.concat([Buffer.from(signer.keyId, 'hex'), signature]));
  return `${text}\n${noteLine(signer.name, base64)}`;
}

/**
 * Checks a note against the keys that are trusted.
 *
 * @example
 * const opened = openNote(note, [logKey, witnessKey]);
 * if (opened.ok) opened.text; // may be believed as far as the keys in `signatures` are
 */
export function openNote(note: string | Uint8Array, verifiers: readonly NoteVerifier[]): OpenedNote {
  const layout = readNoteLayout(note);
  if (!layout.ok) return layout;
  const signatures = new Map<string, VerifiedSignature>();
  const unverified = new Map<string, NoteLine>();
  for (const line of layout.lines) {
    const key = `${line.name}+${line.keyId}`;
    const [verifier, another] = verifiers.filter((one) => one.name === line.name && one.keyId === line.keyId);
    if (verifier === undefined) unverified.set(line.written, line);
    else if (another !== undefined) return fault(`The key ${key} was given more than once.`);
    else if (!signatures.has(key)) {
      const checked = check(layout.text, line, verifier);
      if (checked === null) return fault(`The signature of ${key} does not belong to this note.`);
      signatures.set(key, checked);
    }
  }
  if (signatures.size === 0) return fault('The note is not signed by any of the keys that were given.');
  return {
    ok: true,
    text: layout.text,
    signatures: [...signatures.values()],
    unverified: [...unverified.values()],
  };
}

function check(text: string, { signature }: NoteLine, verifier: NoteVerifier): VerifiedSignature | null {
  const { name, keyId, type, publicKey } = verifier;
  switch (verifier.type) {
    case ED25519_NOTE: {
      const good = verifyEd25519({ publicKey, message: Buffer.from(text), signature });
      return good ? { name, keyId, type, time: null } : null;
    }
    case ED25519_COSIGNATURE: {
      const time = checkCosignature(text, signature, publicKey);
      return time === null ? null : { name, keyId, type, time };
    }
    default: {
      verifier.type satisfies never;
      return null;
    }
  }
}

function fault(sentence: string): OpenedNote {
  return { ok: false, fault: sentence };
}
