import { describe, expect, test } from 'vitest';
import { tokensOf } from '../acts/reading.ts';
import { comparedFigures } from './compared.ts';
import { countIn } from './counted-speakers.ts';
import { enduredBy } from './endured.ts';
import { itemsIn } from './items.ts';
import { isParagraphNumber } from './paragraph-number.ts';

function figures(text: string): string[] {
  return itemsIn(tokensOf(text)).map(({ quantity, measure }) => `${quantity?.wording} ${measure}`);
}

describe('figures set beside another', () => {
  test.each([
    ['We registered 418 arrests, compared with 97 the year before.', ['418 detained', '97 detained']],
    [
      'Thirty-seven were cut down in Kigeme, and in Rusiga sixteen.',
      ['Thirty-seven killed', 'sixteen killed'],
    ],
    [
      'In June 48 persons were assassinated and 23 disappeared, compared with 31 and 11 in May.',
      ['48 killed', '23 disappeared', '31 killed', '11 disappeared'],
    ],
    ['The number of prisoners rose from 210 to 345.', ['345 detained', '210 detained']],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  test('count nothing where no figure stands before', () =>
    expect(comparedFigures(tokensOf('compared with 97 the year before'), [], () => false)).toEqual([]));
});

describe('what people went through, by a noun', () => {
  test('the speakers are counted', () =>
    expect(enduredBy(tokensOf('severe beatings'), () => countIn('Forty of them'))).toMatchObject({
      measure: 'tortured',
      quantity: { best: 40 },
    }));
  test('nobody is counted where nobody speaks', () =>
    expect(enduredBy(tokensOf('severe beatings'), () => countIn('The woman'))).toBeNull());
  test('an assault on a town is none', () =>
    expect(enduredBy(tokensOf('the assault on the town'), () => countIn('Forty of them'))).toBeNull());
});

test('the number of a paragraph is no figure', () => {
  const text = '1. Six died. 2. Ten fled.';
  expect(isParagraphNumber({ text, start: 13, end: 15 })).toBe(true);
  expect(isParagraphNumber({ text: 'How many? 14.', start: 10, end: 13 })).toBe(false);
});
