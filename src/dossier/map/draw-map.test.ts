/** The map: what is drawn as what, what is not drawn, names that do not overlap, the same map for the same places. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawMap, type MapPlace } from './draw-map.ts';
import { placeLabels } from './map-labels.ts';
import { formOf } from './place-on-map.ts';
import { type WorldFile, worldShapes } from './world-shapes.ts';

const require = createRequire(import.meta.url);
const read = (name: string) => worldShapes(require(`world-atlas/${name}.json`) as WorldFile);
const shapes = { fine: read('countries-50m'), coarse: read('countries-110m') };
const FRAME = { width: 720, height: 440 };
const ucdp = (code: string) => ({ scheme: 'ucdp-where-prec', code });

/** On Kerguelen, where nobody lives. */
const place = (changes: Partial<MapPlace> = {}): MapPlace => ({
  key: 'orsa',
  name: 'Orsa',
  kind: 'settlement',
  latitude: -49.35,
  longitude: 70.22,
  radiusKm: null,
  precision: ucdp('1'),
  country: null,
  ...changes,
});

test.each<[string, Partial<MapPlace>, string | null, number?]>([
  ['a town known exactly', {}, 'dot', 3],
  ['near a town', { precision: ucdp('2') }, 'dot', 25],
  ['a town, known by its district alone', { precision: ucdp('3') }, 'area', 40],
  ['a site known by its region alone', { kind: 'site', precision: ucdp('4') }, 'area', 100],
  ['a region by the circle of its towns', { kind: 'adm1', radiusKm: 80, precision: ucdp('4') }, 'area', 80],
  ['a region with one listed town', { kind: 'adm1', radiusKm: 0, precision: ucdp('4') }, 'area', 50],
  ['a region without more', { kind: 'adm1', precision: null }, 'area', 100],
  ['a district that somebody calls exact', { kind: 'adm2', precision: ucdp('1') }, 'area', 20],
  ['a country', { kind: 'country', country: 'IS', precision: ucdp('6') }, 'country'],
  ['a town without coordinates', { latitude: null, longitude: null }, null],
  ['a site whose coordinates are withheld', { kind: 'site', latitude: null, longitude: null }, null],
  ['a town without coordinates in a known country', { latitude: null, longitude: null, country: 'IS' }, null],
])('%s', (_, changes, form, km) => {
  const found = formOf(place(changes));
  expect(found?.form ?? null).toBe(form);
  if (km !== undefined) expect(found).toMatchObject({ radiusKm: km });
});

test('a town is a dot in its ring, a region an outline, a country its shape; what is not drawn is told', () => {
  const map = drawMap(
    [
      place({ precision: ucdp('2') }),
      place({ key: 'kessar', name: 'Kessar', kind: 'adm1', radiusKm: 60 }),
      place({
        key: 'tf',
        name: 'Southern Lands',
        kind: 'country',
        country: 'TF',
        latitude: null,
        longitude: null,
      }),
      place({ key: 'hidden', name: 'The yard', kind: 'site', latitude: null, longitude: null }),
    ],
    shapes,
    FRAME,
  );
  expect(map?.places.map(({ key, form }) => [key, form])).toEqual([
    ['orsa', 'dot'],
    ['kessar', 'area'],
    ['tf', 'country'],
  ]);
  expect(map?.notDrawn).toEqual(['hidden']);
  expect(JSON.stringify(map)).not.toMatch(/NaN|The yard/u);
  expect(map?.land).toMatch(/^M/u);
  for (const { x, y } of map?.places ?? []) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(FRAME.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(FRAME.height);
  }
});

test('nothing to draw is no map', () => {
  expect(drawMap([], shapes, FRAME)).toBeNull();
  expect(drawMap([place({ latitude: null, longitude: null })], shapes, FRAME)).toBeNull();
});

test('around one town a few hundred kilometres are shown, with a bar that measures them', () => {
  const map = drawMap([place()], shapes, FRAME);
  expect(map?.places).toMatchObject([{ x: 360, y: 220 }]);
  const { km, pixels } = map?.scale ?? { km: 0, pixels: 0 };
  // 240 km fill the height between the margins: 384 pixels.
  expect(pixels / km).toBeCloseTo(384 / 240, 1);
});

test('two towns a known way apart are drawn that far apart', () => {
  const map = drawMap([place(), place({ key: 'b', name: 'Velt', latitude: -48.35 })], shapes, FRAME);
  const [a, b] = map?.places ?? [];
  const pixels = Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
  const scale = map?.scale ?? { km: 1, pixels: 0 };
  // One degree of latitude on a sphere of 6371 km.
  expect((pixels / scale.pixels) * scale.km).toBeCloseTo(111.19, 0);
});

test('places on both sides of the world are drawn on all of it, without a bar', () => {
  const map = drawMap([place(), place({ key: 'b', latitude: 64, longitude: -110 })], shapes, FRAME);
  expect(map?.scale).toBeNull();
  expect(map?.places).toHaveLength(2);
});

test('a country of the list that the file does not have is not drawn; Kosovo, which has no number, is', () => {
  expect(shapes.fine.country('GI')).toBeNull();
  expect(shapes.fine.country('XK')?.type).toBe('Feature');
  expect(shapes.fine.country('SY')?.type).toBe('Feature');
});

test('a country is fitted by its largest part, and a wide map is drawn from few points', () => {
  const country = (code: string) =>
    drawMap([place({ kind: 'country', country: code, latitude: null, longitude: null })], shapes, FRAME);
  const [france, russia] = [country('FR'), country('RU')];
  expect(france?.scale?.km).toBeLessThanOrEqual(500);
  expect(russia?.scale).not.toBeNull();
  expect(JSON.stringify(russia).length).toBeLessThan(150_000);
  for (const map of [france, russia]) expect(map?.places[0]?.x).toBeCloseTo(FRAME.width / 2, -2);
});

test('another file is refused with what to take instead', () => {
  expect(() => worldShapes({ type: 'Topology', objects: {}, arcs: [] })).toThrow('countries-50m.json');
});

const wanted = fc.array(
  fc.record({
    key: fc.uuid(),
    text: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    x: fc.integer({ min: 0, max: 720 }),
    y: fc.integer({ min: 0, max: 440 }),
    gap: fc.constantFrom(2, 8),
  }),
  { maxLength: 40 },
);

test('names never stand over each other or outside', () => {
  fc.assert(
    fc.property(wanted, (all) => {
      const boxes = placeLabels(all, FRAME).map(({ text, x, y, anchor }) => {
        const w = [...text].length * 7;
        const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
        return { left, right: left + w, top: y - 12, bottom: y + 3 };
      });
      for (const [index, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.right).toBeLessThanOrEqual(FRAME.width);
        for (const b of boxes.slice(index + 1)) {
          const apart =
            a.right <= b.left + 0.2 ||
            b.right <= a.left + 0.2 ||
            a.bottom <= b.top + 0.2 ||
            b.bottom <= a.top + 0.2;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});
