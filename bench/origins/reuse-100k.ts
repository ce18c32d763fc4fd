/**
 * Text reuse among 100,000 invented articles on one thread: recall, background, speed and memory, and beside it what
 * MinHash over whole documents finds in the same articles.
 */
import { allPairs } from '../../src/text/reuse/all-pairs.ts';
import { wordCodes } from '../../src/text/reuse/word-codes.ts';
import { openMinHash } from './minhash.ts';
import type { Figures, Part, PartContext } from './part.ts';
import { pairKey, recallOf } from './recall.ts';
import { openSyntheticNews, type SyntheticNews } from './synthetic-news.ts';
import { openTimer } from './timer.ts';
import { openWordRow } from './word-row.ts';

const ARTICLES = 100_000;
const BATCH = 500;
const SEED = 20_310_402;

export const REUSE_100K: Part = {
  name: 'reuse-100k',
  about:
    'Winnowed 5-word fingerprints with extension against planted copies and passages; MinHash on document shingles on the same articles.',
  async run(context) {
    const news = openSyntheticNews(context.articles ?? ARTICLES, SEED);
    const reuse = winnowed(news, context);
    const memory = Math.round(process.resourceUsage().maxRSS / 1000);
    context.say(`  largest memory of the process so far: ${memory} MB`);
    return { ...reuse, rss_mb: memory, ...minHashed(news, context) };
  },
};

function winnowed(news: SyntheticNews, { say }: PartContext): Figures {
  const row = openWordRow(news.articles);
  const words = openTimer();
  for (let from = 0; from < news.articles; from += BATCH) {
    const texts = batchOf(news, from);
    words.start();
    for (const [i, text] of texts.entries()) row.add(wordCodes(text), news.outlet(from + i));
    words.stop();
  }
  const corpus = row.corpus();
  const compare = openTimer();
  compare.start();
  const found = new Set<number>();
  let passages = 0;
  for (const pair of allPairs(corpus)) {
    found.add(pairKey(pair.a, pair.b, news.articles));
    passages += pair.passages.length;
  }
  compare.stop();
  const recall = recallOf(found, news.planted(), news.articles);
  const wall = words.wallSeconds() + compare.wallSeconds();
  const cpu = words.cpuSeconds() + compare.cpuSeconds();
  const perWords = Math.round(corpus.words.length / news.articles);
  say(
    `winnowing: ${news.articles} articles of ${perWords} words, ${recall.pairs} pairs, ${passages} passages`,
  );
  say(
    `  words ${words.wallSeconds().toFixed(1)} s, comparing ${compare.wallSeconds().toFixed(1)} s; processor ${cpu.toFixed(1)} s of ${wall.toFixed(1)} s`,
  );
  say(`  ${recall.background} pairs were not planted`);
  for (const line of recall.table) say(line);
  return {
    articles: news.articles,
    wire_recall: recall.wire,
    passage_recall: recall.passage,
    all_passages_recall: recall.allPassages,
    background_share: recall.backgroundShare,
    articles_per_second: Math.round(news.articles / wall),
    articles_per_cpu_second: Math.round(news.articles / cpu),
  };
}

function minHashed(news: SyntheticNews, { say }: PartContext): Figures {
  const minHash = openMinHash(news.articles);
  const timer = openTimer();
  for (let from = 0; from < news.articles; from += BATCH) {
    const texts = batchOf(news, from);
    timer.start();
    for (const text of texts) minHash.add(wordCodes(text));
    timer.stop();
  }
  timer.start();
  const found = new Set<number>();
  for (const [a, b] of minHash.pairs())
    if (news.outlet(a) !== news.outlet(b)) found.add(pairKey(a, b, news.articles));
  timer.stop();
  const recall = recallOf(found, news.planted(), news.articles);
  say(`MinHash (128 hashes, 32 bands of 4, 5-word shingles, likeness from 0.25): ${recall.pairs} pairs`);
  say(`  processor ${timer.cpuSeconds().toFixed(1)} s of ${timer.wallSeconds().toFixed(1)} s`);
  for (const line of recall.table) say(line);
  return {
    minhash_wire_recall: recall.wire,
    minhash_passage_recall: recall.passage,
    minhash_articles_per_cpu_second: Math.round(news.articles / timer.cpuSeconds()),
  };
}

function batchOf(news: SyntheticNews, from: number): string[] {
  const size = Math.min(BATCH, news.articles - from);
  return Array.from({ length: size }, (_, i) => news.text(from + i));
}
