import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { ClaimId, PlaceId } from '../../record/id.ts';
import { fileOf } from '../fixtures/kessar-file.ts';
import { type ExchangeFormat, URN_BASE } from '../format.ts';
import { GEOJSON } from '../geojson/geojson-format.ts';
import { type FiledPlace, indexRecord, type RecordFile } from '../record-file/record-file.ts';
import { readCsv } from '../tables/read-csv.ts';
import { ACLED } from './acled-format.ts';
import { eventSpan } from './event-span.ts';
import { placeCodes } from './place-codes.ts';
import { UCDP } from './ucdp-format.ts';

const KESSAR: FiledPlace = {
  id: 'plc_00000000000000000000000001' as PlaceId,
  kind: 'adm1',
  latitude: 43.2,
  longitude: -45.5,
  precision: null,
  wordings: ['Kessar'],
};

/** A record of one outlet that says how many were harmed, each time with its own "when". */
function fileWith(whens: readonly (string | null)[], place: FiledPlace | null = KESSAR): RecordFile {
  const b = new RecordBuilder();
  const outlet = b.actor('Lark Daily');
  const source = b.source({
    publisher: outlet,
    handling: 'public',
    publishedAt: '2017-04-02',
    title: 'Raid',
    text: 'At least 26 people were killed. The guard denies it.',
  });
  for (const [at, edtf] of whens.entries()) {
    const proposition = b.proposition({
      kind: 'count',
      measure: at === 1 ? 'detained' : 'killed',
      text: `People were harmed in Kessar (${at})`,
      scope: { place: 'Kessar' },
    });
    const id = b.claim({
      source,
      proposition,
      stance: 'alleges',
      words: 'At least 26 people were killed',
      quantity: { low: 26, comparator: 'at-least', wording: 'At least 26' },
    });
    const claim = b.claims.get(id);
    if (claim !== undefined)
      b.claims.set(id as ClaimId, { ...claim, when: edtf === null ? null : { edtf, extent: 'within' } });
  }
  return { ...fileOf(b), places: place === null ? [] : [place] };
}

function rowsOf(format: ExchangeFormat, file: RecordFile): readonly Readonly<Record<string, string>>[] {
  const [only] = format.render(file, { base: URN_BASE }).files;
  const read = readCsv(only !== undefined && 'content' in only ? only.content : '');
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.rows.map(({ cells }) => cells);
}

// Crosswalk of shared standards §3.1.
test.each([
  ['2017-02-28', '1', '1', null],
  ['2017-02-25/2017-02-28', '2', '2', '01'],
  ['2017-02-20/2017-02-26', '3', '2', '01'],
  ['2017-03', '4', '3', '02'],
  ['2017-03-XX', '4', '3', '02'],
  ['2017', '5', null, '03'],
  ['2017-02~/2017-04', '5', null, '01'],
  ['2015/2017', null, null, '01'],
])('%s: UCDP %s, ACLED %s, HURIDOCS %s', (edtf, ucdp, acled, huridocs) => {
  const span = eventSpan(fileWith([edtf]).claims);
  expect([span?.ucdp, span?.acled, span?.huridocs]).toEqual([ucdp, acled, huridocs]);
});

test('no time, or an open one, has no code', () => {
  expect(eventSpan(fileWith([null]).claims)).toBeNull();
  expect(eventSpan(fileWith(['2017-02/..']).claims)).toBeNull();
});

test('UCDP-like: bounds that nobody states are empty, not zero, and codes are text with their scheme in the name', () => {
  const [row] = rowsOf(UCDP, fileWith(['2017-03']));
  expect(row).toMatchObject({
    low: '26',
    best: '',
    high: '',
    date_prec: '4',
    date_start: '2017-03-01',
    date_end: '2017-03-31',
    where_prec: '4',
    latitude: '43.2',
    longitude: '-45.5',
    type_of_violence: '',
    event_clarity: '',
    source_original: 'Lark Daily',
    year: '2017',
  });
});

test('what no code fits is left out, and said', () => {
  const file = fileWith(['2015/2017', '2017', null]);
  expect(rowsOf(UCDP, file)).toEqual([]);
  expect(UCDP.render(file, { base: URN_BASE }).leftOut).toMatchObject([{ count: 2 }]);
  expect(rowsOf(ACLED, file)).toEqual([]);
  expect(ACLED.render(file, { base: URN_BASE }).leftOut).toMatchObject([{ count: 3 }]);
});

test('ACLED-like: types by measure, fatalities only of people killed, precision counted its way', () => {
  const rows = rowsOf(ACLED, fileWith(['2017-03-04', '2017-03']));
  expect(
    rows.map((row) => [row.sub_event_type, row.time_precision, row.geo_precision, row.fatalities]),
  ).toEqual([
    ['Attack', '1', '3', '26'],
    ['Arrests', '3', '3', ''],
  ]);
});

test('without a place on record nothing is guessed', () => {
  const file = fileWith(['2017-03'], null);
  expect(placeCodes('Kessar', indexRecord(file))).toEqual({ ucdp: null, acled: null, point: null });
  expect(rowsOf(UCDP, file)[0]).toMatchObject({ where_prec: '', latitude: '', where_description: 'Kessar' });
});

test('a coded precision wins over the kind, in its own scheme', () => {
  const coded = { ...KESSAR, precision: { scheme: 'ucdp-where-prec', code: '5' } };
  expect(placeCodes('the Kessar', indexRecord(fileWith(['2017'], coded)))).toMatchObject({
    ucdp: '5',
    acled: null,
  });
});

test('the crosswalk of places is that of vocab/', () => {
  const list = JSON.parse(
    readFileSync(new URL('../../../vocab/ucdp-where-prec.json', import.meta.url), 'utf8'),
  ) as {
    codes: { code: string; crosswalk?: { scheme: string; code: string }[] }[];
  };
  for (const { code, crosswalk } of list.codes) {
    const coded = { ...KESSAR, precision: { scheme: 'ucdp-where-prec', code } };
    const theirs = crosswalk?.find(({ scheme }) => scheme === 'acled-geo-precision')?.code ?? null;
    expect(placeCodes('Kessar', indexRecord(fileWith(['2017'], coded))).acled).toBe(theirs);
  }
});

test('GeoJSON: longitude first, null where no place is on record (RFC 7946)', () => {
  const geometryOf = (file: RecordFile) => {
    const [only] = GEOJSON.render(file, { base: URN_BASE }).files;
    const parsed = JSON.parse(only !== undefined && 'content' in only ? only.content : '') as {
      type: string;
      features: { type: string; geometry: unknown; properties: object }[];
    };
    expect(parsed.type).toBe('FeatureCollection');
    expect(parsed.features.every(({ type }) => type === 'Feature')).toBe(true);
    return parsed.features[0]?.geometry;
  };
  expect(geometryOf(fileWith(['2017']))).toEqual({ type: 'Point', coordinates: [-45.5, 43.2] });
  expect(geometryOf(fileWith(['2017'], null))).toBeNull();
});
