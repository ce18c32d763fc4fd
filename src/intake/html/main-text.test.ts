import { describe, expect, test } from 'vitest';
import { NEWS_PAGES } from '../fixtures/saved-news-pages.ts';
import { OTHER_PAGES } from '../fixtures/saved-other-pages.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readHtml } from './read-html.ts';

const HINTS = { charset: null, now: new Date('2031-06-01T00:00:00Z') };

function paragraphsRead(html: string): readonly string[] {
  const { text } = readHtml(new TextEncoder().encode(html), HINTS, DEFAULT_LIMITS);
  return text?.content.split('\n\n') ?? [];
}

describe.each([...NEWS_PAGES, ...OTHER_PAGES])('$name', ({ html, paragraphs, furniture }) => {
  const read = paragraphsRead(html);
  test('no paragraph of the report is lost, and their order is kept', () => {
    const wanted = new Set(paragraphs);
    expect(read.filter((paragraph) => wanted.has(paragraph))).toEqual(paragraphs);
  });
  test('no furniture', () => {
    const text = read.join('\n');
    expect(furniture.filter((word) => text.includes(word))).toEqual([]);
  });
});
