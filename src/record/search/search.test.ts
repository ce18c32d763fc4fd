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
