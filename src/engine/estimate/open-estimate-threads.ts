/**
 * Runs the tasks of an estimate on worker threads. Each task gives what it gives alone, whichever thread ran it: the
 * number of threads changes the time, never a digit. A raised signal ends the threads at once.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit it as an entry of its own named
 * `estimate-thread.mjs`, in the folder of the bundle that holds this module or in the one above.
 */

import { Worker } from 'node:worker_threads';
import type { EstimateThreads } from '../../desk/ports/estimate-threads.ts';
import type { EstimateTask, TaskResult } from '../../reckon/estimate/estimate-task.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { limitWords, MIB } from '../../record/size-words.ts';
import { programBeside } from '../program-beside.ts';
import type { TaskMessage, ThreadMessage } from './estimate-messages.ts';

/** MiB of a thread's heap: the graphs of seven lists need 200. */
const HEAP_MIB = 1024;

/**
 * Opens the threads; each starts when there is work for it.
 *
 * @param count threads at most, 1 or more
 * @example
 * const threads = openEstimateThreads(2);
 * await threads.run(tasksOf(table, ESTIMATE_OPTIONS), {});
 * await threads.close();
 */
export function openEstimateThreads(count: number): EstimateThreads {
  const workers = new Set<Worker>();
  const end = async (): Promise<void> => {
    const ending = [...workers].map((worker) => worker.terminate());
    workers.clear();
    await Promise.all(ending);
  };
  return {
    async run(tasks, { signal, onDone }) {
      signal?.throwIfAborted();
      const results = new Array<TaskResult>(tasks.length);
      let next = 0;
      let done = 0;
      const work = async (): Promise<void> => {
        if (next >= tasks.length) return;
        const worker = await startThread();
        workers.add(worker);
        while (next < tasks.length) {
          signal?.throwIfAborted();
          const number = next;
          const task = tasks[number];
          next += 1;
          if (task === undefined) continue;
          results[number] = await answerOf(worker, { number, task }, signal);
          done += 1;
          onDone?.(done, task);
        }
        workers.delete(worker);
        await worker.terminate();
      };
      try {
        await Promise.all(Array.from({ length: Math.min(count, tasks.length) }, work));
      } finally {
        await end();
      }
      return results;
    },
    close: end,
  };
}

async function startThread(): Promise<Worker> {
  const worker = new Worker(programBeside('estimate-thread', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    execArgv: [],
    env: {},
  });
  const message = await new Promise<ThreadMessage>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error: unknown) =>
      resolve({ type: 'no-start', fault: error instanceof Error ? error.message : 'a fault' }),
    );
  });
  if (message.type === 'ready') return worker;
  await worker.terminate();
  const fault = message.type === 'no-start' ? message.fault : 'a fault';
  throw new OnRecordError(
    'unsupported-runtime',
    `The thread that estimates did not start (${fault}). Nothing was stored. Run it again; if it does not start then either, install onrecord anew.`,
  );
}

function answerOf(
  worker: Worker,
  message: TaskMessage,
  signal: AbortSignal | undefined,
): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const release = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (reason: unknown): void => {
      release();
      worker.on('error', () => undefined);
      reject(reason);
    };
    const onMessage = (answer: ThreadMessage): void => {
      if (answer.type === 'done') {
        release();
        resolve(answer.result);
      } else if (answer.type === 'failed') {
        fail(ended(message.task, answer.fault));
      }
    };
    const onError = (error: unknown): void =>
      fail(
        isOutOfMemory(error)
          ? tooMuch()
          : ended(message.task, error instanceof Error ? error.message : 'a fault'),
      );
    const onExit = (): void => fail(ended(message.task, 'its thread ended'));
    const onAbort = (): void => fail(signal?.reason);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(message);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(): OnRecordError {
  return new OnRecordError(
    'too-large',
    `The estimate takes more than the ${limitWords(HEAP_MIB * MIB)} of memory that one part of it may hold. Nothing was stored. Use fewer lists.`,
  );
}

function ended({ part }: EstimateTask, fault: string): Error {
  return new Error(`the part "${part.kind}" of the estimate failed: ${fault}`);
}
