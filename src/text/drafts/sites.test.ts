import { expect, test } from 'vitest';
import { siteOfBodies } from './sites.ts';

const BEFORE = 'Two men were held for nine days in a former grain depot outside Dol with 40 others. ';

test.each([
  ['On the second night they carried two bodies out', BEFORE, 'grain depot'],
  ['two bodies were buried behind the depot', BEFORE, 'grain depot'],
  ['five bodies were buried behind the old mill', '', 'mill'],
  ['five bodies were found', BEFORE, null],
  ['26 men were killed in the prison', BEFORE, null],
  ['they carried two bodies out', 'It rained. ', null],
])('%s', (clause, before, expected) => {
  expect(siteOfBodies(clause, before)).toBe(expected);
});
