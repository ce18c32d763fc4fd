/** The gold of the language bench is whole: positions, codes, ids, both halves. It prints ids alone, never texts. */
import { describe, expect, test } from 'vitest';
import { faultsOf, HALVES, readGold } from '../bench/language/gold/paragraph.ts';

/** What each half must hold at least once, so that neither is blind to it. */
const PHENOMENA = [
  'nested',
  'no-comment',
  'pronoun',
  'definite',
  'surname',
  'acronym',
  'anonymous',
  'absent-source',
  'discontinuous',
  'hearsay',
  'negation',
  'cumulative',
  'single-victim',
  'zero',
  'range',
  'at-least',
  'at-most',
  'about',
  'vague',
  'several-figures',
] as const;

describe.each(HALVES)('gold, %s', (half) => {
  const paragraphs = readGold(half);

  test('has enough paragraphs', () => expect(paragraphs.length).toBeGreaterThanOrEqual(60));
  test('stands at its positions, in known codes', () => expect(paragraphs.flatMap(faultsOf)).toEqual([]));
  test.each(PHENOMENA)('has %s', (phenomenon) => {
    const bearing = paragraphs.filter(({ relations }) =>
      relations.some(({ phenomena }) => phenomena.includes(phenomenon)),
    );
    expect(bearing.length).toBeGreaterThan(1);
  });
});

test('ids are unique and no text stands in both halves', () => {
  const all = HALVES.flatMap((half) => readGold(half));
  const ids = all.flatMap(({ id, relations }) => [id, ...relations.map((relation) => relation.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
});

test('a word that moved and a code nobody knows are told', () => {
  const [first] = readGold('dev');
  if (first === undefined) throw new Error('no gold');
  const moved = { ...first, text: `x${first.text}` };
  expect(faultsOf(moved).length).toBeGreaterThan(0);
  const [relation] = first.relations;
  if (relation === undefined) throw new Error('no relation');
  const odd = { ...first, relations: [{ ...relation, kind: 'sung' }] };
  expect(faultsOf(odd)).toEqual([`${relation.id}: kind sung is unknown`]);
});
