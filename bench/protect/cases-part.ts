/**
 * A compartment of many cases and documents: from passphrase to usable list, search, memory; each in a fresh process. Figures:
 * `unlock_ms` from the member's passphrase to the list of all cases, the median of five processes, `unlock_cpu_ms` the same of
 * processor time, `passphrase_ms` of that Argon2id; `index_ms` making the search index after the list is usable; `search_ms`
 * 95 of 100 searches take no longer; `rss_mb` the most memory of any process, MiB; `case_faults` cases that did not open.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProtectPart } from '../protect.ts';
import { makeLarge } from './large-compartment.ts';

const CHILD = join(import.meta.dirname, 'open-child.ts');
const RUNS = 5;

export const casesPart: ProtectPart = async ({ cases, documents }) => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-protect-'));
  try {
    const start = performance.now();
    const master = Buffer.from(await makeLarge(dir, { cases, documents })).toString('hex');
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `${cases} invented cases with ${cases * documents} documents, sealed in an encrypted vault in ${seconds} s; then opened by ${RUNS} fresh processes, one after the other.`,
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
    await rm(dir, { recursive: true, force: true });
  }
};
