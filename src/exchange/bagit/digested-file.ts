/** A file of a bag that lies where it belongs already: only its size and checksums are known, and its bytes are held by nobody. */
import { type DigestName, fileDigests } from '../../crypto/file-digest.ts';

export const BAG_ALGORITHMS: readonly DigestName[] = ['sha256', 'sha512'];

export interface DigestedFile {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal, by algorithm. */
  readonly sums: ReadonlyMap<DigestName, string>;
}

/** Bytes, or what is known of bytes that were written before. */
export type BagContent = Uint8Array | DigestedFile;

/**
 * What stands of a file in lists.
 *
 * @example
 * (await digested(new Uint8Array([97]))).sums.get('sha256'); // 'ca978112ca1bbdca…'
 */
export async function digested(content: BagContent): Promise<DigestedFile> {
  if (!(content instanceof Uint8Array)) return content;
  return { size: content.byteLength, sums: await fileDigests([content], BAG_ALGORITHMS) };
}
