/**
 * A million articles on all cores, the whole way: invented texts, their words, the index written encrypted to the disk, all
 * compared with all. The texts are made on the main thread while it waits for the others, and their making is in the time.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ComparedCapture } from '../../src/desk/ports/reuse-index.ts';
import { openReuseIndex } from '../../src/engine/reuse/open-reuse-index.ts';
import type { CaptureId } from '../../src/record/id.ts';
import { openReuseFile } from '../../src/storage/reuse/reuse-file.ts';
import type { Part } from './part.ts';
import { pairKey, recallOf } from './recall.ts';
import { openSyntheticNews } from './synthetic-news.ts';

const ARTICLES = 1_000_000;
const SEED = 20_310_403;

export const REUSE_1M: Part = {
  name: 'reuse-1m',
  about:
    'A million articles on all cores: from invented texts to shared passages, the encrypted index written on the way.',
  async run({ say, folder, articles: asked }) {
    const news = openSyntheticNews(asked ?? ARTICLES, SEED);
    const threads = availableParallelism();
    const file = join(folder, 'reuse.sqlite');
    const index = openReuseIndex(await openReuseFile(file, new Uint8Array(32).fill(7)), { threads });
    const began = performance.now();
    const minutes = (): number => (performance.now() - began) / 60_000;
    let making = 0;
    const all = async function* (): AsyncGenerator<ComparedCapture> {
      for (let article = 0; article < news.articles; article += 1) {
        const start = performance.now();
        const text = news.text(article);
        making += performance.now() - start;
        if ((article + 1) % 250_000 === 0)
          say(`  ${article + 1} texts read after ${minutes().toFixed(1)} min`);
        // Captures have no other use here than to be told apart.
        yield { capture: `cap_${article}` as CaptureId, outlet: `outlet ${news.outlet(article)}`, text };
      }
    };
    const found = new Set<number>();
    for (const { capture, other } of await index.addMany(all(), news.articles))
      found.add(pairKey(Number(other.slice(4)), Number(capture.slice(4)), news.articles));
    const took = minutes();
    const { user, system } = process.cpuUsage();
    const megabytes = Math.round(statSync(file).size / 1e6);
    await index.close();
    const memory = Math.round(process.resourceUsage().maxRSS / 1000);
    const recall = recallOf(found, news.planted(), news.articles);
    say(
      `  ${news.articles} articles, ${threads} threads: ${took.toFixed(1)} min, of which texts made ${(making / 60_000).toFixed(1)}; processor ${((user + system) / 6e7).toFixed(1)} min; memory ${memory} MB; index ${megabytes} MB`,
    );
    say(`  ${recall.pairs} pairs, ${recall.background} of them not planted`);
    for (const line of recall.table) say(line);
    return {
      million_articles: news.articles,
      million_minutes: Math.round(took * 10) / 10,
      million_cpu_minutes: Math.round((user + system) / 6e6) / 10,
      million_texts_minutes: Math.round(making / 6000) / 10,
      million_rss_mb: memory,
      million_index_mb: megabytes,
      million_wire_recall: recall.wire,
      million_passage_recall: recall.passage,
      million_background_share: recall.backgroundShare,
    };
  },
};
