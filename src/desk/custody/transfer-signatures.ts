/**
 * The signatures on a transfer's statement: good only when giver and receiver signed the same text with keys of their own.
 * Trusts no key that the statement does not name or a person did not give.
 */
import { type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { readNoteLayout } from '../../crypto/note-layout.ts';
import { openNote } from '../../crypto/signed-note.ts';
import type { SignedBy } from './custody-step.ts';
import { readStatement } from './transfer-statement.ts';

/**
 * A verifier key read; null when it is none.
 *
 * @example
 * keyOf('court'); // null
 */
export function keyOf(vkey: string): NoteVerifier | null {
  const read = parseVkey(vkey);
  return read.ok ? read.key : null;
}

/**
 * Whether two keys are the same, whatever they are named.
 *
 * @example
 * sameKey(null, null); // false
 */
export function sameKey(one: NoteVerifier | null, other: NoteVerifier | null): boolean {
  return one !== null && other !== null && Buffer.compare(one.publicKey, other.publicKey) === 0;
}

/**
 * The text of a note, for telling whether two notes are about the same; null when it is no note.
 *
 * @example
 * textOf(null); // null
 */
export function textOf(note: string | null): string | null {
  const layout = note === null ? null : readNoteLayout(note);
  return layout?.ok === true ? layout.text : null;
}

/**
 * Checks both signatures of a transfer.
 *
 * @returns who signed, and a sentence when giver and receiver did not both
 * @example
 * transferSignatures(note, receiverKey).fault; // null
 */
export function transferSignatures(
  note: string,
  receiverKey: string | null,
): { readonly signedBy: readonly SignedBy[]; readonly fault: string | null } {
  const text = textOf(note);
  const statement = text === null ? null : readStatement(text);
  if (statement === null) return { signedBy: [], fault: 'The statement cannot be read.' };
  const [giver, receiver] = [keyOf(statement.giverKey), keyOf(statement.receiverKey ?? receiverKey ?? '')];
  if (giver === null) return { signedBy: [], fault: 'The key of the giver cannot be read.' };
  if (sameKey(giver, receiver)) return { signedBy: [], fault: 'Giver and receiver have the same key.' };
  const opened = openNote(note, receiver === null ? [giver] : [giver, receiver]);
  if (!opened.ok) return { signedBy: [], fault: opened.fault };
  const signedBy = [
    { name: statement.giver, vkey: statement.giverKey, key: giver },
    { name: statement.receiver, vkey: statement.receiverKey ?? receiverKey ?? '', key: receiver },
  ].flatMap(({ name, vkey, key }) =>
    key !== null && opened.signatures.some((one) => one.name === key.name && one.keyId === key.keyId)
      ? [{ name, vkey }]
      : [],
  );
  const missing =
    signedBy.length === 2 ? null : 'The statement does not bear the signatures of both parties.';
  return { signedBy, fault: missing };
}
