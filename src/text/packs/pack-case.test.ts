import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../record/proposition.ts';
import { STANCES } from '../../record/stance.ts';
import { AR_CASES } from './ar/ar.cases.ts';
import { ES_CASES } from './es/es.cases.ts';

describe.each([
  ['es', ES_CASES],
  ['ar', AR_CASES],
])('the table %s', (_code, cases) => {
  test('is large, and half of it held out', () => {
    expect(cases.length).toBeGreaterThanOrEqual(170);
    expect(cases.filter((one) => one.half === 'dev').length * 2).toBeGreaterThanOrEqual(cases.length);
  });
  test('asks for words that stand in its texts, in words of the record', () => {
    for (const { id, text, claims } of cases) {
      for (const claim of claims) {
        expect(STANCES, id).toContain(claim.stance);
        expect([...MEASURES, null], id).toContain(claim.measure);
        expect(claim.content, id).not.toBe('');
        expect(text, id).toContain(claim.content);
        for (const bound of Object.values(claim.bounds ?? {})) expect(bound, id).not.toBeNaN();
      }
    }
  });
});
