/** A thread that prepares or attacks tables of counts once; started by `open-counts-threads.ts`. What it held goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { attackRelease } from '../../reckon/disclosure/attack-release.ts';
import { prepareTables } from '../../reckon/disclosure/prepare-release.ts';
import type { SolveLinear } from '../../reckon/linear-programme.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { openLinearSolver } from '../linear/open-linear-solver.ts';
import type { CountsAnswer, CountsTask } from './counts-messages.ts';

function worked(task: CountsTask, solve: SolveLinear): CountsAnswer {
  if (task.kind === 'attack') return { kind: 'attacked', attack: attackRelease(task.releases, solve) };
  return { kind: 'prepared', prepared: prepareTables({ ...task.given, solve }) };
}

function refused(error: unknown): CountsAnswer {
  if (!(error instanceof OnRecordError))
    return { kind: 'failed', fault: error instanceof Error ? error.name : 'a fault' };
  const { code, message, subject, faults } = error;
  return { kind: 'refused', code, message, subject, faults };
}

let answer: CountsAnswer;
try {
  answer = worked(workerData as CountsTask, await openLinearSolver());
} catch (error) {
  answer = refused(error);
}
parentPort?.postMessage(answer);
