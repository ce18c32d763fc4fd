/**
 * Bytes to characters: byte order mark, then the declared encoding checked against the bytes, then a guess.
 * What the bytes show wins over what the file declares, and every disagreement is noted. Refuses nothing:
 * bytes that fit no encoding become U+FFFD with a note.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { guessEncoding, otherCyrillic } from './guess-encoding.ts';
import { unmarkedUtf16 } from './unmarked-utf16.ts';

/** Characters, the encoding they were read with, and what a person should know. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG label in lower case. */
  readonly encoding: string;
  readonly notes: readonly string[];
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The WHATWG name of a declared label; null when no such encoding is known. */
function knownEncoding(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeLoosely(bytes: Uint8Array, encoding: string, notes: readonly string[]): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  if (broken === 0) return { text, encoding, notes };
  return {
    text,
    encoding,
    notes: [...notes, `${broken} places did not fit ${encoding} and are shown as U+FFFD.`],
  };
}

/** UTF-8 with a few broken places stays UTF-8: one bad byte must not turn a whole page into nonsense. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 200_000));
  const broken = text.split('\uFFFD').length - 1;
  let sound = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f && unit !== 0xfffd) sound += 1;
  }
  return sound > 4 * broken;
}

/**
 * Reads characters from bytes.
 *
 * @param declared the label that the file or its envelope states; null when none
 * @param language BCP 47 as stated, a hint for the guess; null when none
 * @example
 * decodeBytes(new TextEncoder().encode('Ёлка'), 'windows-1251', null).notes
 * // ['Declared windows-1251, read as utf-8: the bytes are valid utf-8.']
 */
export function decodeBytes(
  bytes: Uint8Array,
  declared: string | null,
  language: string | null,
): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decodeLoosely(bytes, mark, []);
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return decodeLoosely(bytes, wide, [`No encoding mark; read as ${wide}.`]);

  const known = knownEncoding(declared);
  const notes: string[] = [];
  if (declared !== null && known === null)
    notes.push(`The declared encoding "${declared.slice(0, 40)}" is not known.`);
  const isStateful = known === 'iso-2022-jp';
  if (isUtf8(bytes) && !isStateful) {
    if (known !== null && known !== 'utf-8' && !known.startsWith('utf-16') && !isAscii(bytes)) {
      notes.push(`Declared ${known}, read as utf-8: the bytes are valid utf-8.`);
    }
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', notes };
  }
  if (known !== null && known !== 'utf-8' && !known.startsWith('utf-16')) {
    const other = otherCyrillic(bytes, known);
    if (other !== null) {
      const why = `Declared ${known}, but the letters make words only as ${other}; read as ${other}, a guess.`;
      return decodeLoosely(bytes, other, [...notes, why]);
    }
    const text = decodeStrictly(bytes, known);
    return text === null ? decodeLoosely(bytes, known, notes) : { text, encoding: known, notes };
  }
  if (mostlyUtf8(bytes)) return decodeLoosely(bytes, 'utf-8', notes);
  const guess = guessEncoding(bytes, language);
  const why = known === null ? 'No encoding declared' : `Declared ${known}, but the bytes do not fit it`;
  return decodeLoosely(bytes, guess, [...notes, `${why}; read as ${guess}, a guess.`]);
}
