/**
 * Which workers of a queue are dead: each holds a lock that goes with its connection, and whose lock is gone was killed or cut
 * off. What it held is given to others.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerUtils } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/** Milliseconds. */
const REAP = 2000;
/** Seconds for which a job must have been held before its worker can be taken for dead: it may be about to take its lock. */
const YOUNG = 5;
/** Times that a job is begun, those included in which its worker was killed. */
const MOST_BEGINNINGS = 50;

/** What is watched. */
export interface WatchedQueue {
  readonly pool: Pool;
  readonly schema: string;
  readonly utils: WorkerUtils;
}

const LOCK = 'SELECT pg_advisory_lock(hashtextextended($1, 0))';

function lockName(schema: string, worker: string): string {
  return `onrecord worker ${schema} ${worker}`;
}

/**
 * Says that a worker is alive for as long as a connection lasts.
 *
 * @example
 * await holdAlive(client, 'onrecord_jobs', workerPool.id);
 */
export async function holdAlive(client: PoolClient, schema: string, worker: string): Promise<void> {
  await client.query(LOCK, [lockName(schema, worker)]);
}

/**
 * Gives the jobs of killed workers to others, again and again until the signal is raised.
 *
 * @example
 * await freeDeadWorkers({ pool, schema, utils }, stop.signal);
 */
export async function freeDeadWorkers(
  { pool, schema, utils }: WatchedQueue,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const dead = await deadWorkers(pool, schema);
      if (dead.length > 0) {
        const held = await heldBy(pool, schema, dead);
        await utils.forceUnlockWorkers([...dead]);
        await pool.query(
          `SELECT "${schema}".reschedule_jobs(ARRAY[id], run_at := now(), max_attempts := most)
           FROM unnest($1::bigint[], $2::int[]) AS held (id, most)`,
          [held.map(({ id }) => id), held.map(({ most }) => Math.min(most + 1, MOST_BEGINNINGS))],
        );
      }
    } catch {
      // The server is away: looked at again.
    }
    await pause(REAP, undefined, { signal }).catch(() => undefined);
  }
}

/** A turn that was cut off says nothing against the job: it may be begun once more, as long as it does not kill every worker. */
async function heldBy(
  pool: Pool,
  schema: string,
  workers: readonly string[],
): Promise<readonly { readonly id: string; readonly most: number }[]> {
  const asked = `SELECT id::text, max_attempts AS most FROM "${schema}".jobs WHERE locked_by = ANY ($1)`;
  return (await pool.query<{ id: string; most: number }>(asked, [workers])).rows;
}

async function deadWorkers(pool: Pool, schema: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `SELECT DISTINCT locked_by FROM "${schema}".jobs
     WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => ${YOUNG})`,
  );
  const dead: string[] = [];
  const client = await pool.connect();
  try {
    for (const { locked_by: worker } of rows)
      if (await isGone(client, lockName(schema, worker))) dead.push(worker);
  } finally {
    client.release();
  }
  return dead;
}

async function isGone(client: PoolClient, name: string): Promise<boolean> {
  const asked = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free';
  const { rows } = await client.query<{ free: boolean }>(asked, [name]);
  if (rows[0]?.free !== true) return false;
  await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  return true;
}
