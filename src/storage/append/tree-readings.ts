/** Proofs and the signed head, read from a store's tables, on every engine alike. */
import { consistencyProof, inclusionProof, type ReadHashes } from '../../crypto/tree-proofs.ts';
import type { Checkpoint } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { LogHeadRow } from '../tables.ts';

/** What the proofs are read from. */
export interface TreeSource {
  head(): Promise<LogHeadRow | null>;
  /** Hexadecimal; level 0: leaves, level k: roots of complete subtrees of 256^k leaves. */
  hashes(range: { level: number; start: number; count: number }): Promise<readonly string[]>;
}

/** The tree's part of a record store. */
export interface TreeReadings {
  checkpoint(): Promise<Checkpoint | null>;
  inclusion(seq: number, size: number): Promise<readonly Sha256[]>;
  consistency(from: number, to: number): Promise<readonly Sha256[]>;
}

/**
 * Makes the readings of one store.
 *
 * @example
 * const { checkpoint } = treeReadings(source);
 */
export function treeReadings(source: TreeSource): TreeReadings {
  const read: ReadHashes = async (level, start, count) =>
    (await source.hashes({ level, start, count })).map((hash) => Buffer.from(hash, 'hex'));
  const within = async (least: number, size: number): Promise<void> => {
    const covered = (await source.head())?.size ?? 0;
    if (Number.isSafeInteger(least) && least >= 1 && least <= size && size <= covered) return;
    throw new OnRecordError(
      'not-found',
      `The log has ${covered} entries: there is no proof for ${least} in ${size}.`,
    );
  };
  return {
    checkpoint: async () => {
      const head = await source.head();
      return head === null ? null : { size: head.size, note: head.checkpoint };
    },
    inclusion: async (seq, size) => {
      await within(seq, size);
      return hexadecimal(await inclusionProof(seq - 1, size, read));
    },
    consistency: async (from, to) => {
      await within(from, to);
      return hexadecimal(await consistencyProof(from, to, read));
    },
  };
}

function hexadecimal(hashes: readonly Uint8Array[]): readonly Sha256[] {
  return hashes.map((hash) => Buffer.from(hash).toString('hex') as Sha256);
}
