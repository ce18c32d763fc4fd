/** Counts from cases from outside: two members, the real program, and what each of them may and may not do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ran } from './cli-fixture.ts';
import { type MembersPlace, membersPlace } from './members-place.ts';

const LONG = 180_000;

let place: MembersPlace;

beforeAll(() => {
  place = membersPlace(['omar', 'lena']);
});
afterAll(() => place.remove());

const as = (name: string, args: readonly string[], input = ''): Ran => place.as(name, args, input);

function json(name: string, args: readonly string[], input = '') {
  const ran = as(name, [...args, '--json'], input);
  expect(ran, args.join(' ')).toMatchObject({ code: 0 });
  return JSON.parse(ran.out);
}

const TAVRIA = '{to: Embassy of Tavria, kind: visa, answer: refused}';
const CORLAND = '{to: Embassy of Corland, kind: visa, answer: silent}';
const caseWith = (...applications: readonly string[]): string =>
  `pseudonym: Heron\nretainUntil: 2031-11-30\napplications: [${applications.join(', ')}]\n`;

let first = '';
let second = '';

test('three cases, two members', { timeout: LONG }, () => {
  expect(place.run(['init', 'vault', '--no-encryption'])).toMatchObject({ code: 0 });
  for (const name of ['omar', 'lena']) expect(as(name, ['member', 'new', name])).toMatchObject({ code: 0 });
  const { fingerprint } = json('lena', ['member', 'show', 'lena']);
  json('omar', ['compartment', 'new', 'North']);
  json('omar', ['compartment', 'add', 'lena', '--fingerprint', fingerprint]);
  json('omar', ['case', 'new', '-'], caseWith(TAVRIA, CORLAND));
  for (const _ of [1, 2]) json('omar', ['case', 'new', '-'], caseWith(TAVRIA));
});

test('what is prepared withholds few; whoever prepared it cannot sign it off', { timeout: LONG }, () => {
  const shown = json('omar', ['case', 'counts', 'state', '--threshold', '3']);
  first = shown.id;
  const rows = new Map<string, number | null>(
    shown.tables[0].rows.map((row: { labels: string[]; count: number | null }) => [
      row.labels.join(),
      row.count,
    ]),
  );
  expect(rows.get('Embassy of Corland')).toBeNull();
  expect([...rows.values()]).not.toContain(1);
  for (const { low, high } of shown.intervals) expect((high ?? 99) - low).toBeGreaterThanOrEqual(3);
  second = json('omar', ['case', 'counts', 'answer', '--threshold', '3']).id;
  const own = as('omar', ['case', 'counts', 'sign', first, '--yes']);
  expect(own).toMatchObject({ code: 2, err: expect.stringMatching(/second\s+member/) });
  expect(json('omar', ['case', 'counts', 'list']).counts).toHaveLength(2);
});

test('a second member signs, once asked; what would add up with it is refused', { timeout: LONG }, () => {
  expect(as('lena', ['case', 'counts', 'sign', first])).toMatchObject({ code: 2 });
  const page = as('lena', ['case', 'counts', 'show', first]);
  expect(page.out).toMatch(/Embassy of Corland +×/);
  expect(page.out).toMatch(/not\s+signed\s+off\s+yet/);
  expect(json('lena', ['case', 'counts', 'sign', first, '--yes'])).toMatchObject({
    preparedBy: 'omar',
    signedOffBy: 'lena',
  });
  const late = as('lena', ['case', 'counts', 'sign', second, '--yes']);
  expect(late).toMatchObject({ code: 6, err: expect.stringMatching(/prepared\s+anew/) });
  const { counts } = json('omar', ['case', 'counts', 'list']);
  expect(counts).toMatchObject([
    { id: first, signedOffBy: 'lena' },
    { id: second, signedOffBy: null },
  ]);
});

test('a table over the same people on the same day is held against what is out', { timeout: LONG }, () => {
  json('omar', ['case', 'new', '-'], caseWith(TAVRIA));
  const again = as('omar', ['case', 'counts', 'state', '--threshold', '3']);
  expect(again.code).not.toBe(0);
  expect(again.err).toMatch(/Prepare\s+them\s+on\s+another\s+day/);
  expect(json('lena', ['case', 'counts', 'drop', second])).toEqual({ gone: [second] });
  expect(as('omar', ['case', 'counts', 'names'])).toMatchObject({ code: 2 });
  expect(as('omar', ['case', 'counts', 'state', '--unit', 'people'])).toMatchObject({ code: 2 });
  expect(place.run(['verify', '--vault', 'vault'])).toMatchObject({ code: 0 });
});

test('released counts stand in a dossier with what they withhold, and members are not named', {
  timeout: LONG,
}, () => {
  const build = (...ids: readonly string[]) =>
    place.run(['dossier', '--out', 'dossier', '--counts', ...ids, '--vault', 'vault']);
  expect(build(second)).toMatchObject({ code: 4, err: expect.stringMatching(/No\s+released\s+counts/) });
  expect(build(first.slice(0, 12))).toMatchObject({ code: 0 });
  const page = readFileSync(join(place.dir, 'dossier', 'counts.html'), 'utf8');
  expect(page).toContain('Embassy of Corland');
  expect(page).toMatch(/<span class="was">withheld<\/span>/);
  expect(page).not.toMatch(/omar|lena|Heron|cas_/);
  expect(readFileSync(join(place.dir, 'dossier', 'index.html'), 'utf8')).toContain('href="counts.html"');
  expect(place.run(['dossier', '--out', 'plain', '--vault', 'vault'])).toMatchObject({ code: 0 });
  expect(existsSync(join(place.dir, 'plain', 'counts.html'))).toBe(false);
});
