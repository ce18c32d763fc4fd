import { expect, test } from 'vitest';
import { fittingMembers, mentionAt, mentionedIn, withMention } from './mention-words.ts';

const MEMBERS = [
  { id: 'm', name: 'Mira' },
  { id: 'l', name: 'Mira Lund' },
  { id: 'o', name: 'Орен' },
];

test.each([
  ['@Mira Lund, look', ['l']],
  ['@Mira and @Mira Lund', ['l', 'm']],
  ['mail to x@Mira.example', ['m']],
  ['@Mirabel', []],
  ['@Орен?', ['o']],
  ['@Оренбург, @Орен', ['o']],
  ['nobody', []],
])('%s mentions %j', (text, ids) => {
  expect(mentionedIn(text, MEMBERS)).toEqual(ids);
});

test('the mention that is being written is found, completed and leaves the caret behind it', () => {
  expect(mentionAt('look, @mi', 9)).toEqual({ from: 6, typed: 'mi' });
  expect(mentionAt('look, @mi', 5)).toBeNull();
  expect(mentionAt('a@mi', 4)).toBeNull();
  expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' });
  expect(fittingMembers(MEMBERS, 'lu').map(({ id }) => id)).toEqual(['l']);
  expect(fittingMembers(MEMBERS, 'ор').map(({ id }) => id)).toEqual(['o']);
  expect(withMention('look, @mi please', { from: 6, caret: 9, name: 'Mira Lund' })).toEqual({
    text: 'look, @Mira Lund please',
    caret: 17,
  });
});
