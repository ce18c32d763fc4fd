import { expect, test } from 'vitest';
import { parseDer, partsOf, rawOf } from './der.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

test('a value is handed out as it stood', () => {
  const [five, rest] = partsOf(parseDer(hex('3007020105300204 00'.replaceAll(' ', ''))));
  expect(Buffer.from(rawOf(five)).toString('hex')).toBe('020105');
  expect(Buffer.from(rawOf(rest)).toString('hex')).toBe('30020400');
});

test.each<readonly [string, string]>([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['a byte after the value', '300000'],
  ['a value cut short', '3003020105'.slice(0, 8)],
  ['a length in a longer form than needed', '308103020105'],
  ['a length with a leading zero', '30820003020105'],
  ['a length that is not said', '30800201050000'],
  ['a child that ends after its parent', '3003020205'.concat('05')],
  ['a child that leaves a byte', '300402010500'],
  ['a tag of several bytes', '1f8101020105'],
  ['nesting without end', '3002'.repeat(1)],
  [
    'nesting too deep',
    Array.from({ length: 62 }, (_, at) => `30${(2 * (61 - at)).toString(16).padStart(2, '0')}`).join(''),
  ],
])('not DER: %s', (_, bytes) => {
  expect(() => parseDer(hex(bytes))).toThrow(TypeError);
});

test('a value without parts has none', () => {
  expect(() => partsOf(parseDer(hex('020105')))).toThrow(/structure was expected/);
  expect(() => partsOf(undefined)).toThrow(TypeError);
});
