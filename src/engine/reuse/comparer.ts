/** One worker of the comparing: does one task after the other, in a thread or without one. */
import { type BlockFinder, openBlockFinder, partsOf, type Round } from '../../text/reuse/all-pairs.ts';
import { countByPart, scatterByPart } from '../../text/reuse/partitions.ts';
import { wordCodes } from '../../text/reuse/word-codes.ts';
import type { WordCorpus } from '../../text/reuse/word-corpus.ts';
import type { ComparingAnswers, ComparingTask } from './comparing-messages.ts';

type Answer = ComparingAnswers[ComparingTask['kind']];

/**
 * Opens a worker.
 *
 * @example
 * const answer = openComparer();
 * answer({ kind: 'words', texts: ['Six died.'] }); // { codes, lengths: Uint32Array [2] }
 */
export function openComparer(): (task: ComparingTask) => Answer {
  let corpus: WordCorpus | null = null;
  let find: BlockFinder | null = null;
  let current: { readonly round: Round; readonly places: Uint32Array } | null = null;
  const given = <T>(value: T | null): T => {
    if (value === null) throw new Error('a task came before what it needs');
    return value;
  };
  return (task) => {
    switch (task.kind) {
      case 'words':
        return wordsOf(task.texts);
      case 'corpus':
        corpus = task.corpus;
        find = openBlockFinder(corpus, task.firstNew);
        return null;
      case 'count':
        return countByPart(given(corpus), task.range);
      case 'round':
        current = task;
        return null;
      case 'scatter': {
        const { round, places } = given(current);
        scatterByPart(given(corpus), task.range, { places, next: task.next, ...partsOf(round) });
        return null;
      }
      case 'block': {
        const { round, places } = given(current);
        return given(find)(task.block, { round, places, withEntries: task.withEntries });
      }
      default:
        return task satisfies never;
    }
  };
}

function wordsOf(texts: readonly string[]): ComparingAnswers['words'] {
  const all = texts.map(wordCodes);
  const lengths = Uint32Array.from(all, (codes) => codes.length);
  const codes = new Uint16Array(lengths.reduce((sum, length) => sum + length, 0));
  let next = 0;
  for (const one of all) {
    codes.set(one, next);
    next += one.length;
  }
  return { codes, lengths };
}
