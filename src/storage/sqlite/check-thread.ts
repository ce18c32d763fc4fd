/** A thread of its own that checks one record and ends; started by `check-beside.ts`. It holds the key only while it runs. */
import { parentPort, workerData } from 'node:worker_threads';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { CheckOutcome, CheckTask } from './check-messages.ts';
import { checkStore } from './check-store.ts';
import { loadSqlite } from './engine.ts';
import { openDatabase } from './open-database.ts';

parentPort?.postMessage(await outcome(workerData as CheckTask));

async function outcome(task: CheckTask): Promise<CheckOutcome> {
  try {
    return { kind: 'checked', faults: await faultsOf(task) };
  } catch (error) {
    const house = error instanceof OnRecordError;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : 'The check ended.';
    return { kind: 'failed', house, code, message, subject: house ? error.subject : null };
  } finally {
    task.key?.fill(0);
  }
}

async function faultsOf(task: CheckTask): ReturnType<typeof checkStore> {
  const { file, key, readOnly, busyTimeout, groupKeys, identity, scratchDir } = task;
  const opening = { busyTimeout, create: false, key };
  const db = await openDatabase(file, { ...opening, readOnly });
  try {
    return await checkStore({
      db,
      Database: await loadSqlite(),
      readOnly,
      identity,
      scratchDir,
      // An id that the tables do not hold is told as a missing row.
      groupKey: ({ id }) => groupKeys.get(id) ?? '',
      again: () => openDatabase(file, { ...opening, readOnly: true }),
    });
  } finally {
    db.close();
  }
}
