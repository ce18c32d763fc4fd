/** Bytes of a page or a text as words: by their mark, by what the page says of itself, as UTF-8 otherwise. For looking only. */

/** Bytes in which a page says what its letters are (HTML Standard, 13.2.3.2). */
const PRESCAN = 1_024;

/**
 * Decodes. Bytes that are no letters become U+FFFD.
 *
 * @example
 * decodedText(new TextEncoder().encode('<meta charset=utf-8>é')); // '<meta charset=utf-8>é'
 */
export function decodedText(bytes: Uint8Array): string {
  return new TextDecoder(markOf(bytes) ?? statedIn(bytes) ?? 'utf-8').decode(bytes);
}

function markOf([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function statedIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}
