import { expect, test } from 'vitest';
import { reportOf } from './pdf-messages.ts';

test.each([
  [{ kind: 'ready', more: 1 }, { kind: 'ready' }],
  [
    { kind: 'fault', why: '<b>' },
    { kind: 'fault', why: 'damaged' },
  ],
  [
    { kind: 'shown', page: 2, pages: 9, found: true },
    { kind: 'shown', page: 2, pages: 9, found: true },
  ],
  [
    { kind: 'shown', page: 2, pages: 9, found: 'x' },
    { kind: 'shown', page: 2, pages: 9, found: null },
  ],
  [{ kind: 'shown', page: 10, pages: 9 }, null],
  [{ kind: 'shown', page: '<img>', pages: 9 }, null],
  [{ kind: 'shown', page: Number.NaN, pages: 9 }, null],
  ['ready', null],
  [null, null],
])('%j is read as %j', (data, report) => expect(reportOf(data)).toEqual(report));
