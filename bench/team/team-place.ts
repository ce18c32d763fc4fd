/** A vault whose record lies in a PostgreSQL of its own, and the command line over it. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256Hex } from '../../src/crypto/sha256.ts';
import { type LocalPostgres, startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { syntheticReports } from '../synthetic-reports.ts';

const BIN = fileURLToPath(new URL('../../bin/onrecord.mjs', import.meta.url));
/** Sets a process's clock by CLOCK_AHEAD. */
const SKEWED = new URL('./skewed-clock.mjs', import.meta.url).href;

/** A command that runs. */
export interface Started {
  readonly pid: number;
  kill(): void;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** What it wrote on standard output so far. */
  said(): string;
}

/** How a command is started. */
export interface StartOptions {
  /** Address of the database, for example by way of a proxy; absent: the server itself. */
  readonly database?: string;
  /** Milliseconds by which its clock is ahead; negative: behind. Absent: it is right. */
  readonly ahead?: number;
}

export interface TeamPlace {
  readonly server: LocalPostgres;
  readonly vault: string;
  readonly database: string;
  /** Whether its vault was made just now. */
  readonly isNew: boolean;
  /** Runs one command and gives its JSON. `database` as in `StartOptions`. */
  json(args: readonly string[], options?: Pick<StartOptions, 'database'>): unknown;
  /** Starts one command. */
  start(args: readonly string[], options?: StartOptions): Started;
  /** Ends what was started and is not at its end, and removes everything that is not kept. */
  remove(): Promise<void>;
}

/**
 * Makes an empty one, on a server that waits for the disk. What was started is gone with this process, however that ends.
 *
 * @param options `on`: a folder in which everything lies, the server's tables, too; `kept`: one in which it stays, and of which what
 *   lies there is used again; temporary ones when absent. `settings` of the server, as `name=value`
 * @example
 * const place = await newTeamPlace();
 */
export async function newTeamPlace({
  on,
  kept,
  settings = [],
}: {
  readonly on?: string;
  readonly kept?: string;
  readonly settings?: readonly string[];
} = {}): Promise<TeamPlace> {
  const dir = kept ?? mkdtempSync(join(on ?? tmpdir(), 'onrecord-team-'));
  const lies = on === undefined ? {} : { dir: on };
  const stays = kept === undefined ? lies : { kept: join(kept, 'server') };
  const server = await startLocalPostgres({ durable: true, settings, ...stays });
  const watchdog = watch(kept === undefined ? dir : null);
  const vault = join(dir, 'vault');
  const isNew = !existsSync(vault);
  const database = isNew ? await server.createDatabase() : server.url('t1');
  const env = { ...process.env, ONRECORD_VAULT: vault, ONRECORD_DATABASE: database, ONRECORD_AGENT: '' };
  const json: TeamPlace['json'] = (args, { database: by = database } = {}) =>
    JSON.parse(
      execFileSync(process.execPath, [BIN, ...args, '--json'], {
        cwd: dir,
        env: { ...env, ONRECORD_DATABASE: by },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      }),
    );
  if (isNew) json(['init', '--no-encryption']);
  const children = new Set<ReturnType<typeof spawn>>();
  return {
    server,
    vault,
    database,
    isNew,
    json,
    start: (args, { database: by = database, ahead = 0 } = {}) => {
      const skewed = ahead === 0 ? [] : ['--import', SKEWED];
      const child = spawn(process.execPath, [...skewed, BIN, ...args], {
        cwd: dir,
        env: { ...env, ONRECORD_DATABASE: by, CLOCK_AHEAD: String(ahead) },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      watchdog.note(child.pid ?? 0);
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      children.add(child);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      void ended.then(() => children.delete(child));
      return {
        pid: child.pid ?? 0,
        kill: () => void child.kill('SIGKILL'),
        ended,
        said: () => Buffer.concat(chunks).toString(),
      };
    },
    remove: async () => {
      for (const child of children) child.kill('SIGKILL');
      await server.stop();
      if (kept === undefined) rmSync(dir, { recursive: true, force: true });
      watchdog.end();
    },
  };
}

/**
 * The same vault over another database of its server.
 *
 * @example
 * handReportsIn(placeOver(place, place.server.url('s10000')), { count: 200, seed: 1 });
 */
export function placeOver(place: TeamPlace, database: string): TeamPlace {
  return {
    ...place,
    database,
    json: (args, options) => place.json(args, { database, ...options }),
    start: (args, options) => place.start(args, { database, ...options }),
  };
}

/**
 * Waits for the end of its input, which comes with the end of this process, then ends what is still there of what was started, and
 * removes the folder. A number that the system has given to another program since is told by its command line.
 */
function watch(dir: string | null): { note(pid: number): void; end(): void } {
  const script =
    'all=""; while read -r pid; do all="$all $pid"; done; for pid in $all; do grep -qs onrecord "/proc/$pid/cmdline" && kill -9 "$pid" 2>/dev/null; done; [ -z "$1" ] || rm -rf "$1"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', dir ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  const { stdin } = watchdog;
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return {
    note: (pid) => void stdin?.write(`${pid}\n`),
    end: () => void watchdog.kill('SIGKILL'),
  };
}

/** How reports are written: their number, where their chance begins, and their length. */
interface ReportsOrder {
  readonly count: number;
  readonly seed: number;
  readonly paragraphs?: number;
}

/**
 * Hands reports in, and gives how many were acknowledged. What stands between their claims is each report's own; every fifth is
 * a copy of an earlier one in another outlet.
 *
 * @throws Error when they are refused
 * @example
 * handReportsIn(place, { count: 100, seed: 1 }); // 100
 */
export function handReportsIn(place: TeamPlace, order: ReportsOrder): number {
  const folder = join(place.vault, '..', `reports-${order.seed}`);
  try {
    writeReports(folder, order);
    return (place.json(['jobs', 'add', 'intake', folder]) as { readonly files: number }).files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same, where it may be refused: gives the SHA-256 of the bytes of each file that was acknowledged.
 *
 * @example
 * handHashedIn(place, { count: 3, seed: 1 }); // ['9f86…', …]; [] when they were refused
 */
export function handHashedIn(place: TeamPlace, order: ReportsOrder): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-reports-'));
  try {
    const hashes = writeReports(join(folder, 'reports'), order);
    const { files } = place.json(['jobs', 'add', 'intake', join(folder, 'reports')]) as { files: number };
    if (files !== hashes.length) throw new Error(`Of ${hashes.length} files ${files} were acknowledged.`);
    return hashes;
  } catch (error) {
    // Ended with a fault: nothing was acknowledged.
    if (error instanceof Error && 'status' in error) return [];
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeReports(folder: string, { count, seed, ...shape }: ReportsOrder): readonly string[] {
  mkdirSync(folder);
  const hashes: string[] = [];
  for (const report of syntheticReports(count, seed, { filler: 'own', copyEvery: 5, ...shape })) {
    writeFileSync(join(folder, report.fileName), report.bytes);
    hashes.push(sha256Hex(report.bytes));
  }
  return hashes;
}
