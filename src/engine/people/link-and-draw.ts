/** Links records and draws linkages in this process: pairs in DuckDB, draws in one thread of JavaScript. */
import type { LinkedOutcome, LinkingProgress, PeopleTask } from '../../desk/ports/pair-linking.ts';
import type { StoredNameTables } from '../../reckon/linkage/names/name-costs.ts';
import { type PosteriorLinkage, posteriorLinkage } from '../../reckon/linkage/posterior-linkage.ts';
import { priorBits } from '../../reckon/linkage/weights.ts';
import { linkRecords } from '../duckdb/link-records.ts';

export interface LinkingMeans {
  /** Of DuckDB, 1 or more. */
  readonly threads: number;
  /** Costs of spelling for names in different scripts; null compares them by any-ascii alone. */
  readonly names: StoredNameTables | null;
}

/**
 * Links and draws.
 *
 * @throws OnRecordError `too-large`
 * @example
 * const { outcome } = await linkAndDraw(task, { threads: 2, names: null });
 */
export async function linkAndDraw(
  { columns, rows, recall, recordOf, lists, bindings, seed, kept }: PeopleTask,
  { threads, names }: LinkingMeans,
  onProgress?: (progress: LinkingProgress) => void,
): Promise<LinkedOutcome<PosteriorLinkage>> {
  onProgress?.({ stage: 'comparing' });
  const linked = await linkRecords(columns, rows, { recall, recordOf, threads, names });
  const { records, pairs, model } = linked;
  const outcome = posteriorLinkage(
    { records, pairs, priorBits: priorBits(model), lists, bindings },
    { seed, kept },
    (done, of) => onProgress?.({ stage: 'drawing', done, of }),
  );
  return { linked, outcome };
}
