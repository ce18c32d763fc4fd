/** What the desk needs to run the parts of an estimate, on threads or here. */
import type { EstimateTask, TaskResult } from '../../reckon/estimate/estimate-task.ts';

export interface EstimateThreads {
  /**
   * Runs all tasks; the results stand in the order of the tasks.
   *
   * @param onDone called after each task, with how many are done
   * @throws the reason of `signal` when it is raised; OnRecordError `unsupported-runtime`
   */
  run(
    tasks: readonly EstimateTask[],
    told: { readonly signal?: AbortSignal; readonly onDone?: (done: number, task: EstimateTask) => void },
  ): Promise<readonly TaskResult[]>;
  /** Ends all threads. */
  close(): Promise<void>;
}
