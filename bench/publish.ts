/**
 * Publishing, measured. Each part is a file of `bench/publish/`; the last line is one line of JSON with the figures of all.
 *
 *   npm run bench:publish -- [PART…] [--articles 1000] [--keep FOLDER]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browserPart } from './publish/browser-part.ts';
import { buildPart } from './publish/build-part.ts';
import { crawlPart } from './publish/crawl-part.ts';
import { releasePart } from './publish/release-part.ts';
import { tamperingPart } from './publish/tampering-part.ts';

/** A part prints its lines and gives its figures for the JSON of the last line. */
export type PublishPart = (options: {
  /** Invented reports of the large record; each holds about 20 claims. */
  readonly articles: number;
  /** Where the parts put what they make, and find what an earlier one made. */
  readonly folder: string;
}) => Promise<Readonly<Record<string, unknown>>>;

const PARTS: Readonly<Record<string, PublishPart>> = {
  build: buildPart,
  browser: browserPart,
  crawl: crawlPart,
  release: releasePart,
  tampering: tamperingPart,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', default: '1000' }, keep: { type: 'string' } },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 1)
  throw new Error('--articles must be a whole number, 1 or more');

console.log(
  `Load of the machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
const kept = values.keep === undefined ? null : resolve(values.keep);
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'onrecord-publish-')));
await mkdir(folder, { recursive: true });
let figures: Record<string, unknown> = {};
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}`);
    figures = { ...figures, ...(await part({ articles, folder })) };
  }
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(figures));
