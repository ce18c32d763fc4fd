/** Places gathered from the words of sources: what a person recorded, what is only proposed, what is asked for. */
import { expect, test } from 'vitest';
import { countingIds, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import type { Proposition } from '../../record/proposition.ts';
import {
  captured,
  proposed,
  SAMPLE_ACTORS,
  SAMPLE_TEXT,
  sampleClaim,
  sampleId,
  sampleProposition,
} from '../../storage/contract/sample-record.ts';
import { facetsOf, filterPlaces, type PlaceFilter } from './filter-places.ts';
import { type LocateWording, listPlaces } from './list-places.ts';
import { onePlace } from './one-place.ts';
import { recordPlace } from './record-place.ts';

const KNOWN: Readonly<Record<string, [kind: 'country' | 'settlement', code: string]>> = {
  Ostrana: ['country', '6'],
  'Port Calder': ['settlement', '1'],
};

/** A gazetteer of two invented places. */
const locate: LocateWording = (wording) => {
  const [kind, code] = KNOWN[wording] ?? [];
  if (kind === undefined || code === undefined)
    return { place: null, because: 'not listed', candidates: ['Orsa, Ostrana', 'Orsa, Vessen'] };
  const place = {
    name: wording,
    kind,
    country: 'QM',
    latitude: -49,
    longitude: 70,
    radiusKm: null,
    precision: { scheme: 'ucdp-where-prec', code },
  };
  return { place, because: 'the only one', candidates: [] };
};

const at = (
  number: number,
  place: string | null,
  measure: 'killed' | 'detained' = 'killed',
): Proposition => ({
  ...sampleProposition(number, measure),
  scope: { group: 'fishermen', place, by: null, actor: null },
});

async function openDesk() {
  const desk = memoryDesk({ newId: countingIds() });
  const claim = (number: number, proposition: number, saidAt: string | null) =>
    sampleClaim(number, { proposition: sampleId('proposition', proposition), saidAt });
  await desk.store.append([
    captured(1, SAMPLE_TEXT, { actors: SAMPLE_ACTORS }),
    proposed({
      propositions: [
        at(1, 'Port Calder'),
        at(2, 'port Calder', 'detained'),
        at(3, 'Ostrana'),
        at(4, 'Orsa'),
        at(5, null),
      ],
      claims: [
        claim(1, 1, '2031-04-02'),
        claim(2, 2, '2031-05'),
        claim(3, 2, null),
        claim(4, 3, '2031-03-01'),
        claim(5, 4, null),
        claim(6, 5, '2031-04-02'),
      ],
    }),
  ]);
  const list = (includeProposed = true) => listPlaces(desk, { includeProposed, locate });
  return { desk, list };
}

const orsa = {
  id: null,
  fields: {
    kind: 'site',
    names: [],
    ids: {},
    latitude: null,
    longitude: null,
    precision: null,
    siteType: { scheme: 'huridocs-17', code: '0305' },
    whereabouts: null,
  },
  partOf: null,
  runBy: [{ actor: sampleId('actor', 4), claim: sampleId('claim', 5) }],
  wordings: ['Port Calder'],
  by: 'A. Archivist',
  reason: 'the station',
} as const;

test('wordings that are one are one place; what says no place is none; the gazetteer only proposes', async () => {
  const { list } = await openDesk();
  const told = (await list()).map(({ name, placing, kind, claims, first, last }) => [
    name,
    placing,
    kind,
    claims,
    first,
    last,
  ]);
  expect(told).toEqual([
    ['Port Calder', 'proposed', 'settlement', 3, '2031-04-02', '2031-05'],
    ['Ostrana', 'proposed', 'country', 1, '2031-03-01', '2031-03-01'],
    ['Orsa', 'unplaced', null, 1, null, null],
  ]);
  expect((await list())[2]?.candidates).toHaveLength(2);
  expect(await list(false)).toEqual([]);
});

test('a place recorded without coordinates is never looked up, though the gazetteer knows its words', async () => {
  const { desk, list } = await openDesk();
  const id = await recordPlace(desk, orsa);
  const rows = await list();
  expect(rows[0]).toMatchObject({ key: id, placing: 'recorded', latitude: null, longitude: null, claims: 3 });
  expect(rows.filter(({ name }) => name === 'Port Calder')).toHaveLength(1);
  const { runBy, place } = await onePlace(desk, rows, id);
  expect(runBy).toMatchObject([{ actor: { id: sampleId('actor', 4) }, claim: { id: sampleId('claim', 5) } }]);
  expect(place.recorded?.reason).toBe('the station');
  await expect(onePlace(desk, rows, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
});

test.each<[PlaceFilter, string[]]>([
  [{}, ['Port Calder', 'Ostrana', 'Orsa']],
  [{ q: 'CALD' }, ['Port Calder']],
  [{ kind: 'country' }, ['Ostrana']],
  [{ kind: 'unplaced' }, ['Orsa']],
  [{ precision: '1' }, ['Port Calder']],
  [{ country: 'QM', measure: 'detained' }, ['Port Calder']],
  [{ from: '2031-04-01' }, ['Port Calder']],
  [{ from: '2031-05-20' }, ['Port Calder']],
  [{ from: '2031-06-01' }, []],
  [{ until: '2031-03-31' }, ['Ostrana']],
  [{ from: '2031-03-01', until: '2031-04-02' }, ['Port Calder', 'Ostrana']],
])('places asked for by %j', async (filter, names) => {
  const { list } = await openDesk();
  expect(filterPlaces(await list(), filter).map(({ name }) => name)).toEqual(names);
});

test('only what occurs can be chosen', async () => {
  const { list } = await openDesk();
  expect(facetsOf(await list())).toEqual({
    countries: ['QM'],
    precisions: ['1', '6'],
    measures: ['detained', 'killed'],
  });
});
