/** What passes between whoever compares many texts and its threads: plain data, the large parts in shared memory. */
import type { BlockFindings, Round } from '../../text/reuse/all-pairs.ts';
import type { TextRange } from '../../text/reuse/partitions.ts';
import type { WordCorpus } from '../../text/reuse/word-corpus.ts';

export type ComparingTask =
  | { readonly kind: 'words'; readonly texts: readonly string[] }
  /** Said to every thread before the tasks below. */
  | { readonly kind: 'corpus'; readonly corpus: WordCorpus; readonly firstNew: number }
  | { readonly kind: 'count'; readonly range: TextRange }
  /** Said to every thread before the tasks of a round. */
  | { readonly kind: 'round'; readonly round: Round; readonly places: Uint32Array }
  | { readonly kind: 'scatter'; readonly range: TextRange; readonly next: Uint32Array }
  | { readonly kind: 'block'; readonly block: number; readonly withEntries: boolean };

export interface ComparingAnswers {
  readonly words: { readonly codes: Uint16Array; readonly lengths: Uint32Array };
  readonly corpus: null;
  readonly count: Uint32Array;
  readonly round: null;
  readonly scatter: null;
  /** `entries`: hash, place, hash, place … of the block, sorted by hash; null when not asked for. */
  readonly block: BlockFindings & { readonly entries: Uint32Array | null };
}

export type AnswerOf<T extends ComparingTask> = ComparingAnswers[T['kind']];

/** From a thread: the answer to its task, or the kind of the fault, never words of a text. */
export type ComparingMessage =
  | { readonly task: number; readonly answer: ComparingAnswers[ComparingTask['kind']] }
  | { readonly task: number; readonly fault: string };
