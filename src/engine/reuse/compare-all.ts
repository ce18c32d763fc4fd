/**
 * Many texts compared with each other at once, on threads: far less work a text than adding them one by one, and
 * what is site chrome is known before anything is compared. Memory: two bytes a word, and a bounded number of places.
 */

import {
  BLOCKS,
  type BlockFindings,
  joinBlocks,
  MOST_PLACES,
  planRounds,
} from '../../text/reuse/all-pairs.ts';
import type { ReusePair } from '../../text/reuse/join-seeds.ts';
import { PARTS } from '../../text/reuse/partitions.ts';
import type { WordCorpus } from '../../text/reuse/word-corpus.ts';
import type { ComparingPool } from './comparing-pool.ts';

export interface CompareAllOptions {
  readonly pool: ComparingPool;
  /** Pairs of two texts below this number are left out; 0 when absent. */
  readonly firstNew?: number;
  /** Places in memory at once; 16 million, which is 64 MB, when absent. */
  readonly mostPlaces?: number;
  /** Told the sorted fingerprints of every block, in any order; absent: nobody wants them. */
  readonly onEntries?: (block: number, entries: Uint32Array) => void;
}

/**
 * Compares all with all.
 *
 * @param corpus its arrays over shared memory when there are threads
 * @example
 * for (const pair of await compareAll(corpus, { pool })) void pair;
 */
export async function compareAll(
  corpus: WordCorpus,
  options: CompareAllOptions,
): Promise<Generator<ReusePair>> {
  const { pool, firstNew = 0, mostPlaces = MOST_PLACES, onEntries } = options;
  const texts = corpus.outlets.length;
  const ranges = Array.from({ length: pool.threads }, (_, i) => ({
    from: Math.floor((texts * i) / pool.threads),
    to: Math.floor((texts * (i + 1)) / pool.threads),
  }));
  await pool.tellAll({ kind: 'corpus', corpus, firstNew });
  const counts = await Promise.all(ranges.map((range) => pool.ask({ kind: 'count', range })));
  const found: BlockFindings[] = [];
  const rounds = planRounds(sumOf(counts), mostPlaces);
  const room = new SharedArrayBuffer(
    4 * Math.max(1, ...rounds.map(({ partStarts }) => partStarts[PARTS] as number)),
  );
  for (const round of rounds) {
    const places = new Uint32Array(room, 0, round.partStarts[PARTS]);
    await pool.tellAll({ kind: 'round', round, places });
    // Each range writes behind those before it, so that places stay in order within a part.
    const next = round.partStarts.slice(0, PARTS);
    const scatters = ranges.map((range, i) => {
      const own = next.slice();
      for (let part = 0; part < PARTS; part += 1)
        next[part] = (next[part] as number) + (counts[i]?.[part] ?? 0);
      return pool.ask({ kind: 'scatter', range, next: own });
    });
    await Promise.all(scatters);
    const blocks = Array.from({ length: round.lastBlock - round.firstBlock }, (_, i) => round.firstBlock + i);
    await Promise.all(
      blocks.map(async (block) => {
        const withEntries = onEntries !== undefined;
        const { entries, ...findings } = await pool.ask({ kind: 'block', block, withEntries });
        found.push(findings);
        if (entries !== null) onEntries?.(block, entries);
      }),
    );
  }
  if (found.length !== BLOCKS) throw new Error(`${found.length} of ${BLOCKS} blocks were compared`);
  return joinBlocks(corpus, found);
}

function sumOf(counts: readonly Uint32Array[]): Uint32Array {
  const sum = new Uint32Array(PARTS);
  for (const one of counts)
    for (let part = 0; part < PARTS; part += 1) sum[part] = (sum[part] as number) + (one[part] as number);
  return sum;
}
