/** Says how the queue stands. */
import type { Finding } from '../examine-vault.ts';
import type { ListedJob } from '../ports/job-queue.ts';

/** Milliseconds after which a job that waits says that no worker is at work. */
const LONG = 3_600_000;

/**
 * Looks at the queue.
 *
 * @param jobs null: there is no queue
 * @param now milliseconds since 1970
 * @example
 * examineJobs([], Date.now())[0]?.state; // 'good'
 */
export function examineJobs(jobs: readonly ListedJob[] | null, now: number): readonly Finding[] {
  if (jobs === null) return [];
  const of = (state: ListedJob['state']): number => jobs.filter((job) => job.state === state).length;
  const [waiting, running, failed] = [of('waiting'), of('running'), of('failed')];
  const idle =
    running === 0 && jobs.some(({ state, runAt }) => state === 'waiting' && now - Date.parse(runAt) > LONG);
  const message = `${waiting} wait, ${running} run, ${failed} failed`;
  const advice =
    failed > 0 ? '. See them with: onrecord jobs' : idle ? '. No worker takes them: onrecord worker' : '';
  return [{ state: failed > 0 || idle ? 'note' : 'good', what: 'jobs', message: message + advice }];
}
