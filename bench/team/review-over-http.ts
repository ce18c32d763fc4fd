/** Reviewers over HTTP: accounts with sessions, one acceptance at a time, and what the log says of them in the end. */
import { type Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openTeamOf } from '../../src/compose/team-people.ts';
import { addAccount } from '../../src/desk/team/accounts.ts';
import { beginSession } from '../../src/desk/team/sessions.ts';
import { openVault } from '../../src/storage/vault.ts';
import type { Started, StartOptions, TeamPlace } from './team-place.ts';

/** The name under which the desk is reached. */
export const HOST = 'desk.example';
const ORIGIN = `https://${HOST}`;
/** Name of the cookie that holds a session. */
export const COOKIE = '__Host-onrecord';
/** Milliseconds after which an answer is given up. */
const LONGEST = 30_000;

/**
 * Starts a desk for a team.
 *
 * @example
 * const server = serveTeam(place, await freePort());
 */
export function serveTeam(place: TeamPlace, port: number, options: StartOptions = {}): Started {
  const proxied = ['--port', String(port), '--proxy-header', 'x-forwarded-for'];
  return place.start(['serve', '--team', '--public-address', ORIGIN, ...proxied], options);
}

/**
 * Makes accounts with a session each.
 *
 * @returns the secret of each session, as its cookie holds it
 * @example
 * const sessions = await signIn(place, 50);
 */
export async function signIn(place: TeamPlace, reviewers: number): Promise<readonly string[]> {
  const vault = await openVault(place.vault, { database: place.database });
  const team = await openTeamOf(vault, { database: place.database, record: null });
  const sessions: string[] = [];
  try {
    for (let number = 1; number <= reviewers; number += 1) {
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
      sessions.push((await beginSession(team, id, { device: 'bench' })).secret);
    }
  } finally {
    await team.store.close();
    await vault.close();
  }
  return sessions;
}

/** One reviewer at a desk. */
export interface Caller {
  readonly agent: Agent;
  readonly port: number;
  readonly session: string;
}

export interface Answer {
  readonly status: number;
  /** Milliseconds of the whole answer. */
  readonly ms: number;
}

/**
 * Accepts one claim.
 *
 * @throws Error when the connection breaks, or nothing is answered within half a minute
 * @example
 * (await accept({ agent, port, session }, claim)).status; // 200
 */
export function accept({ agent, port, session }: Caller, claim: string): Promise<Answer> {
  const body = JSON.stringify({ claims: [claim], decision: 'accepted', reason: null });
  const headers = {
    host: HOST,
    origin: ORIGIN,
    cookie: `${COOKIE}=${session}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-onrecord': '1',
    'x-forwarded-for': '192.0.2.1',
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ agent, host: '127.0.0.1', port, method: 'POST', path: '/api/claims/decisions', headers },
        timeout: LONGEST,
      },
      (answer) => {
        answer.resume();
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - began }));
      },
    );
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('No answer.')));
    asked.end(body);
  });
}

/**
 * Waits until the desk answers.
 *
 * @throws Error after two minutes
 * @example
 * await listening({ agent, port });
 */
export async function listening(desk: Omit<Caller, 'session'>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      await accept({ ...desk, session: 'none' }, 'clm_none');
      return;
    } catch {
      await pause(200);
    }
  }
  throw new Error('The desk did not start.');
}

export interface Decided {
  /** Decisions in the log, by claim. */
  readonly times: ReadonlyMap<string, number>;
  /** Differences that the full check finds, the head of the log and its signature among what it looks at. */
  readonly faults: number;
}

/**
 * Reads the whole log.
 *
 * @example
 * (await decided(place)).times.get(claim); // 1
 */
export async function decided(place: TeamPlace): Promise<Decided> {
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
