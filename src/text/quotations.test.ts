import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';
import { quotationsIn } from './quotations.ts';

test.each([
  ['curly', 'He said: “No.”', ['No.']],
  ['straight', 'She said "never" and "no".', ['never', 'no']],
  ['guillemets and low marks', '«Non», „nein“.', ['Non', 'nein']],
  ['single marks beside apostrophes', "The workers' union said: 'We can't go on.'", ["We can't go on."]],
  ['doubled apostrophes', "''It is over,'' he said.", ['It is over,']],
  [
    'plural genitive inside single marks',
    "He said: 'The guards' dogs bit us.'",
    ["The guards' dogs bit us."],
  ],
  ['over paragraphs, opened again', '“One.\n\n“Two.”', ['One.', 'Two.']],
  ['an opening mark that nobody closes', 'He said: “No.\n\nThe end.', []],
])('%s', (_, text, expected) => {
  const found = quotationsIn(text, paragraphsOf(text));
  expect(found.map((quote) => text.slice(quote.innerStart, quote.innerEnd))).toEqual(expected);
});
