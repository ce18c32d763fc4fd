import { expect, test } from 'vitest';
import { checkGiven, readSidecar } from './given-metadata.ts';

const NOW = new Date('2031-05-01T12:00:00Z');

test.each([
  ['title', 7],
  ['date', '2031-02-30'],
  ['date', '2031-05-09'],
  ['date', 'May 2031'],
  ['lang', 'English language'],
  ['url', 'courier.example/a'],
  ['url', 'file:///etc/hosts'],
  ['kind', 'novel'],
  ['handling', 'secret'],
])('%s: %s is refused with its field', (field, value) => {
  const checked = checkGiven({ [field]: value }, NOW);
  expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual([field]);
});

test.each([
  ['date: 2031-04-02', { publishedAt: '2031-04-02' }],
  ['date: 2031', { publishedAt: '2031' }],
  ['date: 2031-05-02', { publishedAt: '2031-05-02' }],
  ['lang: EN-gb', { language: 'en-GB' }],
  ['author: [M. Halden, P. Orsk]', { authors: ['M. Halden', 'P. Orsk'] }],
  ['author: M. Halden', { authors: ['M. Halden'] }],
  ['handling: sealed', { handling: 'sealed' }],
  ['', { title: null, authors: [] }],
])('the sidecar "%s" is taken', (text, expected) => {
  const read = readSidecar(text, NOW);
  expect(read.ok ? read.value : read.faults).toMatchObject(expected);
});

test.each([
  ['a list', '- a\n- b'],
  ['broken YAML', 'title: "open\nkind: list'],
  ['an alias bomb', 'a: &a [x, x]\ntitle: *a'],
])('%s is refused in words', (_name, text) => {
  const read = readSidecar(text, NOW);
  expect(read.ok).toBe(false);
});
