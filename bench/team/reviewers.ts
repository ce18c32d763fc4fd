/** Many reviewers decide at the same time, each signed in, over HTTP: how long an acceptance takes, and that each counts once. */
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { openTeamOf } from '../../src/compose/team-people.ts';
import { addAccount } from '../../src/desk/team/accounts.ts';
import { beginSession } from '../../src/desk/team/sessions.ts';
import { openVault } from '../../src/storage/vault.ts';
import { type Part, percentile, rounded } from './part.ts';
import { handReportsIn, newTeamPlace, type TeamPlace } from './team-place.ts';

const REVIEWERS = 50;
/** Reports that are read before, for each minute; each gives some twenty claims, and nobody runs out of them. */
const REPORTS_A_MINUTE = 60;
const HOST = 'desk.example';
const ORIGIN = `https://${HOST}`;
const PORT = 18_473;
/** Milliseconds that a reviewer reads before the next decision, at least and at most. */
const READS = [1000, 5000] as const;

/** Accounts with a session each; gives their cookies. */
async function signIn(place: TeamPlace): Promise<readonly string[]> {
  const vault = await openVault(place.vault, { database: place.database });
  const team = await openTeamOf(vault, { database: place.database, record: null });
  const cookies: string[] = [];
  try {
    for (let number = 1; number <= REVIEWERS; number += 1) {
      const id = team.newId('account');
      await addAccount(team, {
        id,
        name: `Reviewer ${number}`,
        roles: ['reviewer'],
        clearance: 'sealed',
        state: 'active',
        passphrase: null,
        codes: null,
        passkeys: [],
        outside: null,
        createdAt: new Date().toISOString(),
      });
      cookies.push(`__Host-onrecord=${(await beginSession(team, id, { device: 'bench' })).secret}`);
    }
  } finally {
    await team.store.close();
    await vault.close();
  }
  return cookies;
}

interface Answer {
  readonly status: number;
  readonly ms: number;
}

function accept(agent: Agent, cookie: string, claim: string): Promise<Answer> {
  const body = JSON.stringify({ claims: [claim], decision: 'accepted', reason: null });
  const headers = {
    host: HOST,
    origin: ORIGIN,
    cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-onrecord': '1',
    'x-forwarded-for': '192.0.2.1',
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: '127.0.0.1', port: PORT, method: 'POST', path: '/api/claims/decisions', headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function listening(agent: Agent): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      await accept(agent, 'none', 'clm_none');
      return;
    } catch {
      await pause(200);
    }
  }
  throw new Error('The desk did not start.');
}

/** Decisions of the log by claim. */
async function decided(place: TeamPlace): Promise<{ times: Map<string, number>; faults: number }> {
  const vault = await openVault(place.vault, { readOnly: true, database: place.database });
  const times = new Map<string, number>();
  try {
    for await (const { body } of vault.store.log())
      if (body?.action === 'claim-reviewed') times.set(body.claim, (times.get(body.claim) ?? 0) + 1);
    return { times, faults: (await vault.store.check()).length };
  } finally {
    await vault.close();
  }
}

/** The part. */
export const REVIEWING: Part = {
  name: 'reviewers',
  about: `${REVIEWERS} reviewers, each with an account and a session, accept claims over HTTP at one serve --team, each ${READS[0] / 1000} to ${READS[1] / 1000} s after the answer before; every claim is given to one of them. The time is that of the whole answer. In the end every decision that was acknowledged must stand in the log once, and the full check find nothing.`,
  run: async ({ minutes }, say) => {
    const place = await newTeamPlace();
    const agent = new Agent({ keepAlive: true, maxSockets: REVIEWERS });
    try {
      handReportsIn(place, { count: REPORTS_A_MINUTE * minutes, seed: 31 });
      await place.start(['worker', '--once', '--only', 'intake,propose']).ended;
      const vault = await openVault(place.vault, { readOnly: true, database: place.database });
      const claims = (await vault.store.utterances({ statuses: ['proposed'] })).map(({ claim }) => claim);
      await vault.close();
      const cookies = await signIn(place);
      const server = place.start([
        ...['serve', '--team', '--public-address', ORIGIN, '--port', String(PORT)],
        ...['--proxy-header', 'x-forwarded-for'],
      ]);
      await listening(agent);
      const until = performance.now() + minutes * 60_000;
      const acknowledged: string[] = [];
      const times: number[] = [];
      const others: number[] = [];
      const review = async (cookie: string, own: readonly string[]): Promise<void> => {
        for (const claim of own) {
          await pause(READS[0] + Math.random() * (READS[1] - READS[0]));
          if (performance.now() > until) return;
          const { status, ms } = await accept(agent, cookie, claim);
          times.push(ms);
          if (status === 200) acknowledged.push(claim);
          else others.push(status);
        }
      };
      await Promise.all(
        cookies.map((cookie, at) =>
          review(
            cookie,
            claims.filter((_, n) => n % REVIEWERS === at),
          ),
        ),
      );
      server.kill();
      await server.ended;
      const { times: logged, faults } = await decided(place);
      const lost = acknowledged.filter((claim) => !logged.has(claim)).length;
      const doubled = [...logged.values()].filter((count) => count > 1).length;
      const p95 = rounded(percentile(times, 0.95));
      say(
        `${acknowledged.length} acceptances in ${minutes} min: half below ${rounded(percentile(times, 0.5))} ms, 95 of 100 below ${p95} ms; ${others.length} other answers (${[...new Set(others)].join(', ')}), ${lost} lost, ${doubled} doubled, ${faults} faults; load ${loadavg()[0]?.toFixed(1)}`,
      );
      return {
        reviewers: REVIEWERS,
        accepted: acknowledged.length,
        accept_p95_ms: p95,
        refused: others.length,
        lost_decisions: lost,
        doubled_decisions: doubled,
        review_faults: faults,
      };
    } finally {
      agent.destroy();
      await place.remove();
    }
  },
};
