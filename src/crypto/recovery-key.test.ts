import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryKey, recoveryKeyText } from './recovery-key.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const groupsOf = (text: string): string[] => text.split(/[-\n]/u);
const read = (groups: readonly string[]) => readRecoveryKey(groups.join('-'));

test('reading undoes writing', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(readRecoveryKey(recoveryKeyText(key))).toEqual({ ok: true, key });
    }),
  );
});

test('the paper has three lines of groups of five symbols, without I, L, O and U', () => {
  const text = recoveryKeyText(new Uint8Array(32).fill(0xa5));
  expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z-]+\n[0-9A-HJKMNP-TV-Z-]+\n[0-9A-HJKMNP-TV-Z-]+$/u);
  expect(groupsOf(text).map((group) => group.length)).toEqual(Array(13).fill(5));
});

test('small letters, look-alikes, spaces, dashes of all kinds or none are accepted', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom('', ' ', '-', '\n', ' – ', '\r\n'), (key, between) => {
      const typed = groupsOf(recoveryKeyText(key))
        .join(between)
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l');
      expect(readRecoveryKey(`  ${typed}\n`)).toEqual({ ok: true, key });
    }),
  );
});

test('one wrong symbol anywhere is found and its group named', () => {
  fc.assert(
    fc.property(keys, fc.nat(12), fc.nat(4), fc.constantFrom(...SYMBOLS), (key, place, at, symbol) => {
      const groups = groupsOf(recoveryKeyText(key));
      const group = groups[place] ?? '';
      fc.pre(group[at] !== symbol);
      const changed = groups.with(place, group.slice(0, at) + symbol + group.slice(at + 1));
      expect(read(changed)).toMatchObject({ ok: false, groups: [place + 1] });
    }),
  );
});

test('two symbols that changed places in a group are found', () => {
  fc.assert(
    fc.property(keys, fc.nat(12), fc.nat(4), fc.nat(4), (key, place, one, other) => {
      const groups = groupsOf(recoveryKeyText(key));
      const symbols = [...(groups[place] ?? '')];
      fc.pre(symbols[one] !== symbols[other]);
      const changed = symbols.with(one, symbols[other] ?? '').with(other, symbols[one] ?? '');
      expect(read(groups.with(place, changed.join('')))).toMatchObject({ ok: false, groups: [place + 1] });
    }),
  );
});

test('two groups that changed places are both named', () => {
  fc.assert(
    fc.property(keys, fc.nat(12), fc.nat(12), (key, one, other) => {
      fc.pre(one !== other);
      const groups = groupsOf(recoveryKeyText(key));
      const changed = groups.with(one, groups[other] ?? '').with(other, groups[one] ?? '');
      const places = [one + 1, other + 1].toSorted((a, b) => a - b);
      expect(read(changed)).toMatchObject({ ok: false, groups: places });
    }),
  );
});

test('several faults are all named, and the message holds nothing of the key', () => {
  const groups = groupsOf(recoveryKeyText(new Uint8Array(32).fill(0x5a)));
  const result = read(groups.with(1, 'UUUUU').with(4, '0000').with(12, 'ZZZZZZ'));
  expect(result).toEqual({
    ok: false,
    groups: [2, 5, 13],
    message: 'Groups 2, 5, 13 are not as printed: compare with the paper and type again.',
  });
});

test.each([
  ['nothing', ''],
  ['a group too few', 'AAAAA '.repeat(12)],
  ['a group too many', 'AAAAA '.repeat(14)],
])('%s says how many symbols are expected', (_, typed) => {
  expect(readRecoveryKey(typed)).toMatchObject({
    ok: false,
    groups: [],
    message: expect.stringMatching(/13 groups of 5 symbols; this has \d+/),
  });
});

test('bits beyond the key must be zero: one key has one spelling', () => {
  const seen = new Set<string>();
  const groups = groupsOf(recoveryKeyText(new Uint8Array(32)));
  for (const last of SYMBOLS)
    for (const check of SYMBOLS) {
      const result = read(groups.with(12, `000${last}${check}`));
      if (result.ok) seen.add(Buffer.from(result.key).toString('hex'));
      else expect(result.groups).toEqual([13]);
    }
  expect(seen).toEqual(new Set(['00'.repeat(32), `${'00'.repeat(31)}01`]));
});

test('a key of another length is refused', () => {
  expect(() => recoveryKeyText(new Uint8Array(31))).toThrow(/32 bytes/);
});
