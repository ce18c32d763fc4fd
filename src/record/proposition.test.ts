import { expect, test } from 'vitest';
import { cueIn, neutralWording } from './proposition.ts';

test.each([
  ['Twelve people were reportedly killed in Orsa', 'Twelve people were killed in Orsa'],
  ['Allegedly, soldiers held 40 men', 'soldiers held 40 men'],
  ['40 men were detained, according to witnesses', '40 men were detained'],
  ['According to the Courier, 40 men were detained.', '40 men were detained'],
  ['Visas were denied to villagers', 'Visas were denied to villagers'],
  ['Villagers fled to the U.S.', 'Villagers fled to the U.S.'],
  ['allegedly', 'allegedly'],
])('"%s" becomes "%s"', (text, neutral) => {
  expect(neutralWording(text, 'en')).toBe(neutral);
});

test.each([
  ['Villagers were killed, according to the Courier', 'according to'],
  ['the ministry said that villagers were held', 'said that'],
  ['Villagers were REPORTEDLY held', 'REPORTEDLY'],
  ['Visas were denied to villagers', null],
  ['A man said to be the leader was held', null],
])('the cue in "%s" is %s', (text, cue) => {
  expect(cueIn(text, 'en-GB')).toBe(cue);
});

test('another language is left as it is, but for the full stop', () => {
  expect(neutralWording('Жителей задержали.', 'ru')).toBe('Жителей задержали');
  expect(cueIn('reportedly', 'ru')).toBeNull();
});
