/**
 * A torn last write: a process is killed while it captures, then the end of the write-ahead log is cut off or overwritten at
 * a random point, and a file of bytes left half-written, as a power cut could leave them. Opening must give the record as
 * it was after some whole entry, or name the damage; nothing of what was checkpointed may be missing.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnRecordError } from '../../src/record/onrecord-error.ts';
import { pause, reportsIn, startCapturing } from './capturing.ts';
import type { Context, Figures, Part } from './part.ts';
import { newFolderPlace, openPlace, type Place } from './places.ts';
import { soundness } from './soundness.ts';

/** Processes killed; of what each leaves, this many copies are torn. */
const KILLS = 10;
const TEARS = 10;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

interface Tally {
  tears: number;
  /** Opened, with all entries or with fewer, and everything there is whole. */
  whole: number;
  /** Opened with all that was acknowledged, though the last transaction was torn. */
  kept: number;
  /** Refused, with words that say so. */
  named: number;
  /** Anything else: what may not be. */
  wrong: number;
}

/** Where the last transaction of the log begins: the place behind the last but one frame that ends one. */
function lastTransaction(wal: string): { readonly from: number; readonly to: number } {
  const content = readFileSync(wal);
  const page = content.readUInt32BE(8);
  const salt = content.subarray(16, 24);
  let [from, to] = [WAL_HEADER, WAL_HEADER];
  for (let at = WAL_HEADER; at + FRAME_HEADER + page <= content.length; at += FRAME_HEADER + page) {
    if (!content.subarray(at + 8, at + 16).equals(salt)) break;
    if (content.readUInt32BE(at + 4) === 0) continue;
    from = to;
    to = at + FRAME_HEADER + page;
  }
  return { from, to };
}

/** In the last transaction, or anywhere in the log; cut or overwritten. */
function tear(wal: string, how: number): 'last' | 'anywhere' {
  const { from, to } = lastTransaction(wal);
  const last = how % 2 === 0;
  const begin = last ? from : WAL_HEADER;
  const at = begin + Math.floor(Math.random() * Math.max(1, to - begin));
  if (how % 4 < 2) truncateSync(wal, at);
  else {
    const content = readFileSync(wal);
    randomBytes(Math.min(512, content.length - at)).copy(content, at);
    writeFileSync(wal, content);
  }
  return last ? 'last' : 'anywhere';
}

async function killedVault({ folder }: Context, number: number) {
  const base = join(folder, `torn-${number}`);
  rmSync(base, { recursive: true, force: true });
  const place = await newFolderPlace(join(base, 'vault'), 'encrypted');
  const reports = reportsIn(join(base, 'reports'), 60, 8000 + number);
  const capturing = startCapturing(place, reports);
  await capturing.first;
  await pause(50 + Math.random() * 500);
  capturing.child.kill('SIGKILL');
  await capturing.ended;
  return { base, place, acknowledged: capturing.acknowledged() };
}

async function run(context: Context): Promise<Figures> {
  const tally: Tally = { tears: 0, whole: 0, kept: 0, named: 0, wrong: 0 };
  for (let number = 0; number < KILLS; number += 1) {
    const { base, place, acknowledged } = await killedVault(context, number);
    if (place.database !== null) continue;
    for (let how = 0; how < TEARS; how += 1) {
      const dir = join(base, 'copy');
      rmSync(dir, { recursive: true, force: true });
      cpSync(place.dir, dir, { recursive: true });
      const wal = join(dir, 'data-1', 'record.sqlite-wal');
      rmSync(`${wal.slice(0, -4)}-shm`, { force: true });
      if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) <= WAL_HEADER) continue;
      const where = tear(wal, how);
      leaveHalfWritten(dir);
      await judge(context, { tally, place: { ...place, dir }, where, acknowledged });
    }
    rmSync(base, { recursive: true });
  }
  const { tears, whole, kept, named, wrong } = tally;
  context.say(
    `${tears} torn copies: ${whole} opened whole (${kept} of them with everything acknowledged but the last transaction or better), ${named} refused with words, ${wrong} otherwise`,
  );
  return { torn: tally };
}

function leaveHalfWritten(dir: string): void {
  const incoming = join(dir, 'data-1', 'blobs', 'incoming');
  mkdirSync(incoming, { recursive: true });
  writeFileSync(join(incoming, '00000000-0000-4000-8000-000000000000'), randomBytes(700));
}

async function judge(
  { say }: Context,
  torn: {
    readonly tally: Tally;
    readonly place: Place;
    readonly where: 'last' | 'anywhere';
    readonly acknowledged: Parameters<typeof soundness>[1];
  },
): Promise<void> {
  const { tally, place, where, acknowledged } = torn;
  tally.tears += 1;
  try {
    const desk = await openPlace(place);
    try {
      const { lost, half, faults } = await soundness(desk, acknowledged);
      const sound = half.length === 0 && faults.length === 0 && (where === 'anywhere' || lost.length <= 1);
      tally.whole += sound ? 1 : 0;
      tally.kept += sound && lost.length <= 1 ? 1 : 0;
      tally.wrong += sound ? 0 : 1;
      if (!sound)
        say(
          `WRONG after a tear (${where}): lost ${lost.length}; ${[...half, ...faults].slice(0, 3).join('; ')}`,
        );
    } finally {
      await desk.close();
    }
  } catch (error) {
    const named = error instanceof OnRecordError;
    tally.named += named ? 1 : 0;
    tally.wrong += named ? 0 : 1;
    if (!named) say(`WRONG after a tear: ${String(error)}`);
  }
}

export const TORN_WRITE: Part = {
  name: 'torn-write',
  about: `What ${KILLS} killed processes left, each copied ${TEARS} times; the write-ahead log of each copy is cut or overwritten at a random point: half of them within the last transaction (a torn last write: at most that one may go), half anywhere (what no disk that keeps its word does: entries then go from the end, never from the middle). A half-written file lies in incoming/. After opening, everything that is there must be whole.`,
  sizes: [],
  run,
};
