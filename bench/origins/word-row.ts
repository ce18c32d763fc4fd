/** Gathers the words of many articles in one growing row. */
import type { WordCorpus } from '../../src/text/reuse/word-corpus.ts';

export interface WordRow {
  add(words: Uint16Array, outlet: number): void;
  /** What was gathered; nothing may be added afterwards. */
  corpus(): WordCorpus;
}

/** Opens a row for so many articles at most. */
export function openWordRow(articles: number): WordRow {
  let row = new Uint16Array(articles * 400);
  const starts = new Uint32Array(articles + 1);
  const outlets = new Uint32Array(articles);
  let count = 0;
  return {
    add(words, outlet) {
      const start = starts[count] as number;
      if (start + words.length > row.length) {
        const longer = new Uint16Array(Math.ceil((start + words.length) * 1.5));
        longer.set(row);
        row = longer;
      }
      row.set(words, start);
      outlets[count] = outlet;
      count += 1;
      starts[count] = start + words.length;
    },
    corpus: () => ({
      words: row.subarray(0, starts[count]),
      starts: starts.subarray(0, count + 1),
      outlets: outlets.subarray(0, count),
    }),
  };
}
