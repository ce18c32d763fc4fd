/** Puts work into the queue. What is acknowledged is safe: files lie in the spool before their jobs are added. */
import type { CaptureId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { GivenMetadata } from '../given-metadata.ts';
import type { InputFiles, InputProblem } from '../ports/input-files.ts';
import type { JobQueue, NewJob } from '../ports/job-queue.ts';
import type { Spool, SpooledFile } from '../ports/spool.ts';

/** Captures that one job reads. */
const TOGETHER = 50;
/** Files that one job takes in, and their bytes; a heavier file has a job of its own. */
const MOST_FILES = 200;
const MOST_BYTES = 16_000_000;

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
  let batch: SpooledFile[] = [];
  let weight = 0;
  const acknowledge = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { given, agent } = to;
    const spooled = await to.spool.put({ files: batch, given, agent });
    await to.queue.add([intakeJob(spooled)]);
    files += batch.length;
    batch = [];
    weight = 0;
  };
  for await (const found of to.files.find(inputs)) {
    if (found.found === 'problem') {
      problems.push(found.problem);
      continue;
    }
    const { shownAs, fileName } = found.file;
    try {
      const [bytes, sidecar] = [await found.file.read(), await found.file.sidecar()];
      if (batch.length >= MOST_FILES || weight + bytes.length > MOST_BYTES) await acknowledge();
      batch.push({ bytes, fileName, shownAs, sidecar });
      weight += bytes.length;
    } catch (error) {
      if (
        !(error instanceof OnRecordError) ||
        !/^(file-vanished|unreadable-file|too-large)$/u.test(error.code)
      )
        throw error;
      problems.push({ shownAs, code: error.code, message: error.message });
    }
  }
  await acknowledge();
  return { files, problems };
}

/**
 * The job for files that wait together: one, however often it is added.
 *
 * @example
 * await queue.add([intakeJob(await spool.put(batch))]);
 */
export function intakeJob(spooled: string): NewJob {
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
  jobs.push(...proposeJobs(unread));
  if (jobs.length > 0) await queue.add(jobs);
  return jobs.length;
}

/**
 * Jobs that have captures read, some captures each: several workers share them.
 *
 * @example
 * await queue.add(proposeJobs(captures));
 */
export function proposeJobs(captures: readonly CaptureId[]): readonly NewJob[] {
  const jobs: NewJob[] = [];
  for (let from = 0; from < captures.length; from += TOGETHER) {
    const some = captures.slice(from, from + TOGETHER);
    jobs.push({ work: { kind: 'propose', captures: some }, key: `propose ${some[0] ?? ''}` });
  }
  return jobs;
}

/** One trace for all that is new. */
export const TRACE_JOB: NewJob = { work: { kind: 'trace' }, key: 'trace' };
const LINK_JOB: NewJob = { work: { kind: 'link' }, key: 'link' };
