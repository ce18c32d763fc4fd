import { expect, test } from 'vitest';
import { decodedText } from './decoded-text.ts';
import { ORIGINAL_POLICY, originalPage, shownAs } from './original-page.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const COVERED = { pictures: false } as const;

test('the policy lets nothing run, load or leave, and no other site frame it', () => {
  expect(ORIGINAL_POLICY).toContain("default-src 'none'");
  expect(ORIGINAL_POLICY.split('; ')).toContain('sandbox');
  expect(ORIGINAL_POLICY).toContain("frame-ancestors 'self'");
  expect(ORIGINAL_POLICY).not.toMatch(/script-src|unsafe|https?:/u);
});

test.each([
  ['text/html; charset=utf-8', 'page'],
  ['text/csv', 'text'],
  ['image/png', 'picture'],
  ['image/svg+xml', 'nothing'],
  ['application/pdf', 'pdf'],
  ['application/octet-stream', 'nothing'],
])('%s is shown as %s', (mediaType, shown) => {
  expect(shownAs(mediaType)).toBe(shown);
});

test('a text is shown as it is, with nothing of it read as a page', () => {
  expect(originalPage('text/plain', bytes('<script>x</script>'), COVERED)).toContain(
    '<pre dir="auto">&lt;script&gt;x&lt;/script&gt;</pre>',
  );
});

test('a picture is covered until it is asked for', () => {
  expect(originalPage('image/png', bytes('x'), COVERED)).not.toContain('data:');
  expect(originalPage('image/png', bytes('x'), { pictures: true })).toContain(
    'src="data:image/png;base64,eA=="',
  );
});

test('what cannot be shown is refused with what to do', () => {
  expect(() => originalPage('application/pdf', bytes('%PDF'), COVERED)).toThrow('save a copy');
});

test('letters are those that the page names', () => {
  const cyrillic = new Uint8Array([...bytes('<meta charset="windows-1251">'), 0xc4, 0xe0]);
  expect(decodedText(cyrillic)).toContain('Да');
  expect(decodedText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe('A');
  expect(decodedText(bytes('<meta charset="no-such">é'))).toContain('é');
});
