/** Shared words from outside: what `onrecord trace` says of them, where its index lies, and what a crash or an erasure leaves. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FoundReuse } from '../../src/desk/ports/reuse-index.ts';
import { openReuseIndex } from '../../src/engine/reuse/open-reuse-index.ts';
import { openReuseFile } from '../../src/storage/reuse/reuse-file.ts';
import { inventedArticle } from '../fixtures/reuse/invented-article.ts';
import { memoryBlocks } from '../fixtures/reuse/memory-blocks.ts';
import { newPlace, type Place, type Ran } from './cli-fixture.ts';

const SHARED =
  'Soldiers of the Interior Guard entered the mill at Sorev before dawn on Tuesday and detained forty weavers, whose families have heard nothing since then.';

let place: Place;
const page = (outlet: string, day: string, paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${outlet}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${day}"></head><body><article><h1>${outlet}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;

beforeEach(() => {
  place = newPlace();
  const police = 'Police in Dol said that six people died.';
  place.write('a.html', page('The Mirror of Dol', '2031-04-01', ['Our reporter was in Sorev.', SHARED]));
  place.write('b.html', page('The Kessar Post', '2031-04-03', ['It was cold in the hills.', SHARED, police]));
  done('init', '--no-encryption');
  done('capture', 'a.html', 'b.html');
});
afterEach(() => place.remove());

function done(...args: readonly string[]): Ran {
  const ran = place.run(args);
  if (ran.code !== 0)
    throw new Error(`onrecord ${args.join(' ')} ended with ${ran.code}: ${ran.err}${ran.out}`);
  return ran;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ');
const indexFiles = (): string[] =>
  readdirSync(join(place.dir, 'onrecord-vault', 'data-1'))
    .filter((name) => name.startsWith('reuse'))
    .toSorted();

test('waits for claims, proposes the link once, and an erasure takes the index away', {
  timeout: 300_000,
}, () => {
  // Of the tracers only this one waits for claims: anchors would tie the two reports at once.
  const early = done('trace', '--only', 'text-reuse');
  expect(flat(early.out)).toContain('2 captures traced, 0 links proposed.');
  expect(flat(early.out)).toContain('no claim proposed yet from the report that has them: 1 capture.');
  done('propose');
  const { out } = done('trace', '--only', 'text-reuse', '--threads', '2', '--json');
  const { traced, links, waiting } = JSON.parse(out);
  expect([traced, links.length, waiting]).toEqual([{ 'text-reuse': 1 }, 1, 0]);
  expect(links[0]).toMatchObject({ type: 'copies', certainty: 'possible', status: 'proposed' });
  expect(links[0].evidence.from[0].exact).toBe(SHARED.slice(0, -1));
  expect(flat(done('trace', '--only', 'text-reuse').out)).toContain('0 captures traced, 0 links proposed.');
  expect(indexFiles()).toEqual(['reuse.sqlite']);
  done('verify');
  done('erase', links[0].from.source, '--yes', '--by', 'A. Archivist', '--reason', 'asked for');
  expect(indexFiles()).toEqual([]);
  done('verify');
  // What is left is traced again without a fault, and the index is made anew with it alone.
  place.write('c.html', page('The Velin Herald', '2031-04-05', ['Nothing else was known.', SHARED]));
  done('capture', 'c.html');
  done('propose');
  const again = JSON.parse(done('trace', '--only', 'text-reuse', '--json').out);
  expect(again.links.map(({ to }: { to: { source: string } }) => to.source)).toEqual([links[0].to.source]);
});

test('a word that is no tracer, and a number that is none, are refused', () => {
  expect(place.run(['trace', '--only', 'gossip']).code).toBe(2);
  expect(place.run(['trace', '--threads', '-1']).code).toBe(2);
});

const LOOP = join(import.meta.dirname, '../fixtures/reuse/index-loop.ts');
const KEY = 'ab'.repeat(32);

/** Lets the loop run for so long, kills it, and gives the last number it said. */
async function killed(file: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [LOOP, file, '1200', KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      resolve();
    });
  });
  await Promise.race([first, ended]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await ended;
  return Math.max(0, ...[...said.matchAll(/^in (\d+)$/gmu)].map(([, number]) => Number(number)));
}

test('killed at any moment, the index holds what it said, whole, and finds what one that never was killed finds', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-reuse-'));
  const file = join(folder, 'reuse.sqlite');
  try {
    let before = 0;
    for (let round = 0; round < 8; round += 1) {
      const said = await killed(file, Math.random() * 150);
      const index = openReuseIndex(await openReuseFile(file, Buffer.from(KEY, 'hex')), { waiting: 7 });
      const count = index.captures().length;
      expect(count).toBeGreaterThanOrEqual(Math.max(said, before));
      expect(index.captures()).toEqual(Array.from({ length: count }, (_, i) => `cap_${i}`));
      const other = openReuseIndex(memoryBlocks());
      for (let number = 0; number < count; number += 1) other.add(inventedArticle(number));
      // Compared as one that is in already, so that the loop goes on with the same articles.
      for (const number of [0, 3, 15, count - 1].filter((one) => one < count))
        expect(sorted(index.add(inventedArticle(number)))).toEqual(
          sorted(other.add(inventedArticle(number))),
        );
      before = count;
      await index.close();
    }
    expect(before).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function sorted(found: readonly FoundReuse[]): readonly FoundReuse[] {
  return found.toSorted((a, b) => (a.capture < b.capture ? -1 : 1));
}
