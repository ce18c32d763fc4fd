/** Whatever a text holds, reading never throws, tells the same twice, points into the text, and takes time as the text is long. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReaderAssets } from '../compose/reader-assets.ts';
import { codePointLength, sliceCodePoints } from '../record/code-points.ts';
import type { Span } from '../record/passage.ts';
import { openTextReader } from './open-text-reader.ts';
import type { Reading } from './proposed-claim.ts';

/** `SLOW=1` tries more. */
const SPARING = process.env.SLOW === '1' ? 1 : 2;

const READER = openTextReader(await readReaderAssets());

function read(text: string): Reading {
  return READER.read({ text, publishedAt: '2031-04-02', outlet: 'The Mirror', language: 'en' });
}

function spansOf(reading: Reading): Span[] {
  return reading.claims.flatMap(({ content, evidence, chain }) => [
    ...content,
    ...(evidence === null ? [] : [evidence]),
    ...chain.flatMap(({ span, cue }) => (span === null ? [cue.span] : [span, cue.span])),
  ]);
}

function expectSound(text: string): Reading {
  const reading = read(text);
  const length = codePointLength(text);
  for (const { start, end } of spansOf(reading)) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(length);
  }
  for (const { chain, confidence, draft } of reading.claims) {
    expect(confidence >= 0 && confidence <= 1).toBe(true);
    if (draft.sameAs !== null) expect(draft.sameAs).toBeLessThan(reading.claims.length);
    for (const { cue } of chain)
      expect(sliceCodePoints(text, cue.span.start, cue.span.end).replace(/\s+/g, ' ')).toBe(cue.text);
  }
  expect(read(text)).toEqual(reading);
  return reading;
}

const PIECES = [
  ...[
    'said',
    'said that',
    'denied',
    'according to',
    'told',
    'Police',
    'The ministry',
    'he',
    'who',
    'Kessar',
    'the',
  ],
  ...[
    '26',
    '1,000',
    'more than',
    'dozens',
    'men',
    'were killed',
    'detained',
    'on 3 May',
    'last week',
    'not',
    'no',
  ],
  ...[
    '“',
    '”',
    '"',
    "'",
    '’',
    "''",
    '«',
    '»',
    '(',
    ')',
    '[',
    '—',
    '-',
    '.',
    ',',
    ':',
    ';',
    '?',
    '…',
    'Mr.',
    'U.S.',
  ],
  ...[
    '\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\0',
    '\ud800',
    '\udc00',
    '😀',
    'e\u0301\u0323',
    '\u202e',
    '\u200d',
    '\ufeff',
  ],
  ...[
    'Полиция',
    'ИВАН',
    '警方',
    'الشرطة',
    'İ',
    'ß',
    'ﬁ',
    '５',
    '٣',
    'constructor',
    '__proto__',
    'hasOwnProperty',
  ],
];

describe('any text', () => {
  test('letters of any kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expectSound(text)),
      { numRuns: 300 / SPARING },
    );
  });

  test('broken pairs', () => {
    const unit = fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 100 }), (text) => void expectSound(text)),
      { numRuns: 100 },
    );
  });

  test('words and marks of reports in any order', () => {
    const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
    const joint = fc.constantFrom(' ', '', '  ', '\n');
    let claims = 0;
    fc.assert(
      fc.property(words, joint, (parts, between) => {
        claims += expectSound(parts.join(between)).claims.length;
      }),
      { numRuns: 1000 / SPARING },
    );
    expect(claims).toBeGreaterThan(10);
  });

  test('code points, not code units', () => {
    const plain = 'Police said that six people died.';
    const [before] = read(plain).claims;
    const [after] = read(`😀😀 \n\n${plain}`).claims;
    const shift = codePointLength('😀😀 \n\n');
    expect(after?.content[0]?.start).toBe((before?.content[0]?.start ?? 0) + shift);
  });
});

const SENTENCE =
  'police in kessar said on tuesday that twenty six men were killed and more than a hundred detained ';
const LONG: readonly (readonly [string, (length: number) => string])[] = [
  ['one letter', (n) => 'a'.repeat(n)],
  ['one capital', (n) => 'A'.repeat(n)],
  ['quotation marks', (n) => '"'.repeat(n)],
  ['opening quotation marks', (n) => '“'.repeat(n)],
  ['quotations in quotations', (n) => '“a '.repeat(n / 6) + 'b” '.repeat(n / 6)],
  ['plural genitives', (n) => "the 'boys' and ".repeat(n / 15)],
  ['brackets', (n) => '('.repeat(n)],
  ['brackets with words', (n) => '(men '.repeat(n / 5)],
  ['"said" alone', (n) => 'said '.repeat(n / 5)],
  ['"he said that" alone', (n) => 'he said that '.repeat(n / 13)],
  ['"according to" alone', (n) => 'according to '.repeat(n / 13)],
  ['no punctuation', (n) => SENTENCE.repeat(n / SENTENCE.length)],
  ['one paragraph', (n) => `${SENTENCE.trim()}. `.repeat(n / SENTENCE.length)],
  ['names', (n) => 'Orlo Kessar '.repeat(n / 12)],
  ['numbers', (n) => '26 and 1,000 men '.repeat(n / 17)],
  ['commas', (n) => ','.repeat(n)],
  ['hyphens', (n) => 'a-'.repeat(n / 2)],
  ['lines', (n) => 'Police said\n'.repeat(n / 12)],
  ['blank lines', (n) => '\n'.repeat(n)],
  ['marks on one letter', (n) => `a${'\u0301'.repeat(n)}`],
  [
    'many names',
    (n) =>
      Array.from(
        { length: n / 50 },
        (_, i) => `Mr. O${nameOf(i)}ov, a doctor, said that men were shot. `,
      ).join(''),
  ],
  [
    'many places',
    (n) =>
      Array.from({ length: n / 50 }, (_, i) => `Two men were shot in the K${nameOf(i)}a region. `).join(''),
  ],
];

function nameOf(i: number): string {
  return [...i.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
}

/** Milliseconds of processor time: other programs on the machine do not count. */
function spent(text: string): number {
  const before = process.cpuUsage();
  const { claims } = read(text);
  expect(claims.length).toBeGreaterThanOrEqual(0);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Code units. */
const BASE = 12_000;
/** A time that grows as the text does gives 4; one that grows as its square 16. */
const TIMES = 4;

describe('time grows as the text does', () => {
  test.each(LONG)(
    '%s',
    (_, make) => {
      spent(make(BASE));
      const small = Math.max(20, Math.min(spent(make(BASE)), spent(make(BASE))));
      const large = Math.min(spent(make(BASE * TIMES)), spent(make(BASE * TIMES)));
      expect(large / small).toBeLessThan(9);
    },
    120_000,
  );

  test('200,000 characters of anything are read', () => {
    for (const [, make] of LONG.slice(0, 5)) expect(read(make(200_000)).claims).toBeDefined();
  }, 120_000);
});
