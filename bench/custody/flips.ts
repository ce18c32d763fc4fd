/**
 * One bit of every byte of a small encrypted vault is flipped, one byte at a time, evenly sampled where there are more bytes
 * than asked for. What cannot be told must be provably unused: everything readable is the same before and after.
 */
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { FlipFigures, FlipOrders } from '../flip-child.ts';
import type { Context, Figures, Part } from './part.ts';
import { smallVault } from './small-vault.ts';

const CHILD = join(import.meta.dirname, '..', 'flip-child.ts');
const WORKERS = 2;
const SOURCES = 3;

/** In memory where the system has such a folder: a million openings wear no disk. */
function fastFolder(): string {
  return statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() === true ? '/dev/shm' : tmpdir();
}

async function run({ sizes, say }: Context): Promise<Figures> {
  const folder = join(fastFolder(), `onrecord-flips-${process.pid}`);
  try {
    const place = await smallVault(folder, SOURCES);
    if (place.master === null) throw new Error('The vault to flip is encrypted.');
    const files = filesBelow(place.dir);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const planned = sampled(files, sizes.flips);
    const count = planned.reduce((sum, { positions }) => sum + positions.length, 0);
    say(`${files.length} files, ${bytes} bytes; ${count} to flip, at most ${sizes.flipMinutes} minutes`);
    const { master } = place;
    const started = performance.now();
    const parts = await Promise.all(
      Array.from({ length: WORKERS }, (_, worker) => {
        const dir = join(folder, `copy-${worker}`);
        cpSync(place.dir, dir, { recursive: true });
        const share = planned.map(({ path, positions }) => ({
          path,
          positions: mixed(positions.filter((_position, at) => at % WORKERS === worker)),
        }));
        return flipIn({ dir, master, files: share, most: sizes.flipMinutes * 60_000 });
      }),
    );
    return figuresOf(parts, { bytes, seconds: (performance.now() - started) / 1000, say });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface File {
  readonly path: string;
  readonly size: number;
}

function filesBelow(dir: string): readonly File[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(dir, path), size: statSync(path).size }))
    .toSorted((a, b) => a.size - b.size);
}

/** Small files come first and whole; the largest, the database, gives what is left of the number. */
function sampled(files: readonly File[], most: number): FlipOrders['files'] {
  let left = most;
  return files.map(({ path, size }) => {
    const count = Math.max(1, Math.min(size, left));
    left -= count;
    return { path, positions: Array.from({ length: count }, (_, at) => Math.floor((at * size) / count)) };
  });
}

/** In an order that covers the whole file early, so that a run cut short is still spread evenly. */
function mixed(positions: readonly number[]): readonly number[] {
  return positions.toSorted((a, b) => scattered(a) - scattered(b));
}

/** Fibonacci hashing: neighbours end up far apart. */
function scattered(position: number): number {
  return Math.imul(position, 0x9e3779b1) >>> 0;
}

function flipIn(orders: FlipOrders): Promise<FlipFigures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD], { stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as FlipFigures);
      else reject(new Error(`A flipping process ended with ${code}`));
    });
    child.stdin.end(JSON.stringify(orders));
  });
}

function figuresOf(
  parts: readonly FlipFigures[],
  { bytes, seconds, say }: { readonly bytes: number; readonly seconds: number; say(line: string): void },
): Figures {
  const sum = (what: 'flips' | 'opening' | 'verify' | 'alone' | 'unused' | 'unnamed'): number =>
    parts.reduce((total, part) => total + part[what], 0);
  const undetected = parts.flatMap((part) => part.undetected);
  process.stderr.write('\n');
  say(
    `${sum('flips')} of ${bytes} bytes flipped in ${Math.round(seconds)} s (${Math.round(sum('flips') / seconds)}/s)`,
  );
  say(
    `told by opening ${sum('opening')}, by verify ${sum('verify')}, by reading the page or the bytes alone as verify does ${sum('alone')}`,
  );
  say(
    `not told: ${sum('unused')} provably unused, ${undetected.length} others; told without a name: ${sum('unnamed')}`,
  );
  for (const one of undetected.slice(0, 10)) say(`  UNDETECTED ${one}`);
  for (const part of parts)
    for (const [words, times] of Object.entries(part.unnamedMessages)) say(`  UNNAMED ${times} × ${words}`);
  return {
    flips: sum('flips'),
    undetected_flips: undetected.length,
    unused_flips: sum('unused'),
    unnamed_flips: sum('unnamed'),
    flips_of_bytes: bytes,
    flips_seconds: Math.round(seconds),
  };
}

export const FLIPS: Part = {
  name: 'flips',
  about: `One random bit of one byte at a time in every file of a cleanly closed encrypted vault of ${SOURCES} sources with their claims and a review; opened with its key, then verified; after the first in a page or a file, 49 of 50 only by reading that page's table or those bytes from the disk again, and all the way where that tells nothing. Every byte of vault.json and of the stored bytes; the database sampled evenly.`,
  sizes: ['flips', 'flipMinutes'],
  run,
};
