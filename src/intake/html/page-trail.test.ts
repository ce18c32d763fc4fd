/** What is kept of a page's links, credits and embedded posts. */
import { expect, test } from 'vitest';
import type { Trail } from '../../record/trail.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readHtml } from './read-html.ts';

function trailOf(head: string, body: string): Trail | undefined {
  const html = `<html><head>${head}</head><body><article><h1>Six dead in Dvinsk</h1>${body}</article></body></html>`;
  const hints = { charset: null, now: new Date('2031-06-01T00:00:00Z') };
  return readHtml(new TextEncoder().encode(html), hints, DEFAULT_LIMITS).trail;
}

const CANONICAL = '<link rel="canonical" href="https://courier.example/news/1">';

test('a page that says nothing has no trail', () => {
  expect(trailOf('', '<p>Six people died on Monday.</p>')).toBeUndefined();
});

test('statements: canonical, og:url, credited agency, pages of authors', () => {
  const head = `${CANONICAL}<meta property="og:url" content="https://courier.example/news/1?a=b">
    <meta name="agency" content="MWZ"><meta name="syndication-source" content="https://mwz.example/7">
    <meta property="article:author" content="https://courier.example/staff/ruiz">`;
  expect(trailOf(head, '<p>Six people died on Monday.</p>')).toEqual({
    canonical: 'https://courier.example/news/1',
    ogUrl: 'https://courier.example/news/1?a=b',
    credits: ['MWZ', 'https://mwz.example/7'],
    authorAddresses: ['https://courier.example/staff/ruiz'],
    links: [],
    embeds: [],
    images: [],
  });
});

test('links of the report, absolute, with their words and the words before; those of the menu are left out', () => {
  const body = `<nav><a href="/home">Home</a> <a href="/sport">Sport</a></nav>
    <p>Six people died, <em>according to</em> the <a href="https://post.example/a#top">Valley Post</a>.</p>
    <p><a href="/news/0">Earlier</a> two had died.</p><p><a href="#note">1</a> <a href="mailto:a@b.example">write</a></p>`;
  expect(trailOf(CANONICAL, body)?.links).toEqual([
    { url: 'https://post.example/a', words: 'Valley Post', before: 'Six people died, according to the ' },
    { url: 'https://courier.example/news/0', words: 'Earlier', before: '' },
  ]);
});

test.each([
  [
    'a quoted post',
    '<blockquote class="twitter-tweet"><p>Six <a href="https://t.co/x">here</a></p>— Ministry <a href="https://twitter.com/ministry/status/12">4 May</a></blockquote>',
    { platform: 'x', url: 'https://twitter.com/ministry/status/12' },
  ],
  [
    'a script that shows a post',
    '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="valley/45"></script>',
    { platform: 'telegram', url: 'https://t.me/valley/45' },
  ],
  [
    'a frame with the address of the post inside its own',
    '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fvalley%2Fposts%2F9"></iframe>',
    { platform: 'facebook', url: 'https://www.facebook.com/valley/posts/9' },
  ],
  [
    'a post by its permalink',
    '<blockquote data-instgrm-permalink="https://www.instagram.com/p/abc/"><p>A picture of the yard</p></blockquote>',
    { platform: 'instagram', url: 'https://www.instagram.com/p/abc/' },
  ],
  [
    'any other frame',
    '<iframe src="//maps.example/7"></iframe>',
    { platform: 'other', url: 'https://maps.example/7' },
  ],
])('embedded: %s', (_, element, expected) => {
  const body = `<p>Six people died on Monday, the ministry wrote in a post that it later took down.</p>${element}`;
  expect(trailOf(CANONICAL, body)?.embeds).toEqual([expected]);
});

test('pictures once each, and hostile addresses not at all', () => {
  const body = `<p>Six people died on Monday.</p><img src="/i/yard.jpg"><img data-src="/i/yard.jpg">
    <p><a href="javascript:alert(1)">x</a><a href="https://[bad">y</a></p><img src="data:image/png;base64,AA">`;
  const trail = trailOf(CANONICAL, body);
  expect(trail?.images).toEqual(['https://courier.example/i/yard.jpg']);
  expect(trail?.links).toEqual([]);
});
