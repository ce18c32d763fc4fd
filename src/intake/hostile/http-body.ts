/**
 * The body of an archived HTTP answer as the reader's browser got it: chunks joined, content-encoding undone
 * (gzip, deflate, br), never beyond a limit. Archives often state an encoding and hold the body already unpacked: what
 * does not unpack is given back as it is stored.
 */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** One decoding; null when the result is larger than the limit. */
function decode(body: Buffer, encoding: string, limit: number): Buffer | null {
  // A body that was cut short gives what stands before the cut.
  const flush = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
  const decoders: Readonly<Record<string, readonly ((bytes: Buffer) => Buffer)[]>> = {
    gzip: [(bytes) => gunzipSync(bytes, flush)],
    'x-gzip': [(bytes) => gunzipSync(bytes, flush)],
    deflate: [(bytes) => inflateSync(bytes, flush), (bytes) => inflateRawSync(bytes, flush)],
    br: [(bytes) => brotliDecompressSync(bytes, { maxOutputLength: limit })],
  };
  for (const decoder of decoders[encoding] ?? []) {
    try {
      return decoder(body);
    } catch (error) {
      if (isTooLarge(error)) return null;
    }
  }
  return body;
}

/** Chunks joined (RFC 9112 §7.1); the body itself when it is not chunked as stated. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(
      body.toString('latin1', at, Math.max(at, Math.min(end, at + 200))),
    );
    if (end < 0 || size === null) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function listed(header: string | null): readonly string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'identity');
}

/**
 * Undoes the encodings of a body.
 *
 * @param limit bytes
 * @returns null when the body unpacks to more than the limit
 * @example
 * httpBody(bytes, new Headers({ 'content-encoding': 'gzip' }), 16_000_000)
 */
export function httpBody(
  stored: Uint8Array,
  headers: { get(name: string): string | null | undefined },
  limit: number,
): Uint8Array | null {
  const transfer = listed(headers.get('transfer-encoding') ?? null);
  let body: Buffer | null = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (transfer.includes('chunked')) body = joinChunks(body);
  const encodings = [...listed(headers.get('content-encoding') ?? null), ...transfer];
  for (const encoding of encodings.reverse()) {
    if (encoding !== 'chunked' && body !== null) body = decode(body, encoding, limit);
  }
  return body === null ? null : new Uint8Array(body);
}
