/** A signed head of the log as a package takes it, with the proofs of its entries; certificates as one PEM text. */
import type { PackagedHead } from '../../exchange/custody-package/package-parts.ts';
import type { Desk } from '../desk.ts';
import type { PackageAnchor } from './package-anchors.ts';

/**
 * Proves entries in a head.
 *
 * @param seqs 1-based; those that the head does not cover are left out
 * @example
 * await packagedHead(desk, { note, size: 12, tokens: [] }, [3, 9]);
 */
export async function packagedHead(
  desk: Desk,
  { note, size, tokens }: Pick<PackageAnchor, 'note' | 'size' | 'tokens'>,
  seqs: readonly number[],
): Promise<PackagedHead> {
  const proofs = new Map<number, readonly Uint8Array[]>();
  for (const seq of seqs) {
    if (seq > size) continue;
    const hashes = await desk.store.inclusion(seq, size);
    proofs.set(
      seq,
      hashes.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex'))),
    );
  }
  return { checkpoint: note, tokens, proofs };
}

/**
 * Certificates one after another, each once.
 *
 * @example
 * pemOf([root, root]) === pemOf([root]); // true
 */
export function pemOf(texts: readonly string[]): string {
  return [...new Set(texts)].map((text) => `${text.trim()}\n`).join('');
}
