/**
 * One new article at a time: compared with all that are in and added to the index, which lies encrypted on the disk. The
 * first 98,000 of 100,000 articles go in at once, the last 2,000 one by one.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparedCapture } from '../../src/desk/ports/reuse-index.ts';
import { openReuseIndex } from '../../src/engine/reuse/open-reuse-index.ts';
import { idMaker } from '../../src/record/id.ts';
import { openReuseFile } from '../../src/storage/reuse/reuse-file.ts';
import type { Part } from './part.ts';
import { pairKey, recallOf } from './recall.ts';
import { openSyntheticNews, type PlantedPair, type SyntheticNews } from './synthetic-news.ts';
import { chanceFrom } from './word-model.ts';

const ARTICLES = 100_000;
const LAST = 2000;
const SEED = 20_310_402;

export const INCREMENTAL: Part = {
  name: 'incremental',
  about:
    'The last 2,000 of the same articles, added one by one to the index of all others (on disk, encrypted), each compared with all before it.',
  async run({ say, folder, articles: asked }) {
    const news = openSyntheticNews(asked ?? ARTICLES, SEED);
    const file = join(folder, 'reuse.sqlite');
    const chance = chanceFrom(7);
    const newId = idMaker((count) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256)));
    const index = openReuseIndex(await openReuseFile(file, new Uint8Array(32).fill(7)));
    const first = news.articles - LAST;
    const numbers = new Map<string, number>();
    const articleOf = (article: number): ComparedCapture => {
      const capture = newId('capture');
      numbers.set(capture, article);
      return { capture, outlet: `outlet ${news.outlet(article)}`, text: news.text(article) };
    };
    const others = async function* (): AsyncGenerator<ComparedCapture> {
      for (let article = 0; article < first; article += 1) yield articleOf(article);
    };
    await index.addMany(others(), first);
    const found = new Set<number>();
    const times: number[] = [];
    const cpu: number[] = [];
    for (let article = first; article < news.articles; article += 1) {
      const given = articleOf(article);
      const before = process.cpuUsage();
      const began = performance.now();
      const reuse = index.add(given);
      times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
      for (const { capture: other } of reuse)
        found.add(pairKey(numbers.get(other) ?? 0, article, news.articles));
    }
    await index.close();
    const recall = recallOf(found, plantedFrom(news, first), news.articles);
    const [mean, cpuMean] = [meanOf(times), meanOf(cpu)];
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    const megabytes = Math.round(statSync(file).size / 1e6);
    say(
      `  last ${LAST}: mean ${mean.toFixed(2)} ms (processor ${cpuMean.toFixed(2)} ms), median ${at(0.5).toFixed(2)}, 95 % within ${at(0.95).toFixed(2)}, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms; file ${megabytes} MB`,
    );
    say(
      `  wire ${recall.wire}, passages of 40 words ${recall.passage}, background ${recall.backgroundShare}`,
    );
    return {
      incremental_ms: round(mean),
      incremental_cpu_ms: round(cpuMean),
      incremental_median_ms: round(at(0.5)),
      incremental_p95_ms: round(at(0.95)),
      incremental_longest_ms: Math.round(sorted.at(-1) ?? 0),
      incremental_file_mb: megabytes,
      incremental_rss_mb: Math.round(process.resourceUsage().maxRSS / 1000),
      incremental_wire_recall: recall.wire,
      incremental_passage_recall: recall.passage,
      incremental_background_share: recall.backgroundShare,
    };
  },
};

/** Pairs of which the later article came in alone. */
function* plantedFrom(news: SyntheticNews, first: number): Generator<PlantedPair> {
  for (const pair of news.planted()) if (pair.b >= first) yield pair;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
