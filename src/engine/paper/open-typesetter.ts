/**
 * Sets pages as a PDF on a thread of its own, which ends afterwards with all that it held in memory.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit it as an entry of its own named
 * `typesetting-thread.mjs`, in the folder of the bundle that holds this module or in the one above.
 */
import { Worker } from 'node:worker_threads';
import type { Typesetter } from '../../desk/ports/typesetting.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import type { SettingAnswer, SettingTask } from './typesetting-messages.ts';

/**
 * Opens the way to the typesetter.
 *
 * @param fonts WOFF 1.0: nothing is set in a font of the machine, so that it gives the same bytes elsewhere
 * @example
 * const { pdf } = await openTypesetter(fonts).set({ template, files, at: '2031-05-18T14:10:00Z' });
 */
export function openTypesetter(fonts: readonly Uint8Array[]): Typesetter {
  return {
    async set({ template, files, at }) {
      const worker = new Worker(programBeside('typesetting-thread', import.meta.url), {
        execArgv: [],
        env: {},
        stdout: true,
        stderr: true,
      });
      try {
        const answer = await answerOf(worker, { template, files, at, fonts });
        if (answer.type === 'set') {
          const { pdf, by, checkedUa1 } = answer;
          return { pdf, by, checkedUa1 };
        }
        if (answer.type === 'no-start')
          throw new OnRecordError(
            'unsupported-runtime',
            `The typesetter did not start (${answer.fault}), so there is no PDF. Run it again, or make the dossier as a folder: onrecord dossier --out FOLDER`,
          );
        throw new Error(`the typesetter refused the pages: ${answer.fault}`);
      } finally {
        await worker.terminate();
      }
    },
  };
}

function answerOf(worker: Worker, task: SettingTask): Promise<SettingAnswer> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error: unknown) =>
      resolve({ type: 'no-start', fault: error instanceof Error ? error.message : 'a fault' }),
    );
    worker.once('exit', () => resolve({ type: 'no-start', fault: 'its thread ended' }));
    worker.postMessage(task);
  });
}
