import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newsPage, paragraphsOf } from '../fixtures/news-page.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readHtml } from './read-html.ts';

const HINTS = { charset: null, now: new Date('2031-06-01T00:00:00Z') };

function read(html: string) {
  return readHtml(new TextEncoder().encode(html), HINTS, DEFAULT_LIMITS);
}

test('every paragraph of the report, the headline first, no furniture', () => {
  const { text, stated } = read(newsPage(600));
  const paragraphs = text?.content.split('\n\n') ?? [];
  expect(paragraphs[0]).toBe('Dozens detained in Orlava, network says');
  for (const paragraph of paragraphsOf(600)) expect(paragraphs).toContain(paragraph);
  expect(paragraphs.at(-1)).toBe('Correction: an earlier version said 30 men; the number is 26.');
  expect(text?.content).not.toMatch(/cookies|Another story|Section 1|festival|All rights|Share|not text/);
  expect(stated).toEqual({
    kind: 'news-article',
    title: 'Dozens detained in Orlava, network says',
    publisher: 'The Dvinsk Courier',
    authors: ['Ana Ruiz', 'Ben Ode'],
    publishedAt: '2031-04-03',
    language: 'en-GB',
    url: 'https://courier.example/orlava',
  });
});

test('a page without any marked main part keeps all its paragraphs', () => {
  const body = paragraphsOf(300);
  const { text } = read(`<body><div><div>${body.map((text) => `<div>${text}</div>`).join('')}</div></div>`);
  expect(text?.content).toBe(body.join('\n\n'));
});

test.each([
  ['blocks do not glue', '<p>region</p><div>By Jane</div>', 'region\n\nBy Jane'],
  ['inline marks do not tear', '<p><b>T</b>wo <i>men</i></p>', 'Two men'],
  ['breaks', '<p>One<br>two<br><br>three', 'One\ntwo\n\nthree'],
  ['table', '<table><tr><th>Place<th>Killed<tr><td>Dvinsk<td>2</table>', 'Place | Killed\nDvinsk | 2'],
  ['list', '<ul><li>One<li>Two</ul>', 'One\n\nTwo'],
  ['quotation element', '<p>He said <q>no</q>.', 'He said “no”.'],
  ['struck-out figure', '<p>They killed <del>30</del> 26 men.', 'They killed 26 men.'],
  ['footnote mark after a figure', '<p>26<sup><a href="#f">1</a></sup> men', '26[1] men'],
  ['soft hyphen and no-break filler', '<p>de\u00ADten\uFEFFtions', 'detentions'],
  ['joiners that carry meaning', '<p>می\u200Cخواهم', 'می\u200Cخواهم'],
  ['composed', '<p>Cafe\u0301', 'Café'],
  ['entities', '<p>A &amp; B&nbsp;&#8220;C&#8221;', 'A & B\u00A0“C”'],
])('%s', (_, html, expected) => {
  expect(read(html).text?.content).toBe(expected);
});

test('the same bytes give the same text, and any bytes give text or a reason', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '<table>',
    '<td>',
    '</a>',
    '<a href=x>',
    '<!--',
    '<script>',
    'Two men',
    ' ',
    '&amp;',
    '<br>',
    '\u0000',
    '<h1>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
      const first = read(parts.join(''));
      expect(read(parts.join('')).text).toEqual(first.text);
      expect(first.text === null).toBe(first.noTextReason !== null);
      expect(first.text?.content.isWellFormed() ?? true).toBe(true);
    }),
    { numRuns: 200 },
  );
});
