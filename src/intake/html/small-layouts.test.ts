/** One trap a line: layouts in which a paragraph was lost or could be. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COOKIES, inParagraphs, menu, REPORT } from '../fixtures/saved-page.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readHtml } from './read-html.ts';

const HINTS = { charset: null, now: new Date('2031-06-01T00:00:00Z') };
const TEXTS = REPORT.slice(0, 5);
const TEXT = inParagraphs(TEXTS);
const NAV = `<nav>${menu(9)}</nav>`;
const LONG =
  'He said the men were taken from their homes at night by officers in plain clothes and driven away.';
const COURT =
  'The court ruled that cookies set by the ministry on the phones of 26 men broke the law of consent.';

function read(html: string): readonly string[] {
  const { text } = readHtml(new TextEncoder().encode(`<html>${html}</html>`), HINTS, DEFAULT_LIMITS);
  return text?.content.split('\n\n') ?? [];
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'saved shadow root',
    `<my-app><template shadowrootmode="open"><main>${TEXT}</main></template></my-app><p>${LONG}</p>`,
    [...TEXTS, LONG],
  ],
  ['body hidden until styles load', `<body style="visibility:hidden">${NAV}<div>${TEXT}</div></body>`, TEXTS],
  [
    'page inside a form',
    `<form id=aspnetForm><div class=nav>${menu(50)}</div><div>${TEXT}</div></form>`,
    TEXTS,
  ],
  ['a forum is made of comments', `${NAV}<div class="comments">${TEXT}</div>`, TEXTS],
  [
    'report in a box with the name of furniture',
    `${NAV}<div class="more-news">${TEXT}</div><div><p>${LONG}</p></div>`,
    [...TEXTS, LONG],
  ],
  ['prose in a numbered list', `${NAV}<ol>${TEXTS.map((text) => `<li>${text}</li>`).join('')}</ol>`, TEXTS],
  [
    'terms beside the text',
    `<div><p>${LONG}</p></div><div><dl><dt>Killed</dt><dd>26</dd><dt>Held</dt><dd>40</dd></dl></div>`,
    [LONG, 'Killed', '26', 'Held', '40'],
  ],
  [
    'headline in the banner',
    `<div role=banner><h1>Men held</h1></div><div>${TEXT}</div>`,
    ['Men held', ...TEXTS],
  ],
  [
    'headline as second heading',
    `${NAV}<div><h2>Men held</h2></div><div>${TEXT}</div>`,
    ['Men held', ...TEXTS],
  ],
  ['report in an aside', `${NAV}<aside class="article">${TEXT}</aside>`, TEXTS],
  ['short lines only', `${NAV}<div><p>Killed: 26</p><p>Held: 40</p></div>`, ['Killed: 26', 'Held: 40']],
  [
    'short lines in a column of their own',
    `${NAV}<div><p>${LONG}</p></div><div><div>Killed: 26</div><div>Held: 40</div></div>`,
    [LONG, 'Killed: 26', 'Held: 40'],
  ],
  [
    'each paragraph in two boxes',
    `${NAV}<div><div><div>${LONG}</div></div><div><div>Killed: 26</div></div></div>`,
    [LONG, 'Killed: 26'],
  ],
  [
    'details',
    `<article><p>${LONG}</p><details><summary>Names</summary><p>Oren Talik</p></details></article>`,
    [LONG, 'Names', 'Oren Talik'],
  ],
  [
    'button in a heading, panel hidden',
    `<article><p>${LONG}</p><h3><button>Held in March</button></h3><div hidden><p>${TEXTS[3]}</p></div></article>`,
    [LONG, 'Held in March', TEXTS[3] ?? ''],
  ],
  [
    'rest of a paragraph hidden',
    `<p>${LONG}<span>…</span><span style="display:none"> ${TEXTS[3]}</span></p>`,
    [`${LONG}… ${TEXTS[3]}`],
  ],
  [
    'linked names after a text in a div',
    `<div><div>${LONG}</div><ul><li><a href=a>Oren Talik</a></li><li><a href=b>Davi Morosh</a></li></ul></div>`,
    [LONG, 'Oren Talik', 'Davi Morosh'],
  ],
  [
    'a page that consists of cards',
    `${NAV}<div>${TEXTS.map((text, at) => `<section><h2><a href="/part/${at}">Part ${at}</a></h2><p>${text}</p></section>`).join('')}</div>`,
    TEXTS.flatMap((text, at) => [`Part ${at}`, text]),
  ],
  ['signature of an agency', `<article>${TEXT}<p>(HPA)</p></article>`, [...TEXTS, '(HPA)']],
  ['cookie notice as long as the report', `${COOKIES}${NAV}<div><p>${LONG}</p></div>`, [LONG]],
  ['a report on cookies', `${NAV}<div><p>${COURT}</p></div><div>${TEXT}</div>`, [COURT, ...TEXTS]],
])('%s', (_, html, expected) => {
  expect(read(html)).toEqual(expected);
});

test('no paragraph in unnamed boxes is ever lost, however they are nested', () => {
  const box = fc.constantFrom('div', 'section', 'article', 'main', 'center', 'td');
  const paragraph = fc.constantFrom('p', 'div', 'li', 'blockquote');
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      paragraph.map((tag) => `<${tag}>@</${tag}>`),
      fc.constant(NAV),
      fc
        .tuple(box, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, inner]) =>
          tag === 'td'
            ? `<table><tr><td>${inner.join('')}</td></tr></table>`
            : `<${tag}>${inner.join('')}</${tag}>`,
        ),
    ),
  }));
  fc.assert(
    fc.property(tree, tree, (one, two) => {
      let count = 0;
      const html = (one + two).replace(/@/g, () => {
        count += 1;
        return `Number ${count}: ${LONG}`;
      });
      const text = read(html).join('\n');
      for (let at = 1; at <= count; at += 1) expect(text).toContain(`Number ${at}: ${LONG}`);
    }),
    { numRuns: 400 },
  );
});
