import { expect, test } from 'vitest';
import { safeUrl } from './safe-url.ts';

test.each([
  ['https://news.example/a?b=1', 'https://news.example/a?b=1'],
  ['http://news.example', 'http://news.example/'],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['file:///etc/passwd', null],
  ['https://user:secret@news.example/', null],
  ['//news.example/a', null],
  ['not an address', null],
  ['', null],
  [null, null],
])('%j becomes %j', (address, expected) => {
  expect(safeUrl(address)).toBe(expected);
});
