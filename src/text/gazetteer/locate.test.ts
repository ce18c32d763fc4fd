import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import places from '../../../vocab/places.json' with { type: 'json' };
import { foldPlace } from './fold-place.ts';
import { LOCATE_CASES } from './locate.cases.ts';
import { locatePlaces } from './locate.ts';
import { openGazetteer } from './place-file.ts';

const BYTES = readFileSync(path.resolve(import.meta.dirname, '../../../models/places-1.bin'));
const gazetteer = openGazetteer(BYTES);

test.each(LOCATE_CASES.map((one) => [one] as const))('%s', ([text, named, is, precision]) => {
  const found = locatePlaces(gazetteer, text, null)
    .filter((one) => one.named === named)
    .at(-1);
  const place = found?.place;
  const taken =
    found === undefined
      ? 'no place'
      : place != null
        ? `${place.name}, ${place.country}`
        : found.candidates.length > 0
          ? 'ambiguous'
          : 'unlisted';
  expect(`${taken}${found === undefined ? '' : ` (${found.because})`}`).toContain(is);
  if (precision !== undefined) expect(found?.precision?.code).toBe(precision);
});

test.each(places.states.map(({ name }) => name))(
  'the list of states and the gazetteer agree on %s',
  (name) => {
    const found = gazetteer.find(foldPlace(name))?.places.filter(({ place }) => place.rank === 'country');
    expect(new Set(found?.map(({ place }) => place.country)).size).toBe(1);
  },
);

/** Seats of government by another name than the town's, and a town that the gazetteer spells otherwise. */
const NO_TOWN = new Set(['White House', 'Whitehall', 'Downing Street', 'Kremlin', 'Vatican', 'Tarawa']);
test.each(
  places.states.flatMap((state) =>
    state.capitals.filter((name) => !NO_TOWN.has(name)).map((capital) => [capital, state.name] as const),
  ),
)('%s lies in %s', (capital, state) => {
  const code = gazetteer.find(foldPlace(state))?.places.find(({ place }) => place.rank === 'country')
    ?.place.country;
  const lies = gazetteer.find(foldPlace(capital))?.places.map(({ place }) => place.country);
  expect(lies).toContain(code);
});

test('bytes that are no list of places are refused', () => {
  expect(() => openGazetteer(new Uint8Array(20))).toThrow(/no list of places/);
  expect(() => openGazetteer(BYTES.subarray(0, 200_000))).toThrow(/cut short/);
});

test('every town is found under its own name', () => {
  for (const name of ['goma', 'homs', 'khartoum', 'грозный', 'حلب', 'zürich'])
    expect(gazetteer.find(foldPlace(name)), name).not.toBeNull();
  expect(gazetteer.find('kessar')).toBeNull();
  expect(gazetteer.licence).toBe('CC-BY-4.0');
});
