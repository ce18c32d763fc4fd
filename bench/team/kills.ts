/** Workers, the desk and the database killed at random moments: nothing acknowledged is lost, nothing is done twice. */
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openVault } from '../../src/storage/vault.ts';
import type { Part } from './part.ts';
import { accept, type Caller, decided, freePort, serveTeam, signIn } from './review-over-http.ts';
import { tallyLog } from './tally-log.ts';
import { handReportsIn, newTeamPlace, type Started, type TeamPlace } from './team-place.ts';

/** Files handed in before every kill. */
const EACH = 3;
/** Reports that are read before, so that there is something to decide on, for each kill. */
const READ_BEFORE = 1;
const REVIEWERS = 4;
/** Milliseconds that a reviewer waits for the next decision, and for the next try after a broken one. */
const BETWEEN = 500;
/** Who is killed, in turn. */
const KILLED = ['worker', 'desk', 'worker', 'database'] as const;
/** Milliseconds between two kills at most. */
const LONGEST = 4000;

/** A process that is begun again whenever it is found dead. */
interface Kept {
  kill(): void;
  /** Begins it again when it is dead. */
  look(): Promise<void>;
  readonly ended: () => Promise<unknown>;
}

function kept(start: () => Started): Kept {
  let now = start();
  return {
    kill: () => now.kill(),
    look: async () => {
      if (await Promise.race([now.ended.then(() => true), pause(50, false)])) now = start();
    },
    ended: () => now.ended,
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

/** The part. */
export const KILLS: Part = {
  name: 'kills',
  about: `Two workers are at work on files that are handed in all the while, and ${REVIEWERS} reviewers accept claims at a desk, each again until it is acknowledged; at random moments a worker, the desk, or the database with all its processes is killed with -9 and started again. In the end every file that was acknowledged must be a source once and be read once, every decision that was acknowledged stand in the log once, and the full check find nothing.`,
  run: async ({ kills }, say) => {
    const place = await newTeamPlace();
    const agent = new Agent({ keepAlive: true });
    const stop = new AbortController();
    const processes: Kept[] = [];
    try {
      let acknowledged = handReportsIn(place, { count: Math.max(4, READ_BEFORE * kills), seed: 999 });
      await place.start(['worker', '--once', '--only', 'intake,propose', '--threads', '0']).ended;
      const claims = await waitingClaims(place);
      const sessions = await signIn(place, REVIEWERS);
      const port = await freePort();
      const worker = () => kept(() => place.start(['worker', '--threads', '0']));
      const [one, two, desk] = [worker(), worker(), kept(() => serveTeam(place, port))];
      processes.push(one, two, desk);
      const reviewing = sessions.map((session, at) =>
        reviewAll(
          { agent, port, session },
          claims.filter((_, n) => n % REVIEWERS === at),
          stop.signal,
        ),
      );
      const times = { worker: 0, desk: 0, database: 0 };
      for (let kill = 0; kill < kills; kill += 1) {
        acknowledged += handReportsIn(place, { count: EACH, seed: 1000 + kill });
        await pause(Math.random() * LONGEST);
        const who = KILLED[kill % KILLED.length] ?? 'worker';
        times[who] += 1;
        if (who === 'database') {
          await place.server.kill();
          await place.server.restart();
        } else if (who === 'desk') desk.kill();
        else (kill % 4 === 0 ? one : two).kill();
        for (const each of processes) await each.look();
      }
      // The last ones that were begun get to their work, and who is at a decision comes to its end.
      await pause(LONGEST);
      stop.abort();
      const accepted = (await Promise.all(reviewing)).flat();
      for (const each of processes) each.kill();
      await Promise.all(processes.map((each) => each.ended()));
      const code = await place.start(['worker', '--once', '--threads', '0']).ended;
      const { sources, read, readTwice, storedTwice, faults } = await tallyLog(place);
      const { jobs } = place.json(['jobs']) as { readonly jobs: readonly unknown[] };
      const { times: logged } = await decided(place);
      const undecided = accepted.filter((claim) => !logged.has(claim)).length;
      const twice = [...logged.values()].filter((count) => count > 1).length;
      say(
        `${kills} kills, ${times.worker} of workers, ${times.desk} of the desk, ${times.database} of the database: ${acknowledged} files acknowledged, ${sources} are sources, ${read} read; ${accepted.length} decisions acknowledged, ${undecided} not in the log, ${twice} in it twice; last worker ended with ${code}, ${jobs.length} jobs left, ${faults} faults`,
      );
      return {
        kills,
        kills_of_desk: times.desk,
        kills_of_database: times.database,
        acknowledged: acknowledged + accepted.length,
        lost: acknowledged - sources + undecided,
        unread: acknowledged - read,
        doubled: readTwice + storedTwice + twice,
        jobs_left: jobs.length,
        verify_faults: faults,
      };
    } finally {
      stop.abort();
      for (const each of processes) each.kill();
      agent.destroy();
      await place.remove();
    }
  },
};
