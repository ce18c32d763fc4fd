import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords, foldText } from './fold-words.ts';
import { parseSearch } from './search-terms.ts';
import { opening, snippet } from './snippet.ts';

test.each([
  ['The Café — “Łódź”', 'the cafe lodz'],
  ['Ёлка и йод', 'елка и йод'],
  ['więzienia STRAßE Ærø', 'wiezienia strasse aero'],
  ['don’t mid-April', 'don t mid april'],
  ['他在北京A1', '他 在 北 京 a1'],
  ['مُحَمَّد', 'محمد'],
  ['हिन्दी', 'हिन्दी'.normalize('NFC')],
  ['ＦＵＬＬ', 'full'],
  ['… — !', ''],
])('folds %j to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

/** Compatibility forms (㆒, ½) fold to several words' worth of letters inside one word, which is as good for finding. */
const composed = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFKC'));

test('folding composed text is idempotent, and every word stands where it says', () => {
  fc.assert(
    fc.property(composed, (text) => {
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
      for (const { start, end } of foldedWords(text)) expect(text.slice(start, end).trim()).not.toBe('');
    }),
  );
});

test('a snippet without its marks is a stretch of the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('mill', 'old', 'sea', 'Ёлка', 'a', '.'), { maxLength: 120 }),
      (words) => {
        const text = words.join(' ');
        const cut = snippet(text, parseSearch('mill "old sea"'));
        if (cut === null) {
          expect(words.includes('mill') || foldText(text).includes('old sea')).toBe(false);
          return;
        }
        expect(cut).toMatch(/⟦(mill|old[ .]+sea)⟧/);
        expect(text).toContain(cut.replace(/[⟦⟧]/g, '').replace(/^… | …$/g, ''));
      },
    ),
  );
});

test('the opening of a long text is cut at a word', () => {
  expect(opening('One two')).toBe('One two');
  expect(opening('word '.repeat(100))).toMatch(/^(word ){29}word …$/);
});

test('in a long text the hit is found wherever it stands, in any script, without reading it all', () => {
  const filler = fc.constantFrom(
    'the road of Sorev, ',
    'дорога в Сорев. ',
    '路在山中，',
    'ΛΟΓΟΣ’Α ',
    'millions ',
    'Straße ',
  );
  const wanted = fc.constantFrom('mill', 'ёлка', '北京', 'ὁδός', 'groß', '"old mill"');
  fc.assert(
    fc.property(
      fc.array(filler, { minLength: 3, maxLength: 9 }),
      wanted,
      fc.nat(9_000),
      (words, term, place) => {
        const parts: string[] = Array.from(
          { length: 9_000 },
          (_, index) => words[(index * 7) % words.length] ?? '',
        );
        parts.splice(place, 0, ` ${term.replaceAll('"', '')} `);
        const text = parts.join('');
        expect(
          snippet(text, parseSearch(term))?.replaceAll(/[⟦⟧]/gu, (mark) => (mark === '⟦' ? '<' : '>')),
        ).toContain(`<${term.replaceAll('"', '')}>`);
        expect(snippet(text, parseSearch('weavers'))).toBeNull();
      },
    ),
    { numRuns: 30 },
  );
});

test('a later stretch in which both terms stand is better than an earlier one with one of them', () => {
  const text = `The mill stood still. ${'Nothing was said. '.repeat(3_000)}At the mill dyers were held. ${'Nothing. '.repeat(3_000)}`;
  expect(snippet(text, parseSearch('dyers mill'))).toContain('At the ⟦mill⟧ ⟦dyers⟧ were held.');
});

test('a term said twice is one, and a thousand of them cost no more', () => {
  expect(parseSearch('mill Mill mill* "old sea" old "Old  sea"').map(({ words }) => words.join(' '))).toEqual(
    ['mill', 'mill', 'old sea', 'old'],
  );
  const text = '02/* '.repeat(1000);
  expect(snippet(text, parseSearch(text))).toContain('⟦02⟧/* ⟦02⟧');
});
