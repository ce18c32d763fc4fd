import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPersonalName, openPersonFinder, personalNamesIn } from '../person-names.ts';
import { mayHoldName } from './name-like.ts';

const find = openPersonFinder(
  [
    { key: 'tasch', spellings: ['Oren Tasch'] },
    { key: 'orsk', spellings: ['Pavel Orsk'] },
    { key: 'petrov', spellings: ['Иван Петров'] },
    { key: 'ali', spellings: ['محمد علي'] },
    { key: 'wang', spellings: ['王小明'] },
    { key: 'pell', spellings: ['Joan Pell'] },
    { key: 'oak', spellings: ['Жители Дуба'], whole: true },
  ],
  ['Interior Guard', 'Pell Foundation', 'Oren Tasch Institute'],
);

const marked = (text: string): string =>
  find(text)
    .toReversed()
    .reduce((now, { start, end, key }) => `${now.slice(0, start)}<${key}>${now.slice(end)}`, text);

describe('names are found', () => {
  test.each([
    ['whole, and by one word', 'Oren Tasch spoke. Tasch left.', '<tasch> spoke. <tasch> left.'],
    ['in capitals and in small letters', 'OREN TASCH; oren tasch', '<tasch>; <tasch>'],
    ['in the possessive', 'Tasch’s men', '<tasch>’s men'],
    ['with a title, which stays', 'Colonel Oren Tasch, Mr. Tasch', 'Colonel <tasch>, Mr. <tasch>'],
    ['with initials', 'O. Tasch and Oren J. Tasch', '<tasch> and <tasch>'],
    ['with a further name', 'Aleksandr Orsk-Velmont', '<orsk>'],
    ['cut by a line end', 'Ta-\nsch said', '<tasch> said'],
    ['with invisible characters inside', 'Ta\u00adsch, T\u200basch', '<tasch>, <tasch>'],
    ['with accents', 'Orén Tásch', '<tasch>'],
    ['declined in Russian', 'Ивана Петрова, Петрову, Петровым', '<petrov>, <petrov>, <petrov>'],
    ['declined in Latin letters', 'Orskowi, Orska', '<orsk>, <orsk>'],
    ['in other letters', 'Орск; Ivan Petrov', '<orsk>; <petrov>'],
    ['with Arabic clitics', 'وقال محمد علي ولعلي', 'وقال <ali>'],
    ['without spaces', '警方说王小明被拘留', '警方说<wang>被拘留'],
    ['inside a word with an apostrophe', 'l’Orsk, Orsk’un', '<orsk>, <orsk>'],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test('what is only nearly a name is nobody’s in particular', () => {
    expect(marked('Tashc said')).toBe('<null> said');
  });

  test('common words, months and bodies are left', () => {
    for (const text of [
      'The Pell Foundation said so in March.',
      'Yesterday the police came.',
      'the Interior Guard of Kessar',
      'Дубы росли',
    ])
      expect(marked(text)).toBe(text);
  });

  test('a body that bears the whole name of somebody hidden does not name them', () => {
    expect(marked('the Oren Tasch Institute')).toContain('<tasch>');
  });

  test('a name that may be none is hidden only where it stands whole', () => {
    expect(marked('Жители Дуба ушли. Жители вернулись.')).toBe('<oak> ушли. Жители вернулись.');
  });

  test('mentions are in order, apart and inside the text; a name put anywhere is found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} Oren Tasch ${after}`;
        let at = 0;
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
        expect(/Tasch/.test(marked(text).replaceAll(before, '').replaceAll(after, ''))).toBe(false);
      }),
    );
  });
});

test.each([
  ['Mira Halden', true],
  ['pavel orsk', true],
  ['de la Cruz', true],
  ['Иван Петров', true],
  ['محمد علي', true],
  ['governor of Kessar', false],
  ['Governor of Kessar', false],
  ['the director', false],
  ['Foreign Minister', false],
  ['Press Desk', false],
  ['Northline staff', false],
  ['Guard', false],
])('whether “%s” is a personal name: %s', (name, expected) => {
  expect(isPersonalName(name)).toBe(expected);
});

test.each([
  ['Ilin Dovar, a weaver', true, ['Ilin Dovar']],
  ['Senator Tal', true, ['Tal']],
  ['Ana Belik, Joren Tal and Mira Sorn', false, ['Ana Belik', 'Joren Tal', 'Mira Sorn']],
  ['the teacher Rosa Quilmen killed in Dol', false, ['Rosa Quilmen']],
  ['Анна Белик', true, ['Анна Белик']],
  ['آنا بليك', true, ['آنا بليك']],
  ['Rohingya', false, []],
  ['gay and bisexual men', false, []],
  ['Men', true, []],
  ["members of the weavers' union", false, []],
  ['Roma families', false, []],
] as const)('personal names in “%s”', (phrase, one, expected) => {
  expect(personalNamesIn(phrase, { one }).map(({ text }) => text)).toEqual(expected);
});

test('words without capitals hold no name where capitals exist', () => {
  const nobody = (): boolean => false;
  expect(mayHoldName('he was beaten by the guards', nobody)).toBe(false);
  expect(mayHoldName('The spokesman said', nobody)).toBe(false);
  expect(mayHoldName('Taash was beaten', nobody)).toBe(true);
  expect(mayHoldName('قال الرجل', nobody)).toBe(true);
});
