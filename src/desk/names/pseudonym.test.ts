import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameHash, pseudonyms } from './pseudonym.ts';

const KEY = '5a'.repeat(32);

test('one person, one pseudonym, whoever else is there and in whatever order', () => {
  const alone = pseudonyms(KEY, ['Oren Tasch']).get('Oren Tasch');
  const among = pseudonyms(KEY, ['Ana Belik', 'Oren Tasch', 'Pavel Orsk']).get('Oren Tasch');
  expect(alone).toMatch(/^Person [2-9B-DF-HJKMNP-TV-Z]{5}$/);
  expect(among).toBe(alone);
  expect(pseudonyms(KEY, ['OREN  tasch']).get('OREN  tasch')).toBe(alone);
  expect(pseudonyms('5b'.repeat(32), ['Oren Tasch']).get('Oren Tasch')).not.toBe(alone);
});

test('many names have as many pseudonyms, in no order of theirs', () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `Name${String(at).padStart(5, '0')} Tal`);
  const called = [...pseudonyms(KEY, names).values()];
  expect(new Set(called).size).toBe(names.length);
  const rising = called.filter((one, at) => at > 0 && one > (called[at - 1] ?? '')).length;
  expect(rising / called.length).toBeGreaterThan(0.45);
  expect(rising / called.length).toBeLessThan(0.55);
});

test('no letter of the name is in what it is made of', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      expect(nameHash(KEY, name)).toMatch(/^[0-9a-f]{64}$/);
    }),
  );
});
