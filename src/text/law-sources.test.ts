import { expect, it } from 'vitest';
import { attributionsOf } from './attributions.ts';
import { parseText } from './parsed-text.ts';

it.each([
  ['According to the law, twelve people were held too long.', 0],
  ['Twelve people were held too long, according to article 5 of the constitution.', 0],
  ['According to Kessari law, twelve people were held too long.', 0],
  ['Twelve people were held, according to an article in the Harbour Courier.', 1],
  ['Twelve people were held, according to a law professor at the university.', 1],
  ['Twelve people were held, according to law enforcement officials.', 1],
  ['Twelve people were held, according to a report by the committee.', 1],
])('%s', (text, speakers) => {
  expect(attributionsOf(parseText(text), null)).toHaveLength(speakers);
});
