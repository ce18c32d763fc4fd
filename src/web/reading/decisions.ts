/**
 * Decisions on their way to the log: shown at once, sent one after the other, tried again while the desk does not answer.
 * The tab warns before it closes with one unsent. Everything can be taken back, the last first.
 */
import { signal } from '@preact/signals';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { connection, refreshRecord } from '../shell/record-state.ts';

export type Decision = 'accepted' | 'rejected' | 'reopened';

export interface Decided {
  readonly claims: readonly string[];
  readonly decision: Decision;
  readonly reason: string | null;
}

/** What was decided here and is not in the log yet, by claim. */
export const unsent = signal<ReadonlyMap<string, Decision>>(new Map());
/** Decisions of this tab that can be taken back. */
export const undoable = signal<readonly Decided[]>([]);
/** Why the last decision was refused; null: none was. */
export const refused = signal<DeskFault | null>(null);

const queue: Decided[] = [];
let sending = false;

/** Milliseconds before the desk is asked again. */
const PATIENCE = 1_500;

/**
 * Decides. Returns at once; what was decided is seen in `unsent` until it is in the log.
 *
 * @example
 * decide({ claims: ['clm_1'], decision: 'accepted', reason: null });
 */
export function decide(decided: Decided): void {
  refused.value = null;
  undoable.value = [...undoable.value, decided];
  send(decided);
}

/**
 * Takes the last decision of this tab back; null when there is none.
 *
 * @example
 * const back = undoLast();
 */
export function undoLast(): Decided | null {
  const last = undoable.value.at(-1);
  if (last === undefined) return null;
  undoable.value = undoable.value.slice(0, -1);
  send({ claims: last.claims, decision: 'reopened', reason: null });
  return last;
}

function send(decided: Decided): void {
  queue.push(decided);
  connection.value = 'saving';
  mark();
  void drain();
}

async function drain(): Promise<void> {
  if (sending) return;
  sending = true;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    const { claims, decision, reason } = next;
    try {
      await call('POST /api/claims/decisions', { body: { claims: [...claims], decision, reason } });
      queue.shift();
    } catch (error) {
      if (!(error instanceof DeskFault)) throw error;
      if (error.code === 'offline' || error.code === 'vault-busy') {
        connection.value = 'offline';
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        continue;
      }
      queue.shift();
      refused.value = error;
      if (error.code === 'no-session') connection.value = 'no-session';
      undoable.value = undoable.value.filter((one) => one !== next);
    }
    mark();
  }
  sending = false;
  if (connection.value !== 'no-session') connection.value = 'saved';
  await refreshRecord();
}

function mark(): void {
  const now = new Map<string, Decision>();
  for (const { claims, decision } of queue) for (const claim of claims) now.set(claim, decision);
  unsent.value = now;
}

window.addEventListener('beforeunload', (event) => {
  if (queue.length > 0) event.preventDefault();
});
