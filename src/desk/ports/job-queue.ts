/**
 * What the desk needs of a queue of jobs. A job may be begun more than once: a worker can be killed at any moment, and then
 * another takes its job. What a job does to the record is done once all the same, because the record itself refuses the
 * second time. A job names things by id alone: no word of a source stands in the queue.
 */
import type { CaptureId } from '../../record/id.ts';

/** What a job may be. Files are taken in and texts read by several workers at once; one traces at a time. */
export type JobWork =
  /** Take in the files that lie in the spool under this name. */
  | { readonly kind: 'intake'; readonly spooled: string }
  /** Read these captures. */
  | { readonly kind: 'propose'; readonly captures: readonly CaptureId[] }
  /** Trace what was not traced. */
  | { readonly kind: 'trace' }
  /** Link the people on the lists, and keep the figures. */
  | { readonly kind: 'link' };

export type JobKind = JobWork['kind'];
export const JOB_KINDS: readonly JobKind[] = ['intake', 'propose', 'trace', 'link'];

export interface NewJob {
  readonly work: JobWork;
  /** Of waiting jobs with the same key there is one; null: every one counts. */
  readonly key: string | null;
}

/** A job as it is told of. Times are ISO 8601 instants, UTC. */
export interface ListedJob {
  readonly id: string;
  readonly kind: string;
  /** Null: none. */
  readonly key: string | null;
  /** `failed`: it was tried as often as it may be. */
  readonly state: 'waiting' | 'running' | 'failed';
  /** How often it was begun. */
  readonly attempts: number;
  readonly addedAt: string;
  /** Not before. */
  readonly runAt: string;
  /** The kind of the last fault, as `unreadable-file`; null: none. */
  readonly fault: string | null;
}

/** What became of one turn. `again`: stopped before its end, to be gone on with. */
export interface JobOutcome {
  readonly state: 'done' | 'again';
  /** Jobs that follow from it. */
  readonly next: readonly NewJob[];
  /** Called when those are safe in the queue: what this job was made from may go. */
  readonly onSafe?: () => Promise<void>;
}

/** Told of every turn; without words of a source. */
export interface JobEvent {
  readonly id: string;
  readonly kind: string;
  readonly attempt: number;
  readonly state: 'begun' | 'done' | 'again' | 'failed';
  /** Milliseconds since it was begun. */
  readonly took: number;
  /** The kind of the fault; null unless it failed. */
  readonly fault: string | null;
}

export interface Working {
  /** Takes no further job; the one under way is ended by its own signal, which is this one. */
  readonly signal: AbortSignal;
  /** End when nothing waits any more, instead of waiting for more. */
  readonly untilEmpty: boolean;
  /** Takes jobs of these kinds alone; absent: of all. */
  readonly kinds?: readonly JobKind[];
  readonly onEvent: (event: JobEvent) => void;
}

/** Times that a job is begun before it counts as failed. */
export const MOST_ATTEMPTS = 5;

export interface JobQueue {
  /** @throws OnRecordError `disk-full`, `read-only`, `unreachable` */
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly ListedJob[]>;
  /**
   * Begins a failed job anew, or takes one out that is not running.
   *
   * @returns whether there was such a job
   */
  change(id: string, how: 'retry' | 'drop'): Promise<boolean>;
  /** Takes jobs one after another until it is told to stop: what traces or links comes after what takes in and reads. */
  work(run: (work: JobWork, signal: AbortSignal) => Promise<JobOutcome>, working: Working): Promise<void>;
  close(): Promise<void>;
}
