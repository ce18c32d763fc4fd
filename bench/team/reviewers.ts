/** Many reviewers decide at the same time, two of them in real browsers: how long an acceptance takes, and that each counts once. */
import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { openVault } from '../../src/storage/vault.ts';
import { freePort } from '../../test/fixtures/free-port.ts';
import { type Part, percentile, rounded } from './part.ts';
import {
  type BrowserReviewers,
  openBrowserReviewers,
  READS,
  type Reviewed,
  type ToReview,
} from './review-in-browsers.ts';
import { accept, type Caller, decided, listening, serveTeam, signIn } from './review-over-http.ts';
import { spentBy, spentByDatabase } from './spent.ts';
import { handReportsIn, newTeamPlace, type TeamPlace } from './team-place.ts';

const REVIEWERS = 50;
/** Of them, in a browser. */
const IN_BROWSERS = 2;
/** Milliseconds for which they decide without reading, in the end. */
const RUSHING = 10_000;
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

interface Asking {
  readonly claims: readonly string[];
  /** Of `performance.now()`. */
  readonly until: number;
  /** Whether nothing is read between two decisions. */
  readonly rushing: boolean;
}

/** One who asks over HTTP, as a page would. */
async function review(caller: Caller, { claims, until, rushing }: Asking): Promise<Reviewed> {
  const acknowledged: string[] = [];
  const times: number[] = [];
  const others: number[] = [];
  for (const claim of claims) {
    if (!rushing) await pause(READS[0] + Math.random() * (READS[1] - READS[0]));
    if (performance.now() > until) break;
    const { status, ms } = await accept(caller, claim);
    times.push(ms);
    if (status === 200) acknowledged.push(claim);
    else others.push(status);
  }
  return { acknowledged, times, others, stuck: [] };
}

function together(all: readonly Reviewed[]): Reviewed {
  return {
    acknowledged: all.flatMap(({ acknowledged }) => acknowledged),
    times: all.flatMap(({ times }) => times),
    others: all.flatMap(({ others }) => others),
    stuck: all.flatMap(({ stuck }) => stuck),
  };
}

interface Desk {
  readonly agent: Agent;
  readonly port: number;
}

/** All at once, each on claims of their own; the first ones in browsers. */
async function reviewTogether(
  { agent, port }: Desk,
  { sessions, shares, browsers, until }: Reviewers,
): Promise<{ readonly shown: readonly Reviewed[]; readonly asked: readonly Reviewed[] }> {
  const inBrowsers = browsers === null ? 0 : IN_BROWSERS;
  const others = sessions.slice(inBrowsers);
  const [shown, asked] = await Promise.all([
    Promise.all(
      sessions.slice(0, inBrowsers).flatMap((session, at) => {
        const reports = shares.reports.filter((_, n) => n % inBrowsers === at);
        return browsers === null ? [] : browsers.review(session, reports, until);
      }),
    ),
    Promise.all(
      others.map((session, at) => {
        const claims = shares.claims.filter((_, n) => n % others.length === at);
        return review({ agent, port, session }, { claims, until, rushing: false });
      }),
    ),
  ]);
  return { shown, asked };
}

interface Reviewers {
  readonly sessions: readonly string[];
  readonly shares: Shares;
  readonly browsers: BrowserReviewers | null;
  readonly until: number;
}

/** What the desk and the database carry: everybody decides without reading, on what is left. */
async function rush(
  { agent, port }: Desk,
  { sessions, claims }: { readonly sessions: readonly string[]; readonly claims: readonly string[] },
): Promise<Reviewed & { readonly perSecond: number }> {
  const began = performance.now();
  const rushed = await Promise.all(
    sessions.map((session, at) =>
      review(
        { agent, port, session },
        {
          claims: claims.filter((_, n) => n % sessions.length === at),
          until: began + RUSHING,
          rushing: true,
        },
      ),
    ),
  );
  const all = together(rushed);
  return { ...all, perSecond: rounded(all.times.length / ((performance.now() - began) / 1000)) };
}

/** The part. */
export const REVIEWING: Part = {
  name: 'reviewers',
  uses: ['minutes', 'reports'],
  about: `${REVIEWERS} reviewers, each with an account and a session, accept claims at one serve --team, each ${READS[0] / 1000} to ${READS[1] / 1000} s after the answer before, as one who reads the sentence (together some ${Math.round((REVIEWERS * 2000) / (READS[0] + READS[1]))} decisions a second): ${IN_BROWSERS} in a browser each, with a key in the reading room, through a proxy with TLS; the others over HTTP. Every claim is given to one of them. The time is that of the whole answer; in browsers, from the key on. Then all but those in browsers decide for ${RUSHING / 1000} s without reading: what the machine carries. In the end every decision that was acknowledged must stand in the log once, and the full check find nothing.`,
  run: async ({ minutes, reports }, say) => {
    const place = await newTeamPlace();
    const agent = new Agent({ keepAlive: true, maxSockets: REVIEWERS });
    let browsers: BrowserReviewers | null = null;
    try {
      handReportsIn(place, { count: reports * minutes, seed: 31 });
      const code = await place.start(['worker', '--once', '--only', 'intake,propose']).ended;
      if (code !== 0) throw new Error(`The worker ended with ${code}.`);
      const shares = await sharesOf(place);
      say(`  ${shares.claims.length} claims and ${shares.reports.length} reports for browsers are ready`);
      const sessions = await signIn(place, REVIEWERS);
      const port = await freePort();
      const server = serveTeam(place, port);
      const desk = { agent, port };
      await listening(desk);
      browsers = await openBrowserReviewers(port);
      if (browsers === null) say('  no browser could be started: all of them ask over HTTP');
      const before = { desk: spentBy(server.pid), database: spentByDatabase(place.server.pid) };
      const until = performance.now() + minutes * 60_000;
      const { shown, asked } = await reviewTogether(desk, { sessions, shares, browsers, until });
      const after = { desk: spentBy(server.pid), database: spentByDatabase(place.server.pid) };
      const busy = loadavg()[0] ?? 0;
      const seen = together(shown);
      const all = together([seen, ...asked]);
      for (const stuck of all.stuck) say(`  STUCK in a browser: ${stuck}`);
      const taken = new Set(all.acknowledged);
      const left = shares.claims.filter((claim) => !taken.has(claim));
      const rushed = await rush(desk, { sessions: sessions.slice(IN_BROWSERS), claims: left });
      server.kill();
      await server.ended;
      const { times: logged, faults } = await decided(place);
      const acknowledged = [...all.acknowledged, ...rushed.acknowledged];
      const lost = acknowledged.filter((claim) => !logged.has(claim)).length;
      const doubled = [...logged.values()].filter((count) => count > 1).length;
      const refused = [...all.others, ...rushed.others];
      const p95 = rounded(percentile(all.times, 0.95));
      const p95Shown = rounded(percentile(seen.times, 0.95));
      const rate = rounded(all.times.length / (minutes * 60));
      say(
        `${all.acknowledged.length} acceptances in ${minutes} min (${rate} a second), ${seen.acknowledged.length} of them in ${shown.length} browsers: half below ${rounded(percentile(all.times, 0.5))} ms, 95 of 100 below ${p95} ms, in browsers ${p95Shown} ms from the key; ${refused.length} other answers (${[...new Set(refused)].join(', ')}), ${all.stuck.length} pages stuck; load ${busy.toFixed(1)}`,
      );
      say(
        `  without reading: ${rushed.perSecond} decisions a second, 95 of 100 below ${rounded(percentile(rushed.times, 0.95))} ms`,
      );
      say(
        `  ${acknowledged.length} decisions acknowledged, ${lost} lost, ${doubled} doubled, ${faults} faults`,
      );
      const cpu = (from: number | null, to: number | null): number =>
        rounded(((to ?? 0) - (from ?? 0)) / all.times.length);
      say(
        `  ${cpu(before.desk, after.desk)} ms CPU an acceptance in the desk, the pages of the browsers included, ${cpu(before.database, after.database)} ms in PostgreSQL`,
      );
      return {
        reviewers: REVIEWERS,
        browsers: shown.length,
        browser_pages_stuck: all.stuck.length,
        accepted: all.acknowledged.length,
        accepted_in_browsers: seen.acknowledged.length,
        accepted_per_second: rate,
        accept_p95_ms: p95,
        accept_in_browser_p95_ms: p95Shown,
        accept_per_second_at_most: rushed.perSecond,
        accept_cpu_ms: rounded(cpu(before.desk, after.desk) + cpu(before.database, after.database)),
        accept_load: rounded(busy),
        refused: refused.length,
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
