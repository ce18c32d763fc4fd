/** Hits in short texts, in any script. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allStandIn, foldForSearch, markedWords } from './marked-words.ts';
import { parseSearch } from './search-terms.ts';

test.each([
  ['Held in the old mill.', 'mill held', '⟦Held⟧ in the old ⟦mill⟧.'],
  ['Held in the old mill.', '"old mill"', 'Held in the ⟦old mill⟧.'],
  ['Held in the old mill.', 'mil', null],
  ['Held in the old mill.', 'mil*', 'Held in the old ⟦mill⟧.'],
  ['Held in the old mill.', 'mill saw', null],
  ['Держали в ёлках', 'елках', 'Держали в ⟦ёлках⟧'],
  ['他在北京', '北京', '他在⟦北京⟧'],
  ['مُحَمَّد هنا', 'محمد', '⟦مُحَمَّد⟧ هنا'],
  ['a ⟦mark⟧ mill', 'mill', 'a  mark  ⟦mill⟧'],
  ['anything', '', null],
])('%s ? %s', (text, query, marked) => expect(markedWords(text, parseSearch(query))).toBe(marked));

test('taking the marks away gives the text, and a hit is marked exactly where all terms stand', () => {
  const word = fc.constantFrom('mill', 'milk', 'old', 'Ёлка', '北', '—');
  fc.assert(
    fc.property(fc.array(word), fc.array(word, { maxLength: 3 }), (text, query) => {
      const [whole, terms] = [text.join(' '), parseSearch(query.join(' '))];
      const marked = markedWords(whole, terms);
      expect(marked !== null).toBe(terms.length > 0 && allStandIn(foldForSearch(whole), terms));
      if (marked !== null) expect(marked.replace(/[⟦⟧]/gu, '')).toBe(whole);
    }),
  );
});
