/** What pages state about themselves, in each of the forms in which they state it. */
import { expect, test } from 'vitest';
import type { StatedMetadata } from '../../desk/ports/document-reader.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readHtml } from './read-html.ts';

const HINTS = { charset: null, now: new Date('2031-06-01T00:00:00Z') };

function read(head: string, body = '<p>Two men were detained.</p>') {
  const html = `<html><head>${head}</head><body>${body}</body></html>`;
  return readHtml(new TextEncoder().encode(html), HINTS, DEFAULT_LIMITS);
}

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Two held',
  datePublished: '2031-04-02',
  author: { '@type': 'Person', name: 'Ana Ruiz' },
  publisher: { '@type': 'Organization', name: 'Courier' },
};
const STATED: Partial<StatedMetadata> = {
  kind: 'news-article',
  title: 'Two held',
  publisher: 'Courier',
  authors: ['Ana Ruiz'],
  publishedAt: '2031-04-02',
};

test.each<readonly [string, string, Partial<StatedMetadata>]>([
  ['JSON-LD object', ld(ARTICLE), STATED],
  ['JSON-LD array', ld([{ '@type': 'WebSite', name: 'Site' }, ARTICLE]), STATED],
  [
    'JSON-LD @graph',
    ld({ '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList' }, ARTICLE] }),
    STATED,
  ],
  [
    'JSON-LD @graph with references',
    ld({
      '@graph': [
        { ...ARTICLE, author: [{ '@id': '#a' }], publisher: { '@id': '#o' } },
        { '@id': '#a', '@type': 'Person', name: 'Ana Ruiz' },
        { '@id': '#o', '@type': 'Organization', name: 'Courier' },
      ],
    }),
    STATED,
  ],
  ['JSON-LD under mainEntity', ld({ '@type': 'WebPage', name: 'Page', mainEntity: ARTICLE }), STATED],
  ['JSON-LD in CDATA', ld(`<![CDATA[${JSON.stringify(ARTICLE)}]]>`), STATED],
  ['JSON-LD in a comment', ld(`<!-- ${JSON.stringify(ARTICLE)} -->`), STATED],
  ['broken JSON-LD beside a sound one', ld('{"@type":"NewsArticle","headline":"Brok') + ld(ARTICLE), STATED],
  [
    'JSON-LD with a bare line end in a string',
    ld(
      '{"@type":"NewsArticle","headline":"Two\nheld","datePublished":"2031-04-02","author":"Ana Ruiz","publisher":{"name":"Courier"}}',
    ),
    STATED,
  ],
  [
    'JSON-LD with a comma too many',
    ld(
      '{"@type":"NewsArticle","headline":"Two held","datePublished":"2031-04-02","author":["Ana Ruiz",],"publisher":{"name":"Courier"},}',
    ),
    STATED,
  ],
  [
    'broken JSON-LD, Open Graph instead',
    `${ld('{')}<meta property="og:title" content="Two held"><meta property="og:site_name" content="Courier"><meta property="article:published_time" content="2031-04-02T10:00:00Z"><meta name="author" content="Ana Ruiz">`,
    { ...STATED, kind: 'web-page' },
  ],
  [
    'Dublin Core',
    '<meta name="DC.title" content="Two held"><meta name="DC.creator" content="Ana Ruiz"><meta name="DC.publisher" content="Courier"><meta name="DC.date.issued" content="2031-04-02"><meta name="DC.language" content="no"><meta name="DC.type" content="Press release">',
    { ...STATED, kind: 'press-release', language: 'no' },
  ],
  [
    'Dublin Core terms',
    '<meta name="dcterms.title" content="Two held"><meta name="dcterms.creator" content="Ana Ruiz"><meta name="dcterms.publisher" content="Courier"><meta name="dcterms.issued" content="2031-04-02">',
    { ...STATED, kind: 'web-page' },
  ],
  [
    'surrogates in JSON-LD',
    ld('{"@type":"NewsArticle","headline":"Two \\ud800 held"}'),
    { title: 'Two \uFFFD held' },
  ],
])('%s', (_, head, expected) => {
  expect(read(head).stated).toMatchObject(expected);
});

test('microdata', () => {
  const body =
    '<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Two held</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ana Ruiz</span></span><time itemprop="datePublished" datetime="2031-04-02T10:00:00Z">yesterday</time><div itemprop="publisher" itemscope><meta itemprop="name" content="Courier"></div><div itemprop="articleBody"><p>Two men were detained.</p></div></article>';
  expect(read('', body).stated).toMatchObject(STATED);
});

test('the date of an embedded post or comment is not the date of the page', () => {
  const body =
    '<article><h1>Two held</h1><p>Two men were detained.</p><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2031-05-30">30 May</time><span itemprop="author">Reader</span></div></article>';
  const { stated } = read('', body);
  expect([stated.publishedAt, stated.authors]).toEqual([null, []]);
});

test('hostile JSON-LD: deep, long, and of the wrong types', () => {
  expect(read(ld(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)).text?.content).toBe('Two men were detained.');
  expect(
    read(ld({ '@type': 5, headline: { a: 1 }, author: [null, 7, { name: [1, 'Ana Ruiz'] }] })).stated.title,
  ).toBeNull();
  const odd = read(
    ld({ '@type': ['NewsArticle', 3], headline: ['Two held'], author: [null, 7, { name: [1, 'Ana Ruiz'] }] }),
  );
  expect(odd.stated).toMatchObject({ title: 'Two held', authors: ['Ana Ruiz'] });
});
