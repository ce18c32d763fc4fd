/** Contract: full-text search, with whatever a user may type. */
import { expect, test } from 'vitest';
import { captured, SAMPLE_ACTORS, sampleId, sampleRecord } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

/** Numbers of the captures found among: 1 the sample text, 2 no text, 3 and 4 below. */
const CASES: readonly (readonly [query: string, captures: readonly number[]])[] = [
  ['fishermen', [1]],
  ['FISHERMEN', [1]],
  ['fisher', []],
  ['fisher*', [1]],
  ['fishermen mill', [1]],
  ['fishermen harbour', []],
  ['"old mill"', [1]],
  ['"mill old"', []],
  ['"old mil"*', [1]],
  ['cafe lodz', [1]],
  ['Café Łódź', [1]],
  ['елка', [1]],
  ['ЁЛКА', [1]],
  ['leaflet', [2]],
  ['night fishermen', [1]],
  ['mid-april', [3]],
  ['april mid', [3]],
  ['"april mid"', []],
  ["o'neill", [3]],
  ['北京', [4]],
  ['京北', []],
  ['"fishermen mill', [1]],
  ['mill"', [1]],
  ['AND', [3]],
  ['NOT fishermen', []],
  ['fishermen OR harbour', []],
  ['(mill)', [1]],
  ['content:mill', []],
  ['mill^2', []],
  ['NEAR(mill)', []],
  ['', []],
  ['   ', []],
  ['"', []],
  ['""', []],
  ['*', []],
  ['-', []],
  ['\\ \0 % _ ; --', []],
  ["'; DROP TABLE log; --", []],
  ['\ud800', []],
];

/**
 * Declares the tests.
 *
 * @example
 * describeSearching(withFreshStore(open));
 */
export function describeSearching(withStore: WithStore): void {
  test.each(CASES)('finds for %j: %j', async (query, captures) => {
    await withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([
        captured(3, 'In mid-April O’Neill walked to the sea and back.', { actors: SAMPLE_ACTORS }),
        captured(4, '他在北京说了这些话。'),
      ]);
      const { hits, whole } = await store.search(query, 10);
      expect(whole).toBe(true);
      expect(hits.map(({ capture }) => Number(capture.slice(4)))).toEqual(captures);
    })();
  });
  test(
    'shows the words around a hit as they are written, with the hits marked',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const [phrase] = (await store.search('"old mill" cafe', 1)).hits;
      expect(phrase).toEqual({
        source: sampleId('source', 1),
        capture: sampleId('capture', 1),
        title: 'Night at the mill',
        snippet:
          'Twelve fishermen were killed near the ⟦old mill⟧, the ⟦Café⟧ Łódź quarter said. “Ёлка” was the name of the boat.',
      });
      const [inTitle] = (await store.search('scanned', 1)).hits;
      expect(inTitle?.snippet).toBe('A ⟦scanned⟧ leaflet');
    }),
  );
  test(
    'weighs the latest alone of more than a thousand texts, and says so',
    withStore(async ({ store }) => {
      const text = (n: number): string =>
        n === 1 ? 'mill mill mill' : `the mill ${n % 2 === 0 ? 'old' : 'new'} ${n}`;
      const all = Array.from({ length: 1002 }, (_, at) =>
        captured(at + 1, text(at + 1), { actors: SAMPLE_ACTORS }),
      );
      for (const entry of all.slice(0, 2)) await store.append([entry]);
      await store.append(all.slice(2));
      const found = async (query: string) => {
        const { hits, whole } = await store.search(query, 2000);
        return { whole, captures: hits.map(({ capture }) => Number(capture.slice(4))) };
      };
      expect((await found('mill 501')).captures).toEqual([501]);
      const halves = await found('mill old');
      expect([halves.whole, halves.captures.length]).toEqual([true, 501]);
      expect((await found('"mill old"')).captures).toEqual(halves.captures);
      const cut = await found('mill');
      expect([cut.whole, cut.captures.length]).toEqual([false, 1000]);
      expect(Math.min(...cut.captures)).toBe(3);
      expect((await found('the mill')).whole).toBe(false);
    }),
  );
  test(
    'gives no more hits than asked for',
    withStore(async ({ store }) => {
      await store.append(
        Array.from({ length: 7 }, (_, n) => captured(n + 1, `mill ${n}`, { actors: SAMPLE_ACTORS })),
      );
      expect((await store.search('mill', 5)).hits).toHaveLength(5);
      expect((await store.search('mill', 50)).hits).toHaveLength(7);
      expect((await store.search('mill', 0)).hits).toEqual([]);
    }),
  );
}
