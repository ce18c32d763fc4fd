import { expect, test } from 'vitest';
import { holdsWords } from './holds-words.ts';

test.each([
  ['pol rec', 'Police records, 2031', true],
  ['ICE', 'Police records', false],
  ['josé', 'JOSE', true],
  ['спис', 'Полный Список', true],
  ['', 'anything', true],
  ['two', 'one', false],
])('%j in %j: %s', (words, text, holds) => expect(holdsWords(words)(text)).toBe(holds));
