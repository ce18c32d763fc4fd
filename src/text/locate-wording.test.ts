/** Words of sources put to the shipped gazetteer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { circleAround } from './gazetteer/area-of-towns.ts';
import { locateWordings } from './locate-wording.ts';

const locate = locateWordings(readFileSync(path.resolve(import.meta.dirname, '../../models/places-1.bin')));

test.each([
  ['Syria', 'country', 'SY', '6'],
  ['the United Kingdom', 'country', 'GB', '6'],
  ['Tripoli, Lebanon', 'settlement', 'LB', '1'],
  ['Kunar province', 'adm1', 'AF', '4'],
  ['Chechnya', 'adm1', 'RU', '4'],
  ['Aleppo', 'adm1', 'SY', '4'],
])('%s: a %s in %s', (wording, kind, country, code) => {
  const { place } = locate(wording);
  expect([place?.kind, place?.country, place?.precision.code]).toEqual([kind, country, code]);
});

test.each(['Tripoli', 'Kessar', 'six secret prisons', 'the old quarter of Aleppo', '', 'Orsa, Kessar'])(
  '"%s" is not placed, with a reason',
  (wording) => {
    const { place, because } = locate(wording);
    expect(place).toBeNull();
    expect(because).not.toBe('');
  },
);

test('a name of several places gives them as candidates, each of which can be asked for', () => {
  const { candidates } = locate('Tripoli');
  expect(candidates).toContain('Tripoli, Libya');
  for (const one of candidates.slice(0, 2)) expect(locate(one).place).not.toBeNull();
});

test('an area known by name alone is as wide as its listed towns lie apart', () => {
  const { place } = locate('Chechnya');
  expect(place?.latitude).toBeCloseTo(43.3, 0);
  expect(place?.longitude).toBeCloseTo(45.7, 0);
  expect(place?.radiusKm).toBeGreaterThan(30);
  expect(place?.radiusKm).toBeLessThan(150);
});

test('the circle around towns: none without towns, a point for one, across the date line too', () => {
  expect(circleAround([])).toBeNull();
  expect(circleAround([{ latitude: 10, longitude: 20 }])).toEqual({
    latitude: 10,
    longitude: 20,
    radiusKm: 0,
  });
  const across = circleAround([
    { latitude: 0, longitude: 179 },
    { latitude: 0, longitude: -179 },
  ]);
  expect(Math.abs(across?.longitude ?? 0)).toBe(180);
  // One degree along the equator of a sphere of 6371 km is 111.19 km.
  expect(across?.radiusKm).toBe(112);
});
