/** Workers and the database killed at random moments: nothing acknowledged is lost, nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';
import { tallyLog } from './tally-log.ts';
import { handReportsIn, newTeamPlace } from './team-place.ts';

/** Files handed in before every kill. */
const EACH = 3;

/** The part. */
export const KILLS: Part = {
  name: 'kills',
  about:
    'Two workers are at work on files that are handed in all the while; at random moments one of them, or the database with all its processes, is killed with -9 and started again. In the end every file that was acknowledged must be a source once and be read once.',
  run: async ({ kills }, say) => {
    const place = await newTeamPlace();
    let acknowledged = 0;
    const ofDatabase = { times: 0 };
    const worker = () => place.start(['worker', '--threads', '0']);
    const workers = [worker(), worker()];
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        acknowledged += handReportsIn(place, { count: EACH, seed: 1000 + kill });
        await pause(Math.random() * 4000);
        if (kill % 4 === 3) {
          await place.server.kill();
          await place.server.restart();
          ofDatabase.times += 1;
        } else workers[kill % 2]?.kill();
        for (const [at, one] of workers.entries()) {
          const gone = await Promise.race([one.ended.then(() => true), pause(50, false)]);
          if (gone) workers[at] = worker();
        }
      }
      for (const one of workers) one.kill();
      await Promise.all(workers.map(({ ended }) => ended));
      const code = await place.start(['worker', '--once', '--threads', '0']).ended;
      const { sources, read, readTwice, storedTwice, faults } = await tallyLog(place);
      const { jobs } = place.json(['jobs']) as { readonly jobs: readonly unknown[] };
      say(
        `${kills} kills, ${ofDatabase.times} of the database: ${acknowledged} files acknowledged, ${sources} are sources, ${read} read; last worker ended with ${code}, ${jobs.length} jobs left, ${faults} faults`,
      );
      return {
        kills,
        kills_of_database: ofDatabase.times,
        acknowledged,
        lost: acknowledged - sources,
        unread: acknowledged - read,
        doubled: readTwice + storedTwice,
        jobs_left: jobs.length,
        verify_faults: faults,
      };
    } finally {
      await place.remove();
    }
  },
};
