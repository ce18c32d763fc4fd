/**
 * Does one job of the queue. Begun a second time it does nothing that was done: bytes are a source once, a capture is read once
 * by one reader, and the store refuses whoever comes second.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { CaptureId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { captureTogether } from '../capture-together.ts';
import type { Desk } from '../desk.ts';
import { linkPeople, PEOPLE_DEFAULTS } from '../people/link-people.ts';
import { type PeopleReport, peopleReport } from '../people/people-report.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { InputFile } from '../ports/input-files.ts';
import type { JobOutcome, JobWork, NewJob } from '../ports/job-queue.ts';
import type { PeopleEngine } from '../ports/pair-linking.ts';
import type { Spool, SpooledFile } from '../ports/spool.ts';
import type { TextReading } from '../ports/text-reading.ts';
import { proposeClaims } from '../propose-claims.ts';
import type { CaptureEvent } from '../take-in-file.ts';
import { runTracers, type Tracer } from '../trace/tracer.ts';
import { intakeJob, proposeJobs, TRACE_JOB } from './add-jobs.ts';

/** What the jobs work with. */
export interface JobTools {
  readonly spool: Spool;
  reader(): Promise<DocumentReader>;
  reading(): Promise<TextReading>;
  readonly tracers: readonly Tracer[];
  readonly people: PeopleEngine;
  /** Keeps the figures of a linkage, with the entry as of which they hold. */
  keepLinkage(report: PeopleReport, entries: number): Promise<void>;
}

/**
 * Does it.
 *
 * @throws OnRecordError as the work itself does; `unreadable-file` and the like for a file that cannot be taken in
 * @example
 * await runJob(desk, { kind: 'trace' }, tools, signal);
 */
export async function runJob(
  desk: Desk,
  work: JobWork,
  tools: JobTools,
  signal: AbortSignal,
): Promise<JobOutcome> {
  switch (work.kind) {
    case 'intake':
      return takeIn(desk, work.spooled, tools, signal);
    case 'propose':
      return propose(desk, work.captures, tools, signal);
    case 'trace':
      return trace(desk, tools, signal);
    case 'link':
      return link(desk, tools, signal);
    default:
      throw new OnRecordError('bad-usage', 'A job of a kind that this onrecord does not know: update it.');
  }
}

async function takeIn(desk: Desk, name: string, tools: JobTools, signal: AbortSignal): Promise<JobOutcome> {
  const batch = await tools.spool.get(name);
  if (batch === null) return { state: 'done', next: [] };
  const { files, given, agent } = batch;
  const options = { reader: await tools.reader(), given, signal, ...(agent === null ? {} : { agent }) };
  const events = await captureTogether(desk, files.map(inputOf), options);
  if (events.some(({ state }) => state === 'stopped')) return { state: 'again', next: [] };
  const next: NewJob[] = [...proposeJobs(events.flatMap(capturesOf))];
  for (const [at, event] of events.entries()) {
    const file = files[at];
    if (event.state !== 'failed' || file === undefined) continue;
    if (files.length === 1) throw new OnRecordError(event.code, event.message);
    // It waits on by itself, fails by itself, and keeps nobody else waiting.
    next.push(intakeJob(await tools.spool.put({ ...batch, files: [file] }, nameOfOne(name, at))));
  }
  return { state: 'done', next, onSafe: () => tools.spool.remove(name) };
}

/** The same however often the batch is begun: nothing waits twice. */
function nameOfOne(batch: string, at: number): string {
  return sha256Hex(`${batch} ${at}`).slice(0, 36);
}

function inputOf({ bytes, fileName, shownAs, sidecar }: SpooledFile): InputFile {
  const method = fileName === null ? ('stdin' as const) : ('file' as const);
  return { shownAs, fileName, method, read: async () => bytes, sidecar: async () => sidecar };
}

function capturesOf(event: CaptureEvent): readonly CaptureId[] {
  if (event.state === 'captured')
    return event.documents.flatMap(({ capture, hasText }) => (hasText ? [capture] : []));
  return event.state === 'already-stored' ? [event.capture] : [];
}

async function propose(
  desk: Desk,
  captures: readonly CaptureId[],
  tools: JobTools,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const reading = await tools.reading();
  for await (const _ of proposeClaims(desk, { ...reading, captures, signal, together: captures.length }));
  return { state: signal.aborted ? 'again' : 'done', next: signal.aborted ? [] : [TRACE_JOB] };
}

async function trace(desk: Desk, { tracers }: JobTools, signal: AbortSignal): Promise<JobOutcome> {
  for await (const _ of runTracers(desk, tracers, { signal }));
  return { state: signal.aborted ? 'again' : 'done', next: [] };
}

async function link(desk: Desk, tools: JobTools, signal: AbortSignal): Promise<JobOutcome> {
  const { entries } = await desk.store.counts();
  try {
    const linked = await linkPeople(desk, tools.people, { ...PEOPLE_DEFAULTS, work: { signal } });
    await tools.keepLinkage(peopleReport(linked, PEOPLE_DEFAULTS), entries);
    return { state: 'done', next: [] };
  } catch (error) {
    if (signal.aborted) return { state: 'again', next: [] };
    // Nothing to link is no fault of the job.
    if (error instanceof OnRecordError && error.code === 'not-found') return { state: 'done', next: [] };
    throw error;
  }
}
