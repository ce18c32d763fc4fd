/**
 * Base64 as RFC 4648 §4 writes it, and no other way: padded, standard alphabet, unused bits zero, no white space.
 * A value that could be written two ways would let two different notes carry one signature.
 */

/**
 * Writes bytes as padded standard base64.
 *
 * @example
 * encodeBase64(new Uint8Array([1, 2])); // 'AQI='
 */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Reads padded standard base64; null for every other spelling of the same bytes.
 *
 * @example
 * decodeBase64('AQI='); // Uint8Array [1, 2]
 * decodeBase64('AQJ='); // null: the unused bits are not zero
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}
