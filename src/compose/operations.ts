/** The door for whoever runs the machine, over an open desk: `/health`, `/metrics`, and what is told of answers and jobs. */
import type { JobEvent, JobQueue, ListedJob } from '../desk/ports/job-queue.ts';
import type { Answered } from '../server/operations/metrics.ts';
import type { OpenDesk } from './open-desk.ts';

export interface OpenOperations {
  readonly port: number;
  answered(answer: Answered): void;
  job(event: JobEvent): void;
  drain(): void;
  close(): Promise<void>;
}

export type { Answered } from '../server/operations/metrics.ts';

/**
 * Opens it on 127.0.0.1.
 *
 * @param queue null: this process has none
 * @throws OnRecordError `bad-usage` when the port is taken
 * @example
 * const operations = await openOperations(desk, { port: 9464, queue: null });
 */
export async function openOperations(
  { store }: Pick<OpenDesk, 'store'>,
  { port, queue }: { readonly port: number; readonly queue: JobQueue | null },
): Promise<OpenOperations> {
  const [{ openMetrics }, { startOperations }] = await Promise.all([
    import('../server/operations/metrics.ts'),
    import('../server/operations/start-operations.ts'),
  ]);
  const head = async (): Promise<number> => (await store.head())?.seq ?? 0;
  const metrics = openMetrics(async () => ({
    entries: await head(),
    ...(queue === null ? {} : { jobs: byState(await queue.list()) }),
  }));
  const door = await startOperations({ port, metrics, isThere: head });
  return { ...door, answered: metrics.answered, job: metrics.job };
}

function byState(jobs: readonly ListedJob[]): Record<ListedJob['state'], number> {
  const of = (state: ListedJob['state']): number => jobs.filter((job) => job.state === state).length;
  return { waiting: of('waiting'), running: of('running'), failed: of('failed') };
}
