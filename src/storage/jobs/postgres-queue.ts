/**
 * The queue of a record in PostgreSQL, in the same database, in a schema of its own beside the record's: graphile-worker. Every
 * worker holds a lock that goes with its connection; where a lock is gone the worker was killed or cut off, and its jobs are
 * given to others. One traces at a time, on however many machines; files are taken in and texts read by all at once.
 */

import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, makeWorkerUtils, type Runner, run as runWorker, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import {
  JOB_KINDS,
  type JobEvent,
  type JobQueue,
  type JobWork,
  type ListedJob,
  MOST_ATTEMPTS,
  type NewJob,
} from '../../desk/ports/job-queue.ts';
import { guardedBy } from '../guarded.ts';
import { withPassword } from '../postgres/password-file.ts';
import { parsePostgresAddress } from '../postgres/postgres-address.ts';
import { postgresFault } from '../postgres/postgres-fault.ts';
import { freeDeadWorkers, holdAlive } from './dead-workers.ts';
import { faultKind } from './fault-kind.ts';

/** Milliseconds. */
const POLL = 100;
/** PostgreSQL cuts names at 63 characters. */
const LONGEST_SCHEMA = 58;
const SILENT = new Logger(() => () => undefined);
/** One after another. */
const ORDERED = 'record';
/** Turns of one job in which others held the record, before it counts as failed like any other. */
const MOST_WAITS = 30;
/** The queue takes the lowest number first. */
const LATER = 10;

interface Queue {
  readonly pool: Pool;
  readonly schema: string;
  readonly utils: WorkerUtils;
  readonly shown: string;
}

/**
 * Opens it, and makes its tables where they are not there.
 *
 * @param url as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage`, `unreachable`, `read-only`
 * @example
 * const queue = await openPostgresQueue('postgres://localhost/record');
 */
export async function openPostgresQueue(url: string): Promise<JobQueue> {
  const { pool, schema, shown } = await openPool(url);
  const guarded = guardedBy((error) => postgresFault(error, shown));
  let utils: WorkerUtils;
  try {
    utils = await makeWorkerUtils({ pgPool: pool, schema, logger: SILENT });
    await utils.migrate();
  } catch (error) {
    await pool.end();
    throw postgresFault(error, shown);
  }
  const queue: Queue = { pool, schema, utils, shown };
  return {
    add: (jobs) => guarded(async () => void (await utils.addJobs(jobs.map(specOf)))),
    list: () => guarded(() => listJobs(queue)),
    change: (id, how) =>
      guarded(async () => {
        if (how === 'drop') return (await utils.completeJobs([id])).length > 0;
        // The library's own call takes 0 attempts for none given.
        const again = `SELECT id FROM "${schema}".reschedule_jobs(ARRAY[$1::bigint], run_at := now(), attempts := 0)`;
        return (await pool.query(again, [id])).rows.length > 0;
      }),
    work: (run, working) => guarded(() => work(queue, run, working)),
    close: async () => {
      await utils.release();
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

/**
 * Whether its tables are there; makes nothing.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * await hasPostgresQueue('postgres://localhost/record');
 */
export async function hasPostgresQueue(url: string): Promise<boolean> {
  const { pool, schema, shown } = await openPool(url);
  try {
    const asked = 'SELECT to_regclass($1) IS NOT NULL AS there';
    const { rows } = await pool.query<{ there: boolean }>(asked, [`"${schema}".jobs`]);
    return rows[0]?.there === true;
  } catch (error) {
    throw postgresFault(error, shown);
  } finally {
    await pool.end();
  }
}

async function openPool(url: string): Promise<Pick<Queue, 'pool' | 'schema' | 'shown'>> {
  const { default: pg } = await import('pg');
  const { connectionString, encrypt, schema: record, shown } = parsePostgresAddress(url);
  const schema = `${record.slice(0, LONGEST_SCHEMA)}_jobs`;
  const pool = new pg.Pool({
    connectionString: await withPassword(connectionString),
    application_name: 'onrecord worker',
    keepAlive: true,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 10_000,
    max: 6,
    ...(encrypt ? { ssl: { rejectUnauthorized: true } } : {}),
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return { pool, schema, shown };
}

function specOf({ work: added, key }: NewJob) {
  const { kind, ...payload } = added;
  return {
    identifier: kind,
    payload,
    maxAttempts: MOST_ATTEMPTS,
    ...(key === null ? {} : { jobKey: key }),
    priority: isLater(kind) ? LATER : 0,
    ...(kind === 'trace' ? { queueName: ORDERED } : {}),
  };
}

/** The same once more, after a second and more each time, half a minute at most. */
function waitingOf(job: NewJob, waited: number) {
  const spec = specOf(job);
  const runAt = new Date(Date.now() + Math.min(1000 * waited, 30_000));
  return { ...spec, payload: { ...spec.payload, waited }, runAt };
}

/** What looks at the whole record is begun when nothing waits that adds to it. */
function isLater(kind: string): boolean {
  return kind === 'trace' || kind === 'link';
}

interface JobRow {
  readonly id: string;
  readonly task_identifier: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly created_at: Date;
  readonly run_at: Date;
  readonly locked_at: Date | null;
  readonly last_error: string | null;
}

async function listJobs({ pool, schema }: Queue): Promise<readonly ListedJob[]> {
  const { rows } = await pool.query<JobRow>(
    `SELECT id::text, task_identifier, key, attempts, max_attempts, created_at, run_at, locked_at, last_error
     FROM "${schema}".jobs ORDER BY id`,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.task_identifier,
    key: row.key,
    state: row.locked_at !== null ? 'running' : row.attempts >= row.max_attempts ? 'failed' : 'waiting',
    attempts: row.attempts,
    addedAt: row.created_at.toISOString(),
    runAt: row.run_at.toISOString(),
    fault: row.last_error === null ? null : (/^[a-zA-Z-]{1,40}/u.exec(row.last_error)?.[0] ?? 'unknown'),
  }));
}

async function work(
  queue: Queue,
  run: Parameters<JobQueue['work']>[0],
  { signal, untilEmpty, onEvent, kinds = JOB_KINDS }: Parameters<JobQueue['work']>[1],
): Promise<void> {
  const { pool, schema } = queue;
  const events = new EventEmitter();
  const alive = await pool.connect();
  alive.on('error', () => undefined);
  const stopReaping = new AbortController();
  let runner: Runner | null = null;
  try {
    // What is held is held in the name of the pool, not of the worker in it.
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
      void holdAlive(alive, schema, workerPool.id).catch(() => undefined);
    });
    runner = await runWorker({
      pgPool: pool,
      schema,
      logger: SILENT,
      events: events as NonNullable<Parameters<typeof runWorker>[0]['events']>,
      concurrency: 1,
      pollInterval: POLL,
      noHandleSignals: true,
      crontab: '',
      gracefulShutdownAbortTimeout: 3_600_000,
      taskList: Object.fromEntries(kinds.map((kind) => [kind, taskOf(kind, { run, signal, onEvent })])),
    });
    const reaping = freeDeadWorkers(queue, stopReaping.signal);
    await ended(queue, { runner, signal, untilEmpty, kinds });
    stopReaping.abort();
    await reaping;
  } finally {
    stopReaping.abort();
    await runner?.stop().catch(() => undefined);
    // With the connection goes the lock.
    alive.release(true);
  }
}

interface Turn {
  readonly run: Parameters<JobQueue['work']>[0];
  readonly signal: AbortSignal;
  readonly onEvent: (event: JobEvent) => void;
}

interface Helpers {
  readonly job: { readonly id: string; readonly attempts: number; readonly key: string | null };
  addJobs(jobs: ReturnType<typeof specOf>[]): Promise<unknown>;
}

function taskOf(kind: string, { run, signal, onEvent }: Turn) {
  return async (payload: unknown, { job, addJobs }: Helpers): Promise<void> => {
    const began = performance.now();
    const tell = (state: JobEvent['state'], fault: string | null): void =>
      onEvent({
        id: String(job.id),
        kind,
        attempt: job.attempts,
        state,
        took: performance.now() - began,
        fault,
      });
    tell('begun', null);
    const { waited = 0, ...given } = payload as { readonly waited?: number };
    const asked = { ...given, kind } as JobWork;
    try {
      const { state, next, onSafe } = await run(asked, signal);
      // Added before this one is taken out: killed in between, they are there, and this one does nothing the second time.
      const jobs = state === 'again' ? [...next, { work: asked, key: job.key }] : next;
      if (jobs.length > 0) await addJobs(jobs.map(specOf));
      await onSafe?.();
      tell(state, null);
    } catch (error) {
      const fault = faultKind(error);
      tell('failed', fault);
      // Others were quicker, or hold a lock: that says nothing against the job, and it is begun soon again.
      if (fault === 'vault-busy' && waited < MOST_WAITS) {
        await addJobs([waitingOf({ work: asked, key: job.key }, waited + 1)]);
        return;
      }
      // The queue keeps the message: its kind alone.
      throw new Error(fault);
    }
  };
}

async function ended(
  queue: Queue,
  {
    runner,
    signal,
    untilEmpty,
    kinds,
  }: { runner: Runner; signal: AbortSignal; untilEmpty: boolean; kinds: readonly string[] },
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  for (;;) {
    await Promise.race([stopped, runner.promise, pause(500)]);
    if (signal.aborted) break;
    if (untilEmpty && (await isDone(queue, kinds))) break;
  }
  await runner.stop();
}

/** Whether of these kinds none waits or runs. */
async function isDone(queue: Queue, kinds: readonly string[]): Promise<boolean> {
  const jobs = await listJobs(queue);
  return jobs.every(({ kind, state }) => state === 'failed' || !kinds.includes(kind));
}
