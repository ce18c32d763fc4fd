/**
 * A text as a row of 16-bit word codes, for finding words that two texts share. Case, combining marks, apostrophes and
 * everything that is neither letter nor digit are left out, so that a quotation mark or a changed dash hides no copy. In
 * scripts without spaces only Han and kana are cut, one character a word; Thai, Lao, Khmer and Burmese run together.
 * Two words may have one code (1 in 65,536): good for comparing runs of words, not for naming one.
 */

/** Words of a text with their places: UTF-16 code units, 0-based, end exclusive. */
export interface PlacedWords {
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const OTHER = 0;
const LETTER = 1;
/** Passed over inside a word: apostrophes, marks, soft hyphens, joiners. */
const SILENT = 2;
/** A word of its own. */
const ALONE = 3;

interface Alphabet {
  readonly kind: Uint8Array;
  readonly lower: Uint16Array;
}

const UNITS = 0x10000;
const APOSTROPHES = "'’ʼ＇";

function buildAlphabet(): Alphabet {
  const kind = new Uint8Array(UNITS);
  const lower = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit += 1) {
    const character = String.fromCharCode(unit);
    kind[unit] = kindOf(character);
    const folded = character.toLowerCase();
    lower[unit] = folded.length === 1 ? folded.charCodeAt(0) : unit;
  }
  return { kind, lower };
}

function kindOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character) && /\p{L}/u.test(character))
    return ALONE;
  if (APOSTROPHES.includes(character) || /[\p{Mn}\p{Cf}\u0640]/u.test(character)) return SILENT;
  return /[\p{L}\p{N}\p{Mc}]/u.test(character) ? LETTER : OTHER;
}

let alphabet: Alphabet | null = null;

const ROOM = 4096;
let codes = new Uint16Array(ROOM);
let starts = new Uint32Array(ROOM);
let ends = new Uint32Array(ROOM);

/** Fills the three arrays above and says how many words there are. */
function scan(text: string): number {
  alphabet ??= buildAlphabet();
  const { kind, lower } = alphabet;
  // A word takes at least one code unit.
  if (codes.length < text.length) {
    codes = new Uint16Array(text.length);
    starts = new Uint32Array(text.length);
    ends = new Uint32Array(text.length);
  }
  let count = 0;
  let hash = FIRST;
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const is = kind[unit] as number;
    if (is === LETTER) {
      if (start < 0) {
        start = at;
        hash = FIRST;
      }
      hash = Math.imul(hash ^ (lower[unit] as number), PRIME);
      continue;
    }
    if (is === SILENT) continue;
    if (start >= 0) {
      codes[count] = codeOf(hash);
      starts[count] = start;
      ends[count] = at;
      count += 1;
      start = -1;
    }
    if (is === ALONE) {
      codes[count] = codeOf(Math.imul(FIRST ^ unit, PRIME));
      starts[count] = at;
      ends[count] = at + 1;
      count += 1;
    }
  }
  if (start >= 0) {
    codes[count] = codeOf(hash);
    starts[count] = start;
    ends[count] = text.length;
    count += 1;
  }
  return count;
}

/** FNV-1a, 32 bits: offset basis and prime. */
const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** The high half of the hash, mixed as in MurmurHash3's finaliser. */
function codeOf(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) >>> 16;
}

/**
 * The codes of a text's words.
 *
 * @example
 * wordCodes("They didn't pay.").length; // 3
 */
export function wordCodes(text: string): Uint16Array {
  return codes.slice(0, scan(text));
}

/**
 * The codes of a text's words and where each stands.
 *
 * @example
 * placedWords('Six died.').starts; // Uint32Array [0, 4]
 */
export function placedWords(text: string): PlacedWords {
  const count = scan(text);
  return { codes: codes.slice(0, count), starts: starts.slice(0, count), ends: ends.slice(0, count) };
}
