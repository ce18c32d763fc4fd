/** Workers, the desk and the database killed at random moments: nothing acknowledged is lost, nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';
import { REVIEWERS, standingWork } from './standing-work.ts';
import { newTeamPlace } from './team-place.ts';

/** Files handed in before every kill. */
const EACH = 3;
/** Who is killed, in turn. */
const KILLED = ['worker', 'desk', 'worker', 'database'] as const;
/** Milliseconds between two kills at most. */
const LONGEST = 4000;
/** Kills after which it is told how far it is. */
const TOLD = 20;

/** The part. */
export const KILLS: Part = {
  name: 'kills',
  uses: ['kills'],
  about: `Two workers are at work on files that are handed in all the while, and ${REVIEWERS} reviewers accept claims at a desk, each again until it is acknowledged; at random moments a worker, the desk, or the database with all its processes is killed with -9 and started again. In the end every file that was acknowledged must be a source once and be read once, every decision that was acknowledged stand in the log once, and the full check find nothing.`,
  run: async ({ kills }, say) => {
    const place = await newTeamPlace();
    try {
      const work = await standingWork(place, { readBefore: Math.max(4, kills), each: EACH });
      try {
        const times = { worker: 0, desk: 0, database: 0 };
        for (let kill = 0; kill < kills; kill += 1) {
          work.hand();
          await pause(Math.random() * LONGEST);
          const who = KILLED[kill % KILLED.length] ?? 'worker';
          times[who] += 1;
          if (who === 'database') {
            await place.server.kill();
            await place.server.restart();
          } else if (who === 'desk') work.desk.kill();
          else (kill % 4 === 0 ? work.one : work.two).kill();
          await work.look();
          if ((kill + 1) % TOLD === 0) say(`  ${kill + 1} kills`);
        }
        const settled = await work.settle();
        say(
          `${kills} kills, ${times.worker} of workers, ${times.desk} of the desk, ${times.database} of the database: ${settled.text}`,
        );
        return {
          kills,
          kills_of_desk: times.desk,
          kills_of_database: times.database,
          acknowledged: settled.files + settled.decisions,
          lost: settled.lost,
          unread: settled.unread,
          doubled: settled.doubled,
          jobs_left: settled.jobsLeft,
          verify_faults: settled.faults,
        };
      } finally {
        work.stop();
      }
    } finally {
      await place.remove();
    }
  },
};
