import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProposedClaim } from './proposed-claim.ts';
import { type ExpectedClaim, READ_CASES } from './read-text.cases.ts';
import { readText } from './read-text.ts';

function wordsOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const points = Array.from(text);
  return spans.map((span) => points.slice(span.start, span.end).join('')).join(' … ');
}

function summary(text: string, claim: ProposedClaim): object {
  return {
    chain: claim.chain.map((step) => step.resolved),
    stance: claim.stance,
    content: wordsOf(text, claim.content),
    low: claim.quantity?.low,
    evidence: claim.evidence === null ? undefined : wordsOf(text, [claim.evidence]),
  };
}

function fits(text: string, claim: ProposedClaim, expected: ExpectedClaim): boolean {
  const evidence = claim.evidence === null ? '' : wordsOf(text, [claim.evidence]);
  return (
    JSON.stringify(claim.chain.map((step) => step.resolved)) === JSON.stringify(expected.chain) &&
    claim.stance === expected.stance &&
    wordsOf(text, claim.content).includes(expected.content) &&
    (expected.low === undefined || claim.quantity?.low === expected.low) &&
    evidence.includes(expected.evidence ?? '')
  );
}

describe('readText on invented reports', () => {
  for (const one of READ_CASES) {
    test(one.name, () => {
      const { claims } = readText({
        text: one.text,
        publishedAt: '2031-03-04',
        outlet: null,
        language: 'en',
      });
      const missing = one.claims.filter(
        (expected) => !claims.some((claim) => fits(one.text, claim, expected)),
      );
      expect(
        missing,
        JSON.stringify(
          claims.map((claim) => summary(one.text, claim)),
          null,
          1,
        ),
      ).toEqual([]);
      for (const words of one.never ?? []) {
        expect(
          claims.filter(
            (claim) => claim.chain.length > 0 && wordsOf(one.text, claim.content).includes(words),
          ),
        ).toEqual([]);
      }
    });
  }
});

test('another language gives a reading without claims', () => {
  const text = 'Policja podała, że w mieście zginęło sześć osób i że ranni zostali przewiezieni do szpitala.';
  expect(readText({ text, publishedAt: null, outlet: null, language: null })).toEqual({
    extractor: 'rules-en-1',
    language: null,
    claims: [],
  });
  expect(
    readText({ text: 'Police said six died.', publishedAt: null, outlet: null, language: 'fr' }).claims,
  ).toEqual([]);
});

test('positions count code points, also behind characters beyond the basic plane', () => {
  const text = '🕯️🕯️ Police said that six people were killed in Norrin. 𝔘';
  const { claims } = readText({ text, publishedAt: null, outlet: null, language: 'en' });
  expect(claims.map((claim) => wordsOf(text, claim.content))).toEqual(['six people were killed in Norrin']);
  expect(claims[0]?.chain.map((step) => wordsOf(text, [step.cue.span]))).toEqual(['said']);
});

test('the outlet that is told is no step of its own', () => {
  const text = 'A lawyer for the families told the Pell Herald that nine people had been detained.';
  const { claims } = readText({ text, publishedAt: null, outlet: 'The Pell Herald', language: 'en' });
  expect(claims.map((claim) => claim.chain.length)).toEqual([1]);
});

test('every span lies in the text and holds words, whatever the text', () => {
  const piece = fc.constantFrom(
    'Police',
    'said',
    'that',
    '“',
    '”',
    '"',
    "'",
    ',',
    '.',
    'denied',
    'the',
    'men',
    '12',
    'were',
    'killed',
    'according to',
    'reports',
    'It',
    'they',
    'refused to',
    'comment',
    '\n\n',
    '🙂',
    '\ud800',
    ':',
    'who',
    'by',
    '(',
    ')',
    'and',
    'Reuters',
    'told',
    'citing',
    'has not',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ');
      const size = Array.from(text).length;
      const { claims } = readText({ text, publishedAt: null, outlet: null, language: 'en' });
      for (const [i, claim] of claims.entries()) {
        const spans = [
          ...claim.content,
          ...claim.chain.map((step) => step.cue.span),
          ...claim.chain.flatMap((step) => step.span ?? []),
        ];
        expect(claim.content.length).toBeGreaterThan(0);
        expect(claim.draft.sameAs === null || claim.draft.sameAs < i).toBe(true);
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(size);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('the same text gives the same reading', () => {
  for (const one of READ_CASES) {
    const input = { text: one.text, publishedAt: null, outlet: null, language: 'en' };
    expect(readText(input)).toEqual(readText(input));
  }
});
