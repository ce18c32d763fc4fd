/**
 * Decisions on their way to the log: shown at once, sent one after the other, tried again while the desk does not answer.
 * The tab warns before it closes with one unsent. Everything can be taken back, the last first.
 */
import { signal } from '@preact/signals';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { connection, growths, refreshRecord, session, unsaved } from '../shell/record-state.ts';
import { nameAgain } from '../shell/who-decides.tsx';

export type Decision = 'accepted' | 'rejected' | 'reopened';

export interface Decided {
  readonly claims: readonly string[];
  readonly decision: Decision;
  readonly reason: string | null;
  /** How the claims stood for whoever decided; absent: it does not matter. */
  readonly seen?: Readonly<Record<string, Status>>;
}

type Status = 'proposed' | 'accepted' | 'rejected' | 'superseded';

/** That somebody else had decided the same before. */
export interface DecidedBefore {
  readonly claim: string;
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** What takes a step back, and the claim that one is at then. */
export interface Undoable {
  readonly claim: string | null;
  readonly back: readonly Decided[];
}

/** What was decided here and is not in what the page shows yet, by claim: on its way to the log, or in it and not told back. */
export const unsent = signal<ReadonlyMap<string, Decision>>(new Map());
/** Steps of this tab that can be taken back, the last one last. */
export const undoable = signal<readonly Undoable[]>([]);
/** Why the last decision was refused; null: none was. */
export const refused = signal<DeskFault | null>(null);
/** Who had decided so before the last decision; null: nobody else. */
export const decidedBefore = signal<DecidedBefore | null>(null);

const queue: Decided[] = [];
let sending = false;

/** Milliseconds before the desk is asked again. */
const PATIENCE = 1_500;

/**
 * Decides. Returns at once; what was decided is seen in `unsent` until it is in the log.
 *
 * @param before how the claims stood: taken back, they stand so again; a reason for rejecting is not given twice, so that what
 * was rejected waits again
 * @example
 * decide({ claims: ['clm_1'], decision: 'accepted', reason: null }, 'proposed');
 */
export function decide(decided: Decided, before: Status): void {
  refused.value = null;
  decidedBefore.value = null;
  const decision = before === 'accepted' ? 'accepted' : 'reopened';
  const after = decided.decision === 'reopened' ? 'proposed' : decided.decision;
  canBeTakenBack({
    claim: decided.claims[0] ?? null,
    back: [{ claims: decided.claims, decision, reason: null, seen: allAs(decided.claims, after) }],
  });
  send({ ...decided, seen: allAs(decided.claims, before) });
}

function allAs(claims: readonly string[], status: Status): Readonly<Record<string, Status>> {
  return Object.fromEntries(claims.map((claim) => [claim, status]));
}

/** A step that came to nothing is not taken back: what stands is another person's. */
function cannotBeTakenBack(claims: readonly string[]): void {
  undoable.value = undoable.value.filter(({ claim }) => claim === null || !claims.includes(claim));
}

/**
 * Remembers how a step that was saved is taken back.
 *
 * @example
 * canBeTakenBack({ claim: null, back: [{ claims: ['clm_9'], decision: 'rejected', reason: 'taken back' }] });
 */
export function canBeTakenBack(step: Undoable): void {
  undoable.value = [...undoable.value, step];
}

/**
 * Takes the last step of this tab back; null when there is none.
 *
 * @example
 * const back = undoLast();
 */
export function undoLast(): Undoable | null {
  const last = undoable.value.at(-1);
  if (last === undefined) return null;
  undoable.value = undoable.value.slice(0, -1);
  for (const step of last.back) send(step);
  return last;
}

function send(decided: Decided): void {
  queue.push(decided);
  connection.value = 'saving';
  mark();
  void drain();
}

/** What the desk may say while it is away or somebody else writes: the decision waits, and is sent again. */
const AWAY = new Set(['offline', 'no-session', 'sign-in', 'vault-busy']);

async function drain(): Promise<void> {
  if (sending) return;
  sending = true;
  let wasAway = false;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    const { claims, decision, reason, seen = {} } = next;
    try {
      if (wasAway) await nameAgain();
      wasAway = false;
      const body = { claims: [...claims], decision, reason, seen: { ...seen } };
      const { first } = await call('POST /api/claims/decisions', { body });
      queue.shift();
      const others = new Set(noteFirst(first));
      for (const claim of claims)
        if (!others.has(claim)) settled.set(claim, { decision, before: seen[claim], growth: growths.value });
    } catch (error) {
      if (!(error instanceof DeskFault)) throw error;
      if (AWAY.has(error.code)) {
        wasAway = true;
        connection.value = error.code === 'no-session' || error.code === 'sign-in' ? error.code : 'offline';
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        continue;
      }
      queue.shift();
      refused.value = error;
      cannotBeTakenBack(next.claims.slice(0, 1));
    }
    mark();
  }
  sending = false;
  connection.value = 'saved';
  await refreshRecord();
}

/** Gives the claims on which somebody else's decision stands. */
function noteFirst(first: readonly DecidedBefore[]): readonly string[] {
  const others = first.filter(({ by }) => by !== session.value?.by);
  decidedBefore.value = others[0] ?? decidedBefore.value;
  const claims = others.map(({ claim }) => claim);
  cannotBeTakenBack(claims);
  return claims;
}

interface Settled {
  readonly decision: Decision;
  /** How the claim stood before; undefined: not known. */
  readonly before: Status | undefined;
  /** Of `growths`, when it came into the log. */
  readonly growth: number;
}

/** In the log, and not told back to the page: without it a claim would stand as before for a moment. */
const settled = new Map<string, Settled>();

/**
 * Lets go of decisions that an answer of the desk holds.
 *
 * @param claims as they were told
 * @example
 * toldBack(answer.claims);
 */
export function toldBack(claims: readonly { readonly id: string; readonly status: Status }[]): void {
  const had = settled.size;
  for (const { id, status } of claims) {
    const held = settled.get(id);
    if (held !== undefined && (status !== held.before || growths.value > held.growth + 1)) settled.delete(id);
  }
  if (settled.size !== had) mark();
}

function mark(): void {
  const now = new Map([...settled].map(([claim, { decision }]) => [claim, decision] as const));
  for (const { claims, decision } of queue) for (const claim of claims) now.set(claim, decision);
  unsent.value = now;
  unsaved.value = queue.length;
}

window.addEventListener('beforeunload', (event) => {
  if (queue.length > 0) event.preventDefault();
});
