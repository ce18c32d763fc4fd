import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DRAFT_CASES } from './draft-proposition.cases.ts';
import { type DraftedClaim, type DraftRequest, draftClaims } from './draft-proposition.ts';

function request(text: string, more: Partial<DraftRequest> = {}): DraftRequest {
  return {
    text,
    start: 0,
    end: text.length,
    publishedAt: '2017-05-18',
    speaker: null,
    outlet: null,
    documentPlace: 'Orlan',
    ...more,
  };
}

function told(text: string, claim: DraftedClaim): string {
  const { draft, quantity } = claim;
  const span = text.slice(claim.start, claim.end);
  const bounds =
    quantity === null
      ? '–'
      : quantity.comparator === 'vague'
        ? quantity.wording
        : [quantity.low, quantity.best, quantity.high].map((bound) => bound ?? '–').join('/');
  const what = [draft.measure, draft.answer].filter((part) => part !== null).join(' ') || '–';
  const who = draft.scope.actor ?? draft.scope.by ?? '–';
  return [
    span === text ? '=' : span,
    draft.kind,
    what,
    bounds,
    draft.scope.group ?? '–',
    who,
    draft.scope.place ?? '–',
  ].join(' | ');
}

test.each(DRAFT_CASES)('%s', (text, expected) => {
  expect(draftClaims(request(text)).map((claim) => told(text, claim))).toEqual(expected);
});

test('a ministry that will not comment declines, about the visas spoken of before', () => {
  const text = 'Visas were sought. The ministry refused to comment on the claims.';
  const start = text.indexOf('comment');
  const speaker = { resolved: 'U.S. Department of State', kind: 'public-body' } as const;
  const [claim] = draftClaims(request(text, { start, end: text.length - 1, speaker }));
  expect(claim?.draft).toMatchObject({
    kind: 'response',
    measure: 'visa',
    answer: 'declined',
    scope: { actor: 'United States' },
  });
});

test('an answer without an actor belongs to the state named before, not to one in an aside', () => {
  const text = 'Lithuania, which borders Poland, welcomes them. So far two men have been granted visas.';
  const start = text.indexOf('So far');
  expect(draftClaims(request(text, { start }))[0]?.draft.scope.actor).toBe('Lithuania');
});

test('a head of state out of office does not answer for the state', () => {
  const text = 'Donald Trump is refusing to grant visas';
  expect(draftClaims(request(text, { publishedAt: '2023-05-18' }))[0]?.draft.scope.actor).toBe(
    'Donald Trump',
  );
});

test('the date and the place named in the words go with the claim', () => {
  const [claim] = draftClaims(request('12 men were detained in Velt on Tuesday'));
  expect(claim?.when?.edtf).toBe('2017-05-16');
  expect(claim?.where).toBe('Velt');
});

test('the proposition holds no number and no speaker', () => {
  expect(draftClaims(request('26 villagers were killed by soldiers'))[0]?.draft.text).toBe(
    'villagers killed by soldiers in Orlan',
  );
});

const PIECES = fc.constantFrom(
  '26',
  'men',
  'were',
  'killed',
  'and',
  ',',
  'visas',
  'granted',
  'Lithuania',
  'refused to',
  'six',
  'secret prisons',
  'containing',
  'hundreds',
  'detained',
  'in Velt',
  'on Tuesday',
  '“',
  '”',
  '.',
  'by',
  'police',
  '😀',
  'no one',
  'not',
  'asylum',
  'who',
  '(',
  ')',
);

test('spans lie inside the stretch, and something is always drafted', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { minLength: 1, maxLength: 18 }), (pieces) => {
      const content = pieces.join(' ');
      const text = `They said ${content} yesterday.`;
      const start = 10;
      const end = start + content.length;
      const claims = draftClaims(request(text, { start, end }));
      expect(claims.length).toBeGreaterThan(0);
      for (const claim of claims) {
        expect(claim.start).toBeGreaterThanOrEqual(start);
        expect(claim.end).toBeGreaterThan(claim.start);
        expect(claim.end).toBeLessThanOrEqual(end);
        expect(claim.draft.text.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
