/**
 * Figures of a running process, for Prometheus (text format 0.0.4). Labels are names of routes, methods, statuses and kinds of
 * jobs: a closed list each, and never a word, a name or an id of the record.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobEvent } from '../../desk/ports/job-queue.ts';

/** One answer of the desk. */
export interface Answered {
  readonly method: string;
  /** The pattern of the route, for example "/api/claims/{id}"; "page" for anything else. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
}

/** What is looked up when the figures are asked for. */
export interface Looked {
  readonly entries: number;
  /** By state; absent: this process has no queue. */
  readonly jobs?: Readonly<Record<'waiting' | 'running' | 'failed', number>>;
}

export interface Metrics {
  answered(answer: Answered): void;
  job(event: JobEvent): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly mediaType: string;
}

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/**
 * Opens them.
 *
 * @param look asked when the figures are; what it throws leaves its figures out
 * @example
 * const metrics = openMetrics(async () => ({ entries: 12 }));
 */
export function openMetrics(look: () => Promise<Looked>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'onrecord_http_answers_total',
    help: 'Answers of the desk.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'onrecord_http_answer_seconds',
    help: 'How long answers took.',
    labelNames: ['route'] as const,
    buckets: BUCKETS,
    registers,
  });
  const turns = new Counter({
    name: 'onrecord_job_turns_total',
    help: 'Turns of jobs in this process, by what became of them.',
    labelNames: ['kind', 'state'] as const,
    registers,
  });
  const work = new Histogram({
    name: 'onrecord_job_seconds',
    help: 'How long turns of jobs took.',
    labelNames: ['kind'] as const,
    buckets: BUCKETS,
    registers,
  });
  const entries = new Gauge({ name: 'onrecord_log_entries', help: 'Entries of the log.', registers });
  const queue = new Gauge({
    name: 'onrecord_jobs',
    help: 'Jobs in the queue, by state.',
    labelNames: ['state'] as const,
    registers,
  });
  return {
    answered: ({ method, route, status, took }) => {
      answers.inc({ method: METHODS.has(method) ? method : 'other', route, status: String(status) });
      seconds.observe({ route }, took / 1000);
    },
    job: ({ kind, state, took }) => {
      turns.inc({ kind, state });
      if (state !== 'begun') work.observe({ kind }, took / 1000);
    },
    text: async () => {
      const looked = await look().catch(() => null);
      if (looked === null) {
        entries.reset();
        queue.reset();
      } else {
        entries.set(looked.entries);
        for (const [state, jobs] of Object.entries(looked.jobs ?? {})) queue.set({ state }, jobs);
      }
      return registry.metrics();
    },
    mediaType: registry.contentType,
  };
}
