/**
 * Looks for words in files in every form in which they could lie there: UTF-8 and UTF-16, base64 at its three alignments,
 * hexadecimal, and inside anything that unpacks as gzip, zlib or zip.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** One place where a word was found. */
export interface FoundWord {
  readonly path: string;
  readonly word: string;
  readonly form: string;
}

const PACKED = 16_000_000;
const UNPACKING = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: PACKED };

/** What is looked for: bytes written one character each, by word and form. */
type Needles = readonly (readonly [word: string, form: string, needle: string])[];

function needlesOf(words: readonly string[]): Needles {
  return words.flatMap((word) => {
    const spellings = new Set([word, word.toLowerCase(), word.toUpperCase()]);
    return [...spellings].flatMap((spelling) =>
      formsOf(spelling).map(([form, needle]) => [word, form, needle] as const),
    );
  });
}

function formsOf(word: string): readonly (readonly [form: string, needle: string])[] {
  const bytes = Buffer.from(word, 'utf8');
  const wide = Buffer.from(word, 'utf16le');
  const hex = bytes.toString('hex');
  return [
    ['utf-8', bytes.toString('latin1')],
    ['utf-16le', wide.toString('latin1')],
    ['utf-16be', Buffer.from(wide).swap16().toString('latin1')],
    ['hex', hex],
    ['hex capitals', hex.toUpperCase()],
    ...[0, 1, 2].map((before) => [`base64 +${before}`, inBase64(bytes, before)] as const),
  ];
}

/** The letters of base64 that the word alone decides, with so many unknown bytes before it. */
function inBase64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/u, '');
  const first = Math.ceil((before * 8) / 6);
  const whole = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(first, whole);
}

/** Each as far as it unpacks; random bytes give nothing. */
function unpackedFrom(content: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  const attempt = (unpack: () => Buffer): void => {
    try {
      found.push(unpack());
    } catch {
      // Not what it looked like.
    }
  };
  for (const at of placesOf(content, [0x1f, 0x8b, 0x08]))
    attempt(() => gunzipSync(content.subarray(at), UNPACKING));
  for (const second of [0x01, 0x5e, 0x9c, 0xda])
    for (const at of placesOf(content, [0x78, second]))
      attempt(() => inflateSync(content.subarray(at), UNPACKING));
  for (const at of placesOf(content, [0x50, 0x4b, 0x03, 0x04])) {
    if (at + 30 > content.length) continue;
    const from = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
    attempt(() => inflateRawSync(content.subarray(from), UNPACKING));
  }
  return found;
}

function placesOf(content: Buffer, mark: readonly number[]): readonly number[] {
  const places: number[] = [];
  const wanted = Buffer.from(mark);
  for (let at = content.indexOf(wanted); at !== -1; at = content.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** A scanner for some words; it remembers which files it has seen as they are. */
export interface Scanner {
  /** Words in a text, for what a command printed. */
  inText(path: string, text: string): readonly FoundWord[];
  /** Words in the names and the content of all files below a folder that are new or have changed since. */
  below(folder: string): readonly FoundWord[];
  /** Files looked at so far. */
  files(): number;
}

/**
 * Makes a scanner.
 *
 * @example
 * scannerFor(['zulkemarin']).below(vault); // []
 */
export function scannerFor(words: readonly string[]): Scanner {
  const needles = needlesOf(words);
  const seen = new Map<string, string>();
  const inBytes = (path: string, content: Buffer): FoundWord[] =>
    [content, ...unpackedFrom(content)].flatMap((bytes, at) => {
      const text = bytes.toString('latin1');
      return needles
        .filter(([, , needle]) => text.includes(needle))
        .map(([word, form]) => ({ path, word, form: at === 0 ? form : `${form}, unpacked` }));
    });
  return {
    inText: (path, text) => inBytes(path, Buffer.from(text, 'utf8')),
    below: (folder) =>
      filesBelow(folder).flatMap((path) => {
        const state = stateOf(path);
        if (state === null || seen.get(path) === state) return [];
        seen.set(path, state);
        const content = contentOf(path);
        return [
          ...inBytes(`name of ${path}`, Buffer.from(path.slice(folder.length))),
          ...inBytes(path, content),
        ];
      }),
    files: () => seen.size,
  };
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Null: gone meanwhile. */
function stateOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
