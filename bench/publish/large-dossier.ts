/**
 * A dossier of a large record, made as a person makes it: invented reports are taken in through the real desk, and `onrecord dossier`
 * runs in a process of its own. What lies in the folder already is used again.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface LargeDossier {
  /** Folder of the pages. */
  readonly pages: string;
  readonly claims: number;
  readonly propositions: number;
  readonly files: number;
  /** From the start of the process to its end: by the clock, and of processor time. Seconds. */
  readonly buildSeconds: number;
  readonly cpuSeconds: number;
  /** Peak resident memory of the process, MB (10^6 bytes). */
  readonly peakMb: number;
}

/**
 * Makes it.
 *
 * @example
 * const { buildSeconds } = await largeDossier('/tmp/x', 1000);
 */
export async function largeDossier(folder: string, articles: number): Promise<LargeDossier> {
  const told = join(folder, `large-${articles}.json`);
  if (existsSync(told)) return JSON.parse(await readFile(told, 'utf8')) as LargeDossier;
  const built = JSON.parse(
    execFileSync(process.execPath, [join(ROOT, 'bench', 'build-vault.ts'), folder, String(articles)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')
      .at(-1) ?? '{}',
  ) as { readonly claims: number; readonly propositions: number };
  const pages = join(folder, 'large');
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      join(import.meta.dirname, 'tell-cost.mjs'),
      join(ROOT, 'bin', 'onrecord.mjs'),
      'dossier',
      '--vault',
      join(folder, 'vault'),
      '--include-proposed',
      '--out',
      pages,
      '--json',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore', 'pipe'], maxBuffer: 1e8 },
  );
  const buildSeconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`onrecord dossier ended with ${run.status}`);
  const cost = JSON.parse(run.output[3] ?? '{}') as { readonly cpuSeconds: number; readonly peakMb: number };
  const { files } = JSON.parse(run.stdout) as { readonly files: number };
  const large: LargeDossier = {
    pages,
    claims: built.claims,
    propositions: built.propositions,
    files,
    buildSeconds,
    cpuSeconds: cost.cpuSeconds,
    peakMb: cost.peakMb,
  };
  await writeFile(told, JSON.stringify(large));
  return large;
}
