import { expect, test } from 'vitest';
import { collectEntities } from './entities.ts';
import { parseText } from './parsed-text.ts';
import { readText } from './read-text.ts';
import { sameActor, spellingsOf } from './same-actor.ts';

const TEXT =
  'The Orlan Human Rights Centre (OHRC) sent two monitors. The Centre said that the gate was locked. Dr. Nadia Kaur, who works for the OHRC, and Pavel Orr left. Kaur said that nine people had died.';
const entities = collectEntities(parseText(TEXT));

test.each([
  ['the OHRC', 'Orlan Human Rights Centre', true],
  ['the Centre', 'OHRC', true],
  ['Dr. Nadia Kaur', 'Kaur', true],
  ['Kaur', 'Pavel Orr', false],
  ['Nadia Kaur', 'Orlan Human Rights Centre', false],
  ['Lena Vey', 'Vey', false],
])('%s and %s: %s', (a, b, same) => {
  expect(sameActor(entities, a, b)).toBe(same);
});

test('all spellings are kept beside a proposed speaker', () => {
  const centre = entities.find(({ name }) => name === 'Orlan Human Rights Centre');
  expect(centre === undefined ? [] : spellingsOf(parseText(TEXT), centre)).toEqual(['OHRC', 'Centre']);
  const speakers = readText({ text: TEXT, publishedAt: null, outlet: null, language: 'en' }).claims.flatMap(
    ({ chain }) => chain,
  );
  expect(speakers.map(({ resolved, aliases }) => [resolved, aliases])).toEqual([
    ['Orlan Human Rights Centre', ['OHRC', 'Centre']],
    ['Nadia Kaur', ['Kaur']],
  ]);
});
