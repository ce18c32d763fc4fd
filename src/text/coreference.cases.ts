/**
 * Who speaks: short passages written for this, people and places made up, several registers. Each names one mention of a
 * speaker and whom it stands for. Even numbers (counted from 0) are for work on the rules, odd ones are held out: they were
 * written before any rule was changed and are only counted. Names are compared folded; `|` parts equal answers.
 */
import type { ActorKind } from '../record/actor.ts';
import { NAMES_OF_SPEAKERS } from './coreference-cases/names-of-speakers.cases.ts';
import { WORDS_FOR_SPEAKERS } from './coreference-cases/words-for-speakers.cases.ts';

/** One mention: its words (the last such speaker counts), the name it stands for or null, and the kinds that are right. */
export interface CoreferenceCase {
  readonly about: string;
  readonly text: string;
  readonly mention: string;
  readonly name: string | null;
  readonly kinds: readonly ActorKind[];
}

const ROWS = { ...WORDS_FOR_SPEAKERS, ...NAMES_OF_SPEAKERS };

/** All cases in order; the split goes by the number in this list. */
export const COREFERENCE_CASES: readonly CoreferenceCase[] = Object.entries(ROWS).flatMap(([about, rows]) =>
  rows.map(([text, mention, name, kinds]): CoreferenceCase => ({ about, text, mention, name, kinds })),
);
