/**
 * Keeps a member's keys and the cases of one compartment in the memory of this process: one thing at a time, until it is locked
 * by hand or by itself. Nothing of it is put anywhere else.
 */
import type { CaseDesk } from '../../desk/cases/case-desk.ts';
import { type FetchedCases, fetchCases } from '../../desk/cases/fetch-cases.ts';
import { type CasesInMemory, holdCases } from '../../desk/cases/held-cases.ts';
import { flushReads } from '../../desk/cases/log-reads.ts';
import { type UnlockedMember, unlockMember } from '../../desk/cases/unlock-member.ts';
import { OnRecordError } from '../../desk/desk.ts';

/** Runs something after a time; the returned function calls it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface CaseKeeper {
  readonly desk: CaseDesk;
  /** Null: locked. */
  me(): UnlockedMember | null;
  /** Minutes without use after which it locks itself. */
  minutes(): number;
  /** Null: no compartment is open. */
  held(): CasesInMemory | null;
  unlock(member: string | null, passphrase: string, minutes: number): Promise<void>;
  /** Opens a compartment in the place of the one that was open. */
  enter(compartment: string): Promise<void>;
  /** Puts the lock off; false: it is locked. */
  use(): boolean;
  /** Works with the open compartment, after what was asked before. @throws OnRecordError `locked` */
  withCases<T>(work: (held: CasesInMemory) => Promise<T>): Promise<T>;
  /** Works with the open compartment a moment later, when the answer is out; nothing when it is locked by then. */
  soon(work: (held: CasesInMemory) => Promise<void>): void;
  /** Does something after what was asked before. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  lock(): void;
}

const MINUTE_MS = 60_000;
const SOON_MS = 50;
/** Minutes, until somebody chooses others. */
const USUAL_MINUTES = 10;

/**
 * Makes one, locked.
 *
 * @example
 * const keeper = caseKeeper(desk, after);
 * await keeper.unlock('lena', passphrase, 10);
 */
export function caseKeeper(desk: CaseDesk, after: After): CaseKeeper {
  let me: UnlockedMember | null = null;
  let held: CasesInMemory | null = null;
  /** Ciphertexts of the only compartment, from unlocking until it is entered. */
  let fetched: FetchedCases | null = null;
  let minutes = USUAL_MINUTES;
  let callOff: () => void = () => undefined;
  /** Grows with each lock: what was begun before it hands nothing out. */
  let locks = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1;
    const done = turn.then(work).finally(() => {
      waiting -= 1;
    });
    // Without what it answered: a promise holds its value, and this one outlives the lock.
    turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };
  const lock = (): void => {
    callOff();
    locks += 1;
    const [cases, keys] = [held, me];
    held = null;
    me = null;
    fetched = null;
    const wipe = (): void => {
      cases?.lock();
      keys?.lock();
    };
    // Nothing may be sealed with a key that is overwritten under the hands of whoever seals: what goes on ends first.
    if (waiting === 0) wipe();
    else void turn.then(wipe);
  };
  const use = (): boolean => {
    callOff();
    if (me === null) return false;
    callOff = after(minutes * MINUTE_MS, lock);
    return true;
  };
  return {
    desk,
    me: () => me,
    minutes: () => minutes,
    held: () => held,
    unlock: (member, passphrase, chosen) =>
      inTurn(async () => {
        let ahead: FetchedCases | null = null;
        const opened = await unlockMember(desk, member, { kind: 'passphrase', passphrase }, async () => {
          ahead = await fetchCases(desk, null);
        });
        lock();
        me = opened;
        fetched = ahead;
        minutes = chosen;
        use();
      }),
    enter: (compartment) =>
      inTurn(async () => {
        if (me === null) throw locked();
        const before = locks;
        const { id } = (await desk.store.compartments()).find((one) => one.id === compartment) ?? {};
        if (id === undefined) throw new OnRecordError('not-found', 'There is no such compartment.');
        const ahead = fetched;
        fetched = null;
        const opened = await holdCases(desk, me, id, ahead);
        if (locks !== before) {
          opened.lock();
          throw locked();
        }
        held?.lock();
        held = opened;
        await flushReads(desk, await opened.room());
        use();
      }),
    use,
    withCases: (work) =>
      inTurn(async () => {
        if (held === null) throw locked();
        use();
        const before = locks;
        const done = await work(held).catch((error: unknown) => {
          throw locks === before ? error : locked();
        });
        if (locks !== before) throw locked();
        return done;
      }),
    soon: (work) => {
      const before = locks;
      after(SOON_MS, () => {
        const cases = held;
        if (cases !== null && locks === before) void inTurn(() => work(cases)).catch(() => undefined);
      });
    },
    inTurn,
    lock,
  };
}

function locked(): OnRecordError {
  return new OnRecordError('locked', 'The cases are locked. Unlock them with your passphrase.');
}
