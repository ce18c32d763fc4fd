/** Many reviewers decide at the same time, two of them in real browsers: how long an acceptance takes, and that each counts once. */
import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { openVault } from '../../src/storage/vault.ts';
import { type Part, percentile, rounded } from './part.ts';
import { openBrowserReviewers, READS, type Reviewed, type ToReview } from './review-in-browsers.ts';
import { accept, type Caller, decided, freePort, listening, serveTeam, signIn } from './review-over-http.ts';
import { spent } from './spent.ts';
import { handReportsIn, newTeamPlace, type TeamPlace } from './team-place.ts';

const REVIEWERS = 50;
/** Of them, in a browser. */
const IN_BROWSERS = 2;
/** Reports that are read before, for each minute; each gives some twenty claims, and nobody runs out of them. */
const REPORTS_A_MINUTE = 60;
/** Every so many-th report is for a browser: nobody else decides on it. */
const FOR_BROWSERS = 10;

/** What each decides on. */
interface Shares {
  readonly claims: readonly string[];
  readonly reports: readonly ToReview[];
}

async function sharesOf(place: TeamPlace): Promise<Shares> {
  const vault = await openVault(place.vault, { readOnly: true, database: place.database });
  const all = await vault.store.utterances({ statuses: ['proposed'] });
  await vault.close();
  const bySource = [...Map.groupBy(all, ({ source }) => source)];
  const isTheirs = (_: unknown, at: number): boolean => at % FOR_BROWSERS === 0;
  return {
    claims: bySource
      .filter((one, at) => !isTheirs(one, at))
      .flatMap(([, own]) => own.map(({ claim }) => claim)),
    reports: bySource.filter(isTheirs).map(([source, own]) => ({ source, claims: own.length })),
  };
}

/** One who asks over HTTP, as a page would. */
async function review(
  caller: Caller,
  { claims, until }: { readonly claims: readonly string[]; readonly until: number },
): Promise<Reviewed> {
  const acknowledged: string[] = [];
  const times: number[] = [];
  const others: number[] = [];
  for (const claim of claims) {
    await pause(READS[0] + Math.random() * (READS[1] - READS[0]));
    if (performance.now() > until) break;
    const { status, ms } = await accept(caller, claim);
    times.push(ms);
    if (status === 200) acknowledged.push(claim);
    else others.push(status);
  }
  return { acknowledged, times, others };
}

function together(all: readonly Reviewed[]): Reviewed {
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    times: all.flatMap(({ times }) => times),
    others: all.flatMap(({ others }) => others),
  };
}

/** The part. */
export const REVIEWING: Part = {
  name: 'reviewers',
  about: `${REVIEWERS} reviewers, each with an account and a session, accept claims at one serve --team, each ${READS[0] / 1000} to ${READS[1] / 1000} s after the answer before: ${IN_BROWSERS} in a browser each, with a key in the reading room, through a proxy with TLS; the others over HTTP. Every claim is given to one of them. The time is that of the whole answer; in browsers, from the key on. In the end every decision that was acknowledged must stand in the log once, and the full check find nothing.`,
  run: async ({ minutes }, say) => {
    const place = await newTeamPlace();
    const agent = new Agent({ keepAlive: true, maxSockets: REVIEWERS });
    const port = await freePort();
    const browsers = await openBrowserReviewers(port);
    try {
      handReportsIn(place, { count: REPORTS_A_MINUTE * minutes, seed: 31 });
      await place.start(['worker', '--once', '--only', 'intake,propose']).ended;
      const { claims, reports } = await sharesOf(place);
      const sessions = await signIn(place, REVIEWERS);
      const before = spent(place.server.pid);
      const server = serveTeam(place, port);
      await listening({ agent, port });
      const until = performance.now() + minutes * 60_000;
      const inBrowsers = browsers === null ? 0 : IN_BROWSERS;
      const others = sessions.slice(inBrowsers);
      const [shown, asked] = await Promise.all([
        Promise.all(
          sessions.slice(0, inBrowsers).map((session, at) =>
            browsers?.review(
              session,
              reports.filter((_, n) => n % inBrowsers === at),
              until,
            ),
          ),
        ),
        Promise.all(
          others.map((session, at) =>
            review(
              { agent, port, session },
              { claims: claims.filter((_, n) => n % others.length === at), until },
            ),
          ),
        ),
      ]);
      server.kill();
      await server.ended;
      const after = spent(place.server.pid);
      const seen = together(shown.filter((one) => one !== undefined));
      const all = together([seen, ...asked]);
      const { times: logged, faults } = await decided(place);
      const lost = all.acknowledged.filter((claim) => !logged.has(claim)).length;
      const doubled = [...logged.values()].filter((count) => count > 1).length;
      const p95 = rounded(percentile(all.times, 0.95));
      const p95Shown = rounded(percentile(seen.times, 0.95));
      say(
        `${all.acknowledged.length} acceptances in ${minutes} min, ${seen.acknowledged.length} of them in ${inBrowsers} browsers: half below ${rounded(percentile(all.times, 0.5))} ms, 95 of 100 below ${p95} ms, in browsers ${p95Shown} ms from the key; ${all.others.length} other answers (${[...new Set(all.others)].join(', ')}), ${lost} lost, ${doubled} doubled, ${faults} faults; load ${loadavg()[0]?.toFixed(1)}`,
      );
      if (before !== null && after !== null)
        say(
          `  ${rounded((after.workers - before.workers) / all.times.length)} ms CPU an acceptance in the desk, start included, ${rounded((after.database - before.database) / all.times.length)} ms in PostgreSQL`,
        );
      return {
        reviewers: REVIEWERS,
        browsers: inBrowsers,
        accepted: all.acknowledged.length,
        accepted_in_browsers: seen.acknowledged.length,
        accept_p95_ms: p95,
        accept_in_browser_p95_ms: p95Shown,
        refused: all.others.length,
        lost_decisions: lost,
        doubled_decisions: doubled,
        review_faults: faults,
      };
    } finally {
      agent.destroy();
      await browsers?.close();
      await place.remove();
    }
  },
};
