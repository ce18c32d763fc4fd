import { expect, it } from 'vitest';
import { parseText } from '../parsed-text.ts';
import { areAddressed, isCounted, placeNames } from './same-person.ts';
import { singlePeople } from './single-people.ts';

function personIn(text: string, words: string) {
  const parsed = parseText(text);
  const person = singlePeople(parsed, { from: 0, to: parsed.tokens.length }).find(
    ({ from, end }) => text.slice(from, end) === words,
  );
  if (person === undefined) throw new Error(`nobody is told of by “${words}”`);
  return { parsed, person };
}

it('names of places are known by where they stand', () => {
  const names = placeNames(
    'KESH, Veloria - A raid in western Veloria, near the city of Orlev. Rosa Venn was killed in Adra.',
  );
  expect([...names].filter((name) => /^(?:veloria|orlev|adra|rosa venn)$/.test(name)).sort()).toEqual([
    'adra',
    'orlev',
    'veloria',
  ]);
});

it.each([
  ['At least one detainee, the poet Farid Orsk, had been beaten.', 'Farid Orsk', true],
  ['One man was shot. Farid Orsk was beaten.', 'Farid Orsk', false],
  ['One died at the gate, and the poet Farid Orsk was beaten.', 'Farid Orsk', false],
])('%s: counted before: %s', (text, words, before) => {
  const { parsed, person } = personIn(text, words);
  const start = /one/i.exec(text)?.index ?? 0;
  expect(isCounted(parsed, person, [{ start, end: start + 3 }])).toBe(before);
});

it('names in a list that is asked to do something are no victims', () => {
  const asked = personIn('Open Door asks Orlund, Northmark and Litava to grant visas.', 'Northmark');
  expect(areAddressed(asked.parsed, asked.person.at)).toBe(true);
  const shot = personIn('Soldiers shot Orsk, Venn and Litava to frighten us.', 'Venn');
  expect(areAddressed(shot.parsed, shot.person.at)).toBe(false);
});
