/** Incidents on record: made of propositions in a person's name, changed and taken back. */
import { expect, test } from 'vitest';
import { countingIds, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import type { IncidentId } from '../../record/id.ts';
import { sampleId, sampleRecord } from '../../storage/contract/sample-record.ts';
import { eraseSource } from '../erase-source.ts';
import { heldIncidents } from './held-incidents.ts';
import { type IncidentOrder, recordIncident, withdrawIncident } from './record-incident.ts';

const BY = { by: 'A. Archivist', reason: 'one raid' };
const KILLED = sampleId('proposition', 1);

const order = (
  changes: Partial<IncidentOrder> = {},
  fields: Partial<IncidentOrder['fields']> = {},
): IncidentOrder => ({
  id: null,
  fields: {
    title: ' Raid on Orsa ',
    kind: 'raid',
    when: { edtf: '2031-04', extent: 'within' },
    clarity: 1,
    ...fields,
  },
  place: null,
  chain: [],
  propositions: [KILLED],
  ...BY,
  ...changes,
});

async function openDesk() {
  const desk = memoryDesk({ newId: countingIds() });
  await desk.store.append(sampleRecord());
  return desk;
}

test('an incident is recorded, changed with its history, and taken back', async () => {
  const desk = await openDesk();
  const id = await recordIncident(desk, order());
  const more = [KILLED.slice(0, 30), sampleId('proposition', 2), KILLED];
  await recordIncident(desk, order({ id, propositions: more, reason: 'the arrests, too' }));
  const [held] = await heldIncidents(desk);
  expect(held).toMatchObject({
    incident: { id, title: 'Raid on Orsa' },
    propositions: [KILLED, sampleId('proposition', 2)],
  });
  expect(held?.history.map(({ by, reason }) => [by, reason])).toEqual([
    ['A. Archivist', 'one raid'],
    ['A. Archivist', 'the arrests, too'],
  ]);
  await withdrawIncident(desk, { id, ...BY });
  expect(await heldIncidents(desk)).toEqual([]);
});

test.each<[string, IncidentOrder, string]>([
  ['no title', order({}, { title: ' ' }), 'invalid-record'],
  ['no date at all', order({}, { when: { edtf: 'in spring', extent: 'within' } }), 'invalid-record'],
  ['no reason', order({ reason: null }), 'bad-usage'],
  ['a proposition that is not there', order({ propositions: ['prp_7'] }), 'not-found'],
  ['a place that is not there', order({ place: sampleId('place', 1) }), 'not-found'],
  ['a chain to nothing', order({ chain: [sampleId('incident', 9)] }), 'not-found'],
])('%s is refused and nothing is logged', async (_, wrong, code) => {
  const desk = await openDesk();
  await expect(recordIncident(desk, wrong)).rejects.toMatchObject({ code });
  expect(await desk.store.entriesWith('incident-recorded')).toEqual([]);
});

test('a chain never leads back', async () => {
  const desk = await openDesk();
  const first = await recordIncident(desk, order());
  const second = await recordIncident(desk, order({ chain: [first] }));
  const third = await recordIncident(desk, order({ chain: [second] }));
  const back = (chain: IncidentId[]) => recordIncident(desk, order({ id: first, chain }));
  await expect(back([third])).rejects.toMatchObject({ code: 'bad-usage' });
});

test('erasing the only source of what it tells erases the incident; one that tells more stays and is named', async () => {
  const desk = await openDesk();
  await recordIncident(desk, order());
  await recordIncident(desk, order({ propositions: [] }, { title: 'Fire at the mill' }));
  const outcome = await eraseSource(desk, {
    source: sampleId('source', 1),
    reason: 'asked for',
    by: 'A. Archivist',
    withParts: false,
  });
  expect((await heldIncidents(desk)).map(({ incident }) => incident.title)).toEqual(['Fire at the mill']);
  expect(outcome.plan.mixed).toEqual([]);
  expect(JSON.stringify(desk.log.entries)).not.toContain('Raid on Orsa');
});
