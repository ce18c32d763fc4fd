import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, shownName } from './actor.ts';
import { actorOf } from './entities.cases.ts';

test.each([
  ['The Orsa Courier', 'orsa courier'],
  ['ORSA  COURIER', 'orsa courier'],
  ['Orsa-Courier', 'orsa courier'],
  ['the Courier’s', 'courier'],
  ["The Courier's", 'courier'],
  ['Gazéta Orsy', 'gazeta orsy'],
  ['Więź', 'wiez'],
  ['Łódź Dziś', 'lodz dzis'],
  ['Ёлка', 'елка'],
  ['Но́вая', 'новая'],
  ['Й', 'й'],
  ['U.S. State Department', 'us state department'],
  ['O’Brien', 'obrien'],
  ['ﬁeld desk', 'field desk'],
  ['The', 'the'],
  ['Theatre Desk', 'theatre desk'],
  ['新华社', '新华社'],
  ['हिन्दी', 'हिन्दी'],
  ['—', ''],
])('folds %s to %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('folding a folded name changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name).replace(/^the /, ''))).toBe(foldName(name).replace(/^the /, ''));
    }),
  );
});

test('shows the first name', () => {
  expect(shownName(actorOf())).toBe('The Orsa Courier');
});
