/**
 * What custody costs while capturing: the same reports, round about, into an encrypted vault, into one made with
 * --no-encryption (same log, same proofs), and past both (read, hash, bytes and text written as files and synchronised).
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

const REPORTS = 300;
const ROUNDS = 5;
const WAYS = ['encrypted', 'none', 'bare'] as const;
type Way = (typeof WAYS)[number];

/** Reports a second. */
async function rateOf(way: Way, reports: string, dir: string): Promise<number> {
  rmSync(dir, { recursive: true, force: true });
  const start = way === 'bare' ? await bareCapture(reports, dir) : await vaultCapture(way, reports, dir);
  const rate = REPORTS / ((performance.now() - start) / 1000);
  rmSync(dir, { recursive: true });
  return rate;
}

/** Gives when it began: making the vault is not counted. */
async function vaultCapture(way: 'encrypted' | 'none', reports: string, dir: string): Promise<number> {
  const desk = await openPlace(await newFolderPlace(dir, way));
  const start = performance.now();
  for await (const at of captureAll(desk, reports)) if (at < start) throw new Error('time runs backwards');
  await desk.close();
  return start;
}

async function bareCapture(reports: string, dir: string): Promise<number> {
  mkdirSync(dir, { recursive: true });
  const start = performance.now();
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
  const rates: Record<Way, number[]> = { encrypted: [], none: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const reports = reportsIn(join(base, `reports-${round}`), REPORTS, 300 + round);
    for (const way of WAYS) {
      const rate = await rateOf(way, reports, join(base, way));
      if (round > 0) rates[way].push(rate);
    }
    rmSync(reports, { recursive: true });
  }
  const middle = (way: Way): number => percentile(rates[way], 0.5);
  for (const way of WAYS)
    say(
      `${way.padEnd(10)} ${rounded(middle(way))} reports/s (${rates[way].map((rate) => rounded(rate)).join(' ')})`,
    );
  const ratio = rounded(middle('encrypted') / middle('none'), 2);
  const bare = rounded(middle('encrypted') / middle('bare'), 2);
  say(`encrypted over not encrypted ${ratio}; encrypted with log over neither (files only) ${bare}`);
  return { capture_ratio: ratio, capture_ratio_bare: bare, capture_per_second: rounded(middle('encrypted')) };
}

export const CAPTURE_COST: Part = {
  name: 'capture',
  about: `${REPORTS} synthetic reports of about 600 words, other ones each round, ${ROUNDS} rounds after one that is not counted, three ways in turn; middle rates. "bare" keeps no log, no tables, no index and no metadata: hashed, read, written, synchronised.`,
  sizes: [],
  run,
};
