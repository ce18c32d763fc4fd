/** What every page knows of the record: its size, the head of its log, and whether the desk answers. */
import { signal } from '@preact/signals';
import { type Answer, call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { readMember } from '../team/member-state.ts';

export type Counts = Answer<'GET /api/record'>['counts'];
export type Session = Answer<'GET /api/session'>;

/** Null until it is first told. */
export const counts = signal<Counts | null>(null);
export const session = signal<Session | null>(null);
/** Number of the last log entry; 0 until it is first told. */
export const recordSeq = signal(0);
/** How often the log was seen to have changed: pages ask anew. What was asked before its head was first told was asked after that. */
export const growths = signal(0);
let isTold = false;
/** The desk did not answer before it first told: what was asked then may have failed, too. */
let isLate = false;
/** `saved`: all that was decided is in the log. `sign-in`: the team's desk asks who is there. */
export const connection = signal<'saved' | 'saving' | 'offline' | 'no-session' | 'sign-in'>('saved');

/** Whoever sat here signed out: nothing is asked any more, and no page of signing in goes over what is shown. */
export const isLeft = signal(false);

/** Decisions that are not in the log yet. */
export const unsaved = signal(0);

/** Milliseconds between two looks at the head of the log: others, and the command line, write too. */
const EVERY = 5_000;

/**
 * Asks how the record stands.
 *
 * @example
 * await refreshRecord();
 */
export async function refreshRecord(): Promise<void> {
  if (isLeft.value) return;
  try {
    const told = await call('GET /api/record', {});
    counts.value = told.counts;
    const seq = told.head?.seq ?? 0;
    if (isTold ? seq !== recordSeq.value : isLate) growths.value += 1;
    isTold = true;
    recordSeq.value = seq;
    if (unsaved.value === 0) connection.value = 'saved';
  } catch (error) {
    if (!(error instanceof DeskFault)) throw error;
    isLate ||= !isTold;
    if (isLeft.value) return;
    if (error.code === 'no-session' || error.code === 'sign-in') connection.value = error.code;
    else if (error.code === 'offline') connection.value = 'offline';
  }
}

/**
 * Asks whose desk this is, and on a team's who is signed in; what cannot be told leaves it as it was.
 *
 * @example
 * await readSession();
 */
export async function readSession(): Promise<void> {
  try {
    const told = await call('GET /api/session', {});
    if (told.team) await readMember();
    session.value = told;
  } catch {
    // Told by the state of the record.
  }
}

/**
 * Keeps the state fresh while the page is seen.
 *
 * @example
 * watchRecord();
 */
export function watchRecord(): void {
  const look = (): void => {
    if (document.visibilityState === 'visible') void refreshRecord();
  };
  void refreshRecord();
  void readSession();
  setInterval(look, EVERY);
  document.addEventListener('visibilitychange', look);
}
