/** UTF-8 as bytes must be when their hash or signature counts: nothing replaced, a byte order mark kept as it is. */

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as UTF-8; null when they are not.
 *
 * @example
 * decodeUtf8(new Uint8Array([0xc3, 0xa9])); // 'é'
 * decodeUtf8(new Uint8Array([0xff])); // null
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
}
