/** Grouping of records into persons: strong links, chains, and what persons decided. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componentsOf } from './components.ts';
import { resolve } from './resolve.ts';

const pairs = (...given: readonly (readonly [number, number, number])[]) => ({
  left: Int32Array.from(given, ([a]) => a),
  right: Int32Array.from(given, ([, b]) => b),
  weight: Float32Array.from(given, ([, , bits]) => bits),
});

test('records with a strong link are one person, others are not', () => {
  expect([...resolve(4, pairs([0, 2, 9], [1, 3, -4]))]).toEqual([0, 1, 0, 3]);
});

test('a weak chain does not join two people who differ', () => {
  expect([...resolve(3, pairs([0, 1, 9], [1, 2, 1], [0, 2, -15]))]).toEqual([0, 0, 2]);
  expect([...resolve(3, pairs([0, 1, 9], [1, 2, 3], [0, 2, -1]))]).toEqual([0, 0, 0]);
});

test('must-link and must-not-link bind, whatever the weights say', () => {
  const weak = pairs([0, 1, -8], [1, 2, 12], [0, 2, 12]);
  expect([...resolve(3, weak, { same: [[0, 1]], different: [[1, 2]] })]).toEqual([0, 0, 2]);
});

test('people who must differ are never in one group', () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: -10, max: 20 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), fc.nat(9), fc.nat(9), (given, a, b) => {
      const fair = given.filter(([one, other]) => one < other);
      const groups = resolve(10, pairs(...fair), { same: [], different: a === b ? [] : [[a, b]] });
      if (a !== b) expect(groups[a]).not.toBe(groups[b]);
      for (const name of groups) expect(groups[name]).toBe(name);
    }),
  );
});

test('components are chains of links', () => {
  expect(
    componentsOf(5, [
      [0, 3],
      [3, 1],
    ]),
  ).toEqual([[0, 1, 3]]);
});
