import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actsIn } from '../acts.ts';
import { ACT_CASES } from './acts.cases.ts';
import { bindActs } from './bind.ts';
import type { BoundAct } from './bound-act.ts';
import { type Tokens, tokensOf, wording } from './reading.ts';

function told(tokens: Tokens, act: BoundAct): string[] {
  const by = act.agent === null ? '–' : wording(tokens, act.agent.first, act.agent.next);
  return act.patients.map((patient) => {
    const number = patient.quantity?.value.wording ?? patient.count;
    const group = wording(tokens, patient.groupFirst, patient.groupNext) || '–';
    const not = act.polarity === 'negated' ? ' | not' : '';
    return `${act.entry.measure} | ${number} | ${patient.groupFirst < patient.groupNext ? group : '–'} | ${by} | ${act.modality}${not}`;
  });
}

test.each(ACT_CASES)('%s', (text, expected) => {
  const tokens = tokensOf(text);
  expect(bindActs(tokens).flatMap((act) => told(tokens, act))).toEqual(expected);
});

test('a toll that "passed" a figure lies above it', () => {
  expect(bindActs(tokensOf('the death toll passed 26'))[0]?.exceeds).toBe(true);
});

test.each(['Nurses treated 17 wounded.', 'Volunteers buried 12 dead.', 'Four men were treated by nurses.'])(
  'whoever cares for them did no harm: %s',
  (text) => expect(bindActs(tokensOf(text)).map(({ agent }) => agent)).not.toContainEqual(expect.anything()),
);

const PIECES = fc.constantFrom(
  '26',
  'men',
  'were',
  'killed',
  'and',
  ',',
  'two',
  'police',
  'arrested',
  'who',
  'of',
  'the',
  'bodies',
  'not',
  'no one',
  'by',
  'soldiers',
  'dead',
  'death toll',
  'to',
  '.',
  'held',
  'in',
  'several',
  'a',
  'child',
  '“',
  ')',
  '(',
);

test('every act lies inside the text, and in order', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(' ');
      let last = 0;
      for (const act of actsIn(text)) {
        expect(act.start).toBeGreaterThanOrEqual(last);
        expect(act.end).toBeGreaterThan(act.start);
        expect(act.end).toBeLessThanOrEqual(text.length);
        last = act.end;
      }
    }),
    { numRuns: 300 },
  );
});
