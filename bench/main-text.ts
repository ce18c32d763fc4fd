/**
 * Main text of saved pages: our reading beside @mozilla/readability on linkedom, one run over the fictional pages of
 * src/intake/fixtures. Recall: expected paragraphs found. Noise: words read that stand in no expected paragraph.
 * The pages were written together with the rules, so the figures show what the rules cover, not the whole web.
 * Last line: JSON.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { newsPage, paragraphsOf } from '../src/intake/fixtures/news-page.ts';
import { NEWS_PAGES } from '../src/intake/fixtures/saved-news-pages.ts';
import { OTHER_PAGES } from '../src/intake/fixtures/saved-other-pages.ts';
import type { SavedPage } from '../src/intake/fixtures/saved-page.ts';
import { readHtml } from '../src/intake/html/read-html.ts';
import { DEFAULT_LIMITS } from '../src/intake/limits.ts';

type Reader = (html: string) => string;

const ours: Reader = (html) => {
  const hints = { charset: null, now: new Date() };
  return readHtml(new TextEncoder().encode(html), hints, DEFAULT_LIMITS).text?.content ?? '';
};

const readability: Reader = (html) => {
  const { document } = parseHTML(html);
  const found = new Readability(document).parse();
  return found === null ? '' : `${found.title ?? ''}\n\n${found.textContent ?? ''}`;
};

const PAGES: readonly SavedPage[] = [
  ...NEWS_PAGES,
  ...OTHER_PAGES,
  {
    name: 'news page of 600 words',
    html: newsPage(600),
    paragraphs: ['Dozens detained in Orlava, network says', ...paragraphsOf(600)],
    furniture: ['cookies', 'Another story', 'Section 1', 'All rights'],
  },
];

function fold(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function words(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(' ').length;
}

function score(reader: Reader): {
  recall: number;
  noise: number;
  lost: string[];
  dirty: string[];
  ms: number;
} {
  const start = performance.now();
  const texts = PAGES.map(({ html }) => reader(html));
  const ms = (performance.now() - start) / PAGES.length;
  let found = 0;
  let expected = 0;
  let read = 0;
  let extra = 0;
  const lost: string[] = [];
  const dirty: string[] = [];
  for (const [index, page] of PAGES.entries()) {
    const text = fold(texts[index] ?? '');
    const hits = page.paragraphs.filter((paragraph) => text.includes(fold(paragraph)));
    found += hits.length;
    expected += page.paragraphs.length;
    const missing = page.paragraphs.length - hits.length;
    if (missing > 0) lost.push(`${page.name} (${missing})`);
    read += words(text);
    extra += Math.max(0, words(text) - hits.reduce((sum, hit) => sum + words(fold(hit)), 0));
    if (page.furniture.some((word) => text.includes(fold(word)))) dirty.push(page.name);
  }
  return { recall: found / expected, noise: extra / read, lost, dirty, ms };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const results = { ours, readability } as const;
const line: Record<string, unknown> = { pages: PAGES.length };
for (const [name, reader] of Object.entries(results)) {
  for (const page of PAGES) reader(page.html);
  const { recall, noise, lost, dirty, ms } = score(reader);
  console.log(`${name}: recall ${round(recall)}, noise ${round(noise)}, ${round(ms)} ms a page`);
  console.log(`  pages with lost paragraphs: ${lost.join('; ') || 'none'}`);
  console.log(`  pages with furniture: ${dirty.join('; ') || 'none'}`);
  line[name] = {
    recall: round(recall),
    noise: round(noise),
    lost: lost.length,
    dirty: dirty.length,
    ms: round(ms),
  };
}
console.log(JSON.stringify(line));
