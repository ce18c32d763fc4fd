import { expect, test } from 'vitest';
import { typedGroups } from './typed-groups.ts';

test.each([
  ['', []],
  ['north = Aldland + Borland\n\n', [{ whole: 'north', parts: ['Aldland', 'Borland'] }]],
  ['a=b', [{ whole: 'a', parts: ['b'] }]],
  ['north', null],
  ['= Aldland', null],
  ['north = Aldland +', null],
])('groups %j', (text, groups) => expect(typedGroups(text)).toEqual(groups));
