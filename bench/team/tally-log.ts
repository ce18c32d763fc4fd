/** What a log says of itself: what came in, what was read, and what was read twice. */
import { openVault } from '../../src/storage/vault.ts';
import type { TeamPlace } from './team-place.ts';

export interface LogTally {
  readonly sources: number;
  /** SHA-256 of the bytes that are a source. */
  readonly captured: ReadonlySet<string>;
  /** Captures that a reader has read. */
  readonly read: number;
  /** Captures that one reader has read more than once. */
  readonly readTwice: number;
  /** Bytes that are a source more than once. */
  readonly storedTwice: number;
  /** Differences that the full check finds. */
  readonly faults: number;
}

/**
 * Reads the whole log.
 *
 * @example
 * (await tallyLog(place)).readTwice; // 0
 */
export async function tallyLog({ vault, database }: TeamPlace): Promise<LogTally> {
  const open = await openVault(vault, { readOnly: true, database });
  const reads = new Map<string, number>();
  const bytes = new Map<string, number>();
  const add = (to: Map<string, number>, key: string): void => void to.set(key, (to.get(key) ?? 0) + 1);
  try {
    for await (const { body } of open.store.log()) {
      if (body?.action === 'source-captured') add(bytes, body.capture.sha256);
      if (body?.action === 'claims-proposed') add(reads, `${body.extractor} ${body.capture}`);
    }
    const twice = (of: Map<string, number>): number => [...of.values()].filter((times) => times > 1).length;
    return {
      sources: bytes.size,
      captured: new Set(bytes.keys()),
      read: reads.size,
      readTwice: twice(reads),
      storedTwice: twice(bytes),
      faults: (await open.store.check()).length,
    };
  } finally {
    await open.close();
  }
}
