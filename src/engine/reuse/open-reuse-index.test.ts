/**
 * One by one, many at once, on threads, opened anew in between: the pairs are those of comparing all with all. Beyond the
 * limit of texts that may share a fingerprint, what is found depends on the order, and chrome is left out.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryBlocks } from '../../../test/fixtures/reuse/memory-blocks.ts';
import type { ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import type { ComparedCapture, FoundReuse, ReuseIndex } from '../../desk/ports/reuse-index.ts';
import type { CaptureId } from '../../record/id.ts';
import { allPairs } from '../../text/reuse/all-pairs.ts';
import { wordCodes } from '../../text/reuse/word-codes.ts';
import { corpusOf } from '../../text/reuse/word-corpus.ts';
import { openReuseIndex } from './open-reuse-index.ts';

const captureOf = (text: number): CaptureId => `cap_${text}` as CaptureId;

/** Words of one text: "own" ones that no other has, and stretches of shared texts. */
const articleParts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('own' as const), words: fc.integer({ min: 1, max: 30 }) }),
    fc.record({
      kind: fc.constant('shared' as const),
      text: fc.integer({ min: 0, max: 3 }),
      from: fc.integer({ min: 0, max: 20 }),
      words: fc.integer({ min: 1, max: 40 }),
    }),
  ),
  { maxLength: 6 },
);
const collection = fc.array(fc.record({ outlet: fc.integer({ min: 0, max: 4 }), parts: articleParts }), {
  minLength: 1,
  maxLength: 12,
});
type Collection = typeof collection extends fc.Arbitrary<infer T> ? T : never;

function textsOf(given: Collection): ComparedCapture[] {
  return given.map(({ outlet, parts }, text) => ({
    capture: captureOf(text),
    outlet: outlet === 0 ? null : `outlet ${outlet}`,
    text: parts
      .flatMap((part, at) =>
        Array.from({ length: part.words }, (_, i) =>
          part.kind === 'own' ? `own${text}x${at}x${i}` : `word${part.text}x${part.from + i}`,
        ),
      )
      .join(' '),
  }));
}

/** Pairs with the words of their passages, earlier text first. */
function expectedOf(texts: readonly ComparedCapture[]): string[] {
  const outlets = [...new Set(texts.map(({ outlet }) => outlet))];
  const corpus = corpusOf(
    texts.map(({ text, outlet }) => ({
      words: wordCodes(text),
      outlet: outlet === null ? 0 : outlets.indexOf(outlet) + 1,
    })),
  );
  return [...allPairs(corpus)]
    .map(({ a, b, passages }) => pairLine(captureOf(a), captureOf(b), passages))
    .toSorted();
}

function pairLine(a: CaptureId, b: CaptureId, passages: FoundReuse['passages']): string {
  const places = passages.map(({ aFrom, aTo, bFrom, bTo, shared }) =>
    [aFrom, aTo, bFrom, bTo, shared].join('-'),
  );
  return `${a} ${b} ${places.join(' ')}`;
}

function addAll(index: ReuseIndex, texts: readonly ComparedCapture[]): string[] {
  return texts.flatMap((text) =>
    index.add(text).map(({ capture, passages }) => pairLine(capture, text.capture, passages)),
  );
}

async function* each(texts: readonly ComparedCapture[]): AsyncGenerator<ComparedCapture> {
  yield* texts;
}

async function addMany(index: ReuseIndex, texts: readonly ComparedCapture[]): Promise<string[]> {
  return [...(await index.addMany(each(texts), texts.length))].map(({ capture, other, passages }) =>
    pairLine(other, capture, passages),
  );
}

test('one by one, however often the fingerprints go to disk, finds what all with all finds', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(collection, fc.integer({ min: 1, max: 5 }), (given, waiting) => {
      const texts = textsOf(given);
      const index = openReuseIndex(memoryBlocks(), { waiting });
      expect(addAll(index, texts).toSorted()).toEqual(expectedOf(texts));
    }),
    { numRuns: 40 },
  );
});

test('many at once after some one by one, opened anew in between, finds the same', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(collection, fc.nat({ max: 12 }), fc.nat({ max: 12 }), async (given, first, second) => {
      const texts = textsOf(given);
      const blocks: ReuseBlocks = memoryBlocks();
      const open = (): ReuseIndex => openReuseIndex(blocks, { waiting: 3 });
      const [one, two] = [Math.min(first, second), Math.max(first, second)];
      const found = addAll(open(), texts.slice(0, one));
      const index = open();
      expect(index.captures()).toEqual(texts.slice(0, one).map(({ capture }) => capture));
      found.push(...(await addMany(index, texts.slice(one, two))));
      found.push(...addAll(index, texts.slice(two)));
      expect(found.toSorted()).toEqual(expectedOf(texts));
      // Asked again, a text is compared with all others and not added twice.
      const again = open();
      const last = texts.at(-1);
      if (last !== undefined)
        expect(again.add(last).map(({ capture }) => capture)).toEqual(
          again
            .captures()
            .filter((capture) => found.some((line) => line.startsWith(`${capture} ${last.capture} `))),
        );
      expect(again.captures()).toHaveLength(texts.length);
    }),
    { numRuns: 25 },
  );
});

const PASSAGE = Array.from({ length: 30 }, (_, i) => `weaver${i}`).join(' ');

function manyTexts(count: number, shared: (text: number) => boolean): ComparedCapture[] {
  return Array.from({ length: count }, (_, text) => ({
    capture: captureOf(text),
    outlet: `outlet ${text}`,
    text: [...Array.from({ length: 40 }, (_, i) => `own${text}x${i}`), shared(text) ? PASSAGE : ''].join(' '),
  }));
}

test('threads find what one thread finds', async () => {
  const texts = manyTexts(500, (text) => text % 9 === 0);
  const found = await Promise.all(
    [0, 2].map(async (threads) => addMany(openReuseIndex(memoryBlocks(), { threads }), texts)),
  );
  expect(found[0]).toHaveLength((56 * 55) / 2);
  expect(found[1]?.toSorted()).toEqual(found[0]?.toSorted());
});

test('what stands in more than 100 texts is chrome: no longer told, and not compared', async () => {
  const texts = manyTexts(130, () => true);
  const index = openReuseIndex(memoryBlocks(), { waiting: 20 });
  const found = texts.map((text) => index.add(text).length);
  expect(found.slice(0, 101)).toEqual(Array.from({ length: 101 }, (_, i) => i));
  expect(found.slice(101)).toEqual(Array.from({ length: 29 }, () => 0));
  expect(await addMany(openReuseIndex(memoryBlocks()), texts)).toEqual([]);
});

test('a new text asks few blocks, however many texts are in', () => {
  const asked = [200, 2000].map((count) => {
    const blocks = memoryBlocks();
    const index = openReuseIndex(blocks, { waiting: 50 });
    for (const text of manyTexts(count, () => false)) index.add(text);
    const before = blocks.asked();
    index.add({ capture: captureOf(count), outlet: 'another', text: PASSAGE });
    return blocks.asked() - before;
  });
  // 26 runs of five words give some ten fingerprints; each is asked once a run on disk.
  expect(Math.max(...asked)).toBeLessThan(70);
});

test('an emptied index knows nothing and can be filled again', async () => {
  const texts = manyTexts(6, () => true);
  const index = openReuseIndex(memoryBlocks(), { waiting: 2 });
  addAll(index, texts);
  await index.clear();
  expect([index.captures(), index.holds(captureOf(0))]).toEqual([[], false]);
  expect(addAll(index, texts)).toHaveLength(15);
});

test('more texts than there is room for are refused', async () => {
  const index = openReuseIndex(memoryBlocks());
  await expect(index.addMany(each(manyTexts(3, () => false)), 2)).rejects.toMatchObject({
    code: 'too-large',
  });
});
