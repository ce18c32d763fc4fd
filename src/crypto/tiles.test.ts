import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeEntryBundle,
  decodeTile,
  encodeEntryBundle,
  encodeTile,
  entriesPath,
  LONGEST_ENTRY,
  tilePath,
} from './tiles.ts';

test.each([
  [tilePath(0, 1_234_067), 'tile/0/x001/x234/067'],
  [tilePath(0, 273, 112), 'tile/0/273.p/112'],
  [tilePath(1, 1, 17), 'tile/1/001.p/17'],
  [tilePath(2, 0, 1), 'tile/2/000.p/1'],
  [tilePath(63, 999, 256), 'tile/63/999'],
  [tilePath(0, 1000), 'tile/0/x001/000'],
  [entriesPath(0, 255), 'tile/entries/000.p/255'],
  [entriesPath(1_000_000), 'tile/entries/x001/x000/000'],
])('%s', (path, expected) => expect(path).toBe(expected));

test.each<[string, () => unknown]>([
  ['level 64', () => tilePath(64, 0)],
  ['level -1', () => tilePath(-1, 0)],
  ['index -1', () => tilePath(0, -1)],
  ['half an index', () => entriesPath(0.5)],
  ['width 0', () => tilePath(0, 0, 0)],
  ['width 257', () => entriesPath(0, 257)],
  ['no hashes', () => encodeTile([])],
  ['257 hashes', () => encodeTile(Array.from({ length: 257 }, () => new Uint8Array(32)))],
  ['a short hash', () => encodeTile([new Uint8Array(31)])],
  ['no entries', () => encodeEntryBundle([])],
  ['a long entry', () => encodeEntryBundle([new Uint8Array(1), new Uint8Array(LONGEST_ENTRY + 1)])],
  ['reading width 0', () => decodeTile(new Uint8Array(), 0)],
])('misuse: %s', (_, act) => expect(act).toThrow(TypeError));

test('the entry that is too long is named', () => {
  expect(() => encodeEntryBundle([new Uint8Array(1), new Uint8Array(65_536)])).toThrow(
    'Entry 1 of the bundle has 65536 bytes; 65535 is the most a bundle can hold.',
  );
  const longest = new Uint8Array(LONGEST_ENTRY).fill(9);
  expect(decodeEntryBundle(encodeEntryBundle([longest]), 1)).toEqual({ ok: true, items: [longest] });
});

test('tiles and bundles come back as they were', () => {
  const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.array(hash, { minLength: 1, maxLength: 256 }), (items) => {
      expect(decodeTile(encodeTile(items), items.length)).toEqual({ ok: true, items });
    }),
    { numRuns: 30 },
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { minLength: 1, maxLength: 256 }), (items) => {
      expect(decodeEntryBundle(encodeEntryBundle(items), items.length)).toEqual({ ok: true, items });
    }),
    { numRuns: 30 },
  );
});

test('a bundle that is cut off anywhere, or goes on, is told', () => {
  const bundle = encodeEntryBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(), Uint8Array.of(4)]);
  for (let length = 0; length < bundle.length; length += 1) {
    const read = decodeEntryBundle(bundle.subarray(0, length), 3);
    expect(read).toEqual({ ok: false, fault: expect.stringContaining('cut off') });
  }
  const longer = Uint8Array.of(...bundle, 0, 0);
  expect(decodeEntryBundle(longer, 3)).toEqual({
    ok: false,
    fault: 'The bundle goes on after its 3 entries: 2 bytes too many.',
  });
  expect(decodeTile(new Uint8Array(33), 1)).toEqual({
    ok: false,
    fault: 'The tile should have 32 bytes and has 33.',
  });
});
