/**
 * A thread that reads texts, one at a time; started by `start-reading-thread.ts`. It opens its reader once. A fault of the
 * reader on one text is told with its kind alone: its words could be those of the text.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openTextReader } from '../text/open-text-reader.ts';
import type { Reading } from '../text/proposed-claim.ts';
import type { ReadingMessage, ReadingTask, SharedAssets } from './reading-messages.ts';

const send = (message: ReadingMessage): void => parentPort?.postMessage(message);
const reader = openTextReader(workerData as SharedAssets);

parentPort?.on('message', ({ task, input }: ReadingTask) => {
  try {
    let last: Reading | null = null;
    for (const reading of reader.pieces(input)) {
      if (last !== null) send({ type: 'piece', task, reading: last });
      last = reading;
    }
    if (last !== null) send({ type: 'read', task, reading: last });
  } catch (error) {
    send({ type: 'failed', task, fault: error instanceof Error ? error.name : 'a fault' });
  }
});
send({ type: 'ready', extractor: reader.extractor });
