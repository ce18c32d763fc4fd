/** Code lists are data; where TypeScript holds the same list, both are equal, and codes that are named exist. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { STANCE_SIGNS } from '../src/dossier/stance-sign.ts';
import { STANDINGS } from '../src/reckon/standing.ts';
import { CONNECTIONS, CUE_FORCES } from '../src/record/attribution.ts';
import { ANSWERS, MEASURES } from '../src/record/proposition.ts';
import { COUNTING_UNITS } from '../src/record/quantity.ts';
import { SOURCE_KINDS } from '../src/record/source.ts';
import { STANCES } from '../src/record/stance.ts';

interface Code {
  readonly code: string;
  readonly label: string;
  readonly sign?: string;
  readonly crosswalk?: readonly {
    readonly scheme: string;
    readonly code: string;
    readonly when: string | null;
  }[];
}
interface Vocabulary {
  readonly name?: string;
  readonly source: string;
  readonly version: string;
  readonly licence: string;
  readonly codes?: readonly Code[];
}

const FOLDER = path.resolve(import.meta.dirname, '../vocab');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const vocabularies = new Map(
  files.map((name) => [
    path.basename(name, '.json'),
    JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Vocabulary,
  ]),
);
const codesOf = (name: string): readonly Code[] => vocabularies.get(name)?.codes ?? [];
const listed = [...vocabularies].filter(([, vocabulary]) => vocabulary.codes !== undefined);

test('the lists are there', () => expect(listed.length).toBeGreaterThan(25));

test.each([...vocabularies])('%s says where it comes from and under which licence', (_, vocabulary) => {
  expect(vocabulary.source).toMatch(/\w/);
  expect(vocabulary.version).toMatch(/\w/);
  expect(vocabulary.licence).toMatch(/\w/);
});

test.each(listed)('%s has codes that are text, differ, and have labels', (_, { codes = [] }) => {
  expect(codes.length).toBeGreaterThan(0);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
  for (const { code, label } of codes) {
    expect(code).toMatch(/^[A-Za-z0-9-]+$/);
    expect(label).toMatch(/\w/);
  }
});

test.each(listed)('%s crosses over only to codes that exist', (_, { codes = [] }) => {
  for (const { crosswalk = [] } of codes) {
    for (const { scheme, code } of crosswalk)
      expect(
        codesOf(scheme).map((one) => one.code),
        scheme,
      ).toContain(code);
  }
});

test.each<readonly [string, readonly string[]]>([
  ['stances', STANCES],
  ['measures', MEASURES],
  ['answers', ANSWERS],
  ['standings', STANDINGS],
  ['source-kinds', SOURCE_KINDS],
  ['counting-units', COUNTING_UNITS],
  ['connections', CONNECTIONS],
  ['cue-forces', CUE_FORCES],
])('%s holds the codes of the TypeScript list, in its order', (name, union) => {
  expect(codesOf(name).map(({ code }) => code)).toEqual(union);
});

test('a stance has the same sign and meaning everywhere, and no two share a sign', () => {
  const signs = codesOf('stances').map(
    ({ code, sign, label }) => [code, { shape: sign, meaning: label }] as const,
  );
  expect(Object.fromEntries(signs)).toEqual(STANCE_SIGNS);
  expect(new Set(signs.map(([, { shape }]) => shape)).size).toBe(STANCES.length);
});

test('HURIDOCS lists are extracts, and say so', () => {
  const lists = listed.filter(([name]) => name.startsWith('huridocs-'));
  expect(lists.map(([name]) => Number(name.slice(9))).sort((a, b) => a - b)).toEqual([
    4, 5, 7, 17, 18, 19, 20, 24, 25, 27, 28, 30, 41, 42, 45, 48,
  ]);
  for (const [, list] of lists)
    expect(list).toMatchObject({ complete: false, licence: expect.stringContaining('extract only') });
});
