/** Search over names and exact words, and what makes the index read anew. */
import { expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../capture-sources.ts';
import { reviewClaims } from '../review-claim.ts';
import { stateClaims } from '../state-claims.ts';
import { foundClaims } from './found-claims.ts';
import { foundNames } from './found-names.ts';
import { openNameIndex } from './name-index.ts';

const TEXT = 'The Courier alleged that 26 weavers were killed in Késsar. Nothing else was known.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

async function withClaim() {
  const desk = memoryDesk();
  const files = memoryFiles(new Map([['a.txt', TEXT]]));
  const reader = plainReader({ publisher: 'The Mirror', publishedAt: '2031-04-02' });
  for await (const _event of captureSources(desk, ['a.txt'], { files, reader }));
  const [capture] = await desk.store.captures();
  const state = (group: string) =>
    stateClaims(desk, {
      capture: capture?.id ?? '',
      claims: [
        {
          spans: [at('26 weavers were killed in Késsar')],
          stance: 'alleges',
          chain: [
            {
              named: 'The Courier',
              actor: null,
              kind: 'media',
              anonymity: 'named',
              cue: 'alleged',
              force: 'distancing',
              at: at('The Courier'),
            },
          ],
          proposition: {
            kind: 'count',
            measure: 'killed',
            scope: { group, place: 'Kessar', by: null, actor: null },
            text: `${group} killed in Kessar`,
          },
          quantity: null,
          when: null,
          where: 'Kessar',
        },
      ],
      inPlaceOf: [],
      by: 'A. Archivist',
      reason: null,
    });
  await state('weavers');
  return { desk, state };
}

test('exact words are found whatever their accents, and only where all words stand in them', async () => {
  const { desk } = await withClaim();
  const found = await foundClaims(desk, 'kessar killed', 10);
  expect(found).toMatchObject({
    texts: 1,
    more: false,
    claims: [
      {
        marked: '26 weavers were ⟦killed⟧ in ⟦Késsar⟧',
        speaker: 'The Courier',
        stance: 'alleges',
        status: 'accepted',
        source: { publisher: 'The Mirror', publishedAt: '2031-04-02' },
      },
    ],
  });
  expect((await foundClaims(desk, 'kessar known', 10)).claims).toEqual([]);
  expect((await foundClaims(desk, 'kess*', 10)).claims).toHaveLength(1);
});

test('propositions and actors are found by their names', async () => {
  const { desk } = await withClaim();
  const index = await openNameIndex(desk)();
  expect(foundNames(index, 'weavers', { start: 0, limit: 10 }).propositions).toMatchObject([
    { marked: '⟦weavers⟧ killed in Kessar', claims: 1 },
  ]);
  expect(foundNames(index, 'mirror', { start: 0, limit: 10 }).actors).toMatchObject([
    { marked: 'The ⟦Mirror⟧', kind: 'media' },
  ]);
  expect(foundNames(index, 'the', { start: 0, limit: 1 })).toMatchObject({
    actors: [{}],
    fitting: { actors: 2 },
  });
  expect(() => foundNames(index, '"—"', { start: 0, limit: 10 })).toThrow(/at least one word/);
});

test('a decision does not make it read anew; what has names in it does', async () => {
  const { desk, state } = await withClaim();
  const open = openNameIndex(desk);
  const first = await open();
  const [claim] = await desk.store.claims();
  const reopened = {
    claims: [claim?.id ?? ''],
    decision: 'reopened',
    allThatFit: null,
    by: 'A. Archivist',
  } as const;
  await reviewClaims(desk, { ...reopened, reason: null });
  expect(await open()).toBe(first);
  await state('dyers');
  expect(foundNames(await open(), 'dyers', { start: 0, limit: 10 }).propositions).toHaveLength(1);
});
