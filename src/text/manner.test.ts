import { describe, expect, it } from 'vitest';
import { openTextReader } from './open-text-reader.ts';

const reader = openTextReader({ attribution: null, gazetteer: null });

function manners(text: string): (string | undefined)[] {
  return reader
    .read({ text, publishedAt: null, outlet: null, language: 'en' })
    .claims.map(({ manner }) => manner);
}

describe('the manner of a claim', () => {
  it('is told by what stands in quotation marks', () => {
    expect(manners('“Six people were killed in Orlan,” the mayor said.')).toEqual(['direct']);
    expect(manners('The mayor said that six people were killed in Orlan.')).toEqual(['indirect']);
    expect(manners('🙂 The mayor said that six people were killed “in cold blood” in Orlan.')).toEqual([
      'mixed',
    ]);
  });
});

describe('the name of the reader', () => {
  it('is the same on readings of all languages, so that no text is unread for ever', () => {
    for (const [language, text] of [
      ['en', 'Police said that six people died.'],
      ['es', 'La policía dijo que seis personas murieron.'],
      ['xx', 'Zzz zzz.'],
    ] as const) {
      const reading = reader.read({ text, publishedAt: null, outlet: null, language });
      expect(reading.extractor).toBe(reader.extractor);
    }
  });
});
