/** Faults of a case name paths and never words; its line and its texts say what they must. */
import { expect, test } from 'vitest';
import { OnRecordError } from '../onrecord-error.ts';
import { caseOf } from './case.cases.ts';
import { type Case, createCase } from './case.ts';
import { headOf } from './case-head.ts';
import { caseLine } from './case-line.ts';
import { caseTexts } from './case-texts.ts';

const MARK = ' «canary-3f1»';

/** Every way to spoil one value of a case: each leaf exchanged for a marked thing, each object given a marked field. */
function* spoilt(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [n, one] of value.entries()) for (const bad of spoilt(one)) yield value.with(n, bad);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, [`Musa said${MARK}`]: MARK };
    for (const [key, one] of Object.entries(value))
      for (const bad of spoilt(one)) yield { ...value, [key]: bad };
  } else {
    yield { [MARK]: MARK };
    yield [MARK];
  }
}

test('no fault of any field says a word of the case', () => {
  let tried = 0;
  for (const bad of spoilt(caseOf({}, MARK))) {
    tried += 1;
    try {
      createCase(bad as Case);
      expect.unreachable('a spoilt case was taken');
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      const told = JSON.stringify([error.message, error.faults, error.subject]);
      expect(told).not.toContain('canary');
      expect(told).not.toContain('Musa');
    }
  }
  expect(tried).toBeGreaterThan(90);
});

test('the line counts what is open', () => {
  expect(caseLine(headOf(createCase(caseOf())))).toEqual({
    id: caseOf().id,
    pseudonym: 'Heron',
    lookedAfterBy: 'lena',
    people: 2,
    risk: 'high',
    pending: 0,
    openTasks: 1,
    nextDue: '2026-12-01',
    documents: 1,
    retainUntil: '2027-11-30',
  });
});

test('every marked text of a case is found, and no date or code', () => {
  const texts = caseTexts(createCase(caseOf({}, MARK)));
  const marks = JSON.stringify(caseOf({}, MARK)).split('canary').length - 1;
  expect(texts.filter(({ text }) => text.includes(MARK))).toHaveLength(marks);
  expect(texts.map(({ path }) => path)).toContain('journey[0].place');
  expect(texts.map(({ text }) => text)).not.toContain('2027-11-30');
});
