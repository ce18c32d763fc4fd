/**
 * How a signed note is laid out (C2SP signed-note): text, empty line, signature lines. Nothing is checked against
 * keys here, so nothing read here may be believed; `openNote` does that.
 * Refuses bytes that are not UTF-8, control characters, a missing last newline, more than 100 signature lines and
 * base64 in any but its one standard spelling.
 */
import { isKeyName } from './note-key.ts';
import { decodeBase64 } from './strict-base64.ts';
import { decodeUtf8 } from './strict-utf8.ts';

/** Signature lines a note may have at most. */
export const MOST_SIGNATURES = 100;
/** Bytes of the key ID before the signature. */
const KEY_ID_BYTES = 4;

/** One signature line, unchecked. */
export interface NoteLine {
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly keyId: string;
  /** The bytes after the key ID; 1 or more. */
  readonly signature: Uint8Array;
  /** The whole line without its newline. */
  readonly written: string;
}

/** A note taken apart, or a sentence that says what is wrong with it. */
export type NoteLayout =
  | { readonly ok: true; readonly text: string; readonly lines: readonly NoteLine[] }
  | { readonly ok: false; readonly fault: string };

/**
 * Takes a note apart.
 *
 * @example
 * readNoteLayout('A text.\n\n— example.org AAAAAAE=\n'); // { ok: true, text: 'A text.\n', lines: [one line] }
 */
export function readNoteLayout(note: string | Uint8Array): NoteLayout {
  const all = typeof note === 'string' ? note : decodeUtf8(note);
  if (all === null || !all.isWellFormed()) return fault('The note is not valid UTF-8.');
  const control = controlFault(all);
  if (control !== null) return fault(control);
  const split = all.lastIndexOf('\n\n');
  if (split < 0 || split + 2 === all.length) {
    return fault('The note has no signature lines behind an empty line.');
  }
  if (!all.endsWith('\n')) return fault('The note does not end with a newline: it was cut off.');
  const written = all.slice(split + 2, -1).split('\n');
  if (written.length > MOST_SIGNATURES) {
    return fault(`The note has ${written.length} signature lines; at most ${MOST_SIGNATURES} are read.`);
  }
  const lines: NoteLine[] = [];
  for (const [i, text] of written.entries()) {
    const line = readLine(text);
    if (line === null) return fault(`Signature line ${i + 1} of the note is not written "— name base64".`);
    lines.push(line);
  }
  return { ok: true, text: all.slice(0, split + 1), lines };
}

/**
 * What keeps a text from being signed as a note: a sentence, or null.
 *
 * @example
 * noteTextFault('no newline at the end'); // 'The text of a note must end with a newline.'
 */
export function noteTextFault(text: string): string | null {
  if (!text.isWellFormed()) return 'The text of a note must not hold an unpaired surrogate.';
  if (!text.endsWith('\n')) return 'The text of a note must end with a newline.';
  return controlFault(text);
}

/**
 * Writes a signature line, with its newline.
 *
 * @param base64 of the key ID and the signature
 * @example
 * noteLine('example.org', 'AAAAAAE='); // '— example.org AAAAAAE=\n'
 */
export function noteLine(name: string, base64: string): string {
  return `\u2014 ${name} ${base64}\n`;
}

function readLine(written: string): NoteLine | null {
  const [dash, name = '', base64 = '', ...more] = written.split(' ');
  const bytes = decodeBase64(base64);
  if (dash !== '\u2014' || !isKeyName(name) || more.length > 0) return null;
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  const keyId = Buffer.from(bytes.subarray(0, KEY_ID_BYTES)).toString('hex');
  return { name, keyId, signature: bytes.subarray(KEY_ID_BYTES), written };
}

function controlFault(text: string): string | null {
  // Anything below U+0020 but the newline.
  const at = text.search(/[^\n\u0020-\u{10ffff}]/u);
  if (at < 0) return null;
  const line = text.slice(0, at).split('\n').length;
  return text[at] === '\r'
    ? `The note has a carriage return in line ${line}: its line ends were converted on the way.`
    : `The note has a control character in line ${line}.`;
}

function fault(sentence: string): NoteLayout {
  return { ok: false, fault: sentence };
}
