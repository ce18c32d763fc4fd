/**
 * One thread that reads texts, with limits of memory and time. A thread that ends or takes too long is of no more use:
 * whoever holds it starts another.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit src/engine/reading-thread.ts as
 * an entry of its own named `reading-thread.mjs`, in the folder of the bundle that holds this module or in the one above.
 */

import { Worker } from 'node:worker_threads';
import type { ReadOutcome } from '../desk/ports/text-reading.ts';
import { durationWords } from '../record/duration-words.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { limitWords, MIB } from '../record/size-words.ts';
import type { ReadInput, Reading } from '../text/proposed-claim.ts';
import { joinPieces } from '../text/read-in-pieces.ts';
import { programBeside } from './program-beside.ts';
import type { ReadingMessage, ReadingTask, SharedAssets } from './reading-messages.ts';

/** What a thread may use. */
export interface ThreadLimits {
  /** MiB of a thread's heap; the assets lie outside of it. */
  readonly heapMib: number;
  /**
   * Milliseconds for a text of any length, and for each 1,000 UTF-16 code units of it. Of processor time where the runtime
   * tells it (Node 24): a busy machine makes no text take too long; else of time.
   */
  readonly milliseconds: number;
  readonly millisecondsPerThousand: number;
  /** The program that a thread runs; absent: the one that belongs here. */
  readonly program?: URL;
}

export interface ReadingThread {
  readonly extractor: string;
  /** Whether it may be given another text. */
  readonly alive: () => boolean;
  /** One text at a time. Never rejects: what ended the thread is told in words. */
  read(input: ReadInput): Promise<ReadOutcome>;
  end(): Promise<void>;
}

/**
 * Starts a thread and waits until its reader is open.
 *
 * @throws OnRecordError `unsupported-runtime` when no thread can be had
 * @example
 * const thread = await startReadingThread({ attribution: null, gazetteer: null }, LIMITS);
 */
export async function startReadingThread(assets: SharedAssets, limits: ThreadLimits): Promise<ReadingThread> {
  const worker = new Worker(limits.program ?? programBeside('reading-thread', import.meta.url), {
    workerData: assets,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMib, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const extractor = await readyOf(worker);
  let alive = true;
  worker.once('exit', () => {
    alive = false;
  });
  worker.on('error', () => {
    alive = false;
  });
  worker.unref();
  let task = 0;
  return {
    extractor,
    alive: () => alive,
    read(input) {
      task += 1;
      return answerOf(worker, { task, input }, limits);
    },
    async end() {
      alive = false;
      await worker.terminate();
    },
  };
}

function readyOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    const release = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const refuse = (why: string): void => {
      release();
      worker.on('error', () => undefined);
      reject(
        new OnRecordError(
          'unsupported-runtime',
          `The thread that reads texts did not start: ${why}. Texts are read without threads with: onrecord propose --threads 0`,
        ),
      );
    };
    const onMessage = (message: ReadingMessage): void => {
      if (message.type !== 'ready') return;
      release();
      resolve(message.extractor);
    };
    const onError = (error: unknown): void => refuse(error instanceof Error ? error.name : 'a fault');
    const onExit = (code: number): void => refuse(`it ended with ${code}`);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/** Whole seconds in words, which do not jump about: "45 seconds". */
function secondsOf(milliseconds: number): string {
  return durationWords(Math.max(1, Math.round(milliseconds / 1000)) * 1000);
}

/** How many times longer than allowed a text may take on a busy machine. */
const MOST_STRETCH = 20;
/** Milliseconds between two looks at the clock of a thread, and for its answer. */
const LEAST_LOOK = 200;
const LOOK_ANSWER = 10_000;

/** Milliseconds of processor time that a thread has used; null where the runtime does not tell. */
async function usedBy(worker: Worker): Promise<number | null> {
  if (typeof worker.cpuUsage !== 'function') return null;
  let late: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    late = setTimeout(() => resolve(null), LOOK_ANSWER);
  });
  try {
    const used = await Promise.race([worker.cpuUsage(), silence]);
    return used === null ? null : (used.user + used.system) / 1000;
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

function answerOf(worker: Worker, task: ReadingTask, limits: ThreadLimits): Promise<ReadOutcome> {
  const allowed = limits.milliseconds + (task.input.text.length / 1000) * limits.millisecondsPerThousand;
  return new Promise((resolve) => {
    const finish = (outcome: ReadOutcome): void => {
      ended = true;
      clearTimeout(deadline);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(outcome);
    };
    const stop = (): void => {
      finish({ notRead: `Reading took more than ${secondsOf(allowed)} and was stopped.` });
      void worker.terminate();
    };
    let ended = false;
    const pieces: Reading[] = [];
    const began = usedBy(worker);
    let deadline = setTimeout(() => void look(allowed), allowed);
    const look = async (waited: number): Promise<void> => {
      const [before, now] = await Promise.all([began, usedBy(worker)]);
      if (ended) return;
      const left = before === null || now === null ? 0 : allowed - (now - before);
      if (left <= 0 || waited >= allowed * MOST_STRETCH) stop();
      else
        deadline = setTimeout(
          () => void look(waited + Math.max(left, LEAST_LOOK)),
          Math.max(left, LEAST_LOOK),
        );
    };
    const onMessage = (message: ReadingMessage): void => {
      if (message.type === 'ready' || message.task !== task.task) return;
      if (message.type === 'piece') pieces.push(message.reading);
      else if (message.type === 'read') finish(wholeOf([...pieces, message.reading]));
      else finish({ notRead: `The reader failed on this text (${message.fault}).` });
    };
    const onError = (error: unknown): void => finish({ notRead: reasonOf(error, limits) });
    const onExit = (): void => finish({ notRead: 'The thread that read this text ended.' });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(task);
  });
}

/** One piece is the reading itself. */
function wholeOf(pieces: readonly Reading[]): Reading {
  const [first, ...others] = pieces;
  if (first !== undefined && others.length === 0) return first;
  const joining = joinPieces();
  for (const piece of pieces) joining.add(piece);
  return joining.reading();
}

function reasonOf(error: unknown, { heapMib }: ThreadLimits): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? `Reading took more than ${limitWords(heapMib * MIB)} of memory and was stopped.`
    : 'The thread that read this text ended.';
}
