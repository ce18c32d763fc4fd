/** A case from a file: what is left out is empty, numbers stay as written, and no fault repeats a word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf } from '../../record/case/case.cases.ts';
import { createCase } from '../../record/case/case.ts';
import { idAt } from '../../record/entities.cases.ts';
import { OnRecordError } from '../desk.ts';
import { givenCase, readCaseText } from './given-case.ts';
import { caseText } from './list-cases.ts';

const ID = idAt('case');

test('what is left out of a new case is empty, and a telephone number keeps its zeros', () => {
  const fields = readCaseText(
    'pseudonym: Heron\nretainUntil: 2027-01-31\ncontacts: [{who: aunt, reach: 000555}]\nrisk: {level: low}\njourney: [{when: 2026, what: left}]',
  );
  expect(givenCase(ID, fields, null)).toMatchObject({
    pseudonym: 'Heron',
    household: [],
    contacts: [{ who: 'aunt', reach: '000555', safety: null }],
    risk: { level: 'low', why: null, reviewedAt: null },
    journey: [{ when: '2026', place: null, what: 'left' }],
    documents: [],
  });
});

test('what is shown can be given back, and gives the same case', () => {
  const one = createCase(caseOf());
  expect(givenCase(ID, readCaseText(caseText(one)), one)).toEqual(one);
  expect(givenCase(ID, readCaseText(JSON.stringify(one)), one)).toEqual(one);
  expect(givenCase(ID, { needs: ['a lawyer'] }, one)).toEqual({ ...one, needs: ['a lawyer'] });
});

test.each([
  ['another id', { id: idAt('case', 2) }],
  ['a document taken out', { documents: [] }],
  ['a document made up', { documents: [...caseOf().documents, { id: idAt('document', 2) }] }],
])('%s is refused', (_, fields) => {
  expect(() => givenCase(ID, fields, createCase(caseOf()))).toThrow(OnRecordError);
});

test('a file that cannot be read is refused with its line and none of its words', () => {
  for (const text of [
    'a: [Quillon',
    '- Quillon',
    '"Quillon',
    'a: *Quillon',
    'a: &Quillon\n  b: {',
    'Quillon',
    'a: 1\na: Quillon',
  ])
    try {
      givenCase(ID, readCaseText(text), null);
      expect.unreachable(text);
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      expect(JSON.stringify([error.message, error.faults])).not.toContain('Quillon');
    }
});

test('whatever is typed, a case comes out or a fault of the house', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        givenCase(ID, readCaseText(text), null);
      } catch (error) {
        expect(error).toBeInstanceOf(OnRecordError);
      }
    }),
  );
});
