/**
 * What breaks beside killed processes: lines that are cut, a disk that is full, clocks that are wrong, an instance that a newer one has
 * outgrown. Each by itself, over a team at work.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CuttingProxy, cuttingProxy } from '../../src/storage/postgres/fixtures/cutting-proxy.ts';
import type { Part } from './part.ts';
import { type Settled, type StandingWork, standingWork, type WorkOptions } from './standing-work.ts';
import { newTeamPlace, type TeamPlace } from './team-place.ts';

/** Files read before, and handed in before every disturbance. */
const WORK = { readBefore: 20, each: 2 } as const;
/** Milliseconds between two disturbances at most. */
const LONGEST = 3000;
/** Milliseconds for which a disk stays full, and an older instance stands beside a newer one. */
const LASTS = 8000;
/** Milliseconds by which clocks of the workers and the desk are ahead. */
const AHEAD = [2 * 3_600_000, -3 * 3_600_000, 11 * 60_000] as const;

type Disturb = (work: StandingWork, place: TeamPlace) => Promise<void>;

interface Kind {
  readonly name: string;
  readonly times: number;
  readonly options?: Partial<WorkOptions>;
  readonly disturb: Disturb;
}

async function under(place: TeamPlace, { times, options = {}, disturb }: Kind): Promise<Settled> {
  const work = await standingWork(place, { ...WORK, ...options });
  try {
    for (let time = 0; time < times; time += 1) {
      work.hand();
      await pause(Math.random() * LONGEST);
      await disturb(work, place);
      await work.look();
    }
    return await work.settle();
  } finally {
    work.stop();
  }
}

/** In turn: before the server hears of a COMMIT, after it heard and before the answer, all lines, and nobody let in for a while. */
async function cutLines(times: number): Promise<Settled> {
  const place = await newTeamPlace();
  const proxy: CuttingProxy = await cuttingProxy(place.database);
  try {
    let nth = 0;
    return await under(place, {
      name: 'lines',
      times,
      options: { worker: () => ({ database: proxy.url }), desk: { database: proxy.url } },
      disturb: async () => {
        nth += 1;
        if (nth % 4 === 1) proxy.arm('before');
        else if (nth % 4 === 2) proxy.arm('after');
        else if (nth % 4 === 3) proxy.cutAll();
        else await proxy.refuse(1500);
      },
    });
  } finally {
    await proxy.stop();
    await place.remove();
  }
}

/** A disk of its own for tables, vault and files that wait; null where this user may not mount one. */
function smallDisk(): { readonly dir: string; remove(): void } | null {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0711', 'tmpfs', dir]).status !== 0) {
    rmSync(dir, { recursive: true });
    return null;
  }
  chmodSync(dir, 0o711);
  return {
    dir,
    remove: () => {
      spawnSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Until nothing more goes in. */
function fillUp(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of [Buffer.alloc(1 << 20), Buffer.alloc(4096)])
      for (;;) if (writeSync(file, piece) < piece.length) break;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

async function fillDisk(times: number): Promise<Settled | null> {
  const disk = smallDisk();
  if (disk === null) return null;
  const place = await newTeamPlace({ on: disk.dir });
  try {
    const ballast = join(disk.dir, 'ballast');
    return await under(place, {
      name: 'disk',
      times,
      disturb: async (work) => {
        fillUp(ballast);
        work.hand();
        await pause(LASTS);
        rmSync(ballast);
      },
    });
  } finally {
    await place.remove();
    disk.remove();
  }
}

async function skewClocks(times: number): Promise<Settled> {
  const place = await newTeamPlace();
  try {
    return await under(place, {
      name: 'clocks',
      times,
      options: { worker: (nth) => ({ ahead: AHEAD[nth - 1] ?? 0 }), desk: { ahead: AHEAD[2] } },
      disturb: async (work) => {
        work.one.kill();
        await pause(LONGEST);
      },
    });
  } finally {
    await place.remove();
  }
}

/** What the older instances did while the newer schema stood. */
interface Outgrown {
  readonly settled: Settled;
  /** Entries that they wrote meanwhile. */
  readonly written: number;
  /** Workers that ended by themselves. */
  readonly ended: number;
}

/** The newer program is played: it takes the gate and writes the number of a schema that this one does not know. */
async function outgrow(times: number): Promise<Outgrown> {
  const place = await newTeamPlace();
  const database = new URL(place.database).pathname.slice(1);
  let written = 0;
  const ended = new Set<unknown>();
  try {
    const settled = await under(place, {
      name: 'versions',
      times,
      disturb: async (work, { server }) => {
        const length = async () =>
          Number((await server.run('SELECT max(seq) AS n FROM onrecord.log', database))[0]?.n);
        await server.run(
          "BEGIN; SELECT moved FROM onrecord.append_gate FOR UPDATE; INSERT INTO onrecord.schema_version VALUES (99, 'later'); COMMIT",
          database,
        );
        const before = await length();
        work.hand();
        await pause(LASTS);
        written += (await length()) - before;
        for (const each of [work.one, work.two])
          if (each.codes.some((code) => code !== null)) ended.add(each);
        await server.run('DELETE FROM onrecord.schema_version WHERE version = 99', database);
      },
    });
    return { settled, written, ended: ended.size };
  } finally {
    await place.remove();
  }
}

/** The part. */
export const FAULTS: Part = {
  name: 'faults',
  uses: ['disturbances'],
  about: `The same team at work as for the kills, under other faults, each by itself: lines to the database cut by a proxy (before the server hears of a COMMIT, after it and before the answer, all at once, nobody let in for 1.5 s); the disk of tables, vault and waiting files full for ${LASTS / 1000} s; clocks of the workers two hours ahead and three behind, of the desk eleven minutes ahead; the schema of the tables raised by a newer program (played: its number is written under the gate) while this one runs, for ${LASTS / 1000} s, in which it must write nothing.`,
  run: async ({ disturbances }, say) => {
    const few = Math.max(1, Math.round(disturbances / 5));
    const cut = await cutLines(disturbances);
    say(`${disturbances} cuts: ${cut.text}`);
    const disk = await fillDisk(few);
    say(
      disk === null
        ? 'disk: this user may not mount a small one: not shown'
        : `${few} times full: ${disk.text}`,
    );
    const clocks = await skewClocks(few);
    say(`wrong clocks: ${clocks.text}`);
    const { settled, written, ended } = await outgrow(few);
    say(
      `${few} times outgrown: ${written} entries written meanwhile, ${ended} of 2 workers ended by themselves; ${settled.text}`,
    );
    const all = [cut, clocks, settled, ...(disk === null ? [] : [disk])];
    const sum = (of: (one: Settled) => number): number => all.reduce((total, one) => total + of(one), 0);
    return {
      faults_cuts: disturbances,
      ...(disk === null ? {} : { faults_disk_full: few }),
      faults_clocks: AHEAD.length,
      faults_outgrown: few,
      faults_outgrown_written: written,
      faults_acknowledged: sum((one) => one.files + one.decisions),
      faults_lost: sum((one) => one.lost),
      faults_doubled: sum((one) => one.doubled),
      faults_jobs_left: sum((one) => one.jobsLeft),
      faults_verify: sum((one) => one.faults),
    };
  },
};
