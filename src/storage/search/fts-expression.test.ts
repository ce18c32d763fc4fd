import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from '../../record/search/search-terms.ts';
import { ftsExpression } from './fts-expression.ts';

test('whatever is typed becomes an expression of quoted words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      expect(ftsExpression(parseSearch(query))).toMatch(/^$|^"[^"]+"( \*)?( AND "[^"]+"( \*)?)*$/u);
    }),
  );
});
