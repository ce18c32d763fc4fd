/**
 * Links people in a process of its own, so that whoever asked goes on answering others, and can stop it at once: the pairs
 * lie in the memory of that process alone and go with it. The linkages kept whole stay there; what is told of them comes back.
 *
 * The process's file stands beside this one in the source tree. A bundled build must emit it as an entry of its own named
 * `linking-process.mjs`, in the folder of the bundle that holds this module or in the one above.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LinkedOutcome, LinkingWork, PeopleTask } from '../../desk/ports/pair-linking.ts';
import type { PosteriorReading } from '../../reckon/linkage/posterior-linkage.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import type { LinkingMeans } from './link-and-draw.ts';
import type { LinkingMessage, LinkingOrder } from './linking-messages.ts';

/**
 * Links and draws beside.
 *
 * @throws the reason of `signal` when it is raised; OnRecordError `too-large`, `unsupported-runtime`
 * @example
 * const { outcome } = await linkBeside(task, { threads: 2, names: null }, { signal });
 */
export async function linkBeside(
  task: PeopleTask,
  means: LinkingMeans,
  { signal, onProgress }: LinkingWork = {},
): Promise<LinkedOutcome<PosteriorReading>> {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(programBeside('linking-process', import.meta.url)), [], {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const stop = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await answerOf(child, { task, means }, onProgress);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function answerOf(
  child: ChildProcess,
  order: LinkingOrder,
  onProgress: LinkingWork['onProgress'],
): Promise<LinkedOutcome<PosteriorReading>> {
  return new Promise((resolve, reject) => {
    const ended = (why: string): void =>
      reject(
        new OnRecordError(
          'unsupported-runtime',
          `The process that compares people ended (${why}). Nothing was stored. Run it again; if it ends once more, compare fewer lists at a time.`,
        ),
      );
    child.on('error', (error) => ended(error.name));
    child.on('exit', (code, killed) => ended(killed ?? `exit ${code}`));
    child.on('message', (said) => {
      const message = said as LinkingMessage;
      if (message.type === 'progress') onProgress?.(message.progress);
      else if (message.type === 'done') resolve(message.told);
      else if (message.type === 'refused') reject(new OnRecordError(message.code, message.message));
      else ended(message.fault);
    });
    child.send(order, (error) => {
      if (error !== null) ended(error.name);
    });
  });
}
