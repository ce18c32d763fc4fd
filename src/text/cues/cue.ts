/** A cue as found in a text, before speaker and content are known. */
import type { CueForce } from '../../record/attribution.ts';
import type { Range } from '../sentences.ts';
import type { CueClass } from './lexicon.ts';

/** How a cue is built: decides where speaker and content are looked for. */
export type CueShape =
  | 'active'
  | 'passive'
  | 'participle'
  | 'noun'
  | 'according'
  | 'hearsay'
  | 'decline'
  | 'silent'
  | 'citing'
  | 'reported-by';

/** Token indexes; `to` exclusive. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  /** Index of the main verb, noun or adverb. */
  readonly head: number;
  readonly lemma: string;
  readonly shape: CueShape;
  readonly does: CueClass;
  readonly force: CueForce;
  readonly frames: string;
  readonly negated: boolean;
  /** Who was asked and is named outside of the subject ("calls *to the mayor* went unanswered"); absent: the subject. */
  readonly asked?: Range;
  /** What the answer is about, where the cue itself tells ("denial *of the abductions*"); absent: looked for. */
  readonly about?: Range;
  /** A further verb of the subject before ("confirmed A, *denied* B and …"); absent: it has its own. */
  readonly continues?: true;
}
