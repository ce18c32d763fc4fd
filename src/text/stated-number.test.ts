import { expect, test } from 'vitest';
import { readText } from './read-text.ts';
import { statedNumber } from './stated-number.ts';

test.each<readonly [string, number, number | null]>([
  ['three former officers', 3, 3],
  ['two people', 2, 2],
  ['Two of the survivors', 2, 2],
  ['the two men', 2, 2],
  ['another three officials', 3, 3],
  ['a group of four lawyers', 4, 4],
  ['more than a dozen survivors', 13, null],
  ['at least five residents', 5, null],
  ['up to six guards', 1, 6],
  ['between ten and 15 witnesses', 10, 15],
  ['about 20 refugees', 1, null],
  ['dozens of residents', 1, null],
  ['several officials', 1, null],
  ['sources close to the governor', 1, null],
  ['Rights groups', 1, null],
  ['residents of two villages', 1, null],
  ['15 interviewees', 15, 15],
  ['both men', 2, 2],
])('“%s” are %s to %s', (named, min, max) => expect(statedNumber(named)).toEqual({ min, max }));

test.each([
  'a resident',
  'one of the men',
  'a 43-year-old teacher',
  'a source in the ministry of two states',
  'a spokesman for three families',
  'the doctor',
  'it was reported',
  'reportedly',
  'reports',
  'two media reports',
  'he',
  '',
])('“%s” states no number', (named) => expect(statedNumber(named)).toBeNull());

const chains = (text: string, language: string) =>
  readText({ text, publishedAt: '2031-04-01', outlet: 'The Lark', language }).claims.map(({ chain }) =>
    chain.map(({ named, stated }) => [named, stated ?? null]),
  );

test('the reader tells it of unnamed speakers alone, in three languages', () => {
  const three = { min: 3, max: 3 };
  expect(chains('Three former officers said that six people were killed in Orsa.', 'en')).toEqual([
    [['Three former officers', three]],
  ]);
  expect(chains('The ministry said that six people were killed in Orsa.', 'en')[0]?.[0]?.[1]).toBeNull();
  expect(chains('Трое бывших офицеров сообщили, что погибли шесть человек.', 'ru')).toEqual([
    [['Трое бывших офицеров', three]],
  ]);
  expect(chains('Свидетели сообщили, что погибли шесть человек.', 'ru')[0]?.[0]?.[1]).toEqual({
    min: 1,
    max: null,
  });
  expect(chains('Tres testigos dijeron que murieron seis personas.', 'es')).toEqual([[['testigos', three]]]);
  expect(chains('Un testigo dijo que murieron seis personas.', 'es')[0]?.[0]?.[1]).toBeNull();
});
