/**
 * Padding, so that the size of a record tells little: four bytes of length, the content, zeros. Sizes are powers of
 * two from 256 bytes to 1 MiB; above it PADMÉ (Nikitin et al., PoPETs 2019(4), §4: at most 12 % more), because
 * doubling a film to hide its length would fill the disk.
 */

const LENGTH_BYTES = 4;
const LEAST = 256;
const DOUBLING_UP_TO = 1 << 20;
/** Bytes of content; a longer one is refused. */
export const MOST_CONTENT = 2 ** 30;

/**
 * Bytes that content of a length has after padding.
 *
 * @param length bytes of content
 * @throws TypeError for content longer than 1 GiB
 * @example
 * paddedSize(0); // 256
 * paddedSize(253); // 512: four bytes say the length
 */
export function paddedSize(length: number): number {
  if (length > MOST_CONTENT) throw new TypeError('A record longer than 1 GiB cannot be sealed in one piece.');
  const needed = length + LENGTH_BYTES;
  if (needed > DOUBLING_UP_TO) return padme(needed);
  return Math.max(LEAST, 2 ** Math.ceil(Math.log2(needed)));
}

/** PADMÉ: of a length of E+1 bits, all but the first S bits are rounded up, S being the bits that write E. */
function padme(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - kept);
  return Math.ceil(length / unit) * unit;
}

/**
 * Pads content.
 *
 * @example
 * pad(new Uint8Array(10)).length; // 256
 */
export function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(new ArrayBuffer(paddedSize(content.length)));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

/**
 * The content within padded bytes; null when they are not padded as `pad` does it. It shares the padded memory.
 *
 * @example
 * unpad(pad(content)); // the content
 */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < LEAST) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (length > MOST_CONTENT || paddedSize(length) !== padded.length) return null;
  const end = LENGTH_BYTES + length;
  // A loop: up to half of a large document is padding, and a call for each byte would cost more than opening it.
  for (let at = end; at < padded.length; at += 1) if (padded[at] !== 0) return null;
  return padded.subarray(LENGTH_BYTES, end);
}
