/** Places on record: what words of sources mean, in a person's name, changed and taken back. */
import { expect, test } from 'vitest';
import { countingIds, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { sampleId, sampleRecord } from '../../storage/contract/sample-record.ts';
import { heldPlaces, wordingKey } from './held-places.ts';
import { type PlaceOrder, recordPlace, withdrawPlace } from './record-place.ts';

const BY = { by: 'A. Archivist', reason: 'the village' };

const order = (
  changes: Partial<PlaceOrder> = {},
  fields: Partial<PlaceOrder['fields']> = {},
): PlaceOrder => ({
  id: null,
  fields: {
    kind: 'settlement',
    names: [{ text: 'Orsa', lang: null, kind: 'full' }],
    ids: {},
    latitude: -49.35,
    longitude: 70.22,
    precision: { scheme: 'ucdp-where-prec', code: '1' },
    siteType: null,
    whereabouts: null,
    ...fields,
  },
  partOf: null,
  runBy: [],
  wordings: ['Orsa'],
  ...BY,
  ...changes,
});

async function openDesk() {
  const desk = memoryDesk({ newId: countingIds() });
  await desk.store.append(sampleRecord());
  return desk;
}

test('a wording is one whatever its case, article and accents; areas stay apart', () => {
  expect(wordingKey('Órsa, the Kessar Region')).toBe(wordingKey('orsa, Kessar region'));
  expect(wordingKey('Orsa, Kessar')).not.toBe(wordingKey('Orsa Kessar'));
  expect(wordingKey(' , ')).toBe('');
});

test('a place is recorded, changed and taken back; the log keeps all three', async () => {
  const desk = await openDesk();
  const id = await recordPlace(desk, order({ wordings: ['Orsa', ' Orsa ', 'old Orsa'] }));
  expect(await heldPlaces(desk)).toMatchObject([
    { place: { id, runBy: [] }, wordings: ['Orsa', 'old Orsa'] },
  ]);
  const runBy = [{ actor: sampleId('actor', 4), claim: sampleId('claim', 1) }];
  await recordPlace(desk, order({ id, runBy }, { kind: 'site', latitude: null, longitude: null }));
  expect(await heldPlaces(desk)).toMatchObject([{ place: { kind: 'site', latitude: null, runBy } }]);
  await withdrawPlace(desk, { id, ...BY });
  expect(await heldPlaces(desk)).toEqual([]);
  expect(await desk.store.entriesWith('place-recorded')).toHaveLength(3);
});

test('a wording belongs to the place that named it last', async () => {
  const desk = await openDesk();
  const first = await recordPlace(desk, order({ wordings: ['Orsa', 'Velt'] }));
  const second = await recordPlace(desk, order({ wordings: ['ORSA'] }));
  expect((await heldPlaces(desk)).map(({ place, wordings }) => [place.id, wordings])).toEqual([
    [first, ['Velt']],
    [second, ['ORSA']],
  ]);
});

test.each<[string, PlaceOrder, string]>([
  ['no words of sources', order({ wordings: [' '] }), 'bad-usage'],
  ['no reason', order({ reason: ' ' }), 'bad-usage'],
  ['nobody', order({ by: null }), 'bad-usage'],
  ['half a coordinate', order({}, { longitude: null }), 'invalid-record'],
  ['a place that is not there', order({ id: 'plc_7' }), 'not-found'],
  ['a part of nothing', order({ partOf: sampleId('place', 9) }), 'not-found'],
])('%s is refused and nothing is logged', async (_, wrong, code) => {
  const desk = await openDesk();
  await expect(recordPlace(desk, wrong)).rejects.toMatchObject({ code });
  expect(await desk.store.entriesWith('place-recorded')).toEqual([]);
});

test('no place is a part of its own part', async () => {
  const desk = await openDesk();
  const district = await recordPlace(desk, order({ wordings: ['Kessar'] }, { kind: 'adm1' }));
  const village = await recordPlace(desk, order({ partOf: district }));
  const wrong = order({ id: district, wordings: ['Kessar'], partOf: village });
  await expect(recordPlace(desk, wrong)).rejects.toMatchObject({ code: 'bad-usage' });
});
