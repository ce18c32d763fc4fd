import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { BOUND, bindingOf } from './binding.ts';

test('the bytes are canonical JSON, whichever way they are written', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.constantFrom(-0, 0, 1.5, 1e21, null, true, '\u2028', '\u0000', '"', '\\', '/', '\u007f'),
    fc.array(fc.string()),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const written = new TextDecoder().decode(bindingOf(BOUND.record, parts));
      expect(written).toBe(canonicalJson([BOUND.record, ...parts]));
    }),
    { numRuns: 500 },
  );
});

test('half a character is refused', () => {
  expect(() => bindingOf(BOUND.record, ['\ud800'])).toThrow(TypeError);
});
