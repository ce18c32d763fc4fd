/** A thread of the comparing; started by `comparing-pool.ts`. Answers its tasks in the order in which they come. */
import { parentPort } from 'node:worker_threads';
import { openComparer } from './comparer.ts';
import type { ComparingMessage, ComparingTask } from './comparing-messages.ts';

const answer = openComparer();

parentPort?.on('message', ({ task, ask }: { readonly task: number; readonly ask: ComparingTask }) => {
  const send = (message: ComparingMessage): void => parentPort?.postMessage(message);
  try {
    send({ task, answer: answer(ask) });
  } catch (error) {
    send({ task, fault: error instanceof Error ? error.name : 'a fault' });
  }
});
