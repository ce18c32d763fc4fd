/**
 * Prepares and attacks tables of counts on a thread of its own each time, so that a lock or another request never waits for
 * a linear programme. The thread ends with its answer, and what it held of a table goes with it.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit it as an entry of its own named
 * `counts-thread.mjs`, in the folder of the bundle that holds this module or in the one above.
 */
import { Worker } from 'node:worker_threads';
import type { CountsWork } from '../../desk/ports/counts-work.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import type { CountsAnswer, CountsTask } from './counts-messages.ts';

/** MiB of a thread's heap. */
const HEAP_MIB = 1024;

/**
 * The work on threads.
 *
 * @example
 * const work = openCountsThreads();
 * await work.attack(releases);
 */
export function openCountsThreads(): CountsWork {
  return {
    prepare: async (given) => {
      const answer = await answerTo({ kind: 'prepare', given });
      if (answer.kind === 'prepared') return answer.prepared;
      throw ended('the answer is none');
    },
    attack: async (releases) => {
      const answer = await answerTo({
        kind: 'attack',
        releases: releases.map(({ id, tables, rule }) => ({ id, tables, rule })),
      });
      if (answer.kind === 'attacked') return answer.attack;
      throw ended('the answer is none');
    },
  };
}

async function answerTo(task: CountsTask): Promise<CountsAnswer> {
  const worker = new Worker(programBeside('counts-thread', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    execArgv: [],
    env: {},
  });
  try {
    const answer = await new Promise<CountsAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error: unknown) =>
        reject(ended(error instanceof Error ? error.name : 'a fault')),
      );
      worker.once('exit', () => reject(ended('it ended')));
    });
    if (answer.kind === 'failed') throw ended(answer.fault);
    if (answer.kind !== 'refused') return answer;
    const { code, message, subject, faults } = answer;
    throw new OnRecordError(code, message, { ...(subject === null ? {} : { subject }), faults });
  } finally {
    await worker.terminate();
  }
}

function ended(fault: string): OnRecordError {
  return new OnRecordError(
    'unsupported-runtime',
    `The thread that works on counts gave no answer (${fault}). Nothing was released. Use fewer or coarser axes.`,
  );
}
