import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, html, htmlText, plainLine } from './html.ts';

test.each([
  ['a script tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an attribute break', '" onload="x', '&quot; onload=&quot;x'],
  ['an apostrophe', "it's", 'it&#39;s'],
  ['an entity', '&lt;', '&amp;lt;'],
  ['an unpaired high surrogate', 'a\ud83d', 'a\ufffd'],
  ['an unpaired low surrogate', '\ude00b', '\ufffdb'],
  ['a nul and a non-character', '\u0000\ufffe', '\ufffd\ufffd'],
  ['a pair', '😀', '😀'],
])('%s comes out as text', (_, hostile, expected) => {
  expect(htmlText(html`<p title="${hostile}">${hostile}</p>`)).toBe(`<p title="${expected}">${expected}</p>`);
});

test('data shaped like markup is not taken for markup', () => {
  const forged = JSON.parse('{"Symbol(safe html)":"<script>","__html":"<script>"}');
  expect(htmlText(html`${forged}`)).not.toContain('<script>');
});

test('whatever goes in, no angle bracket, quote or unpaired surrogate comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const out = escapeText(text);
      expect(out).not.toMatch(/[<>"']/);
      expect(out.isWellFormed()).toBe(true);
      expect([...out.replace(/&(amp|lt|gt|quot|#39);/g, '.')].length).toBe([...text].length);
    }),
  );
});

test('a line for a title has no direction signs and keeps whole code points when cut', () => {
  expect(plainLine('a\u202Eb\u2066c\n d')).toBe('abc d');
  expect(plainLine('😀😀😀😀', 3)).toBe('😀😀…');
});
