import { expect, test } from 'vitest';
import { tokensOf } from '../acts/reading.ts';
import { isCommonWord } from './common-word.ts';
import { mentionsIn, sentencesOf } from './mentions.ts';
import { withoutAsides } from './plain-ground.ts';
import { samePeople } from './same-people.ts';

function people(text: string): string[] {
  const tokens = tokensOf(text);
  return samePeople(tokens.words, mentionsIn(tokens, sentencesOf(tokens))).map(
    ({ type, n, mentions }) => `${type} ${n}: ${mentions.length}`,
  );
}

test.each([
  ['Senator Joren Talvik was shot. Talvik died later. He was 40.', ['name 1: 3']],
  ['JOREN TALVIK, MAYOR OF ABREL, WAS MURDERED. THE MAYOR WAS AT HOME.', ['name 1: 3', 'name 1: 1']],
  ['Two farmers were killed in Velt. The two farmers had left home early.', ['count 2: 2', 'name 1: 1']],
  ['Six priests and two women were killed.', ['count 6: 1', 'count 2: 1']],
  ['A soldier was wounded. The soldier is in hospital.', ['one 1: 2']],
])('the same people are gathered: %s', (text, expected) => expect(people(text)).toEqual(expected));

test('asides are blanked in place, and keep what counts', () => {
  const text = 'six UCA [Central University] students, [9] guards (ABC) [two were killed]';
  const plain = withoutAsides(text);
  expect(plain).toHaveLength(text.length);
  expect(plain.replace(/ +/g, ' ')).toBe('six UCA students, 9 guards [two were killed]');
});

test('common words are known with their endings, names are not', () => {
  expect(['peasants', 'stopped', 'killings', 'quietly'].every(isCommonWord)).toBe(true);
  expect(['talvik', 'joren', 'abrel'].some(isCommonWord)).toBe(false);
});
