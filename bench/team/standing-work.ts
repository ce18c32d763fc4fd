/**
 * A team at work, for disturbing it: two workers on files that are handed in all the while, and reviewers who accept claims at a desk, each
 * again until it is acknowledged. What is found dead is begun again. In the end it is counted what became of all that was acknowledged.
 */
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openVault } from '../../src/storage/vault.ts';
import { freePort } from '../../test/fixtures/free-port.ts';
import { accept, type Caller, decided, serveTeam, signIn } from './review-over-http.ts';
import { tallyLog } from './tally-log.ts';
import { handHashedIn, type Started, type StartOptions, type TeamPlace } from './team-place.ts';

/** Reviewers at the desk. */
export const REVIEWERS = 4;
/** Milliseconds that a reviewer waits for the next decision, and for the next try after a broken one. */
const BETWEEN = 500;
/** Milliseconds in which the last ones that were begun get to their work, and who is at a decision comes to its end. */
const SETTLING = 4000;

/** A process that is begun again whenever it is found dead. */
export interface Kept {
  kill(): void;
  /** Begins it again when it is dead. */
  look(): Promise<void>;
  /** Exit codes of those that ended by themselves or were killed (null), oldest first. */
  readonly codes: readonly (number | null)[];
  ended(): Promise<unknown>;
}

function kept(start: () => Started): Kept {
  const codes: (number | null)[] = [];
  const begun = (): Started => {
    const one = start();
    void one.ended.then((code) => codes.push(code));
    return one;
  };
  let now = begun();
  return {
    codes,
    kill: () => now.kill(),
    look: async () => {
      if (await Promise.race([now.ended.then(() => true), pause(50, false)])) now = begun();
    },
    ended: () => now.ended,
  };
}

/** What was acknowledged, and what became of it. */
export interface Settled {
  readonly files: number;
  readonly decisions: number;
  /** Acknowledged files that are no source, and decisions that are not in the log. */
  readonly lost: number;
  /** Files that are a source or were read twice, and decisions that are in the log twice. */
  readonly doubled: number;
  /** Acknowledged files that nobody has read. */
  readonly unread: number;
  readonly jobsLeft: number;
  readonly faults: number;
  /** In words. */
  readonly text: string;
}

export interface StandingWork {
  readonly one: Kept;
  readonly two: Kept;
  readonly desk: Kept;
  /** Hands some files in; what is refused is not counted. */
  hand(): void;
  /** Begins again what is dead. */
  look(): Promise<void>;
  /** Comes to an end, undisturbed, and counts. */
  settle(): Promise<Settled>;
  /** Ends whatever is at work. */
  stop(): void;
}

/** How the processes are begun; absent: as everything else of the place. */
export interface WorkOptions {
  /** Files that are read before, so that there is something to decide on. */
  readonly readBefore: number;
  /** Files that are handed in at a time. */
  readonly each: number;
  readonly worker?: (nth: number) => StartOptions;
  readonly desk?: StartOptions;
}

/**
 * Begins it.
 *
 * @example
 * const work = await standingWork(place, { readBefore: 20, each: 3 });
 */
export async function standingWork(place: TeamPlace, options: WorkOptions): Promise<StandingWork> {
  const { readBefore, each, worker = () => ({}) } = options;
  const agent = new Agent({ keepAlive: true });
  const stop = new AbortController();
  const handed = new Set<string>();
  let seed = 1000;
  const hand = (count = each): void => {
    seed += 1;
    for (const hash of handHashedIn(place, { count, seed })) handed.add(hash);
  };
  hand(readBefore);
  await place.start(['worker', '--once', '--only', 'intake,propose', '--threads', '0']).ended;
  const claims = await waitingClaims(place);
  const sessions = await signIn(place, REVIEWERS);
  const port = await freePort();
  const working = (nth: number) => kept(() => place.start(['worker', '--threads', '0'], worker(nth)));
  const [one, two, desk] = [working(1), working(2), kept(() => serveTeam(place, port, options.desk))];
  const processes = [one, two, desk];
  const reviewing = sessions.map((session, at) =>
    reviewAll(
      { agent, port, session },
      claims.filter((_, n) => n % REVIEWERS === at),
      stop.signal,
    ),
  );
  return {
    one,
    two,
    desk,
    hand: () => hand(),
    look: async () => {
      for (const process of processes) await process.look();
    },
    settle: async () => {
      await pause(SETTLING);
      stop.abort();
      const accepted = (await Promise.all(reviewing)).flat();
      for (const process of processes) process.kill();
      await Promise.all(processes.map((process) => process.ended()));
      const code = await lastWorker(place);
      return settled(place, { handed, accepted, code });
    },
    stop: () => {
      stop.abort();
      for (const process of processes) process.kill();
      agent.destroy();
    },
  };
}

/** What failed five times while it was disturbed is begun anew, as whoever looks after the queue would. */
async function lastWorker(place: TeamPlace): Promise<number | null> {
  const { jobs } = place.json(['jobs']) as { readonly jobs: readonly { id: string; state: string }[] };
  for (const { id, state } of jobs) if (state === 'failed') place.json(['jobs', 'retry', id]);
  return place.start(['worker', '--once', '--threads', '0']).ended;
}

async function settled(
  place: TeamPlace,
  {
    handed,
    accepted,
    code,
  }: { handed: ReadonlySet<string>; accepted: readonly string[]; code: number | null },
): Promise<Settled> {
  const { sources, read, readTwice, storedTwice, faults, captured } = await tallyLog(place);
  const { jobs } = place.json(['jobs']) as { readonly jobs: readonly unknown[] };
  const { times: logged } = await decided(place);
  const gone = [...handed].filter((hash) => !captured.has(hash)).length;
  const undecided = accepted.filter((claim) => !logged.has(claim)).length;
  const twice = [...logged.values()].filter((count) => count > 1).length;
  return {
    files: handed.size,
    decisions: accepted.length,
    lost: gone + undecided,
    doubled: readTwice + storedTwice + twice,
    unread: sources - read,
    jobsLeft: jobs.length,
    faults,
    text: `${handed.size} files acknowledged, ${gone} of them no source, ${sources} sources, ${read} read; ${accepted.length} decisions acknowledged, ${undecided} not in the log, ${twice} in it twice; last worker ended with ${code}, ${jobs.length} jobs left, ${faults} faults`,
  };
}

async function waitingClaims(place: TeamPlace): Promise<readonly string[]> {
  const vault = await openVault(place.vault, { readOnly: true, database: place.database });
  const claims = (await vault.store.utterances({ statuses: ['proposed'] })).map(({ claim }) => claim);
  await vault.close();
  return claims;
}

/** Accepts claims one after another, each until it is acknowledged; gives those that were. */
async function reviewAll(
  caller: Caller,
  claims: readonly string[],
  stop: AbortSignal,
): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (const claim of claims) {
    while (!stop.aborted) {
      await pause(BETWEEN);
      const answer = await accept(caller, claim).catch(() => null);
      if (answer?.status !== 200) continue;
      acknowledged.push(claim);
      break;
    }
  }
  return acknowledged;
}
