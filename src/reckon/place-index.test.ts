/** Nothing that may be of the place is left out: held against comparing with all. */
import { expect, test } from 'vitest';
import { placeIndex } from './place-index.ts';
import { fitOfPlaces } from './scope-match.ts';

const WORDS = ['Dol', 'Kessar', 'Sorev', 'Tarn', 'the', 'Upper', 'Mill'];

test('whoever is not found is excluded by the place, and order is kept', () => {
  const places: (string | null)[] = [null];
  for (const a of WORDS) {
    places.push(a);
    for (const b of WORDS) places.push(`${a}, ${b}`, `${a} ${b} ${WORDS[(a.length + b.length) % 7]}`);
  }
  places.push('one two three four five six seven eight nine Dol', null, 'the');
  const index = placeIndex<number>();
  for (const [at, place] of places.entries()) index.add(at, place);
  for (const place of places) {
    const near = index.near(place);
    expect(near).toEqual(near.toSorted((a, b) => a - b));
    const fitting = places.flatMap((other, at) => (fitOfPlaces(place, other) === 'apart' ? [] : [at]));
    expect(
      fitting.filter((at) => !near.includes(at)),
      String(place),
    ).toEqual([]);
  }
  const few = index.near('Sorev, Tarn').length;
  expect(few).toBeLessThan(places.length / 2);
});
