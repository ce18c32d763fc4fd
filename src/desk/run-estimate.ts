/** Estimates how many people nobody recorded, by every method, and gives the record of it; or runs such a record again. */
import type { CaptureTable } from '../reckon/estimate/capture-table.ts';
import type { EstimateOptions } from '../reckon/estimate/estimate-options.ts';
import { estimateReport } from '../reckon/estimate/estimate-report.ts';
import { type EstimateTask, tasksOf } from '../reckon/estimate/estimate-task.ts';
import { averageOverLinkages } from '../reckon/estimate/linkage-average.ts';
import { ESTIMATE_FORMAT, type EstimateRecord, tablesSha256, writtenTable } from './estimate-record.ts';
import type { EstimateThreads } from './ports/estimate-threads.ts';

export { type EstimateTask, TASK_WORDS } from '../reckon/estimate/estimate-task.ts';

/** What is estimated: one table, or one for each posterior linkage; and how. */
export interface EstimateInput {
  readonly tables: readonly CaptureTable[];
  readonly options: EstimateOptions;
}

/** What a run needs besides that. */
export interface EstimateRun {
  readonly threads: EstimateThreads;
  /** For example "onrecord 0.1.0" and "node 24.21.0". */
  readonly program: string;
  readonly runtime: string;
  readonly signal?: AbortSignal;
  /** Told after each part: how many are done, of how many, and which was the last. */
  readonly onProgress?: (done: number, total: number, task: EstimateTask) => void;
}

/**
 * Runs all methods on a table, or the averaging over linkages on several tables.
 *
 * @throws the reason of `signal`; OnRecordError `unsupported-runtime`
 * @example
 * const record = await runEstimate({ tables: [table], options: ESTIMATE_OPTIONS }, { threads, program, runtime });
 */
export async function runEstimate(
  { tables, options }: EstimateInput,
  run: EstimateRun,
): Promise<EstimateRecord> {
  const [first] = tables;
  const tasks: readonly EstimateTask[] =
    tables.length === 1 && first !== undefined
      ? tasksOf(first, options)
      : tables.map((table) => ({ part: { kind: 'linkage-draw' }, table, options }));
  const results = await run.threads.run(tasks, {
    ...(run.signal === undefined ? {} : { signal: run.signal }),
    onDone: (done, task) => run.onProgress?.(done, tasks.length, task),
  });
  const written = tables.map(writtenTable);
  const pairs = tasks.flatMap((task, at) => {
    const result = results[at];
    return result === undefined ? [] : [{ task, result }];
  });
  return {
    format: ESTIMATE_FORMAT,
    program: run.program,
    runtime: run.runtime,
    tables: written,
    tableSha256: tablesSha256(written),
    options,
    results:
      tables.length === 1 && first !== undefined
        ? { kind: 'one-table', report: estimateReport(first, options, pairs) }
        : {
            kind: 'linkages',
            pooled: averageOverLinkages(
              pairs.flatMap(({ result }) => (result.kind === 'linkage-draw' ? [result.outcome] : [])),
            ),
          },
  };
}

/**
 * Where two results differ: dotted paths, the first ones; empty when every digit is the same.
 *
 * @example
 * differences(before.results, after.results); // []
 */
export function differences(before: unknown, after: unknown, path = ''): readonly string[] {
  if (Object.is(before, after)) return [];
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return [path === '' ? 'the whole' : path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(
      (before as Record<string, unknown>)[key],
      (after as Record<string, unknown>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}
