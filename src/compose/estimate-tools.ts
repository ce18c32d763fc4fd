/** What `onrecord estimate` reaches outside for: threads, and the files of tables and records. */

import type { EstimateThreads } from '../desk/ports/estimate-threads.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import { MIB } from '../desk/size-words.ts';

export interface EstimateTools {
  /** Tables and estimate records; larger files are refused. */
  readonly files: SingleFiles;
  /** Name and version of the runtime: its arithmetic is a part of every digit. */
  readonly runtime: string;
  readonly threads: EstimateThreads;
}

/** Bytes; a table with a row for each of a million people is smaller. */
const LARGEST = 128 * MIB;

/**
 * Gathers them.
 *
 * @param threads null: one for each core
 * @example
 * const { files, threads } = await estimateTools(null);
 */
export async function estimateTools(threads: number | null): Promise<EstimateTools> {
  const [{ openSingleFiles }, { openEstimateThreads }, { availableParallelism }] = await Promise.all([
    import('../storage/single-files.ts'),
    import('../engine/estimate/open-estimate-threads.ts'),
    import('node:os'),
  ]);
  return {
    files: openSingleFiles(LARGEST),
    runtime: `node ${process.versions.node}`,
    threads: openEstimateThreads(threads ?? availableParallelism()),
  };
}
