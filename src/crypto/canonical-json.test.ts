import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** RFC 8785 appendix B: IEEE 754 bits and the number as it must be written. */
const NUMBERS: readonly (readonly [string, string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

test.each(NUMBERS)('RFC 8785 appendix B: %s is %s', (bits, written) => {
  expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(written);
});

test('RFC 8785 §3.2.2: literals, numbers and strings', () => {
  const value = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('RFC 8785 §3.2.3: keys are sorted by UTF-16 code units', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual([
    'One',
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('reading back gives the same value, and the order of keys does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      const value: unknown = JSON.parse(JSON.stringify(raw).replaceAll(/\\ud[89a-f][0-9a-f]{2}/gi, ''));
      const written = canonicalJson(value);
      expect(JSON.parse(written)).toEqual(value);
      expect(canonicalJson(reversed(value))).toBe(written);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(entries.reverse());
}

const circle: Record<string, unknown> = {};
circle.self = circle;

test.each<readonly [string, unknown, RegExp]>([
  ['undefined', undefined, /^\$ is undefined/],
  ['an absent member', { a: [{ b: undefined }] }, /^\$\.a\[0\]\.b is undefined/],
  ['a hole in a list', Object.assign([1], { 2: 3 }), /^\$\[1\] is undefined/],
  ['a function', { f: () => 1 }, /^\$\.f is function/],
  ['a big integer', { n: 1n }, /^\$\.n is bigint/],
  ['NaN', [Number.NaN], /^\$\[0\] is not a finite number/],
  ['infinity', { n: Number.POSITIVE_INFINITY }, /not a finite number/],
  ['half a character', { s: 'x\ud800y' }, /^\$\.s holds an unpaired surrogate/],
  ['half a character in a key', { '\udc00': 1 }, /key with an unpaired surrogate/],
  ['a date', { at: new Date(0) }, /^\$\.at is not a plain object/],
  ['a map', { m: new Map() }, /not a plain object/],
  ['a value with toJSON', { v: { toJSON: () => 1 } }, /not a plain object/],
  ['a circle', circle, /circle/],
])('%s is refused with its place', (_, value, message) => {
  expect(() => canonicalJson(value)).toThrow(message);
});

test('a refusal does not repeat the words', () => {
  expect(() => canonicalJson({ s: 'SECRET\ud800' })).toThrow(/^(?!.*SECRET)/);
});
