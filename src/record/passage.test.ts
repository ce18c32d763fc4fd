import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorMs } from '../../test/fixtures/processor-time.ts';
import { codePointLength, sliceCodePoints } from './code-points.ts';
import type { CaptureId, Sha256 } from './id.ts';
import { OnRecordError } from './onrecord-error.ts';
import { describePassage, findPassage, type Passage, passageMatches } from './passage.ts';

const capture = `cap_${'0'.repeat(26)}` as CaptureId;
const OLD = '0'.repeat(64) as Sha256;
const NEW = '1'.repeat(64) as Sha256;

function describeWords(text: string, words: string): Passage {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return describePassage({
    capture,
    textSha256: OLD,
    text,
    span: { start, end: start + codePointLength(words) },
  });
}

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '“', 'e\u0301', '👩🏽‍⚖️', '🇺🇳', '\r\n', 'Ч'),
    fc.string({ unit: 'binary' }),
  ),
  minLength: 1,
  maxLength: 120,
});

test('find after describe is the same span, and says so', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (raw, a, b) => {
      const text = raw.toWellFormed();
      const length = codePointLength(text);
      fc.pre(length > 0);
      const start = a % length;
      const end = start + 1 + (b % (length - start));
      const passage = describePassage({ capture, textSha256: OLD, text, span: { start, end } });
      expect(findPassage(passage, text, OLD)).toEqual({ kind: 'unchanged', span: { start, end } });
      expect(passageMatches(passage, text)).toBe(true);
      expect(passage.exact).toBe(sliceCodePoints(text, start, end));
      expect(text).toContain(passage.prefix + passage.exact + passage.suffix);
      expect(codePointLength(passage.prefix)).toBeLessThanOrEqual(32);
      expect(codePointLength(passage.suffix)).toBeLessThanOrEqual(32);
      expect((passage.prefix + passage.suffix).isWellFormed()).toBe(true);
    }),
  );
});

test('words put in front move the passage by their length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (front) => {
      const text = 'The agency said on Monday that 26 people were held in the old barracks.';
      const passage = describeWords(text, '26 people were held');
      const changed = `${front.toWellFormed()}\n${text}`;
      const by = codePointLength(changed) - codePointLength(text);
      expect(findPassage(passage, changed, NEW)).toEqual({
        kind: 'moved',
        span: { start: passage.start + by, end: passage.end + by },
      });
    }),
  );
});

const STORY =
  'In Orsa 26 were held. The ministry denied it. In Varn 26 were held too. “No comment,” it said.';

test.each([
  [
    'same words twice: the surroundings decide',
    '26 were held',
    1,
    (t: string) => `Update. ${t}`,
    'In Varn ',
    'moved',
  ],
  [
    'other quotation marks',
    '“No comment,”',
    0,
    (t: string) => t.replace('“No comment,”', '"No comment,"'),
    null,
    'moved',
  ],
  [
    'broken lines and non-breaking blanks',
    'The ministry denied it.',
    0,
    (t: string) => t.replace('The ministry denied', 'The\u00a0ministry\n  denied'),
    null,
    'moved',
  ],
  [
    'soft hyphens',
    'The ministry denied it.',
    0,
    (t: string) => t.replace('ministry', 'min\u00adis\u00adtry'),
    null,
    'moved',
  ],
  [
    'the words are gone',
    'The ministry denied it.',
    0,
    (t: string) => t.replace('denied', 'confirmed'),
    null,
    'orphan',
  ],
  [
    'short words in a text that has nothing else in common',
    '26',
    0,
    () => 'Gate 26 opens at noon.',
    null,
    'orphan',
  ],
])('re-anchoring: %s', (_, words, nth, change, before, kind) => {
  const first = STORY.indexOf(words);
  const start = nth === 0 ? first : STORY.indexOf(words, first + 1);
  const passage = describePassage({
    capture,
    textSha256: OLD,
    text: STORY,
    span: { start, end: start + words.length },
  });
  const changed = change(STORY);
  const found = findPassage(passage, changed, NEW);
  expect(found.kind).toBe(kind);
  if (found.kind === 'orphan') expect(found.reason).toMatch(/words/);
  else {
    const bare = (s: string) => s.replace(/[“”"\s\u00ad]/g, '');
    expect(bare(changed.slice(found.span.start, found.span.end))).toBe(bare(words));
    if (before !== null) expect(changed.slice(0, found.span.start).endsWith(before)).toBe(true);
  }
});

test('a repeated line goes to the nearest place when the surroundings are equal', () => {
  const line = 'The list was handed over on the fourth day of the month.\n';
  const text = line.repeat(9);
  const start = line.length * 4;
  const passage = describePassage({
    capture,
    textSha256: OLD,
    text,
    span: { start, end: start + line.length - 1 },
  });
  expect(findPassage(passage, text, NEW)).toMatchObject({ kind: 'moved', span: { start } });
});

test('a tolerant match gives back the whole of the words as they stand now', () => {
  const passage = describeWords(STORY, '“No comment,” it said');
  const changed = STORY.replace('“No comment,” it said', '«No  comment,»\tit said');
  const found = findPassage(passage, changed, NEW);
  expect(found.kind === 'orphan' ? found : sliceCodePoints(changed, found.span.start, found.span.end)).toBe(
    '«No  comment,»\tit said',
  );
});

test('same hash but a wrong position is looked for, not trusted', () => {
  const passage = { ...describeWords(STORY, 'The ministry denied it.'), start: 3, end: 26 };
  expect(passageMatches(passage, STORY)).toBe(false);
  expect(findPassage(passage, STORY, OLD)).toMatchObject({
    kind: 'moved',
    span: { start: STORY.indexOf('The ministry') },
  });
});

test('context does not cut a grapheme', () => {
  const text = `e\u0301${'x'.repeat(31)}HERE${'y'.repeat(31)}👩🏽‍⚖️`;
  const passage = describeWords(text, 'HERE');
  expect(passage.prefix).toBe('x'.repeat(31));
  expect(passage.suffix).toBe('y'.repeat(31));
});

test.each([
  [0, 0],
  [2, 1],
  [0, 99],
  [-1, 2],
  [0.5, 2],
])('a span from %d to %d is refused', (start, end) => {
  expect(() => describePassage({ capture, textSha256: OLD, text: 'abc', span: { start, end } })).toThrow(
    OnRecordError,
  );
});

test('a text of many megabytes is searched in moderate time, also when nothing is found', () => {
  const line = 'The  same line – again and “again” – stands here, with all its blanks   . \u00ad\u00ad\n';
  const text = line.repeat(50_000);
  const passage = describePassage({
    capture,
    textSha256: OLD,
    text: `${line.trim()} not quite`,
    span: { start: 0, end: 60 },
  });
  const spent = processorMs(() => {
    const other = { ...passage, exact: `${passage.exact.slice(0, -1)}#` };
    expect(findPassage(other, text, NEW).kind).toBe('orphan');
    expect(findPassage(passage, text, NEW).kind).toBe('moved');
    expect(findPassage(passage, ' '.repeat(3_000_000), NEW).kind).toBe('orphan');
  });
  expect(spent).toBeLessThan(5_000);
});
