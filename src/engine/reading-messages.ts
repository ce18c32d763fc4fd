/** What passes between the pool and a thread that reads texts: plain data only. */
import type { ReadInput, Reading } from '../text/proposed-claim.ts';

/** Data of the reader; over shared memory, so that every thread sees the same bytes. */
export interface SharedAssets {
  readonly attribution: Uint8Array | null;
  readonly gazetteer: Uint8Array | null;
}

/** One text for a thread. */
export interface ReadingTask {
  readonly task: number;
  readonly input: ReadInput;
}

/**
 * From the thread: once that it is ready, then one answer a task. Of a long text the readings of its pieces come before it, so
 * that the thread holds one at a time; the answer then has the last.
 */
export type ReadingMessage =
  | { readonly type: 'ready'; readonly extractor: string }
  | { readonly type: 'piece'; readonly task: number; readonly reading: Reading }
  | { readonly type: 'read'; readonly task: number; readonly reading: Reading }
  | { readonly type: 'failed'; readonly task: number; readonly fault: string };
