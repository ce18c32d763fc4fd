/** A worker that is older than the record: it comes to an end, and its job waits for a newer one. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { JobOutcome, JobWork } from '../ports/job-queue.ts';

/** Does one job. */
export type DoJob = (work: JobWork, signal: AbortSignal) => Promise<JobOutcome>;

/**
 * Does jobs until a newer onrecord has changed the tables under this one. The job that meets it is given back and none of its tries is
 * used up; nothing of it was stored.
 *
 * @param outgrown aborted then, with the fault
 * @example
 * await queue.work(untilOutgrown(run, outgrown), { signal: outgrown.signal, untilEmpty: false, onEvent });
 */
export function untilOutgrown(run: DoJob, outgrown: AbortController): DoJob {
  return async (work, signal) => {
    try {
      return await run(work, signal);
    } catch (error) {
      if (!(error instanceof OnRecordError) || error.code !== 'vault-too-new') throw error;
      outgrown.abort(error);
      return { state: 'again', next: [] };
    }
  };
}
