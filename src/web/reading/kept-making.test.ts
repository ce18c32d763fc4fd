import { expect, test } from 'vitest';
import { emptyDraft } from './claim-draft.ts';
import { bodyOfMaking, makingOf, nameOfMaking } from './kept-making.ts';

const draft = { ...emptyDraft({ start: 3, end: 9, exact: '26 died' }), propositionText: 'half a sen' };
const making = { title: 'New claim', drafts: [draft], inPlaceOf: [] };
const note = (body: string) => ({ name: 'claim src_1 new 3 9', body, at: '2031-05-01T12:00:00.000Z' });

test('what is kept is found again as it was', () => {
  expect(makingOf(note(bodyOfMaking(making, true)))).toEqual({
    ...making,
    open: true,
    at: '2031-05-01T12:00:00.000Z',
    name: 'claim src_1 new 3 9',
  });
});

test('each thing that is made or changed is kept by itself', () => {
  const change = { ...making, inPlaceOf: ['clm_1'] };
  const split = { ...change, drafts: [draft, draft] };
  const merge = { ...making, inPlaceOf: ['clm_1', 'clm_2'] };
  const names = [making, change, split, merge].map((one) => nameOfMaking('src_1', one));
  expect(new Set(names).size).toBe(4);
  expect(names[0]).toBe('claim src_1 new 3 9');
});

test.each([
  '',
  '{}',
  'null',
  '{"version":1}',
  '{"version":2,"title":"x","drafts":[],"inPlaceOf":[],"open":true}',
  '[1]',
])('what another version wrote is not read: %s', (body) => {
  expect(makingOf(note(body))).toBeNull();
});
