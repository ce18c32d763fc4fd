/**
 * A compartment of many cases and documents: from passphrase to usable list, search, memory; each in a fresh process. Figures:
 * `unlock_ms` from the member's passphrase to the list of all cases, the median of five processes, `unlock_cpu_ms` the same of
 * processor time, `passphrase_ms` of that Argon2id; `index_ms` making the search index after the list is usable; `search_ms`
 * 95 of 100 searches take no longer; `rss_mb` the most memory of any process, MiB; `case_faults` cases that did not open.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtectPart } from '../protect.ts';
import { makeLarge, type Wanted } from './large-compartment.ts';

const CHILD = join(import.meta.dirname, 'open-child.ts');
const RUNS = 5;

export const casesPart: ProtectPart = async ({ cases, documents, keep }) => {
  const dir = keep ?? (await mkdtemp(join(tmpdir(), 'onrecord-protect-')));
  try {
    const { master, made } = await largeIn(dir, { cases, documents });
    console.log(
      `${cases} invented cases with ${cases * documents} documents, sealed in an encrypted vault${made}; then opened by ${RUNS} fresh processes, one after the other.`,
    );
    const runs = Array.from({ length: RUNS }, () => {
      const out = execFileSync(process.execPath, [CHILD, dir, master], { encoding: 'utf8' });
      console.log(`  ${out.trim()}`);
      return JSON.parse(out) as Readonly<Record<string, number>>;
    });
    const sorted = (name: string): readonly number[] =>
      runs.map((run) => Number(run[name])).toSorted((a, b) => a - b);
    const median = (name: string): number => sorted(name)[Math.floor(RUNS / 2)] ?? Number.NaN;
    const most = (name: string): number => sorted(name).at(-1) ?? Number.NaN;
    return {
      cases: median('cases'),
      case_documents: cases * documents,
      case_faults: most('faults'),
      unlock_ms: median('unlock_ms'),
      unlock_cpu_ms: median('unlock_cpu_ms'),
      passphrase_ms: median('passphrase_ms'),
      index_ms: median('index_ms'),
      search_ms: median('search_ms'),
      search_max_ms: most('search_max_ms'),
      rss_mb: most('rss_mb'),
    };
  } finally {
    if (keep === null) await rm(dir, { recursive: true, force: true });
  }
};

/** The compartment in a folder, made there unless one of this size is kept there. */
async function largeIn(
  dir: string,
  wanted: Wanted,
): Promise<{ readonly master: string; readonly made: string }> {
  const note = join(dir, `master-of-${wanted.cases}-with-${wanted.documents}`);
  const kept = await readFile(note, 'utf8').catch(() => null);
  if (kept !== null) return { master: kept, made: ' by an earlier run' };
  await mkdir(dir, { recursive: true });
  const start = performance.now();
  const master = Buffer.from(await makeLarge(dir, wanted)).toString('hex');
  await writeFile(note, master);
  return { master, made: ` in ${Math.round((performance.now() - start) / 1000)} s` };
}
