/**
 * A torn last write on PostgreSQL: every process of the server is killed with -9 while a client captures, then the end of the
 * write-ahead log is cut or overwritten, or the second half of a table's page, as a power cut could leave them. After the
 * server has recovered, everything acknowledged must be there; of a tear inside the last commit record itself, which a disk
 * that keeps its word has already written, that one transaction may be gone.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LocalPostgres, startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { pause, reportsIn, startCapturing } from './capturing.ts';
import type { Context, Figures, Part } from './part.ts';
import { newPostgresPlace, openPlace, type Place } from './places.ts';
import { type Acknowledged, soundness } from './soundness.ts';
import { leftInSegment, overwriteWal, readWalTail } from './wal-tail.ts';

/** Servers killed; what each leaves is torn this many times. */
const KILLS = 5;
const WAYS = ['behind', 'behind', 'page', 'last'] as const;
type Way = (typeof WAYS)[number];
const PAGE = 8192;

interface Tally {
  tears: number;
  /** Everything acknowledged is there and whole. */
  kept: number;
  /** All whole, one transaction gone: only after a tear inside the last commit record. */
  oneGone: number;
  wrong: number;
  acknowledged: number;
}

/** All at once, so that none can write what another has in hand. */
async function killAll(server: LocalPostgres): Promise<void> {
  const parent = server.pid;
  const children = readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && parentOf(name) === parent);
  for (const pid of [parent, ...children.map(Number)]) kill(pid);
  await server.kill();
  for (const pid of children) while (statSync(`/proc/${pid}`, { throwIfNoEntry: false })) await pause(5);
}

function parentOf(pid: string): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return Number(after.split(' ')[1]);
  } catch {
    return 0;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

/** In words, what was torn. */
function tear(data: string, way: Way, number: number): string {
  const { redo, commits, end } = readWalTail(data);
  const last = commits.at(-1) ?? end;
  if (way === 'page') return tearPage(data, redo);
  const from = way === 'last' ? last - 8 : last;
  const at = from + Math.floor(Math.random() * Math.max(1, (way === 'last' ? last : end) - from));
  const zeros = number % 2 === 0;
  overwriteWal(data, at, zeros ? Buffer.alloc(leftInSegment(at)) : randomBytes(512));
  return `${zeros ? 'cut' : 'overwritten'} ${at - last} bytes behind the last commit, ${end - last} of them written`;
}

/** The second half of a page written since the last checkpoint: the log holds it whole. */
function tearPage(data: string, redo: number): string {
  const found: { readonly path: string; readonly at: number }[] = [];
  for (const folder of readdirSync(join(data, 'base')))
    for (const name of readdirSync(join(data, 'base', folder))) {
      if (!/^\d+(\.\d+)?$/u.test(name)) continue;
      const path = join(data, 'base', folder, name);
      const content = readFileSync(path);
      for (let at = 0; at + PAGE <= content.length; at += PAGE) {
        const lsn = content.readUInt32LE(at) * 2 ** 32 + content.readUInt32LE(at + 4);
        if (lsn > redo) found.push({ path, at });
      }
    }
  const page = found[Math.floor(Math.random() * found.length)];
  if (page === undefined) return 'no page was written since the last checkpoint';
  const handle = openSync(page.path, 'r+');
  writeSync(handle, randomBytes(PAGE / 2), 0, undefined, page.at + PAGE / 2);
  closeSync(handle);
  return `half a page of ${found.length} written since the last checkpoint`;
}

async function killedServer(context: Context, server: LocalPostgres, number: number) {
  const base = join(context.folder, `torn-postgres-${number}`);
  rmSync(base, { recursive: true, force: true });
  const place = await newPostgresPlace(await server.createDatabase(), join(base, 'vault'));
  const reports = reportsIn(join(base, 'reports'), 60, 9000 + number);
  const capturing = startCapturing(place, reports);
  await capturing.first;
  await pause(50 + Math.random() * 700);
  await killAll(server);
  capturing.child.kill('SIGKILL');
  await capturing.ended;
  return { base, place, acknowledged: capturing.acknowledged() };
}

async function tornRecord(
  context: Context,
  { server, place, acknowledged, tally }: Round,
  way: Way,
  what: string,
): Promise<void> {
  await server.restart();
  const desk = await openPlace(place);
  const { lost, half, faults } = await soundness(desk, acknowledged);
  await desk.close();
  tally.tears += 1;
  const allowed = way === 'last' ? 1 : 0;
  const sound = half.length === 0 && faults.length === 0 && lost.length <= allowed;
  if (sound && lost.length === 0) tally.kept += 1;
  else if (sound) tally.oneGone += 1;
  else tally.wrong += 1;
  if (!sound)
    context.say(
      `WRONG (${way}: ${what}): lost ${lost.length}; ${[...half, ...faults].slice(0, 3).join('; ')}`,
    );
}

interface Round {
  readonly server: LocalPostgres;
  readonly place: Place;
  readonly acknowledged: readonly Acknowledged[];
  readonly tally: Tally;
}

async function run(context: Context): Promise<Figures> {
  const tally: Tally = { tears: 0, kept: 0, oneGone: 0, wrong: 0, acknowledged: 0 };
  const server = await startLocalPostgres({ durable: true }).catch((error: unknown) => {
    context.say(`SKIPPED: ${String(error)}`);
    return null;
  });
  if (server === null) return { torn_postgres: null };
  try {
    const [setting] = await server.run('SHOW data_directory');
    const data = String(setting?.data_directory);
    const wal = join(dirname(data), 'wal');
    for (let number = 0; number < KILLS; number += 1) {
      const { base, place, acknowledged } = await killedServer(context, server, number);
      tally.acknowledged += acknowledged.length;
      const kept = join(dirname(data), 'kept');
      execFileSync('cp', ['-a', data, wal, '--target-directory', makeFolder(kept)]);
      for (const [at, way] of WAYS.entries()) {
        const what = tear(data, way, at + number);
        if (number === 0) context.say(`${way}: ${what}`);
        await tornRecord(context, { server, place, acknowledged, tally }, way, what);
        await killAll(server);
        for (const folder of [data, wal]) rmSync(folder, { recursive: true });
        execFileSync('cp', [
          '-a',
          join(kept, 'data'),
          join(kept, 'wal'),
          '--target-directory',
          dirname(data),
        ]);
      }
      rmSync(kept, { recursive: true });
      rmSync(base, { recursive: true });
      await server.restart();
    }
  } finally {
    await server.stop();
  }
  const { tears, kept, oneGone, wrong, acknowledged } = tally;
  context.say(
    `${KILLS} servers killed, ${acknowledged} files acknowledged; ${tears} torn copies: ${kept} with everything acknowledged, ${oneGone} without the transaction whose commit record was torn, ${wrong} otherwise`,
  );
  return { torn_postgres: tally };
}

function makeFolder(path: string): string {
  execFileSync('mkdir', ['-p', path]);
  return path;
}

export const TORN_POSTGRES: Part = {
  name: 'torn-postgres',
  about: `All processes of ${KILLS} PostgreSQL servers killed with -9 while a client captured; of what each left, ${WAYS.length} copies are torn: two behind the last commit record (the write that was under way), one in half a table page written since the last checkpoint, one inside the last commit record. Simulated on the files that the killed server left: no power was cut, and what a disk holds back in its own cache is not seen. After recovery the record and all bytes are checked.`,
  sizes: [],
  run,
};
