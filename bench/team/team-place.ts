/** A vault whose record lies in a PostgreSQL of its own, and the command line over it. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalPostgres, startLocalPostgres } from '../../test/fixtures/local-postgres.ts';
import { syntheticReports } from '../synthetic-reports.ts';

const BIN = fileURLToPath(new URL('../../bin/onrecord.mjs', import.meta.url));

/** A command that runs. */
export interface Started {
  kill(): void;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** What it wrote on standard output so far. */
  said(): string;
}

export interface TeamPlace {
  readonly server: LocalPostgres;
  readonly vault: string;
  readonly database: string;
  /** Runs one command and gives its JSON. */
  json(args: readonly string[]): unknown;
  /** Starts one command. */
  start(args: readonly string[]): Started;
  /** Ends what was started and is not at its end, and removes everything. */
  remove(): Promise<void>;
}

/**
 * Makes an empty one, on a server that waits for the disk.
 *
 * @example
 * const place = await newTeamPlace();
 */
export async function newTeamPlace(): Promise<TeamPlace> {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-team-'));
  const server = await startLocalPostgres({ durable: true });
  const database = await server.createDatabase();
  const vault = join(dir, 'vault');
  const env = { ...process.env, ONRECORD_VAULT: vault, ONRECORD_DATABASE: database, ONRECORD_AGENT: '' };
  const json = (args: readonly string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, [BIN, ...args, '--json'], {
        cwd: dir,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      }),
    );
  json(['init', '--no-encryption']);
  const children = new Set<ReturnType<typeof spawn>>();
  return {
    server,
    vault,
    database,
    json,
    start: (args) => {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: dir,
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      children.add(child);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      void ended.then(() => children.delete(child));
      return {
        kill: () => void child.kill('SIGKILL'),
        ended,
        said: () => Buffer.concat(chunks).toString(),
      };
    },
    remove: async () => {
      for (const child of children) child.kill('SIGKILL');
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Hands reports in, and gives how many were acknowledged. What stands between their claims is each report's own; every fifth is
 * a copy of an earlier one in another outlet.
 *
 * @example
 * handReportsIn(place, { count: 100, seed: 1 }); // 100
 */
export function handReportsIn(
  place: TeamPlace,
  { count, seed, ...shape }: { count: number; seed: number; paragraphs?: number },
): number {
  const folder = join(place.vault, '..', `reports-${seed}`);
  mkdirSync(folder);
  for (const { fileName, bytes } of syntheticReports(count, seed, { filler: 'own', copyEvery: 5, ...shape }))
    writeFileSync(join(folder, fileName), bytes);
  const { files } = place.json(['jobs', 'add', 'intake', folder]) as { readonly files: number };
  rmSync(folder, { recursive: true });
  return files;
}
