/** People counted once, as an office would do it: three lists in two scripts taken in, linked, decided on, linked again, estimated. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPlace, type Place } from './cli-fixture.ts';
import { threeLists } from './three-lists.ts';

const BY = ['--by', 'A. Archivist'];
const DECIDED = 5;
const { lists, listed, people } = threeLists();
let place: Place;

beforeAll(() => {
  place = newPlace();
  place.run(['init', '--no-encryption']);
  for (const { name, file, csv } of lists) {
    place.write(file, csv);
    const { code, err } = place.run(['list', 'import', file, '--name', name, '--agree', ...BY]);
    expect(code, err).toBe(0);
  }
}, 120_000);
afterAll(() => place.remove());

interface Listing {
  readonly listing: string;
  readonly name: string;
  readonly row: number;
}
interface Pair {
  readonly a: Listing;
  readonly b: Listing;
}
interface Linked {
  readonly people: { readonly people: number; readonly low: number; readonly high: number };
  readonly decisions: { readonly same: number; readonly different: number };
}

function json<T>(args: readonly string[]): T {
  const { out, err, code } = place.run([...args, '--json']);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

function personOf({ name, row }: Listing): number {
  return lists.find((list) => list.name === name)?.persons[row - 2] ?? -1;
}

test('the number holds the truth, decisions narrow it and leave the queue, and an estimate follows', {
  timeout: 300_000,
}, () => {
  const before = json<Linked>(['people', 'link']);
  expect(before.people.low).toBeLessThanOrEqual(listed);
  expect(before.people.high).toBeGreaterThanOrEqual(listed);

  const shown = place.run(['people', 'queue', '--limit', '200']);
  expect(shown.out).toMatch(
    /left: Hospital, row \d+ of cap_\w+; right: Committee|left: Committee, row \d+ of/,
  );
  expect(shown.out, 'a comparison across scripts stands in the place of the name').toMatch(
    /^ {2}name +[А-Яа-я]+ [А-Яа-я]+ +[A-Za-z]+ [A-Za-z]+ +[+−][\d.]+ [a-z-]+ across scripts$/mu,
  );

  const { pairs } = json<{ readonly pairs: readonly Pair[] }>([
    'people',
    'queue',
    '--limit',
    String(DECIDED),
  ]);
  expect(pairs).toHaveLength(DECIDED);
  const key = ({ a, b }: Pair): string => [a.listing, b.listing].sort().join();
  for (const { a, b } of pairs) {
    const relation = personOf(a) === personOf(b) ? 'same' : 'different';
    const ran = place.run(['people', relation, a.listing, b.listing, ...BY, '--reason', 'their papers']);
    expect(ran.code, ran.err).toBe(0);
  }

  const after = json<Linked>(['people', 'link']);
  const width = ({ people: { low, high } }: Linked): number => high - low;
  expect(width(after)).toBeLessThan(width(before));
  expect(after.people.low).toBeLessThanOrEqual(listed);
  expect(after.people.high).toBeGreaterThanOrEqual(listed);
  expect(after.decisions.same + after.decisions.different).toBe(DECIDED);
  const waiting = json<{ readonly pairs: readonly Pair[] }>(['people', 'queue', '--limit', '500']).pairs;
  const decided = new Set(pairs.map(key));
  expect(waiting.filter((pair) => decided.has(key(pair)))).toEqual([]);

  const fewer = json<{ readonly lists: readonly { readonly name: string }[] }>([
    'people',
    'link',
    '--without',
    'Registry',
  ]);
  expect(fewer.lists.map(({ name }) => name)).toEqual(['Committee', 'Hospital']);
  expect(place.run(['people', 'link', '--without', 'Regestry']).err).toMatch(/No list is called Regestry/);

  const estimate = place.run(['estimate', '--from-lists', '--draws', '20', '--steps', '2000']);
  expect(estimate.code, estimate.err).toBe(0);
  expect(estimate.out).toMatch(/20 linkages of the lists: \d+ distinct recorded people/);
  const [, low, high] = /average over graphs and linkages +\d+ +(\d+) to (\d+)/.exec(estimate.out) ?? [];
  expect(Number(low)).toBeLessThanOrEqual(people);
  expect(Number(high)).toBeGreaterThanOrEqual(people);
});

test('of two lists no figure can be made, and it says why', { timeout: 60_000 }, () => {
  const other = newPlace();
  other.run(['init', '--no-encryption']);
  for (const { name, file, csv } of lists.slice(0, 2)) {
    other.write(file, csv);
    other.run(['list', 'import', file, '--name', name, '--agree', ...BY]);
  }
  const { code, out, err } = other.run(['estimate', '--from-lists', '--draws', '20', '--steps', '2000']);
  other.remove();
  expect(`${out}${err}`).toMatch(/There are 2 lists; it takes 3/);
  expect(out).not.toMatch(/average over graphs and linkages +\d/);
  expect([0, 2]).toContain(code);
});
