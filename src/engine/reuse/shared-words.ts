/** The words of many texts in memory that threads share, gathered in order. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { checkWords, type WordCorpus } from '../../text/reuse/word-corpus.ts';

export interface SharedWordRow {
  /** Words of one or more texts, in order, with the length and outlet of each. */
  add(
    codes: Uint16Array,
    texts: { readonly lengths: ArrayLike<number>; readonly outlets: readonly string[] },
  ): void;
  corpus(): WordCorpus;
}

/** Words of a text on average, for the first room; memory that is never written costs nothing. */
const USUAL_WORDS = 2000;

/**
 * Opens a row for so many texts at most.
 *
 * @throws OnRecordError `too-large`
 * @example
 * const row = openSharedWordRow(1000);
 * row.add(codes, { lengths: [codes.length], outlets: ['The Mirror'] });
 */
export function openSharedWordRow(texts: number): SharedWordRow {
  let row = new Uint16Array(new SharedArrayBuffer(2 * Math.min(2 ** 31, texts * USUAL_WORDS)));
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (texts + 1)));
  const outlets = new Uint32Array(new SharedArrayBuffer(4 * texts));
  const numbers = new Map<string, number>([['', 0]]);
  let count = 0;
  return {
    add(codes, { lengths, outlets: names }) {
      const start = starts[count] as number;
      checkWords(start + codes.length);
      if (count + names.length > texts)
        throw new OnRecordError('too-large', `More than the ${texts} texts came that there is room for.`);
      if (start + codes.length > row.length) {
        const longer = new Uint16Array(new SharedArrayBuffer(Math.ceil((start + codes.length) * 1.5) * 2));
        longer.set(row.subarray(0, start));
        row = longer;
      }
      row.set(codes, start);
      for (const [i, name] of names.entries()) {
        if (!numbers.has(name)) numbers.set(name, numbers.size);
        outlets[count] = numbers.get(name) ?? 0;
        starts[count + 1] = (starts[count] as number) + (lengths[i] as number);
        count += 1;
      }
    },
    corpus: () => ({
      words: row.subarray(0, starts[count]),
      starts: starts.subarray(0, count + 1),
      outlets: outlets.subarray(0, count),
    }),
  };
}
