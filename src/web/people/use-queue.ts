/**
 * The queue of pairs as it was reckoned last, and what was decided on it since. Linking takes seconds: it is done when the page
 * opens and when a person asks for it, not after every decision; until then the pairs stay where they are.
 */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { DeskFault, noAnswer } from '../api/desk-fault.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import type { Pair } from './pair-sheet.tsx';

export type Relation = 'same' | 'different';

export type Progress = NonNullable<Answer<'GET /api/people/linking'>['progress']>;

/** Milliseconds between two looks at how far it is. */
const EVERY = 400;

export interface Settled {
  readonly decision: string;
  readonly relation: Relation;
}

export interface HeldQueue {
  readonly queue: Answer<'GET /api/people/queue'> | null;
  readonly fault: DeskFault | null;
  readonly reckoning: boolean;
  /** How far the reckoning is; null: nothing is told of it. */
  readonly progress: Progress | null;
  /** Stops the reckoning. */
  stop(): void;
  /** What was decided since, by `pairKey`. */
  readonly settled: ReadonlyMap<string, Settled>;
  /** Whether a decision made here can be taken back. */
  readonly undoable: boolean;
  reckon(): void;
  /** True when it is in the log. */
  decide(pair: Pair, relation: Relation, reason: string): Promise<boolean>;
  /** Takes the last decision of this tab back; null when there is none or it was refused. */
  undo(reason: string): Promise<string | null>;
}

/**
 * A name for a pair.
 *
 * @example
 * pairKey(pair); // 'lsg_1 lsg_2'
 */
export function pairKey({ a, b }: Pair): string {
  return `${a.listing} ${b.listing}`;
}

/**
 * Holds the queue.
 *
 * @example
 * const { queue, decide } = useQueue();
 */
export function useQueue(): HeldQueue {
  const [queue, setQueue] = useState<HeldQueue['queue']>(null);
  const [fault, setFault] = useState<DeskFault | null>(null);
  const [reckoning, setReckoning] = useState(true);
  const [settled, setSettled] = useState<ReadonlyMap<string, Settled>>(new Map());
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setReckoning(true);
    call('GET /api/people/queue', { query: {} }, { signal: controller.signal }).then(
      (told) => {
        setQueue(told);
        setSettled(new Map());
        setFault(null);
        setReckoning(false);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setFault(faultOf(error));
        setReckoning(false);
      },
    );
    return () => controller.abort();
  }, [times]);
  const progress = useProgress(reckoning);
  const write = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (!(await isNamed())) return null;
    try {
      const done = await work();
      setFault(null);
      await refreshRecord();
      return done;
    } catch (error) {
      setFault(faultOf(error));
      return null;
    }
  };
  return {
    queue,
    fault,
    reckoning,
    progress,
    stop: () => void call('POST /api/people/linking/stop', {}).catch(() => undefined),
    settled,
    undoable: settled.size > 0,
    reckon: () => setTimes((n) => n + 1),
    decide: async (pair, relation, reason) => {
      const body = { relation, a: pair.a.listing, b: pair.b.listing, reason };
      const made = await write(() => call('POST /api/people/decisions', { body }));
      if (made === null) return false;
      setSettled((before) => new Map(before).set(pairKey(pair), { decision: made.id, relation }));
      return true;
    },
    undo: async (reason) => {
      const [key, last] = [...settled].at(-1) ?? [];
      if (key === undefined || last === undefined) return null;
      const params = { id: last.decision };
      const done = await write(() =>
        call('POST /api/people/decisions/{id}/undo', { params, body: { reason } }),
      );
      if (done === null) return null;
      setSettled((before) => new Map([...before].filter(([one]) => one !== key)));
      return key;
    },
  };
}

/** Asked again and again while it is reckoned. */
function useProgress(reckoning: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!reckoning) return undefined;
    const look = (): void =>
      void call('GET /api/people/linking', {}).then(
        (told) => setProgress(told.progress),
        () => undefined,
      );
    const timer = setInterval(look, EVERY);
    return () => {
      clearInterval(timer);
      setProgress(null);
    };
  }, [reckoning]);
  return progress;
}

function faultOf(error: unknown): DeskFault {
  return error instanceof DeskFault ? error : noAnswer();
}
