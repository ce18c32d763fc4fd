/**
 * The linkage of people as a job of the desk: one at a time, beside other work, held for as long as the log does not grow. Who
 * asks while it runs waits for it; it tells how far it is, and can be stopped.
 */
import type { Desk } from '../desk/desk.ts';
import { linkPeople, PEOPLE_DEFAULTS } from '../desk/people/link-people.ts';
import { peopleQueue } from '../desk/people/people-queue.ts';
import { peopleReport } from '../desk/people/people-report.ts';
import type { LinkingProgress, PeopleBeside } from '../desk/ports/pair-linking.ts';

/** Pairs that are shown at most: those whose answer moves the number most. */
const MOST_QUEUED = 1_000;

/** How a linkage stands. */
export interface LinkingState {
  readonly state: 'none' | 'running' | 'done' | 'stopped' | 'failed';
  /** Of the one that runs; null: it has not begun to compare. */
  readonly progress: LinkingProgress | null;
}

/** What a linkage came to, as the page of people shows it. */
export type LinkedNumbers = Awaited<ReturnType<typeof linkedNumbers>>;

export interface PeopleLinking {
  /**
   * The linkage of the record as it is now; begins one when none is held and none runs.
   *
   * @throws LinkingStopped; whatever `linkPeople` throws
   */
  ask(): Promise<LinkedNumbers>;
  /** Stops the one that runs, at once. */
  stop(): void;
  now(): LinkingState;
}

/** Somebody stopped it: nothing is told. */
export class LinkingStopped extends Error {
  override readonly name = 'LinkingStopped';
}

interface Run {
  readonly head: number;
  readonly stopping: AbortController;
  readonly answer: Promise<LinkedNumbers>;
  state: LinkingState;
  /** The record grew and somebody asked anew: this one's answer is the newer one's. */
  next: Run | null;
}

/**
 * A job over a desk; nothing runs yet.
 *
 * @example
 * const linking = peopleLinking(desk, engine);
 * (await linking.ask()).people;
 */
export function peopleLinking(desk: Pick<Desk, 'store'>, engine: PeopleBeside): PeopleLinking {
  let held: Run | null = null;
  const begin = (head: number): Run => {
    const stopping = new AbortController();
    const onProgress = (progress: LinkingProgress): void => {
      run.state = { state: 'running', progress };
    };
    const answer = linkedNumbers(desk, engine, { signal: stopping.signal, onProgress });
    const run: Run = { head, stopping, answer, state: { state: 'running', progress: null }, next: null };
    answer.then(
      () => {
        run.state = { state: 'done', progress: null };
      },
      () => {
        run.state = { state: stopping.signal.aborted ? 'stopped' : 'failed', progress: null };
      },
    );
    return run;
  };
  const answerOf = async (run: Run): Promise<LinkedNumbers> => {
    try {
      return await run.answer;
    } catch (error) {
      if (run.next !== null) return answerOf(run.next);
      throw error;
    }
  };
  return {
    async ask() {
      const head = (await desk.store.head())?.seq ?? 0;
      const fresh = held !== null && held.head === head;
      if (held !== null && fresh && (held.state.state === 'running' || held.state.state === 'done'))
        return answerOf(held);
      const before = held;
      held = begin(head);
      if (before?.state.state === 'running') {
        before.next = held;
        before.stopping.abort(new LinkingStopped());
      }
      return answerOf(held);
    },
    stop: () => held?.stopping.abort(new LinkingStopped()),
    now: () => held?.state ?? { state: 'none', progress: null },
  };
}

async function linkedNumbers(
  desk: Pick<Desk, 'store'>,
  engine: PeopleBeside,
  work: NonNullable<Parameters<PeopleBeside>[1]>,
) {
  const linked = await linkPeople(desk, engine, { ...PEOPLE_DEFAULTS, work });
  const { people, listings, pairs, decisions, seed } = peopleReport(linked, PEOPLE_DEFAULTS);
  return {
    people:
      people.status === 'told'
        ? people
        : { status: people.status, reasons: people.refusals.map(({ reason }) => reason) },
    listings,
    compared: pairs,
    decisions,
    seed,
    ...peopleQueue(linked, MOST_QUEUED),
  };
}
