import { expect, test } from 'vitest';
import { bodyOf, draftOf, emptyDraft } from './incident-draft.ts';

test('an empty form says nothing of time and place', () => {
  expect(bodyOf(emptyDraft(), null)).toMatchObject({ id: null, when: null, place: null, chain: [] });
});

test('what is on record comes back as it was, when only the reason is given', () => {
  const one = {
    incident: {
      id: 'inc_1',
      title: 'Raid on Orsa',
      kind: 'raid',
      when: { edtf: '2031-04', extent: 'throughout' as const },
      clarity: 2 as const,
      place: { key: 'plc_1', name: 'Orsa' },
      measures: [],
      propositions: 2,
      claims: 3,
    },
    propositions: ['prp_1', 'prp_2'],
    before: [{ id: 'inc_0', title: 'The night before' }],
    after: [],
    history: [],
    figures: [{ proposition: { id: 'prp_1', text: 'Weavers killed in Orsa' } }] as never,
    fitting: 1,
    next: null,
  };
  const draft = draftOf(one);
  expect(draft.propositions).toEqual([
    { id: 'prp_1', text: 'Weavers killed in Orsa' },
    { id: 'prp_2', text: 'prp_2' },
  ]);
  expect(bodyOf({ ...draft, reason: 'two days' }, 'inc_1')).toEqual({
    id: 'inc_1',
    title: 'Raid on Orsa',
    kind: 'raid',
    when: { edtf: '2031-04', extent: 'throughout' },
    clarity: 2,
    place: 'plc_1',
    chain: ['inc_0'],
    propositions: ['prp_1', 'prp_2'],
    reason: 'two days',
  });
});
