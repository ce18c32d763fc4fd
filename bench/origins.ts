/**
 * What must be shown of origins and text reuse, in one run on this machine. Each part runs in a process of its own, prints
 * what was compared on what data, and gives figures. The last line is one line of JSON:
 *
 *   cases_exact             worked claims of the definition that are exact, of 19
 *   brute_force_disagreements  random graphs, of 4,000, on which trying everything gives other bounds
 *   scale_…_seconds         one claim with 2,000 or 20,000 reports
 *   wire_recall             pairs of wire copies (0–20 % of each edited, cut to 50–100 %) that are found
 *   passage_recall          pairs that share a passage of 40 words or more, edited up to 10 %, that are found
 *   all_passages_recall     the same of all passages of 25–80 words, edited up to half
 *   background_share        pairs found that were not planted, over all pairs found
 *   articles_per_second     one thread, reading of words and comparing together; _cpu_: of processor time
 *   rss_mb                  largest memory of the process
 *   translation_recall, rewrite_recall   invented translations and rewrites tied to where they come from; anchor_precision of pairs
 *   minhash_…               what MinHash over document shingles finds in the same articles
 *   million_minutes         1,000,000 articles on all cores, from texts to passages; million_rss_mb, million_wire_recall, …
 *   examples_exact          intervals of the seed article and the example corpus as in their expected.json, of `examples`
 *   outlet_f1               outlets that an article cites, on PolNeAR dev; null without the data folder
 *   incremental_ms          one new article compared with 100,000 and added, on the disk, encrypted
 *
 *   npm run bench:origins -- [--only reuse-100k,incremental] [--articles 20000]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLES } from './origins/examples.ts';
import { BRUTE_FORCE, ORIGIN_CASES, SCALE } from './origins/graph.ts';
import { INCREMENTAL } from './origins/incremental.ts';
import { OUTLET } from './origins/outlet.ts';
import type { Figures, Part, Target } from './origins/part.ts';
import { REUSE_1M } from './origins/reuse-1m.ts';
import { REUSE_100K } from './origins/reuse-100k.ts';
import { TRANSLATION } from './origins/translation-part.ts';

const PARTS: readonly Part[] = [
  ORIGIN_CASES,
  BRUTE_FORCE,
  SCALE,
  OUTLET,
  EXAMPLES,
  TRANSLATION,
  REUSE_100K,
  INCREMENTAL,
  REUSE_1M,
];

/** The targets of issue 5. */
const TARGETS: readonly Target[] = [
  { figure: 'cases_exact', met: (value) => value === 19, words: '19 of 19' },
  { figure: 'brute_force_disagreements', met: (value) => value === 0, words: '0' },
  { figure: 'scale_2000_seconds', met: (value) => value < 1, words: '< 1' },
  { figure: 'scale_20000_seconds', met: (value) => value < 6, words: '< 6' },
  { figure: 'wire_recall', met: (value) => value >= 0.99, words: '≥ 0.99' },
  { figure: 'passage_recall', met: (value) => value >= 0.99, words: '≥ 0.99' },
  { figure: 'background_share', met: (value) => value <= 0.003, words: '≤ 0.003' },
  { figure: 'articles_per_second', met: (value) => value >= 1500, words: '≥ 1,500' },
  { figure: 'rss_mb', met: (value) => value <= 500, words: '≤ 500' },
  { figure: 'examples_differ', met: (value) => value === 0, words: '0' },
  { figure: 'outlet_f1', met: (value) => value >= 0.8, words: '≥ 0.80' },
  { figure: 'incremental_ms', met: (value) => value <= 5, words: '≤ 5' },
  { figure: 'million_minutes', met: (value) => value <= 15, words: '≤ 15' },
  { figure: 'million_rss_mb', met: (value) => value < 2000, words: '< 2,000' },
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    articles: { type: 'string' },
    /** Used by the bench itself: runs one part in this process. */
    here: { type: 'string' },
  },
});

function partNamed(name: string): Part {
  const part = PARTS.find((one) => one.name === name);
  if (part === undefined) throw new Error(`--only takes: ${PARTS.map((one) => one.name).join(', ')}`);
  return part;
}

async function runHere(part: Part): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-origins-'));
  const articles = values.articles === undefined ? null : Number(values.articles);
  if (articles !== null && (!Number.isInteger(articles) || articles < 1000))
    throw new Error('--articles is a whole number from 1000 on');
  try {
    const figures = await part.run({ say: (line) => console.log(line), folder, articles });
    console.log(JSON.stringify(figures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runBeside(part: Part): Figures {
  const began = performance.now();
  console.log(`\n## ${part.name}\n${part.about}`);
  const given = values.articles === undefined ? [] : ['--articles', values.articles];
  const child = spawnSync(process.execPath, [import.meta.filename, '--here', part.name, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
  if (child.status !== 0) throw new Error(`the part ${part.name} ended with ${child.status ?? child.signal}`);
  const lines = child.stdout.trimEnd().split('\n');
  console.log(lines.slice(0, -1).join('\n'));
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`(${seconds} s, load of the machine ${loadavg()[0]?.toFixed(1)})`);
  return JSON.parse(lines.at(-1) ?? '{}') as Figures;
}

function verdicts(all: Figures): void {
  console.log('');
  for (const { figure, met, words } of TARGETS) {
    const value = all[figure];
    if (typeof value !== 'number') continue;
    console.log(
      `${figure.padEnd(22)} ${String(value).padStart(10)}   ${met(value) ? 'met' : 'MISSED'}: ${words}`,
    );
  }
}

if (values.here !== undefined) await runHere(partNamed(values.here));
else {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
  console.log(machine);
  const parts = values.only === undefined ? PARTS : values.only.split(',').map(partNamed);
  let all: Figures = { machine };
  for (const part of parts) all = { ...all, ...runBeside(part) };
  verdicts(all);
  console.log(JSON.stringify(all));
}
