/**
 * UTF-16 without a byte order mark, seen by its shape: in alphabets below U+0900 one byte of each pair is small, the
 * other is not, and spaces give zeros. Chinese, Japanese and Korean text has no such shape and is not recognised.
 */

/**
 * The byte order of unmarked UTF-16; null when the bytes have no such shape.
 *
 * @example
 * unmarkedUtf16(new Uint8Array(Buffer.from('Two men were held', 'utf16le'))) // 'utf-16le'
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4000) & ~1;
  if (length < 8) return null;
  const small = [0, 0];
  const zeros = [0, 0];
  for (let index = 0; index < length; index += 1) {
    const side = index & 1;
    const byte = bytes[index] ?? 0;
    if (byte <= 8) small[side] = (small[side] ?? 0) + 1;
    if (byte === 0) zeros[side] = (zeros[side] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = small.map((count) => count / (length / 2));
  if (odd > 0.6 && even < 0.05 && (zeros[1] ?? 0) > 0) return 'utf-16le';
  if (even > 0.6 && odd < 0.05 && (zeros[0] ?? 0) > 0) return 'utf-16be';
  return null;
}
