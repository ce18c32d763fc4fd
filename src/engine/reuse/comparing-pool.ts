/**
 * Threads that compare, or one worker without threads. A task goes to whichever thread is free; what all must know is said to
 * each. A thread that ends takes the whole comparing with it: nothing is stored by halves, and it can be run again.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit it as an entry of its own named
 * `comparing-thread.mjs`, in the folder of the bundle that holds this module or in the one above.
 */
import { Worker } from 'node:worker_threads';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import { openComparer } from './comparer.ts';
import type { AnswerOf, ComparingMessage, ComparingTask } from './comparing-messages.ts';

export interface ComparingPool {
  /** Tasks that may be under way at once. */
  readonly threads: number;
  /** @throws OnRecordError `unsupported-runtime` when a thread ended */
  ask<T extends ComparingTask>(task: T): Promise<AnswerOf<T>>;
  /** Says something to every thread, when all are free. */
  tellAll(task: ComparingTask): Promise<void>;
  close(): Promise<void>;
}

interface Thread {
  ask(task: ComparingTask): Promise<unknown>;
  end(): Promise<unknown>;
}

/**
 * Opens the pool.
 *
 * @param threads 0: in this thread
 * @example
 * const pool = openComparingPool(2);
 * await pool.ask({ kind: 'words', texts: ['Six died.'] });
 * await pool.close();
 */
export function openComparingPool(threads: number): ComparingPool {
  const all = Array.from({ length: Math.max(1, threads) }, threads === 0 ? here : startThread);
  const free = [...all];
  const waiting: ((thread: Thread) => void)[] = [];
  const release = (thread: Thread): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(thread);
    else next(thread);
  };
  return {
    threads: all.length,
    async ask<T extends ComparingTask>(task: T) {
      const thread = free.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)));
      try {
        return (await thread.ask(task)) as AnswerOf<T>;
      } finally {
        release(thread);
      }
    },
    async tellAll(task) {
      await Promise.all(all.map((thread) => thread.ask(task)));
    },
    async close() {
      await Promise.all(all.map((thread) => thread.end()));
    },
  };
}

function here(): Thread {
  const answer = openComparer();
  return { ask: async (task) => answer(task), end: async () => undefined };
}

function startThread(): Thread {
  const worker = new Worker(programBeside('comparing-thread', import.meta.url), {
    ...{ execArgv: [], env: {}, stdout: true, stderr: true },
    // Nearly all of its memory is shared; a large nursery for what it makes in passing would be added for each thread.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  const open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: unknown) => void }>();
  let fault: OnRecordError | null = null;
  const failAll = (why: string): void => {
    fault ??= new OnRecordError(
      'unsupported-runtime',
      `A thread that compares texts ended (${why}); nothing was stored. Run the command again with: --threads 0`,
    );
    for (const { reject } of open.values()) reject(fault);
    open.clear();
  };
  worker.on('message', (message: ComparingMessage) => {
    const task = open.get(message.task);
    open.delete(message.task);
    if (open.size === 0) worker.unref();
    if ('fault' in message)
      task?.reject(
        new OnRecordError(
          'unsupported-runtime',
          `Comparing texts failed (${message.fault}); nothing was stored. Run the command again with: --threads 0`,
        ),
      );
    else task?.resolve(message.answer);
  });
  worker.on('error', (error) => failAll(error instanceof Error ? error.name : 'a fault'));
  worker.on('exit', (code) => failAll(`exit ${code}`));
  let next = 0;
  return {
    ask(ask) {
      if (fault !== null) return Promise.reject(fault);
      next += 1;
      const task = next;
      worker.ref();
      return new Promise((resolve, reject) => {
        open.set(task, { resolve, reject });
        worker.postMessage({ task, ask });
      });
    },
    end: () => worker.terminate(),
  };
}
