import { expect, test } from 'vitest';
import * as z from 'zod';
import { questionWords } from './question-words.ts';

const asked = z.strictObject({
  q: z.string().min(1).max(5),
  limit: z.coerce.number().int().min(1).max(500),
  stance: z.enum(['alleges', 'denies']),
  on: z.iso.date(),
  ids: z.array(z.string()).min(2),
  kept: z.boolean(),
  either: z.union([z.literal('a'), z.number()]),
});
const GOOD = {
  q: 'mill',
  limit: 5,
  stance: 'denies',
  on: '2031-04-01',
  ids: ['a', 'b'],
  kept: true,
  either: 'a',
};

test.each([
  [{ q: undefined }, 'is missing'],
  [{ q: '' }, 'must not be empty'],
  [{ q: 'too long' }, 'must have at most 5 letters'],
  [{ q: 7 }, 'must be text'],
  [{ limit: 'many' }, 'must be a number'],
  [{ limit: 1.5 }, 'must be a whole number'],
  [{ limit: 0 }, 'must be 1 or more'],
  [{ limit: 501 }, 'must be 500 or less'],
  [{ stance: 'thinks' }, 'must be one of: alleges, denies'],
  [{ on: '1.4.2031' }, 'must be a day such as 2017-05-18'],
  [{ ids: ['a'] }, 'must hold at least 2'],
  [{ ids: 7 }, 'must be a list'],
  [{ kept: 'yes' }, 'must be true or false'],
  [{ either: {} }, 'is none of the forms that can be asked for'],
  [{ secret: 1 }, 'holds a field that is not known here'],
])('%j: %s', (wrong, words) => {
  const read = asked.safeParse({ ...GOOD, ...wrong });
  expect(read.error?.issues.map(questionWords)).toEqual([words]);
});
