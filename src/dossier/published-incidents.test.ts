import { expect, test } from 'vitest';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import type { IncidentId, PlaceId, PropositionId } from '../record/id.ts';
import { createIncident } from '../record/incident.ts';
import { publishedIncidents } from './published-incidents.ts';
import { publishedPart } from './published-part.ts';

const PLACE = 'plc_00000000000000000000000001' as PlaceId;
const idOf = (n: number) => `inc_0000000000000000000000000${n}` as IncidentId;

function raid(n: number, chain: readonly IncidentId[] = []) {
  return createIncident({
    id: idOf(n),
    title: `Raid number ${n}`,
    kind: 'raid',
    when: { edtf: '2031-04-02', extent: 'within' },
    clarity: 1,
    place: PLACE,
    chain,
  });
}

/** One proposition of a public source, one that a sealed source speaks of too, one of a sealed source alone. */
function records() {
  const b = new RecordBuilder();
  const outlet = b.actor('Lark Daily');
  const text = 'Weavers were taken in Orsa. Weavers were beaten in Orsa.';
  const open = b.source({ publisher: outlet, text });
  const sealed = b.source({ publisher: outlet, text: `${text} Weavers were hidden.`, handling: 'sealed' });
  const [taken, beaten, hidden] = ['taken', 'beaten', 'hidden'].map((what) =>
    b.proposition({ text: `Weavers were ${what}`, scope: { place: 'Orsa' } }),
  ) as [PropositionId, PropositionId, PropositionId];
  b.claim({ source: open, proposition: taken, stance: 'alleges', words: 'Weavers were taken' });
  b.claim({ source: open, proposition: beaten, stance: 'alleges', words: 'Weavers were beaten' });
  b.claim({ source: sealed, proposition: beaten, stance: 'alleges', words: 'Weavers were beaten' });
  b.claim({ source: sealed, proposition: hidden, stance: 'alleges', words: 'Weavers were hidden' });
  const whole = b.snapshot();
  const { record } = publishedPart({ snapshot: whole, texts: b.texts, includeProposed: true });
  return { whole, open: record, taken, beaten, hidden };
}

test('an incident leaves with its published propositions, and not at all when none is published', () => {
  const { whole, open, taken, hidden } = records();
  const shown = publishedIncidents(
    [
      { incident: raid(1), propositions: [taken] },
      { incident: raid(2, [idOf(1)]), propositions: [hidden] },
    ],
    { whole, open, places: new Set([PLACE]) },
  );
  expect(shown.map(({ id, title, place }) => [id, title, place])).toEqual([
    [idOf(1), 'Raid number 1', PLACE],
  ]);
});

test('what a person wrote of an incident stays when a sealed source speaks of it too', () => {
  const { whole, open, taken, beaten } = records();
  const [first, second] = publishedIncidents(
    [
      { incident: raid(1), propositions: [taken, beaten] },
      { incident: raid(2, [idOf(1)]), propositions: [taken] },
    ],
    { whole, open, places: new Set([PLACE]) },
  );
  expect(first).toEqual({
    id: idOf(1),
    title: null,
    kind: null,
    when: null,
    clarity: 1,
    place: null,
    propositions: [taken, beaten],
    chain: [],
  });
  expect(second?.chain).toEqual([]);
});

test('a place that is not published is not named', () => {
  const { whole, open, taken } = records();
  const [only] = publishedIncidents([{ incident: raid(1), propositions: [taken] }], {
    whole,
    open,
    places: new Set(),
  });
  expect(only?.place).toBeNull();
});
