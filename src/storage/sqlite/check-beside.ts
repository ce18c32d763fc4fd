/**
 * Checks a large record on a thread of its own, so that the bytes can be checked on another core meanwhile. Where no thread
 * can be had, or it ends without a word, the check is done here.
 *
 * The thread's file stands beside this one in the source tree. A bundled build must emit
 * src/storage/sqlite/check-thread.ts as an entry of its own named `check-thread.mjs`, in the folder of the bundle that
 * holds this module or in the folder above it.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StoreFault } from '../../desk/ports/record-store.ts';
import { type ErrorCode, OnRecordError } from '../../record/onrecord-error.ts';
import type { Proposition } from '../../record/proposition.ts';
import { programBeside } from '../program-beside.ts';
import { type BodyRow, bodiesQuery } from '../queries/source-queries.ts';
import type { CheckOutcome, CheckTask } from './check-messages.ts';
import { type CheckOptions, checkStore } from './check-store.ts';
import { sqliteQueries } from './sqlite-reading.ts';

/** Where the record lies, for a thread that opens it anew. */
export interface RecordFile {
  readonly file: string;
  /** 32 bytes; null: not encrypted. */
  readonly key: Uint8Array | null;
  readonly busyTimeout: number;
}

/** Bytes; below it a thread costs more than it gives. */
const WORTH_A_THREAD = 67_108_864;

/**
 * Whether a check of this record is worth a thread.
 *
 * @example
 * worthAThread('/vault/data-1/record.sqlite'); // false for a small one
 */
export function worthAThread(file: string): boolean {
  return (
    availableParallelism() > 1 && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= WORTH_A_THREAD
  );
}

/**
 * Checks a store as `checkStore` does.
 *
 * @throws OnRecordError, and what the engine throws, as `checkStore` does
 * @example
 * await checkBeside(options, { file, key, busyTimeout: 5000 }); // []
 */
export async function checkBeside(options: CheckOptions, record: RecordFile): Promise<readonly StoreFault[]> {
  const groupKeys = await groupKeysOf(options);
  const outcome = groupKeys === null ? null : await onThread(taskOf(options, record, groupKeys));
  if (outcome === null) return checkStore(options);
  if (outcome.kind === 'checked') return outcome.faults;
  const { house, code, message, subject } = outcome;
  if (house) throw new OnRecordError(code as ErrorCode, message, subject === null ? {} : { subject });
  throw Object.assign(new Error(message), { code });
}

function taskOf(
  { readOnly, identity, scratchDir }: CheckOptions,
  { file, key, busyTimeout }: RecordFile,
  groupKeys: ReadonlyMap<string, string>,
): CheckTask {
  const copy = key === null ? null : Uint8Array.from(key);
  return { file, key: copy, busyTimeout, readOnly, identity, scratchDir, groupKeys };
}

/** Functions do not go to a thread; null when a body cannot be read: the check here tells of it. */
async function groupKeysOf({ db, groupKey }: CheckOptions): Promise<ReadonlyMap<string, string> | null> {
  try {
    const { build } = await sqliteQueries();
    const rows = db.prepare<unknown[], BodyRow>(bodiesQuery(build, 'propositions').compile().sql).all();
    return new Map(
      rows.map(({ body }) => {
        const proposition = JSON.parse(body) as Proposition;
        return [proposition.id, groupKey(proposition)];
      }),
    );
  } catch {
    return null;
  }
}

/** Null when the thread could not start or ended without a word. */
function onThread(task: CheckTask): Promise<CheckOutcome | null> {
  return new Promise((resolve) => {
    try {
      // The key moves: no second copy of it is left here.
      const transferList = task.key === null ? [] : [task.key.buffer as ArrayBuffer];
      const thread = new Worker(programBeside('check-thread', import.meta.url), {
        workerData: task,
        transferList,
        execArgv: [],
        env: {},
      });
      thread.once('message', resolve);
      thread.once('error', () => resolve(null));
      thread.once('exit', () => resolve(null));
    } catch {
      task.key?.fill(0);
      resolve(null);
    }
  });
}
