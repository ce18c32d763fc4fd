import { expect, it } from 'vitest';
import { parseText } from '../parsed-text.ts';
import { countsNothing, isAccused, isTold } from './no-figure.ts';

it.each([
  ['Fourteen people were held, not sixteen, as we wrote.', 'sixteen', true],
  ['Not sixteen men but their wives were held.', 'sixteen', false],
  ['Open Door has interviewed 23 former detainees.', '23', true],
  ['She interviewed 58 people, including 21 eyewitnesses and six members of the guard.', 'six', true],
  ['He spoke to two dozen relatives.', 'two', true],
  ['He spoke to a doctor who had treated nine of them.', 'nine', false],
  ['She came with three stab wounds.', 'three', true],
  ['Soldiers shot nine farmers.', 'nine', false],
  ['Show me one name, one body.', 'one', true],
  ['They showed one body to us.', 'one', false],
  ['Not one person was killed.', 'one', true],
  ['They said that not a single civilian was killed.', 'single', true],
  ['Not a single one of the detainees was harmed.', 'one', true],
  ['He said that one person was killed.', 'one', false],
  ['Nine farmers and 34 sheep were killed.', '34', true],
  ['The mob burned 30 vehicles and killed nine.', '30', true],
  ['The mob burned 30 vehicles and killed nine.', 'nine', false],
])('%s: %s', (text, number, nothing) => {
  const parsed = parseText(text);
  const at = parsed.tokens.findIndex(({ lower }) => lower === number);
  expect(countsNothing(parsed, at, at + 1)).toBe(nothing);
});

it.each([
  ['They showed her the body.', true],
  ['They told me to go.', true],
  ['They shot her at the gate.', false],
  ['They gave me electric shocks.', false],
])('%s', (text, told) => expect(isTold(parseText(text), 2)).toBe(told));

it.each([
  ['She accused the security chief of ordering it.', 'chief', true],
  ['She accused the security chief, Major General Rolf Amant, of it.', 'amant', true],
  ['The baker was accused and the miller was shot.', 'miller', false],
  ['The man who had accused them shot a miller.', 'miller', false],
])('%s %s', (text, person, accused) => {
  const parsed = parseText(text);
  expect(
    isAccused(
      parsed,
      parsed.tokens.findIndex(({ lower }) => lower === person),
    ),
  ).toBe(accused);
});
