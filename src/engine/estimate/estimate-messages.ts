/** What passes between the pool and a thread that estimates: plain data only. */
import type { EstimateTask, TaskResult } from '../../reckon/estimate/estimate-task.ts';

/** One task for a thread. */
export interface TaskMessage {
  readonly number: number;
  readonly task: EstimateTask;
}

/** From the thread: once that it is ready, then one answer a task. */
export type ThreadMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'no-start'; readonly fault: string }
  | { readonly type: 'done'; readonly number: number; readonly result: TaskResult }
  | { readonly type: 'failed'; readonly number: number; readonly fault: string };
