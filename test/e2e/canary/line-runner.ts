/** Command lines in one process, as long as it lives; the next line starts another when it ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Finished } from '../kept/run-line.ts';

const CHILD = fileURLToPath(new URL('./line-child.ts', import.meta.url));

export interface LineRunner {
  run(
    args: readonly string[],
    given: { readonly input: string; readonly env: Readonly<Record<string, string>> },
  ): Promise<Finished>;
  end(): void;
}

/**
 * Makes one; its process starts with the first line.
 *
 * @param cwd of the process
 * @param env all that it gets
 * @example
 * const lines = lineRunner(work, env);
 * (await lines.run(['show'], { input: '', env: {} })).code;
 */
export function lineRunner(cwd: string, env: Readonly<Record<string, string>>): LineRunner {
  let child: ChildProcess | null = null;
  const started = (): ChildProcess => {
    if (child !== null) return child;
    const next = fork(CHILD, [], { cwd, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    next.once('exit', () => {
      if (child === next) child = null;
    });
    child = next;
    return next;
  };
  return {
    run: (args, given) =>
      new Promise((resolve) => {
        const process = started();
        let beside = '';
        const hear = (part: Buffer): void => {
          beside += part.toString();
        };
        const settle = (finished: Finished): void => {
          process.stderr?.off('data', hear);
          process.off('exit', onExit);
          process.off('message', settle as never);
          resolve({ ...finished, err: finished.err + beside });
        };
        const onExit = (code: number | null): void => settle({ code, out: '', err: '' });
        process.stderr?.on('data', hear);
        process.once('exit', onExit);
        process.once('message', settle as never);
        process.send({ args, ...given });
      }),
    end: () => void child?.kill(),
  };
}
