import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretLine } from './secret-line.ts';

const UP = '\u001b[A';
const F5 = '\u001b[15~';
const HOME = '\u001bOH';
const PASTE = ['\u001b[200~', '\u001b[201~'] as const;

test.each<readonly [string, string, string, string]>([
  ['plain words', 'five dull words\r', 'done', 'five dull words'],
  ['a line feed', 'abc\n', 'done', 'abc'],
  ['Cyrillic and emoji', 'слово 🗝️\r', 'done', 'слово 🗝️'],
  ['backspace', 'abx\u007f\bb\r', 'done', 'ab'],
  ['backspace at the start', '\u007f\u007fa\r', 'done', 'a'],
  ['backspace takes a whole character', 'a🗝\u007f\r', 'done', 'a'],
  ['Ctrl-U clears', 'wrong\u0015right\r', 'done', 'right'],
  ['Ctrl-W takes a word', 'one two  \u0017\r', 'done', 'one '],
  ['arrows and function keys', `a${UP}b${F5}c${HOME}d\r`, 'done', 'abcd'],
  ['Alt and a letter', 'a\u001bxb\r', 'done', 'ab'],
  ['pasted text', `${PASTE[0]}abc${PASTE[1]}\r`, 'done', 'abc'],
  ['tabs and other controls', 'a\tb\u0001c\r', 'done', 'abc'],
  ['what follows Enter', 'abc\rdef', 'done', 'abc'],
  ['nothing yet', 'abc', 'open', 'abc'],
  ['Ctrl-C', 'abc\u0003', 'stopped', ''],
  ['Ctrl-D at the start', '\u0004', 'stopped', ''],
  ['Ctrl-D after words', 'abc\u0004', 'done', 'abc'],
  ['Ctrl-C inside a sequence', 'a\u001b[\u0003', 'stopped', ''],
])('%s', (_, keys, state, text) => {
  const whole = secretLine();
  expect([whole.feed(keys), whole.text]).toEqual([state, text]);
  const single = secretLine();
  for (const key of keys) single.feed(key);
  expect([single.feed(''), single.text]).toEqual([state, text]);
});

test('a flood is cut, not kept', () => {
  const line = secretLine();
  line.feed('x'.repeat(100_000));
  expect(line.text).toHaveLength(4096);
});

test('printable text comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
      fc.pre(!/\p{Cc}/u.test(words));
      const line = secretLine();
      expect([line.feed(`${words}\r`), line.text]).toEqual(['done', words]);
    }),
  );
});
