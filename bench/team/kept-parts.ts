/** What each part of the team bench told, kept in a folder: a run that was stopped goes on, and parts that were run apart are put together. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Part, Sizes } from './part.ts';

/** What one part told. */
export interface KeptPart {
  readonly part: string;
  /** Of the sizes that the part goes by. */
  readonly sizes: Partial<Sizes>;
  /** Of the program; null: not known. */
  readonly commit: string | null;
  /** UTC, to the second. */
  readonly at: string;
  readonly seconds: number;
  /** Of the machine when it ended, over a minute. */
  readonly load: number;
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * The sizes that a part goes by.
 *
 * @example
 * sizesOf(KILLS, sizes); // { kills: 100 }
 */
export function sizesOf({ uses }: Part, sizes: Sizes): Partial<Sizes> {
  return Object.fromEntries(uses.map((name) => [name, sizes[name]]));
}

/**
 * What was kept of a part; null where nothing was, or where sizes or program were others.
 *
 * @param commit null: whichever program told it
 * @example
 * keptPart('bench/kept/team', { part: KILLS, sizes, commit: 'a1b2c3d' });
 */
export function keptPart(
  folder: string,
  { part, sizes, commit }: { readonly part: Part; readonly sizes: Sizes; readonly commit: string | null },
): KeptPart | null {
  const path = join(folder, `${part.name}.json`);
  if (!existsSync(path)) return null;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptPart;
  if (JSON.stringify(kept.sizes) !== JSON.stringify(sizesOf(part, sizes))) return null;
  return commit === null || kept.commit === commit ? kept : null;
}

/**
 * Runs a part and keeps what it told, whole or not at all.
 *
 * @throws whatever the part does
 * @example
 * const { figures } = await runPart('bench/kept/team', { part: KILLS, sizes, commit: null }, console.log);
 */
export async function runPart(
  folder: string,
  { part, sizes, commit }: { readonly part: Part; readonly sizes: Sizes; readonly commit: string | null },
  say: (line: string) => void,
): Promise<KeptPart> {
  const began = performance.now();
  const figures = await part.run(sizes, say);
  const kept: KeptPart = {
    part: part.name,
    sizes: sizesOf(part, sizes),
    commit,
    at: new Date().toISOString().replace(/\.\d+/u, ''),
    seconds: Math.round((performance.now() - began) / 1000),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    figures,
  };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${part.name}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return kept;
}
