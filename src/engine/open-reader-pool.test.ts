/** Many threads give what one reader gives; a thread that dies or hangs costs one text, and the text is told. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inOrder } from '../desk/in-order.ts';
import { isNotRead, type ReadOutcome } from '../desk/ports/text-reading.ts';
import { openTextReader } from '../text/open-text-reader.ts';
import type { ReadInput } from '../text/proposed-claim.ts';
import { openReaderPool, type ReaderPool, type ReaderPoolOptions } from './open-reader-pool.ts';

const ASSETS = { attribution: null, gazetteer: null };
const REPORTS = new URL('../../bench/reports/dev/', import.meta.url);
const FAULTY = new URL('./fixtures/faulty-thread.ts', import.meta.url);

function inputOf(text: string): ReadInput {
  return { text, publishedAt: '2031-04-02', outlet: 'The Mirror', language: 'en' };
}

function reports(): ReadInput[] {
  return readdirSync(REPORTS)
    .filter((name) => name.endsWith('.txt'))
    .slice(0, 6)
    .map((name) => inputOf(readFileSync(new URL(name, REPORTS), 'utf8')));
}

async function withPool<T>(
  options: Partial<ReaderPoolOptions>,
  use: (pool: ReaderPool) => Promise<T>,
): Promise<T> {
  const pool = await openReaderPool({ assets: ASSETS, threads: 2, ...options });
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

const faulty = (limits: Partial<ReaderPoolOptions['limits']> = {}): Partial<ReaderPoolOptions> => {
  return { limits: { program: FAULTY, ...limits } };
};

test('readings on threads are those of one reader, byte for byte and in order', async () => {
  const inputs = reports();
  const reader = openTextReader(ASSETS);
  const alone = inputs.map((input) => JSON.stringify(reader.read(input)));
  expect(alone.join('').length).toBeGreaterThan(5000);
  const together = await withPool({}, (pool) => Promise.all(inputs.map((input) => pool.read(input))));
  expect(together.map((reading) => JSON.stringify(reading))).toEqual(alone);
}, 120_000);

test('the name of the extractor is that of the reader', async () => {
  expect(await withPool({}, async (pool) => pool.extractor)).toBe(openTextReader(ASSETS).extractor);
}, 120_000);

async function toldOf(texts: readonly string[], options: Partial<ReaderPoolOptions>): Promise<string[]> {
  const told = (outcome: ReadOutcome): string =>
    isNotRead(outcome) ? outcome.notRead : `read ${outcome.language}`;
  return withPool(options, async (pool) =>
    (await Promise.all(texts.map((text) => pool.read(inputOf(text))))).map(told),
  );
}

test('a thread that dies is replaced; its text is told and no other is lost', async () => {
  expect(await toldOf(['a', 'crash', 'b', 'crash', 'throw', 'c'], faulty())).toEqual([
    'read a',
    'The thread that read this text ended.',
    'read b',
    'The thread that read this text ended.',
    'The reader failed on this text (TypeError).',
    'read c',
  ]);
}, 120_000);

test('a thread that hangs is stopped', async () => {
  expect(await toldOf(['hang', 'a', 'b'], faulty({ milliseconds: 400 }))).toEqual([
    'Reading took more than 1 second and was stopped.',
    'read a',
    'read b',
  ]);
}, 120_000);

test('a thread that takes too much memory is stopped', async () => {
  expect(await toldOf(['fill the memory', 'a'], faulty({ heapMib: 24 }))).toEqual([
    'Reading took more than 24 MiB of memory and was stopped.',
    'read a',
  ]);
}, 120_000);

test('results come in the order of the texts, whichever ends first', async () => {
  const texts = ['slow 80', 'quick 0', 'quick 1', 'slow 40', 'quick 2'];
  async function* all(): AsyncGenerator<string> {
    yield* texts;
  }
  const seen = await withPool(faulty(), async (pool) => {
    const bounds = { atOnce: pool.atOnce, weight: (text: string) => text.length, mostWeight: 100 };
    const found: string[] = [];
    for await (const [text, outcome] of inOrder(all(), (text) => pool.read(inputOf(text)), bounds))
      found.push(isNotRead(outcome) ? '' : `${text} = ${outcome.language}`);
    return found;
  });
  expect(seen).toEqual(texts.map((text) => `${text} = ${text}`));
}, 120_000);

test('a raised signal ends what is under way and what waits; the pool goes on', async () => {
  await withPool({ ...faulty(), threads: 1 }, async (pool) => {
    const stop = new AbortController();
    const under = pool.read(inputOf('hang'), stop.signal);
    const waiting = pool.read(inputOf('a'), stop.signal);
    const other = pool.read(inputOf('b'));
    setTimeout(() => stop.abort(new Error('stopped')), 30);
    await expect(under).rejects.toThrow('stopped');
    await expect(waiting).rejects.toThrow('stopped');
    expect(await other).toMatchObject({ language: 'b' });
  });
}, 120_000);

test('a closed pool tells what it did not read', async () => {
  const pool = await openReaderPool({ assets: ASSETS, threads: 1, ...faulty() });
  const both = [pool.read(inputOf('hang')), pool.read(inputOf('a'))];
  await pool.close();
  expect((await Promise.all([...both, pool.read(inputOf('b'))])).map(isNotRead)).toEqual([true, true, true]);
}, 120_000);

test('a program that does not start is told with what to do', async () => {
  const program = new URL('./fixtures/nothing.ts', import.meta.url);
  await expect(openReaderPool({ assets: ASSETS, threads: 1, limits: { program } })).rejects.toMatchObject({
    code: 'unsupported-runtime',
    message: expect.stringContaining('--threads 0'),
  });
}, 120_000);

test('a long text leaves the event loop free', async () => {
  const text = reports()
    .map((input) => input.text)
    .join('\n\n')
    .repeat(6);
  await withPool({ threads: 1 }, async (pool) => {
    let beats = 0;
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      beats += 1;
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();
    const outcome = await pool.read(inputOf(text));
    const took = performance.now() - began;
    clearInterval(beat);
    expect(isNotRead(outcome)).toBe(false);
    expect(beats).toBeGreaterThan(5);
    expect(longest).toBeLessThan(took / 2);
  });
}, 120_000);
