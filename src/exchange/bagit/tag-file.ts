/** Tag files of a bag: the encoding they say they have, and the `Label: value` lines of RFC 8493 §2.2.2. */

/** One line of bag-info.txt; labels may repeat and keep their order. */
export interface BagTag {
  readonly label: string;
  readonly value: string;
}

const ENCODINGS = ['utf-8', 'utf-16', 'utf-16be', 'utf-16le', 'iso-8859-1', 'us-ascii'];

/** Whether tag files in that encoding can be read. */
export function isKnownEncoding(name: string): boolean {
  return ENCODINGS.includes(name.toLowerCase());
}

/**
 * Decodes a tag file; null when the bytes are not in that encoding.
 *
 * @param encoding one for which `isKnownEncoding` holds
 * @example
 * decodeTagFile(new Uint8Array([0xfe, 0xff, 0, 0x61]), 'UTF-16'); // 'a'
 */
export function decodeTagFile(bytes: Uint8Array, encoding: string): string | null {
  const name = encoding.toLowerCase();
  if (name === 'iso-8859-1') return Buffer.from(bytes).toString('latin1');
  const isBigEndian = name === 'utf-16be' || (name === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = isBigEndian ? 'utf-16be' : name.startsWith('utf-16') ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines without their ends (CR, LF or CRLF); the part after the last end only when it is not empty. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Reads `Label: value` lines; a line that starts with white space goes on from the one before.
 *
 * @returns the tags, and the 1-based numbers of lines that are neither
 * @example
 * readTags('Contact-Name: Edna\n  Janssen\n').tags; // [{ label: 'Contact-Name', value: 'Edna Janssen' }]
 */
export function readTags(text: string): {
  readonly tags: readonly BagTag[];
  readonly bad: readonly number[];
} {
  const tags: BagTag[] = [];
  const bad: number[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const last = tags.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      tags[tags.length - 1] = { label: last.label, value: `${last.value} ${line.trim()}`.trim() };
      continue;
    }
    const parts = /^([^:\s][^:]*):(.*)$/.exec(line);
    if (parts === null) {
      if (line.trim() !== '') bad.push(index + 1);
    } else tags.push({ label: (parts[1] ?? '').trim(), value: (parts[2] ?? '').trim() });
  }
  return { tags, bad };
}

/**
 * Writes tags, one a line. Line breaks inside a value become spaces, so that no value can write a tag.
 *
 * @example
 * writeTags([{ label: 'Bagging-Date', value: '2031-03-04' }]); // 'Bagging-Date: 2031-03-04\n'
 */
export function writeTags(tags: readonly BagTag[]): string {
  return tags
    .map(({ label, value }) => `${label}: ${value.replaceAll(/[\r\n]+\s*/g, ' ').trim()}\n`)
    .join('');
}
