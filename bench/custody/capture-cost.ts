/**
 * What custody costs while capturing: the same reports, round about, into an encrypted vault, into one made with
 * --no-encryption (same log, same proofs), into the same tables, index and files of bytes with neither encryption nor log,
 * and past all of it (read, hash, bytes and text written as files and synchronised).
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openReader } from '../../src/compose.ts';
import { sha256Hex } from '../../src/crypto/sha256.ts';
import { syncFolder } from '../../src/storage/blobs/sync-folder.ts';
import { captureAll } from '../take-in.ts';
import { reportsIn } from './capturing.ts';
import { type Context, type Figures, type Part, percentile, rounded } from './part.ts';
import { newFolderPlace, openPlace } from './places.ts';
import { newUnloggedDesk } from './unlogged-desk.ts';

const REPORTS = 100;
const ROUNDS = 15;
const WAYS = ['encrypted', 'none', 'unlogged', 'bare'] as const;
type Way = (typeof WAYS)[number];

interface Lap {
  /** Reports a second. */
  readonly rate: number;
  /** Milliseconds of processor time for a report, of all threads: hardly moved by what else the machine does. */
  readonly work: number;
}

async function lapOf(way: Way, reports: string, dir: string): Promise<Lap> {
  rmSync(dir, { recursive: true, force: true });
  const from = way === 'bare' ? await bareCapture(reports, dir) : await vaultCapture(way, reports, dir);
  const { user, system } = process.cpuUsage(from.used);
  const rate = REPORTS / ((performance.now() - from.at) / 1000);
  rmSync(dir, { recursive: true });
  return { rate, work: (user + system) / 1000 / REPORTS };
}

interface Start {
  /** Milliseconds. */
  readonly at: number;
  readonly used: NodeJS.CpuUsage;
}

const startNow = (): Start => ({ at: performance.now(), used: process.cpuUsage() });

/** Gives when it began: making the vault is not counted. */
async function vaultCapture(way: Exclude<Way, 'bare'>, reports: string, dir: string): Promise<Start> {
  const desk =
    way === 'unlogged' ? await newUnloggedDesk(dir) : await openPlace(await newFolderPlace(dir, way));
  const start = startNow();
  for await (const at of captureAll(desk, reports)) if (at < start.at) throw new Error('time runs backwards');
  await desk.close();
  return start;
}

async function bareCapture(reports: string, dir: string): Promise<Start> {
  mkdirSync(dir, { recursive: true });
  const start = startNow();
  const reader = await openReader();
  for (const name of readdirSync(reports)) {
    const bytes = readFileSync(join(reports, name));
    const [document] = await reader.read(bytes, name);
    await writeSynced(join(dir, sha256Hex(bytes)), bytes);
    const text = document?.text?.content ?? '';
    await writeSynced(join(dir, `${sha256Hex(text)}.txt`), text);
    await syncFolder(dir);
  }
  await reader.close();
  return start;
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

async function run({ folder, say }: Context): Promise<Figures> {
  const base = join(folder, 'capture-cost');
  const laps: Record<Way, Lap[]> = { encrypted: [], none: [], unlogged: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const reports = reportsIn(join(base, `reports-${round}`), REPORTS, 300 + round);
    // Each round begins with another way, so that none is always the first.
    for (const way of [...WAYS.slice(round % WAYS.length), ...WAYS.slice(0, round % WAYS.length)]) {
      const lap = await lapOf(way, reports, join(base, way));
      if (round > 0) laps[way].push(lap);
    }
    rmSync(reports, { recursive: true });
  }
  const rates = (way: Way): readonly number[] => laps[way].map(({ rate }) => rate);
  const work = (way: Way): number =>
    percentile(
      laps[way].map((lap) => lap.work),
      0.5,
    );
  for (const way of WAYS)
    say(
      `${way.padEnd(10)} ${rounded(percentile(rates(way), 0.5))} reports/s (${rates(way)
        .map((rate) => Math.round(rate))
        .join(' ')}), ${rounded(work(way))} ms of processor time each`,
    );
  const over = (way: Way): number =>
    rounded(
      percentile(
        rates('encrypted').map((rate, round) => rate / (rates(way)[round] ?? 0)),
        0.5,
      ),
      2,
    );
  say(
    `with encryption and log over neither ${over('unlogged')}; over the log alone ${over('none')}; over bare files ${over('bare')}`,
  );
  return {
    capture_ratio: over('unlogged'),
    capture_ratio_work: rounded(work('unlogged') / work('encrypted'), 2),
    capture_ratio_encryption: over('none'),
    capture_ratio_bare: over('bare'),
    capture_per_second: rounded(percentile(rates('encrypted'), 0.5)),
  };
}

export const CAPTURE_COST: Part = {
  name: 'capture',
  about: `${REPORTS} synthetic reports of about 600 words, other ones each round, ${ROUNDS} rounds after one that is not counted, four ways in turn; the middle of the ratios within a round. "none" is a vault without encryption, with the log. "unlogged" is the same use case into the same tables, index and files of bytes, without encryption and without all work of the log and its guards: capture_ratio is against it. "bare" keeps no tables, no index and no metadata either: hashed, read, written, synchronised.`,
  sizes: [],
  run,
};
