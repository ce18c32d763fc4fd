/**
 * Reads texts on several threads. Each reading is what one reader alone gives, whichever thread read it and in whatever
 * order they ended; who wants them in order keeps them in order (`desk/in-order.ts`). A text on which a thread dies or
 * hangs is told and the thread replaced; the other texts are not touched by it.
 */
import type { ReadOutcome, TextReading } from '../desk/ports/text-reading.ts';
import type { ReaderAssets } from '../text/open-text-reader.ts';
import type { ReadInput } from '../text/proposed-claim.ts';
import type { SharedAssets } from './reading-messages.ts';
import { type ReadingThread, startReadingThread, type ThreadLimits } from './start-reading-thread.ts';

export interface ReaderPool extends TextReading {
  readonly atOnce: number;
  read(input: ReadInput, signal?: AbortSignal): Promise<ReadOutcome>;
  /** Ends all threads; what is still under way is told as not read. */
  close(): Promise<void>;
}

export interface ReaderPoolOptions {
  readonly assets: ReaderAssets;
  /** Threads at most, 1 or more; each starts when there is work for it. */
  readonly threads: number;
  readonly limits?: Partial<ThreadLimits>;
}

/** A text of 5 MB gets four minutes; it takes one or less. */
const LIMITS: ThreadLimits = { heapMib: 160, milliseconds: 30_000, millisecondsPerThousand: 40 };

const CLOSED = { notRead: 'The reader is closed.' };

/** Texts ready for each thread, the one it reads included: none waits for the disk. */
const READY = 2;

interface Waiting {
  readonly input: ReadInput;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: ReadOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Opens the pool; its first thread is started at once, for the name of the extractor.
 *
 * @throws OnRecordError `unsupported-runtime` when no thread can be had
 * @example
 * const pool = await openReaderPool({ assets: { attribution: null, gazetteer: null }, threads: 2 });
 * await pool.read({ text: 'Police said that six people died.', publishedAt: null, outlet: null, language: 'en' });
 * await pool.close();
 */
export async function openReaderPool(options: ReaderPoolOptions): Promise<ReaderPool> {
  const limits = { ...LIMITS, ...options.limits };
  const assets = shared(options.assets);
  const first = await startReadingThread(assets, limits);
  const idle: ReadingThread[] = [first];
  const busy = new Set<Promise<void>>();
  const queue: Waiting[] = [];
  const running = new Set<ReadingThread>();
  let closed = false;

  const serve = async (waiting: Waiting, given: ReadingThread | undefined): Promise<void> => {
    try {
      const thread = given?.alive() === true ? given : await startReadingThread(assets, limits);
      running.add(thread);
      if (closed) waiting.resolve(CLOSED);
      else await readOn(thread, waiting);
      running.delete(thread);
      if (thread.alive() && !closed) idle.push(thread);
      else await thread.end();
    } catch (error) {
      waiting.reject(error);
    }
  };
  const next = (): void => {
    while (queue.length > 0 && busy.size < options.threads) {
      const waiting = queue.shift();
      if (waiting === undefined) return;
      const served = serve(waiting, idle.pop()).finally(() => {
        busy.delete(served);
        next();
      });
      busy.add(served);
    }
  };
  return {
    extractor: first.extractor,
    atOnce: options.threads * READY,
    read(input, signal) {
      return new Promise((resolve, reject) => {
        if (closed) return resolve(CLOSED);
        queue.push({ input, signal, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const { resolve } of queue.splice(0)) resolve(CLOSED);
      await Promise.all([...idle.splice(0), ...running].map((thread) => thread.end()));
      await Promise.all(busy);
    },
  };
}

/** Reads on one thread; a raised signal ends it, for a text under way cannot be asked to stop. */
async function readOn(thread: ReadingThread, waiting: Waiting): Promise<void> {
  const { input, signal, resolve, reject } = waiting;
  if (signal?.aborted === true) {
    reject(signal.reason);
    return;
  }
  const stop = (): void => {
    reject(signal?.reason);
    void thread.end();
  };
  signal?.addEventListener('abort', stop, { once: true });
  resolve(await thread.read(input));
  signal?.removeEventListener('abort', stop);
}

function shared({ attribution, gazetteer }: ReaderAssets): SharedAssets {
  return { attribution: sharedBytes(attribution), gazetteer: sharedBytes(gazetteer) };
}

function sharedBytes(bytes: Uint8Array | null): Uint8Array | null {
  if (bytes === null || bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
