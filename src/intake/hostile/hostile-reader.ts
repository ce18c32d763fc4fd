/**
 * Runs one hostile file at a time in a thread with limits: heap, growth of the process, time. A file that breaks
 * a limit ends the thread; the reason names the limit, and the next file gets a fresh thread.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit
 * src/intake/hostile/hostile-thread.ts as an entry of its own named `hostile-thread.mjs`, in the folder of the bundle
 * that holds this module or in the folder above it (code splitting); `threadUrl` finds it by import.meta.url.
 */

import { Worker } from 'node:worker_threads';
import { durationWords } from '../../record/duration-words.ts';
import { limitWords, MIB } from '../../record/size-words.ts';
import type { Limits } from '../limits.ts';
import { programBeside } from '../program-beside.ts';
import {
  type ArchivePart,
  type HostileMessage,
  type HostileOutcome,
  type HostileTask,
  noText,
} from './hostile-messages.ts';

/** What came of one file. */
export interface HostileResult {
  readonly outcome: HostileOutcome;
  /** Pages of a web archive, also when parsing ended early. */
  readonly parts: readonly ArchivePart[];
}

/** A queue of one thread. */
export interface HostileReader {
  parse(kind: HostileTask['kind'], bytes: Uint8Array): Promise<HostileResult>;
  close(): Promise<void>;
}

const MEDIA_TYPES = { pdf: 'application/pdf', zip: 'application/zip', warc: 'application/warc' } as const;
const WATCH_MILLISECONDS = 200;

function startThread(limits: Limits): Worker {
  const thread = new Worker(programBeside('hostile-thread', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.hostileHeapMib, stackSizeMb: 4 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  thread.unref();
  return thread;
}

/** Why a thread ended before it was done. */
function endReason(error: unknown, limits: Limits): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `Reading the file took more than ${limitWords(limits.hostileHeapMib * MIB)} of memory and was stopped.`;
  }
  return 'Reading the file ended the reading thread; the file is damaged or hostile.';
}

/** Runs one task on a thread; `isAlive` tells whether the thread may be used again. */
function runTask(thread: Worker, task: HostileTask): Promise<HostileResult & { readonly isAlive: boolean }> {
  const { limits } = task;
  return new Promise((resolve) => {
    const parts: ArchivePart[] = [];
    const before = process.memoryUsage.rss();
    const finish = (outcome: HostileOutcome, isAlive: boolean): void => {
      clearTimeout(deadline);
      clearInterval(watch);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      thread.unref();
      const found = parts.length === 0 ? '' : ` ${parts.length} pages were read before.`;
      const reason = isAlive || outcome.reason === null ? outcome.reason : outcome.reason + found;
      resolve({ outcome: { ...outcome, reason }, parts, isAlive });
    };
    const fail = (reason: string): void => finish(noText(MEDIA_TYPES[task.kind], reason), false);
    const deadline = setTimeout(
      () =>
        fail(`Reading the file took more than ${durationWords(limits.hostileMilliseconds)} and was stopped.`),
      limits.hostileMilliseconds,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before <= limits.hostileGrowthMib * MIB) return;
      fail(
        `Reading the file took more than ${limitWords(limits.hostileGrowthMib * MIB)} of memory and was stopped.`,
      );
    }, WATCH_MILLISECONDS);
    const onMessage = (message: HostileMessage): void => {
      if (message.type === 'part') parts.push(message.part);
      else finish(message.outcome, true);
    };
    const onError = (error: unknown): void => fail(endReason(error, limits));
    const onExit = (): void => fail(endReason(null, limits));
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(task);
  });
}

/**
 * Opens the queue; the thread starts with the first file.
 *
 * @example
 * const reader = openHostileReader(DEFAULT_LIMITS);
 * (await reader.parse('pdf', bytes)).outcome.reason;
 */
export function openHostileReader(limits: Limits): HostileReader {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const next = async (task: HostileTask): Promise<HostileResult> => {
    thread ??= startThread(limits);
    const used = thread;
    const { outcome, parts, isAlive } = await runTask(used, task);
    if (!isAlive) {
      thread = null;
      used.on('error', () => {});
      await used.terminate();
    }
    return { outcome, parts };
  };
  return {
    parse: (kind, bytes) => {
      const result = last.then(() => next({ kind, bytes, limits }));
      last = result.catch(() => null);
      return result;
    },
    close: async () => {
      await last;
      await thread?.terminate();
      thread = null;
    },
  };
}
