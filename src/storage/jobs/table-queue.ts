/**
 * The queue of a vault whose record is a file: a small table in a file of its own, encrypted like the vault. A worker holds a
 * job for half a minute at a time and says so again while it is at it; who was killed says nothing more, and another takes the
 * job. What writes to the record is taken one after another.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  JOB_KINDS,
  type JobEvent,
  type JobQueue,
  type JobWork,
  type ListedJob,
  MOST_ATTEMPTS,
  type NewJob,
} from '../../desk/ports/job-queue.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { faultKind } from './fault-kind.ts';

/** Milliseconds. */
const HELD = 30_000;
const POLL = 500;
const BUSY_TIMEOUT = 5000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT UNIQUE, work TEXT NOT NULL,
    attempts INTEGER NOT NULL, added_at INTEGER NOT NULL, run_at INTEGER NOT NULL,
    held_by TEXT, held_until INTEGER, fault TEXT
  ) STRICT;
`;

interface JobRow {
  readonly id: number;
  readonly kind: string;
  readonly key: string | null;
  readonly work: string;
  readonly attempts: number;
  readonly added_at: number;
  readonly run_at: number;
  readonly held_by: string | null;
  readonly held_until: number | null;
  readonly fault: string | null;
}

export interface TableQueueOptions {
  /** 32 bytes; null: the vault is not encrypted. */
  readonly key: Uint8Array | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds for which a job is held at a time; 30 000 when absent. */
  readonly held?: number;
}

/**
 * Opens it; the file is made when it is not there.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `damaged`
 * @example
 * const queue = await openTableQueue('/vault/work/jobs.sqlite', { key, now: Date.now });
 */
export async function openTableQueue(file: string, options: TableQueueOptions): Promise<JobQueue> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const create = !existsSync(file);
  const opening = { readOnly: false, busyTimeout: BUSY_TIMEOUT, create, key: options.key };
  const db = await openDatabase(file, opening);
  chmodSync(file, 0o600);
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`);
  const { now, held = HELD } = options;
  return {
    add: async (jobs) => db.transaction(() => addJobs(db, jobs, now()))(),
    list: async () =>
      db
        .prepare<unknown[], JobRow>('SELECT * FROM jobs ORDER BY id')
        .all()
        .map((row) => listed(row, now())),
    change: async (id, how) => {
      const free = 'id = ? AND (held_until IS NULL OR held_until < ?)';
      const changed =
        how === 'drop'
          ? db.prepare(`DELETE FROM jobs WHERE ${free}`).run(Number(id), now())
          : db
              .prepare(`UPDATE jobs SET attempts = 0, run_at = 0, fault = NULL WHERE ${free}`)
              .run(Number(id), now());
      return changed.changes > 0;
    },
    work: (run, working) => work({ db, now, held, by: randomUUID() }, run, working),
    close: async () => {
      db.close();
    },
  };
}

/** Of waiting jobs with the same key there is one; one that runs keeps what it was begun with, and loses its key. */
function addJobs(db: SqliteDatabase, jobs: readonly NewJob[], now: number): void {
  for (const { work: added, key } of jobs) {
    if (key !== null)
      db.prepare('UPDATE jobs SET key = NULL WHERE key = ? AND held_until >= ?').run(key, now);
    db.prepare(
      `INSERT INTO jobs (kind, key, work, attempts, added_at, run_at) VALUES (?, ?, ?, 0, ?, ?)
       ON CONFLICT (key) DO UPDATE SET work = excluded.work, attempts = 0, run_at = excluded.run_at, fault = NULL`,
    ).run(added.kind, key, JSON.stringify(added), now, now);
  }
}

function listed(row: JobRow, now: number): ListedJob {
  const running = row.held_until !== null && row.held_until >= now;
  const state = running ? 'running' : row.attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting';
  return {
    id: String(row.id),
    kind: row.kind,
    key: row.key,
    state,
    attempts: row.attempts,
    addedAt: new Date(row.added_at).toISOString(),
    runAt: new Date(row.run_at).toISOString(),
    fault: row.fault,
  };
}

interface Worker {
  readonly db: SqliteDatabase;
  readonly now: () => number;
  readonly held: number;
  /** This worker. */
  readonly by: string;
}

/** In one statement, so that of two workers one gets it. */
const TAKE = `
  UPDATE jobs SET held_by = @by, held_until = @until, attempts = attempts + 1 WHERE id = (
    SELECT id FROM jobs AS free
    WHERE attempts < @most AND run_at <= @now AND (held_until IS NULL OR held_until < @now)
      AND kind IN (SELECT value FROM json_each(@kinds))
      AND (kind = 'link' OR NOT EXISTS (SELECT 1 FROM jobs AS other WHERE other.kind <> 'link' AND other.held_until >= @now))
    ORDER BY kind IN ('trace', 'link'), id LIMIT 1
  ) RETURNING *`;

async function work(
  worker: Worker,
  run: Parameters<JobQueue['work']>[0],
  { signal, untilEmpty, onEvent, kinds = JOB_KINDS }: Parameters<JobQueue['work']>[1],
): Promise<void> {
  const { db, now, held, by } = worker;
  const asked = JSON.stringify(kinds);
  while (!signal.aborted) {
    const [job] = db
      .prepare<unknown[], JobRow>(TAKE)
      .all({ by, now: now(), until: now() + held, most: MOST_ATTEMPTS, kinds: asked });
    if (job !== undefined) await turn(worker, job, { run, signal, onEvent });
    else if (untilEmpty && !isWaiting(db, asked)) return;
    else await pause(POLL, undefined, { signal }).catch(() => undefined);
  }
}

function isWaiting(db: SqliteDatabase, kinds: string): boolean {
  const asked = 'SELECT 1 FROM jobs WHERE attempts < ? AND kind IN (SELECT value FROM json_each(?)) LIMIT 1';
  return db.prepare(asked).get(MOST_ATTEMPTS, kinds) !== undefined;
}

interface Turn {
  readonly run: Parameters<JobQueue['work']>[0];
  readonly signal: AbortSignal;
  readonly onEvent: (event: JobEvent) => void;
}

async function turn(
  { db, now, held, by }: Worker,
  job: JobRow,
  { run, signal, onEvent }: Turn,
): Promise<void> {
  const began = now();
  const own = 'id = ? AND held_by = ?';
  const tell = (state: JobEvent['state'], fault: string | null): void =>
    onEvent({ id: String(job.id), kind: job.kind, attempt: job.attempts, state, took: now() - began, fault });
  const hold = setInterval(() => {
    db.prepare(`UPDATE jobs SET held_until = ? WHERE ${own}`).run(now() + held, job.id, by);
  }, held / 3);
  tell('begun', null);
  try {
    const outcome = await run(JSON.parse(job.work) as JobWork, signal);
    db.transaction(() => {
      if (outcome.next.length > 0) addJobs(db, outcome.next, now());
      if (outcome.state === 'done') db.prepare(`DELETE FROM jobs WHERE ${own}`).run(job.id, by);
      else
        db.prepare(`UPDATE jobs SET held_until = NULL, held_by = NULL, attempts = 0 WHERE ${own}`).run(
          job.id,
          by,
        );
    })();
    await outcome.onSafe?.();
    tell(outcome.state, null);
  } catch (error) {
    const fault = faultKind(error);
    db.prepare(`UPDATE jobs SET held_until = NULL, held_by = NULL, fault = ?, run_at = ? WHERE ${own}`).run(
      fault,
      now() + 1000 * 2 ** job.attempts,
      job.id,
      by,
    );
    tell('failed', fault);
  } finally {
    clearInterval(hold);
  }
}
