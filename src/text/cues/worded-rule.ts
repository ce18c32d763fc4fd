/** The form of a pattern for a cue of several words; matched in `worded.ts`. */
import type { CueShape } from './cue.ts';
import type { CueClass } from './lexicon.ts';

/** One pattern with flags d and u; what it makes the speaker do. */
export interface WordedRule {
  readonly pattern: RegExp;
  readonly lemma: string;
  readonly does: CueClass;
  readonly shape: CueShape;
  /** A word without which the pattern cannot match: saves the matching. */
  readonly needs: RegExp;
}
