/** A thread that runs tasks of an estimate, one at a time; started by `open-estimate-threads.ts`. It holds its own solver. */
import { parentPort } from 'node:worker_threads';
import { runTask } from '../../reckon/estimate/estimate-task.ts';
import { openLinearSolver } from '../linear/open-linear-solver.ts';
import type { TaskMessage, ThreadMessage } from './estimate-messages.ts';

const send = (message: ThreadMessage): void => parentPort?.postMessage(message);
const faultOf = (error: unknown): string => (error instanceof Error ? error.message : 'a fault');

try {
  const solve = await openLinearSolver();
  parentPort?.on('message', ({ number, task }: TaskMessage) => {
    try {
      send({ type: 'done', number, result: runTask(task, solve) });
    } catch (error) {
      send({ type: 'failed', number, fault: faultOf(error) });
    }
  });
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'no-start', fault: faultOf(error) });
}
