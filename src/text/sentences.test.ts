import { expect, test } from 'vitest';
import { parseText } from './parsed-text.ts';

test.each([
  ['titles and initials', 'Mr. A. Dresh spoke. Gen. Osk left.', ['Mr. A. Dresh spoke.', 'Gen. Osk left.']],
  [
    'a quotation with its speaker',
    '“We fled. It was night,” she said. “We ran.”',
    ['“We fled. It was night,” she said.', '“We ran.”'],
  ],
  ['a question and its speaker', '“Who came?” Halvek asked.', ['“Who came?” Halvek asked.']],
  [
    'a sentence before a quotation',
    'They denied it. "There was none," they said.',
    ['They denied it.', '"There was none," they said.'],
  ],
  ['a heading without a full stop', 'Dozens held\n\nPolice came.', ['Dozens held', 'Police came.']],
  ['abbreviated states', 'The U.S. army left. It went.', ['The U.S. army left.', 'It went.']],
])('%s', (_, text, expected) => {
  const parsed = parseText(text);
  const found = parsed.sentences.map((s) =>
    text.slice(parsed.tokens[s.from]?.start, parsed.tokens[s.to - 1]?.end),
  );
  expect(found).toEqual(expected);
});
