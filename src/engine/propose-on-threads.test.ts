/** What `onrecord propose` logs does not depend on how many threads read, and a text that cannot be read stays unread. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type MemoryDesk,
  memoryDesk,
  memoryFiles,
  plainReader,
} from '../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../desk/capture-sources.ts';
import type { TextReading } from '../desk/ports/text-reading.ts';
import { type ProposeEvent, proposeClaims } from '../desk/propose-claims.ts';
import { openTextReader } from '../text/open-text-reader.ts';
import { openReaderPool } from './open-reader-pool.ts';

const ASSETS = { attribution: null, gazetteer: null };
const REPORTS = new URL('../../bench/reports/dev/', import.meta.url);

async function captured(texts: ReadonlyMap<string, string>): Promise<MemoryDesk> {
  const desk = memoryDesk();
  const files = memoryFiles(texts);
  const reader = plainReader({ publisher: 'The Mirror', publishedAt: '2031-04-02' });
  for await (const event of captureSources(desk, [...texts.keys()], { files, reader })) void event;
  return desk;
}

async function proposed(desk: MemoryDesk, reading: TextReading): Promise<ProposeEvent[]> {
  const events: ProposeEvent[] = [];
  for await (const event of proposeClaims(desk, reading)) events.push(event);
  return events;
}

test('threads and one reader log the same, byte for byte', async () => {
  const names = readdirSync(REPORTS)
    .filter((name) => name.endsWith('.txt'))
    .slice(0, 6);
  const texts = new Map(names.map((name) => [name, readFileSync(new URL(name, REPORTS), 'utf8')]));
  const [alone, together] = [await captured(texts), await captured(texts)];
  const events = await proposed(alone, openTextReader(ASSETS));
  const pool = await openReaderPool({ assets: ASSETS, threads: 3 });
  expect(await proposed(together, pool)).toEqual(events);
  await pool.close();
  expect(JSON.stringify(together.entries)).toBe(JSON.stringify(alone.entries));
  expect(events.reduce((sum, { claims }) => sum + claims, 0)).toBeGreaterThan(20);
}, 120_000);

const TEXTS = new Map([
  ['a.txt', 'Police said that six people died.'],
  ['b.txt', 'hang'],
  ['c.txt', 'The ministry denied that four men were detained.'],
]);

test('a text on which a reader hangs is told, stays unread, and the others are stored', async () => {
  const desk = await captured(TEXTS);
  const reader = openTextReader(ASSETS);
  const slow: TextReading = {
    ...reader,
    read: (input) =>
      input.text === 'hang'
        ? { notRead: 'Reading took more than 30 seconds and was stopped.' }
        : reader.read(input),
  };
  const events = await proposed(desk, slow);
  expect(events.map(({ notRead, claims }) => [notRead !== null, claims])).toEqual([
    [false, 1],
    [true, 0],
    [false, 1],
  ]);
  expect((await proposed(desk, reader)).map(({ notRead, done, total }) => [notRead, done, total])).toEqual([
    [null, 1, 1],
  ]);
  expect(await proposed(desk, reader)).toEqual([]);
});

test('stopping stores what was read before; the rest is read later', async () => {
  const desk = await captured(TEXTS);
  const reader = openTextReader(ASSETS);
  const stop = new AbortController();
  const hanging: TextReading = {
    ...reader,
    atOnce: 3,
    read: (input, signal) => {
      if (input.text !== 'hang') return reader.read(input);
      setTimeout(() => stop.abort(), 20);
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
  };
  const events: ProposeEvent[] = [];
  for await (const event of proposeClaims(desk, { ...hanging, signal: stop.signal })) events.push(event);
  expect(events.map(({ done }) => done)).toEqual([1]);
  expect((await proposed(desk, reader)).map(({ claims }) => claims)).toEqual([0, 1]);
});
