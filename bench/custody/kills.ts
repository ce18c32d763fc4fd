/**
 * `kill -9` of a process that captures, at random moments: on the encrypted vault, and on PostgreSQL, where the client, the
 * server's process behind it, or the whole server is killed. After each kill the record is opened anew and looked at.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalPostgres, startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { type Capturing, pause, reportsIn, startCapturing } from './capturing.ts';
import type { Context, Figures, Part } from './part.ts';
import { newFolderPlace, newPostgresPlace, openPlace, type Place } from './places.ts';
import { type Acknowledged, soundness } from './soundness.ts';

/** Rounds on one record before a new one is begun, so that checking all of it stays quick. */
const ROUNDS_EACH = 10;
const REPORTS_EACH = 60;
/** Milliseconds after the first acknowledgement, at most: about as long as a round's reports take. */
const LATEST = 700;
/** Milliseconds that the server has to come back by itself after the loss of one of its processes. */
const RECOVERY = 20_000;
/** Milliseconds that the capturing process has to end after what serves it was struck. */
const NOTICING = 60_000;
/** Starts of a server that did not come back: what is left of the old one may be in the way for a moment. */
const STARTS = 5;

interface Tally {
  kills: number;
  acknowledged: number;
  /** Stored though the process was killed before it could say so. */
  unspoken: number;
  lost: number;
  half: number;
  faults: number;
  /** Kills that came after a child had done everything. */
  late: number;
}

/** What is killed in a round. */
type Victim = (round: number) => 'client' | 'backend' | 'server';

interface Store {
  readonly name: string;
  readonly context: Context;
  readonly victim: Victim;
  fresh(number: number): Promise<Place>;
  /** Ends what serves the client; resolves when the record can be opened again. */
  strike(victim: 'backend' | 'server'): Promise<void>;
}

async function killOn(store: Store): Promise<Tally> {
  const { context, name } = store;
  const { kills } = context.sizes;
  const tally: Tally = { kills: 0, acknowledged: 0, unspoken: 0, lost: 0, half: 0, faults: 0, late: 0 };
  const folder = join(context.folder, `kills-${name}`);
  let place = await store.fresh(0);
  let acknowledged: Acknowledged[] = [];
  for (let round = 0; round < kills; round += 1) {
    if (round > 0 && round % ROUNDS_EACH === 0) {
      place = await store.fresh(round);
      acknowledged = [];
    }
    const reports = reportsIn(join(folder, `round-${round}`), REPORTS_EACH, 1000 + round);
    acknowledged.push(...(await strikeOnce(store, { place, reports, round, tally })));
    rmSync(reports, { recursive: true });
    await judge(store, { place, acknowledged, round, tally });
    if ((round + 1) % ROUNDS_EACH === 0 || round + 1 === kills)
      context.say(
        `${name}: ${round + 1} of ${kills} kills, ${tally.acknowledged} files acknowledged, ${tally.lost} lost`,
      );
  }
  return tally;
}

async function strikeOnce(
  { victim, strike, context }: Store,
  { place, reports, round, tally }: { place: Place; reports: string; round: number; tally: Tally },
): Promise<readonly Acknowledged[]> {
  const capturing = startCapturing(place, reports);
  await capturing.first;
  await pause(Math.random() * LATEST);
  const whom = victim(round);
  const done = capturing.others().includes('done');
  if (whom === 'client') capturing.child.kill('SIGKILL');
  else await strike(whom);
  await endOf(capturing, context.say);
  tally.kills += 1;
  tally.late += done ? 1 : 0;
  const trouble = whom === 'client' ? capturing.others().find((line) => line !== 'done') : undefined;
  if (trouble !== undefined) throw new Error(`The capturing process failed before it was killed: ${trouble}`);
  return capturing.acknowledged();
}

async function judge(
  { context, name }: Store,
  {
    place,
    acknowledged,
    round,
    tally,
  }: { place: Place; acknowledged: readonly Acknowledged[]; round: number; tally: Tally },
): Promise<void> {
  const desk = await openPlace(place);
  const found = await soundness(desk, acknowledged);
  await desk.close();
  tally.lost += found.lost.length;
  tally.half += found.half.length;
  tally.faults += found.faults.length;
  for (const one of [...found.lost, ...found.half, ...found.faults].slice(0, 5))
    context.say(`${name} FAULT after kill ${round + 1}: ${one}`);
  const lastOfPlace = (round + 1) % ROUNDS_EACH === 0 || round + 1 === context.sizes.kills;
  if (!lastOfPlace) return;
  tally.acknowledged += acknowledged.length;
  tally.unspoken += found.sources - acknowledged.length;
}

function folderStore(context: Context): Store {
  const base = join(context.folder, 'kills-vault');
  rmSync(base, { recursive: true, force: true });
  let last: string | null = null;
  return {
    name: 'vault',
    context,
    victim: () => 'client',
    fresh: (number) => {
      if (last !== null) rmSync(last, { recursive: true });
      last = join(base, `vault-${number}`);
      return newFolderPlace(last, 'encrypted');
    },
    strike: async () => undefined,
  };
}

function postgresStore(context: Context, server: LocalPostgres): Store {
  const base = join(context.folder, 'kills-postgres');
  rmSync(base, { recursive: true, force: true });
  return {
    name: 'postgres',
    context,
    victim: (round) =>
      round % 10 === 3 || round % 10 === 6 ? 'backend' : round % 10 === 9 ? 'server' : 'client',
    fresh: async (number) => newPostgresPlace(await server.createDatabase(), join(base, `record-${number}`)),
    strike: async (victim) => {
      if (victim === 'server') {
        await server.kill();
        await startAgain(server, STARTS);
        return;
      }
      const sql =
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
      for (const { pid } of await server.run(sql)) process.kill(Number(pid), 'SIGKILL');
      await answering(server, context.say);
    },
  };
}

/**
 * After the loss of one process PostgreSQL starts all of them anew. When it does not come back, the server is ended and
 * started again, as an operator would: nothing acknowledged may be lost by that either.
 */
async function answering(server: LocalPostgres, say: Context['say']): Promise<void> {
  const latest = Date.now() + RECOVERY;
  while (Date.now() < latest) {
    await pause(50);
    const up = server.run('SELECT 1').then(
      () => true,
      () => false,
    );
    if (await Promise.race([up, pause(RECOVERY).then(() => false)])) return;
  }
  say(`PostgreSQL did not come back within ${RECOVERY / 1000} s of losing a process: it is started again`);
  await server.kill();
  await startAgain(server, STARTS);
}

async function startAgain(server: LocalPostgres, tries: number): Promise<void> {
  try {
    await server.restart();
  } catch (error) {
    if (tries <= 1) throw error;
    await pause(1000);
    await startAgain(server, tries - 1);
  }
}

/** Waits for the end of the capturing process; one that does not notice what happened is ended. */
async function endOf(capturing: Capturing, say: Context['say']): Promise<void> {
  const timer = setTimeout(() => {
    say(`The capturing process did not end within ${NOTICING / 1000} s of the strike: it is killed as well`);
    capturing.child.kill('SIGKILL');
  }, NOTICING);
  await capturing.ended;
  clearTimeout(timer);
}

async function run(context: Context): Promise<Figures> {
  const vault = await killOn(folderStore(context));
  const server = await startLocalPostgres({ durable: true }).catch((error: unknown) => {
    context.say(`SKIPPED PostgreSQL: ${String(error)}`);
    return null;
  });
  let postgres: Tally | null = null;
  if (server !== null) {
    try {
      postgres = await killOn(postgresStore(context, server));
    } finally {
      await server.stop();
    }
  }
  for (const [name, tally] of Object.entries({ vault, postgres })) {
    if (tally === null) continue;
    context.say(
      `${name}: ${tally.kills} kills, ${tally.acknowledged} files acknowledged, ${tally.unspoken} stored and not yet acknowledged; lost ${tally.lost}, half there ${tally.half}, faults of verify ${tally.faults}; ${tally.late} kills came too late`,
    );
  }
  const all = [vault, ...(postgres === null ? [] : [postgres])];
  const sum = (what: keyof Tally): number => all.reduce((total, tally) => total + tally[what], 0);
  return {
    kills: sum('kills'),
    lost: sum('lost'),
    half_sources: sum('half'),
    kill_faults: sum('faults'),
    kills_each: { vault, postgres },
  };
}

export const KILLS: Part = {
  name: 'kills',
  about:
    'A process captures reports into an encrypted record and acknowledges each; it is killed with -9 at a random moment. Then: every acknowledged file is there with the same bytes, no source lacks a part, the check of the record finds nothing. On PostgreSQL 7 of 10 kills hit the client, 2 the server process behind it, 1 the whole server.',
  sizes: ['kills'],
  run,
};
