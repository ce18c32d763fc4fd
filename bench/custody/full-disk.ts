/**
 * A disk that becomes full while reports are captured into an encrypted vault: a small disk of its own, mounted for the run,
 * with a ballast of another size each time. What was acknowledged is there, the rest is not half there, and it goes on
 * when there is room. PostgreSQL has its data on such a disk in the same way.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalPostgres, startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { reportsIn, startCapturing } from './capturing.ts';
import type { Context, Figures, Part } from './part.ts';
import { newFolderPlace, newPostgresPlace, openPlace, type Place } from './places.ts';
import { type Acknowledged, soundness } from './soundness.ts';

const ROUNDS = 5;
const REPORTS = 400;

/** Bytes that are free when capturing begins; other ones each round, so that the disk fills at another step. */
const freeIn = (round: number): number => 1_200_000 + round * 137_000;

interface Outcome {
  readonly acknowledged: number;
  readonly lost: number;
  readonly half: number;
  readonly faults: number;
  /** Rounds that did not end with the error that names a full disk. */
  readonly otherErrors: readonly string[];
}

function mountDisk(megabytes: number): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', dir];
  if (spawnSync('mount', options).status === 0) return dir;
  rmdirSync(dir);
  return null;
}

function unmountDisk(dir: string): void {
  spawnSync('umount', ['-l', dir]);
  rmSync(dir, { recursive: true, force: true });
}

function fillUpTo(disk: string, free: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free)));
  return ballast;
}

/** One disk: until it is full, a look, and on with more room. */
async function untilFull(
  { folder, say }: Context,
  on: {
    readonly disk: string;
    readonly place: Place;
    readonly round: number;
    readonly name: string;
    madeRoom(): Promise<void>;
  },
): Promise<Outcome> {
  const { disk, place, round, name } = on;
  const ballast = fillUpTo(disk, freeIn(round));
  const reports = reportsIn(join(folder, `disk-${name}-${round}`), REPORTS, 5000 + round);
  const full = startCapturing(place, reports);
  await full.ended;
  const last = full.others().at(-1) ?? '';
  rmSync(ballast);
  await on.madeRoom();
  const acknowledged: Acknowledged[] = [...full.acknowledged()];
  const before = await lookAt(place, acknowledged);
  const more = reportsIn(join(folder, `disk-${name}-${round}-more`), 3, 6000 + round);
  const after = startCapturing(place, more);
  await after.ended;
  acknowledged.push(...after.acknowledged());
  const found = await lookAt(place, acknowledged);
  for (const one of [...before.faults, ...before.half, ...found.faults, ...found.half].slice(0, 5))
    say(`${name} FAULT on a full disk: ${one}`);
  const wentOn = after.acknowledged().length === 3;
  rmSync(reports, { recursive: true });
  rmSync(more, { recursive: true });
  return {
    acknowledged: acknowledged.length,
    lost: before.lost.length + found.lost.length,
    half: before.half.length + found.half.length,
    faults: before.faults.length + found.faults.length,
    otherErrors: [
      ...(last.startsWith('error disk-full') ? [] : [last]),
      ...(wentOn ? [] : [`did not go on: ${after.others().join(' ')}`]),
    ],
  };
}

async function lookAt(place: Place, acknowledged: readonly Acknowledged[]) {
  const desk = await openPlace(place);
  try {
    return await soundness(desk, acknowledged);
  } finally {
    await desk.close();
  }
}

async function vaultRounds(context: Context): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const disk = mountDisk(8);
    if (disk === null) return [];
    try {
      const place = await newFolderPlace(join(disk, 'vault'), 'encrypted');
      outcomes.push(
        await untilFull(context, { disk, place, round, name: 'vault', madeRoom: async () => undefined }),
      );
    } finally {
      unmountDisk(disk);
    }
  }
  return outcomes;
}

/** The server's own data lie on the small disk; the bytes of sources beside it. */
async function postgresRounds(context: Context): Promise<readonly Outcome[]> {
  const disk = mountDisk(640);
  if (disk === null) return [];
  let server: LocalPostgres | null = null;
  try {
    server = await startLocalPostgres({
      durable: true,
      dir: disk,
      settings: ['max_wal_size=64MB', 'min_wal_size=32MB', 'wal_recycle=off'],
    });
    const running = server;
    const outcomes: Outcome[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const base = join(context.folder, `disk-postgres-bytes-${round}`);
      mkdirSync(base, { recursive: true });
      const place = await newPostgresPlace(await server.createDatabase(), base);
      await (await openPlace(place)).close();
      outcomes.push(
        await untilFull(context, {
          disk,
          place,
          round,
          name: 'postgres',
          madeRoom: () => startAgain(running),
        }),
      );
      rmSync(base, { recursive: true });
    }
    return outcomes;
  } finally {
    await server?.stop();
    unmountDisk(disk);
  }
}

/** A server that found no room for its own log has ended itself; a person starts it again. */
async function startAgain(server: LocalPostgres): Promise<void> {
  await server.kill();
  await server.restart();
}

function summed(outcomes: readonly Outcome[]) {
  const sum = (what: 'acknowledged' | 'lost' | 'half' | 'faults'): number =>
    outcomes.reduce((total, one) => total + one[what], 0);
  const otherErrors = outcomes.flatMap((one) => one.otherErrors);
  return {
    rounds: outcomes.length,
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    half: sum('half'),
    faults: sum('faults'),
    other_errors: otherErrors.length,
  };
}

async function run(context: Context): Promise<Figures> {
  const outcomes = {
    vault: await vaultRounds(context),
    postgres: await postgresRounds(context).catch((error: unknown) => {
      context.say(`PostgreSQL on a full disk: NOT SHOWN, ${String(error)}`);
      return [];
    }),
  };
  for (const [name, all] of Object.entries(outcomes)) {
    if (all.length === 0)
      context.say(`SKIPPED ${name} on a full disk: this user may not mount a small one, or it did not start`);
    else context.say(`${name}: ${JSON.stringify(summed(all))}`);
    for (const error of all.flatMap(({ otherErrors }) => otherErrors))
      context.say(`  ${name} ended otherwise: ${error}`);
  }
  const all = [...outcomes.vault, ...outcomes.postgres];
  return {
    full_disk: { vault: summed(outcomes.vault), postgres: summed(outcomes.postgres) },
    full_disk_lost: summed(all).lost,
  };
}

export const FULL_DISK: Part = {
  name: 'full-disk',
  about:
    'The same process on a disk of 8 MB (tmpfs) that becomes full while it captures; PostgreSQL with its data on a disk of 640 MB filled to the last megabyte or two. The error must say that the disk is full, nothing acknowledged may be lost or half there, and three more reports are stored once there is room.',
  sizes: [],
  run,
};
