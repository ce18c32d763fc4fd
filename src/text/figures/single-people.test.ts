import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../parsed-text.ts';
import { singlePeople } from './single-people.ts';

function told(text: string): string[] {
  const parsed = parseText(text);
  return singlePeople(parsed, { from: 0, to: parsed.tokens.length }).map(
    ({ form, from, end }) => `${form}: ${text.slice(from, end)}`,
  );
}

describe('people told of one by one', () => {
  it.each([
    ['My elder brother was taken.', ['noun: My elder brother']],
    ['A 17-year-old boy was shot.', ['noun: A 17-year-old boy']],
    ['They held the teacher Rosa Quilmen.', ['name: Rosa Quilmen']],
    ['Two died, a third was hurt.', ['other: a third']],
    ['Nobody was hurt and no deaths were reported.', ['nobody: Nobody', 'nobody: no']],
    ['Not one herder was killed.', ['nobody: one']],
    ['Not a single young civilian was killed.', ['nobody: single']],
    ['The two teachers met in Velgrad.', []],
    ['A landslide buried a refugee settlement.', []],
    ['The ministry signed a letter on the border.', []],
  ])('%s', (text, people) => {
    expect(told(text)).toEqual(people);
  });

  it('know a title before a name in capitals', () => {
    expect(told('YESTERDAY MAYOR JULIO PRADA AND TWO COUNCILMEN WERE SHOT TO DEATH IN HUANTU.')).toContain(
      'name: MAYOR JULIO PRADA',
    );
  });

  it('lie inside the text, in order, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(' a man ', ' Rosa ', '\n\n', ' no one. ')),
          {
            maxLength: 30,
          },
        ),
        (pieces) => {
          const parsed = parseText(pieces.join(''));
          const people = singlePeople(parsed, { from: 0, to: parsed.tokens.length });
          for (const [k, { from, start, end, at }] of people.entries()) {
            expect(from).toBeLessThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(parsed.text.length);
            expect(at).toBeGreaterThan(people[k - 1]?.at ?? -1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
