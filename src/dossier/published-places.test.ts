import { expect, test } from 'vitest';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import type { PlaceId } from '../record/id.ts';
import type { Place } from '../record/place.ts';
import { publishedPlaces } from './published-places.ts';

const SITE: Place = {
  id: 'plc_00000000000000000000000001' as PlaceId,
  kind: 'site',
  names: [{ text: 'The house of Ana Kovac', lang: null, kind: 'full' }],
  ids: { wikidata: 'Q1' },
  latitude: 43.1,
  longitude: 45.6,
  precision: { scheme: 'ucdp-where-prec', code: '1' },
  siteType: null,
  whereabouts: null,
  partOf: null,
  runBy: [],
};

function record() {
  const b = new RecordBuilder();
  b.proposition({ text: 'People are held in the old depot', scope: { place: 'the old depot' } });
  return b.snapshot();
}

test('a place leaves with published words alone: neither its names nor its ids nor words that only the vault has', () => {
  const places = publishedPlaces(
    [{ place: SITE, wordings: ['Old Depot', 'the house of Ana Kovac'] }],
    record(),
  );
  expect(places).toEqual([
    {
      id: SITE.id,
      kind: 'site',
      latitude: null,
      longitude: null,
      precision: { scheme: 'ucdp-where-prec', code: '1' },
      country: null,
      partOf: null,
      wordings: ['the old depot'],
    },
  ]);
});

test('towns and regions leave with their coordinates, a point or a site never does', () => {
  const latitudeOf = (kind: Place['kind']) =>
    publishedPlaces([{ place: { ...SITE, kind }, wordings: ['the old depot'] }], record())[0]?.latitude;
  expect((['settlement', 'adm2', 'adm1', 'country'] as const).map(latitudeOf)).toEqual([
    43.1, 43.1, 43.1, 43.1,
  ]);
  expect((['point', 'site'] as const).map(latitudeOf)).toEqual([null, null]);
});

test('a place that no published word names stays in the vault', () => {
  expect(publishedPlaces([{ place: SITE, wordings: ['the house of Ana Kovac'] }], record())).toEqual([]);
});
