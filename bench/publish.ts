/**
 * Publishing, measured. Each part is a file of `bench/publish/`; the last line is one line of JSON with the figures of all.
 *
 *   npm run bench:publish -- [PART…] [--articles 1000] [--keep FOLDER]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchPart, runParts, wholeOption } from './chosen-parts.ts';
import { browserPart } from './publish/browser-part.ts';
import { buildPart } from './publish/build-part.ts';
import { crawlPart } from './publish/crawl-part.ts';
import { releasePart } from './publish/release-part.ts';
import { tamperingPart } from './publish/tampering-part.ts';

export type PublishPart = BenchPart<{
  /** Invented reports of the large record; each holds about 20 claims. */
  readonly articles: number;
  /** Where the parts put what they make, and find what an earlier one made. */
  readonly folder: string;
}>;

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
const articles = wholeOption('articles', values.articles);
const kept = values.keep === undefined ? null : resolve(values.keep);
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'onrecord-publish-')));
await mkdir(folder, { recursive: true });
try {
  await runParts(PARTS, { chosen: positionals, options: { articles, folder } });
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}
