/** Part of the bench of origins: translations and rewrites found by what they share with the report they come from. */
import { buildAnchorIndex } from '../../src/text/anchors/anchor-index.ts';
import { type AnchorMatch, matchesOf } from '../../src/text/anchors/anchor-matches.ts';
import { readAnchors } from '../../src/text/anchors/read-anchors.ts';
import type { Part } from './part.ts';
import { openTimer } from './timer.ts';
import { type Telling, toldReports } from './told-events.ts';

const ARTICLES = 100_000;
/** Limits were chosen on seed 1. */
const SEED = 2031;
/** The reports of 100,000 are spread over two years. */
const ARTICLES_A_DAY = 137;

interface Known {
  readonly event: number;
  readonly telling: Telling;
  readonly language: string;
  readonly left: number;
}

type PairKind = 'derived' | 'same event' | 'other events';

/** Both come from the first report, or one is it. */
function kindOf(a: Known | undefined, b: Known | undefined): PairKind {
  if (a === undefined || b === undefined || a.event !== b.event) return 'other events';
  return a.telling === 'own' || b.telling === 'own' ? 'same event' : 'derived';
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** How many of the translations or rewrites were tied to the first report or to another that comes from it. */
function recallOf(known: readonly Known[], tied: ReadonlySet<number>, fits: (one: Known) => boolean): number {
  let [all, found] = [0, 0];
  for (const [at, one] of known.entries()) {
    if ((one.telling !== 'translated' && one.telling !== 'rewritten') || !fits(one)) continue;
    all += 1;
    if (tied.has(at)) found += 1;
  }
  return share(found, all);
}

/** Translations and rewrites. */
export const TRANSLATION: Part = {
  name: 'translation',
  about: `${ARTICLES.toLocaleString('en')} invented reports in English, Russian and Spanish: translations, rewrites, own reports on the same event, and other events that agree by accident. One thread.`,
  run: async ({ say, articles }) => {
    const count = articles ?? ARTICLES;
    const [reading, comparing] = [openTimer(), openTimer()];
    const builder = buildAnchorIndex();
    const known: Known[] = [];
    for (const report of toldReports(count, SEED, Math.ceil(count / ARTICLES_A_DAY))) {
      const { text, language, outlet, published, event, telling, left } = report;
      const publishedAt = new Date(published * 86_400_000).toISOString().slice(0, 10);
      reading.start();
      const { anchors } = readAnchors({ text, publishedAt, language: null, addresses: [], images: [] });
      builder.add({ outlet: String(outlet), day: published, anchors });
      reading.stop();
      known.push({ event, telling, language, left });
    }
    comparing.start();
    const index = builder.build();
    const matches: AnchorMatch[] = [];
    for (const at of known.keys()) matches.push(...matchesOf(index, at));
    comparing.stop();
    const kinds = { derived: 0, 'same event': 0, 'other events': 0 };
    const tied = new Set<number>();
    for (const { later, earlier } of matches) {
      const kind = kindOf(known[later], known[earlier]);
      kinds[kind] += 1;
      if (kind === 'derived') for (const one of [later, earlier]) tied.add(one);
    }
    say(
      `${matches.length} pairs proposed: ${kinds.derived} derived, ${kinds['same event']} own reports on the same event, ${kinds['other events']} on other events`,
    );
    const recall = (fits: (one: Known) => boolean): number => recallOf(known, tied, fits);
    for (const [from, to] of [
      [0, 0.15],
      [0.15, 0.35],
      [0.35, 0.5],
    ] as const)
      say(
        `left out ${from * 100}–${to * 100} % of the facts: ${recall(({ left }) => left >= from && left < to)} found`,
      );
    const seconds = (of: 'wallSeconds' | 'cpuSeconds'): number => reading[of]() + comparing[of]();
    say(`reading ${reading.wallSeconds().toFixed(0)} s, comparing ${comparing.wallSeconds().toFixed(0)} s`);
    return {
      translation_recall: recall(({ telling }) => telling === 'translated'),
      rewrite_recall: recall(({ telling }) => telling === 'rewritten'),
      anchor_precision: share(kinds.derived, matches.length),
      anchor_same_event_share: share(kinds['same event'], matches.length),
      anchor_other_event_share: share(kinds['other events'], matches.length),
      anchor_articles_per_second: Math.round(known.length / seconds('wallSeconds')),
      anchor_cpu_articles_per_second: Math.round(known.length / seconds('cpuSeconds')),
      anchor_compare_cpu_seconds: Math.round(comparing.cpuSeconds() * 10) / 10,
      anchor_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  },
};
