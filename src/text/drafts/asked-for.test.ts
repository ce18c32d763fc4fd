import { describe, expect, it } from 'vitest';
import { openTextReader } from '../open-text-reader.ts';
import { askedFor } from './asked-for.ts';

const reader = openTextReader({ attribution: null, gazetteer: null });

function claimsOf(text: string): string[] {
  return reader
    .read({ text, publishedAt: '2031-05-20', outlet: null, language: 'en' })
    .claims.map(({ draft, when, stance }) => `${stance} ${draft.text} ${when?.edtf ?? '-'}`);
}

describe('who was asked and keeps silent', () => {
  it.each([
    ['Corland was asked on 2 May for visas and has not replied.', 'visa', '2031-05-02'],
    ['The ministry, first asked on 3 May for asylum for six men, did not reply.', 'asylum', '2031-05-03'],
    ['Keel was asked for a comment on 2 May and has not replied.', null, null],
    ['Corland was asked whether it would give visas.', null, null],
  ])('%s', (sentence, measure, day) => {
    const found = askedFor(sentence, '2031-05-20', null);
    expect(found?.measure ?? null).toBe(measure);
    expect(found?.when?.edtf ?? null).toBe(day);
  });

  it('gives the day of asking, the request and the silence, also of a state in no list', () => {
    expect(claimsOf('Orlund was asked on 2 May for visas and has not replied.')).toEqual([
      'alleges visas requested from Orlund 2031-05-02',
      'silent visas left without reply by Orlund -',
    ]);
    expect(claimsOf('Keel was asked for a comment on 2 May and has not replied.').join()).not.toContain(
      'requested',
    );
  });

  it('is less sure of a state in no list', () => {
    const sure = (text: string): number =>
      reader.read({ text, publishedAt: null, outlet: null, language: 'en' }).claims[0]?.confidence ?? 0;
    expect(sure('Orlund said it had granted two visas.')).toBeLessThan(
      sure('The foreign ministry of Orlund said it had granted two visas.'),
    );
  });
});
