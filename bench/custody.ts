/**
 * What must be shown of custody, in one run on this machine: vectors, kills, full disks, torn writes, flipped bits, and what
 * it all costs. Each part prints what was compared and on what data. The last line is one line of JSON:
 *
 *   vectors                 of each published set: how many there are, how many our code judges right
 *   kills, lost             processes killed with -9 on all stores; acknowledged files that were missing afterwards
 *   half_sources            sources without capture, bytes, key or text afterwards, over all kills
 *   flips, undetected_flips bytes flipped; flips that neither opening nor verify tells and that change what can be read
 *   unused_flips            flips that nothing tells, where everything that can be read is provably the same
 *   unnamed_flips           flips that are told without the name of the file or of the item
 *   capture_ratio           reports a second with encryption and log over the same tables, index and bytes with neither;
 *                           capture_ratio_work: the same of processor time, which other load hardly moves;
 *                           capture_ratio_encryption: over the log alone; capture_ratio_bare: over files alone
 *   log_appends_per_second  small entries in batches of 1,000, on disk; single_appends_per_second: one by one
 *   torn, torn_postgres     copies with a torn last write, and how they opened: `wrong` may not be
 *   proof_ms                inclusion proof of an entry at random (p50, p95, max) in a log of proof_entries
 *   unlock_ms               a whole process from passphrase to opened vault; key_derivation_ms: Argon2id alone
 *   verify_s                all of `onrecord verify` over verify_sources sources with their claims
 *   search_p95_ms           20 hits in an encrypted vault of search_claims claims
 *
 *   npm run bench:custody -- [--only kills,flips] [--kills 100] [--flips 100000] [--flip-minutes 30]
 *     [--entries 1000000] [--articles 20000] [--keep FOLDER]
 *
 * A full run takes half an hour or more. With --keep its folder stays, with the large vaults and the figures of every part
 * that ended; a second run with the same folder and sizes does only what is missing. "Cold" is never claimed: the system
 * still holds in memory what was just written.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CAPTURE_COST } from './custody/capture-cost.ts';
import { FLIPS } from './custody/flips.ts';
import { FULL_DISK } from './custody/full-disk.ts';
import { KILLS } from './custody/kills.ts';
import { SEARCH, VERIFY } from './custody/large-vault.ts';
import { APPEND, PROOF } from './custody/log-cost.ts';
import type { Figures, Part, Sizes } from './custody/part.ts';
import { TORN_WRITE } from './custody/torn-write.ts';
import { TORN_POSTGRES } from './custody/torn-write-postgres.ts';
import { UNLOCK } from './custody/unlock.ts';
import { VECTOR_SETS } from './custody/vectors.ts';

const PARTS: readonly Part[] = [
  VECTOR_SETS,
  KILLS,
  FULL_DISK,
  TORN_WRITE,
  TORN_POSTGRES,
  FLIPS,
  UNLOCK,
  APPEND,
  PROOF,
  CAPTURE_COST,
  VERIFY,
  SEARCH,
];

/** The targets of issue 3. */
const TARGETS: readonly (readonly [figure: string, met: (value: number) => boolean, words: string])[] = [
  ['lost', (value) => value === 0, 'nothing'],
  ['half_sources', (value) => value === 0, 'none'],
  ['full_disk_lost', (value) => value === 0, 'nothing'],
  ['undetected_flips', (value) => value === 0, 'none'],
  ['capture_ratio', (value) => value >= 0.6, '≥ 0.60'],
  ['log_appends_per_second', (value) => value >= 20_000, '≥ 20,000'],
  ['unlock_ms', (value) => value <= 1500, '≤ 1,500'],
  ['verify_s', (value) => value <= 60, '≤ 60'],
  ['search_p95_ms', (value) => value <= 30, '≤ 30'],
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '100' },
    flips: { type: 'string', default: '100000' },
    'flip-minutes': { type: 'string', default: '30' },
    entries: { type: 'string', default: '1000000' },
    articles: { type: 'string', default: '20000' },
    keep: { type: 'string' },
  },
});

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 on`);
  return value;
}

function chosenParts(): readonly Part[] {
  if (values.only === undefined) return PARTS;
  return values.only.split(',').map((name) => {
    const part = PARTS.find((one) => one.name === name);
    if (part === undefined) throw new Error(`--only takes: ${PARTS.map((one) => one.name).join(', ')}`);
    return part;
  });
}

const sizes: Sizes = {
  kills: whole('kills', values.kills),
  flips: whole('flips', values.flips),
  flipMinutes: whole('flip-minutes', values['flip-minutes']),
  entries: whole('entries', values.entries),
  articles: whole('articles', values.articles),
};
const parts = chosenParts();
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'onrecord-custody-'));
mkdirSync(folder, { recursive: true });
const resultsFile = join(folder, 'results.json');

type Kept = Record<string, { readonly sizes: Partial<Sizes>; readonly figures: Figures }>;

function keptResults(): Kept {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8')) as Kept;
  } catch {
    return {};
  }
}

function sizesOf(part: Part): Partial<Sizes> {
  return Object.fromEntries(part.sizes.map((name) => [name, sizes[name]]));
}

async function figuresOf(part: Part, kept: Kept): Promise<Figures> {
  console.log(`\n## ${part.name}\n${part.about}`);
  const before = kept[part.name];
  if (before !== undefined && JSON.stringify(before.sizes) === JSON.stringify(sizesOf(part))) {
    console.log('(figures of an earlier run, kept in the folder)');
    return before.figures;
  }
  const start = performance.now();
  const figures = await part.run({ sizes, folder, say: (line) => console.log(line) });
  console.log(
    `(${Math.round((performance.now() - start) / 1000)} s, load of the machine ${loadavg()[0]?.toFixed(1)})`,
  );
  kept[part.name] = { sizes: sizesOf(part), figures };
  writeFileSync(resultsFile, JSON.stringify(kept, null, 1));
  return figures;
}

function verdicts(all: Figures): void {
  console.log('');
  for (const [figure, met, words] of TARGETS) {
    const value = all[figure];
    if (typeof value !== 'number') continue;
    console.log(
      `${figure.padEnd(26)} ${String(value).padStart(12)}   ${met(value) ? 'met' : 'MISSED'}: ${words}`,
    );
  }
}

try {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
  console.log(machine);
  const kept = keptResults();
  let all: Figures = { machine };
  for (const part of parts) all = { ...all, ...(await figuresOf(part, kept)) };
  verdicts(all);
  console.log(JSON.stringify(all));
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
