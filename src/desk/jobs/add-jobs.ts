/** Puts work into the queue. What is acknowledged is safe: files lie in the spool before their jobs are added. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { GivenMetadata } from '../given-metadata.ts';
import type { InputFiles, InputProblem } from '../ports/input-files.ts';
import type { JobQueue, NewJob } from '../ports/job-queue.ts';
import type { Spool } from '../ports/spool.ts';
import { TRACE_JOB } from './run-job.ts';

/** Captures that one job reads. */
const TOGETHER = 32;

/** What was handed in. */
export interface HandedIn {
  readonly files: number;
  readonly problems: readonly InputProblem[];
}

/**
 * Hands files in to be taken in by a worker.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `unreachable`
 * @example
 * await handIn(['reports/'], { files, spool, queue, given, agent: null });
 */
export async function handIn(
  inputs: readonly string[],
  to: {
    readonly files: InputFiles;
    readonly spool: Spool;
    readonly queue: JobQueue;
    readonly given: GivenMetadata;
    readonly agent: string | null;
  },
): Promise<HandedIn> {
  const problems: InputProblem[] = [];
  let files = 0;
  for await (const found of to.files.find(inputs)) {
    if (found.found === 'problem') {
      problems.push(found.problem);
      continue;
    }
    const { shownAs, fileName } = found.file;
    try {
      const [bytes, sidecar] = [await found.file.read(), await found.file.sidecar()];
      const { given, agent } = to;
      const spooled = await to.spool.put({ bytes, fileName, shownAs, sidecar, given, agent });
      await to.queue.add([intakeJob(spooled)]);
      files += 1;
    } catch (error) {
      if (
        !(error instanceof OnRecordError) ||
        !/^(file-vanished|unreadable-file|too-large)$/u.test(error.code)
      )
        throw error;
      problems.push({ shownAs, code: error.code, message: error.message });
    }
  }
  return { files, problems };
}

/** One for each file that waits, however often it is added. */
function intakeJob(spooled: string): NewJob {
  return { work: { kind: 'intake', spooled }, key: `intake ${spooled}` };
}

/**
 * Adds jobs for files that were safe before whoever handed them in was killed. Adding one twice does no harm.
 *
 * @example
 * await addForgotten(spool, queue);
 */
export async function addForgotten(spool: Spool, queue: JobQueue): Promise<number> {
  const known = new Set((await queue.list()).filter(({ kind }) => kind === 'intake').map(({ key }) => key));
  const jobs = (await spool.names()).map(intakeJob).filter(({ key }) => !known.has(key));
  if (jobs.length > 0) await queue.add(jobs);
  return jobs.length;
}

/**
 * Adds work over the whole record.
 *
 * @param extractor of the reader
 * @returns jobs added
 * @throws OnRecordError `unreachable`, `read-only`
 * @example
 * await addWork('propose', desk, queue, extractor);
 */
export async function addWork(
  kind: 'propose' | 'trace' | 'link',
  { store }: Pick<Desk, 'store'>,
  queue: JobQueue,
  extractor: string,
): Promise<number> {
  const jobs = kind === 'propose' ? [] : [kind === 'trace' ? TRACE_JOB : LINK_JOB];
  const unread = kind === 'propose' ? await store.unreadCaptures(extractor) : [];
  for (let from = 0; from < unread.length; from += TOGETHER) {
    const captures = unread.slice(from, from + TOGETHER);
    jobs.push({ work: { kind: 'propose', captures }, key: `propose ${captures[0] ?? ''}` });
  }
  if (jobs.length > 0) await queue.add(jobs);
  return jobs.length;
}

const LINK_JOB: NewJob = { work: { kind: 'link' }, key: 'link' };
