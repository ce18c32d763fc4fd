/** Incidents in the order in which they happened, by what is asked for, and what they follow from. */
import { expect, test } from 'vitest';
import { countingIds, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { sampleId, sampleRecord } from '../../storage/contract/sample-record.ts';
import { chainAround, filterIncidents, type IncidentFilter, listIncidents } from './list-incidents.ts';
import { recordIncident } from './record-incident.ts';

async function openDesk() {
  const desk = memoryDesk({ newId: countingIds() });
  await desk.store.append(sampleRecord());
  const record = (title: string, edtf: string | null, more: object = {}) =>
    recordIncident(desk, {
      id: null,
      fields: {
        title,
        kind: title.split(' ')[0]?.toLowerCase() ?? '',
        when: edtf === null ? null : { edtf, extent: 'within' },
        clarity: 1,
      },
      place: null,
      chain: [],
      propositions: [],
      by: 'A. Archivist',
      reason: 'one event',
      ...more,
    });
  const unknown = await record('Fire at the mill', null);
  const raid = await record('Raid on Orsa', '2031-04', { propositions: [sampleId('proposition', 1)] });
  const march = await record('March to Velt', '2031-03-30/2031-04-02', { chain: [raid] });
  return { unknown, raid, march, rows: await listIncidents(desk, { includeProposed: true }) };
}

test('the earliest first, of no known day last; with what is claimed of each', async () => {
  const { rows } = await openDesk();
  expect(rows.map(({ incident, claims, measures }) => [incident.title, claims, measures])).toEqual([
    ['March to Velt', 0, []],
    ['Raid on Orsa', 4, ['killed']],
    ['Fire at the mill', 0, []],
  ]);
});

test.each<[IncidentFilter, string[]]>([
  [{}, ['March to Velt', 'Raid on Orsa', 'Fire at the mill']],
  [{ q: 'orsa' }, ['Raid on Orsa']],
  [{ kind: 'fire' }, ['Fire at the mill']],
  [{ measure: 'killed' }, ['Raid on Orsa']],
  [{ until: '2031-03-31' }, ['March to Velt']],
  [{ from: '2031-04-03' }, ['Raid on Orsa']],
  [{ from: '2031-04-02', until: '2031-04-02' }, ['March to Velt', 'Raid on Orsa']],
])('incidents asked for by %j', async (filter, titles) => {
  const { rows } = await openDesk();
  expect(filterIncidents(rows, filter).map(({ incident }) => incident.title)).toEqual(titles);
});

test('what an incident follows from, and what follows from it', async () => {
  const { rows, raid, march, unknown } = await openDesk();
  const titles = (id: typeof raid) => {
    const { before, after } = chainAround(rows, id);
    return [before.map(({ title }) => title), after.map(({ title }) => title)];
  };
  expect(titles(march)).toEqual([['Raid on Orsa'], []]);
  expect(titles(raid)).toEqual([[], ['March to Velt']]);
  expect(titles(unknown)).toEqual([[], []]);
});
