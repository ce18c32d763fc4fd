/**
 * A Web Worker that reads texts in a browser, one at a time; nothing of it leaves the page. The first message holds the
 * reader's data (`SharedAssets`), each later one a task; it answers as a thread of the pool does. No part of Node is in it.
 */
import { openTextReader, type TextReader } from '../text/open-text-reader.ts';
import type { ReadingMessage, ReadingTask, SharedAssets } from './reading-messages.ts';

/** What a Web Worker offers; the types of the browser are not part of this house's. */
interface WorkerScope {
  postMessage(message: ReadingMessage): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let reader: TextReader | null = null;

scope.addEventListener('message', ({ data }) => {
  if (reader === null) {
    reader = openTextReader(data as SharedAssets);
    scope.postMessage({ type: 'ready', extractor: reader.extractor });
    return;
  }
  const { task, input } = data as ReadingTask;
  try {
    scope.postMessage({ type: 'read', task, reading: reader.read(input) });
  } catch (error) {
    scope.postMessage({ type: 'failed', task, fault: error instanceof Error ? error.name : 'a fault' });
  }
});
